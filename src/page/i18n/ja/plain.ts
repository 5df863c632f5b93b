import type { en } from '../en/plain.ts';

export const ja: typeof en = {
  title: 'GlassHSM: ブラウザの中の AWS CloudHSM キーストア',
  tagline: 'このブラウザの中で動く AWS CloudHSM キーストア',
  simulated: 'これはシミュレーションです。データはこのブラウザの外へは送信されません。本物の機密情報は入力しないでください。',
  language: '言語',

  starting: 'シミュレーターを起動しています…',
  failed: 'シミュレーターを起動できませんでした',
  stopped: 'シミュレーターが停止しました',
  insecure:
    'このページは暗号化されていない http で開かれています。シミュレートされた HSM に必要な Web Cryptography は、安全なページでしか' +
    '使えません。https で、または localhost から開いてください。',
  reload: 'ページを再読み込み',
  memory: 'キーはこのタブを閉じると消えます',

  keyStore: 'AWS KMS · カスタムキーストア',
  cluster: 'AWS CloudHSM · クラスター',
  noKeyStore: 'このアカウントとリージョンにはキーストアがありません。',
  noCluster: 'このアカウントとリージョンにはクラスターがありません。',
  id: 'ID',
  keys: 'キー',
  keysOf: (keys, capacity) => `${keys} / ${capacity}`,
  hsmType: 'HSM タイプ',
  address: 'アドレス',
  noHsm: 'このゾーンに HSM はありません',
  lost: '接続されるまで、このストアのキーは Unavailable です。',
  waiting: (rest, aws) => `あと ${rest} (AWS では ${aws})`,

  calls: 'AWS を呼び出す',
  callsHint:
    '各ボタンは、AWS SDK と同じリクエストをシミュレートされたサービスに送ります。どの状態でも試せます。拒否されたときは AWS のエラーが返ります。',
  describeCustomKeyStores: 'キーストアは接続されていますか?',
  describeClusters: 'クラスターの HSM は、どのゾーンにありますか?',
  createKey: 'HSM の中に 256 ビットの AES キーを作成します。スクリプトから取り出すことはできません。',
  describeKey: '最新のキーについて KMS が返す情報',
  roundTrip: '最新のキーでテキストを暗号化し、続けて復号します',
  lookupEvents: 'CloudTrail が記録した最新の 10 件',
  text: '暗号化するテキスト',
  sample: 'ガラスの中からこんにちは',
  keyFirst: '先にキーを作成してください。',
  met: '満たしています',
  unmet: '満たしていません',
  needsConnected: (state) =>
    state === 'CONNECTED' ? 'キーストアは CONNECTED です' : `キーストアは ${state} です (CONNECTED である必要があります)`,
  needsHsms: (zones) => `アクティブな HSM のあるゾーン: ${String(zones)}${zones < 2 ? ' (2 つ必要です)' : ''}`,
  done: '完了',
  created: (key) => `${key} を作成しました`,
  roundTripDone: (bytes, text) => `${String(bytes)} バイトの暗号文になり、「${text}」に戻りました`,

  deleteHsm: (id) => `${id} を削除しますか?`,
  deleteHsmDetail: 'キーはクラスターの他の HSM に残ります。CreateHsm で、このゾーンに再び HSM を追加できます。',
  deleteLastHsm: 'これは最後のアクティブな HSM です。なくなると、暗号化も復号もできません。',
  reset: 'リセット',
  resetQuestion: 'シミュレーションをリセットしますか?',
  resetDetail: 'ここで作成したキーとイベントはすべてのタブで消去され、最初のシナリオが読み込まれます。',
  cancel: 'キャンセル',

  exchanges: 'リクエストと応答',
  noExchanges: 'AWS SDK が送るのと同じ HTTP リクエストと、その応答がここに表示されます。',
  request: 'リクエスト',
  answer: '応答',
  emptyBody: '(本文なし)',
};
