import type { en } from '../en/playground.ts';

export const ja: typeof en = {
  title: 'GlassHSM: ブラウザの中の AWS CloudHSM キーストア',
  tagline: '中が見える AWS CloudHSM キーストア',
  skip: 'マップへ移動',
  simulated: 'シミュレーションです。データはこのブラウザの中だけに保存され、外部へは送信されません。本物の機密情報は入力しないでください。',
  simulatedInMemory:
    'シミュレーションです。データはこのタブの中だけにあり、タブを閉じると消えます。外部へは送信されません。本物の機密情報は入力しないでください。',
  notAffiliated: 'GlassHSM は Amazon Web Services とは関係ありません。',

  region: 'リージョン',
  actingAs: '操作者:',
  inAccount: (account) => `アカウント ${account}`,
  settings: '設定',
  language: '言語',
  theme: 'テーマ',
  themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },

  clock: 'シミュレーション時刻',
  speed: 'AWS の待ち時間の速さ',
  speedShort: (waiting) => `1 秒 = ${waiting}`,
  noWaitShort: '待ち時間なし',
  ownSpeed: 'AWS と同じ',
  faster: (waiting) => `1 秒で待ち時間の ${waiting} が経過`,
  noWait: '待ち時間なし (次の呼び出しまでに完了)',
  connecting: (here) => `接続: ${here}`,
  shortened:
    '短縮されるもの: キーストアの接続と切断、HSM の追加と削除。短縮されないもの: 削除の待機期間など、日数で決まる期間。',
  jump: '時間を進める',
  jumpDetail: '時計は進むだけで、戻せません。その間に終わる処理は完了します。',
  jumped: (time) => `現在の時刻は ${time} です。`,

  takeAlong: '保存・共有',

  openingLink: 'リンクを自分の環境とは別に開いています…',
  beside: '自分の環境とは別の環境',
  besideScenario: (name) => `リンクから開いたシナリオ \`${name}\` です。自分の環境はそのまま残っています。`,
  besideWorld: 'リンクから開いた環境です。自分の環境はそのまま残っています。',
  keep: '自分の環境にする…',
  backToMine: '自分の環境に戻る',
  kept: 'この環境が自分の環境になりました。',
  backAgain: '自分の環境に戻りました。',
  linkFailed: 'リンクを開けませんでした。何も変更されていません。',
  linkFaults: {
    malformed: 'リンクが壊れているか、一部しかコピーされていません。',
    version: '新しいバージョンの GlassHSM で作られたリンクです。ページを再読み込みしてから、もう一度開いてください。',
    large: '内容がリンクとして大きすぎます。',
  },
  dismiss: '閉じる',

  reset: 'リセット',
  resetQuestion: 'シミュレーションをリセットしますか?',
  resetDetail:
    'ここで作成したキー、キーストア、HSM、イベントは、すべてのタブで消去されます。ここで作った暗号文は二度と復号できません。最初の状態からやり直し、時計は現在の時刻に戻ります。',
  resetYes: '消去してやり直す',
  resetDone: '最初の状態に戻りました。',

  scenario: '最初の状態',
  scenarios: {
    default: '接続済みのキーストアと、HSM が 2 つあるクラスター',
    cluster: 'クラスターのみ (キーストアはこれから作成)',
    empty: '何もない状態 (クラスターから自分で作成)',
  },

  views: 'ビュー',
  viewNames: {
    map: 'マップ',
    keys: 'カスタマーマネージドキー',
    'key-stores': 'カスタムキーストア',
    clusters: 'CloudHSM クラスター',
    cloudtrail: 'CloudTrail イベント履歴',
    errors: 'エラー',
    terminal: 'ターミナル',
    'sign-in': 'サインイン',
    'keys/create': 'キーの作成',
  },
  unknownView: 'このページはありません: ',
  viewFailed: 'このページを読み込めませんでした。配信元に接続できることを確認して、もう一度お試しください。',
  backToMap: 'マップに戻る',
  openKey: '新しいキーのページを開く',
  viewLoading: '読み込んでいます…',

  memory: 'キーはこのタブを閉じると消えます。',
  insecure:
    'このページは暗号化されていない http で開かれています。シミュレートされた HSM に必要な Web Cryptography は、安全なページでしか使えません。https で、または localhost から開いてください。',
  stopped: 'シミュレーターが停止しました',
  reload: 'ページを再読み込み',
};
