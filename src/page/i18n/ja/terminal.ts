import type { en } from '../en/terminal.ts';

export const ja: typeof en = {
  title: 'ターミナル',
  intro:
    'クラスターの HSM に接続できる、お客様のコンピューター上のターミナルです。現在使えるコマンドは `cloudhsm-cli` だけです。ここでの操作はお客様と HSM の間だけのもので、AWS の API は呼び出されず、CloudTrail にも記録されません。',
  log: '入力した行とその出力',
  line: 'コマンドライン',
  run: '実行',
  answer: '回答',
  running: '応答を待っています…',
  leave: '質問を中止',
  clear: '消去',
  copyAll: 'すべてコピー',
  outputOf: (line) => `${line} の出力`,
  copy: { copy: 'コピー', copied: 'コピーしました', uncopied: 'ここでは許可されていません。選択してコピーしてください' },
  exitCode: (code) => `終了コード ${code}`,
  moreLines: (count) => `あと ${count} 行あります。`,
  showAll: 'すべて表示',
  keys: '`↑` `↓` 入力履歴 (パスワードは残りません) · `Ctrl+C` 質問または入力行を中止 · `Ctrl+L` 消去',
  asked: (question) => `質問: ${question} 入力した文字は表示されません。`,
  cleared: '消去しました。',

  help: '入力できるコマンド',
  helpHint: '選ぶと入力行に入ります。必要に応じて変更し、Enter キーを押してください。',
  noCluster: 'このリージョンにはクラスターがないため、接続先がありません。先にマップでクラスターを作成してください。',
  noHsm: 'アクティブな HSM がありません。HSM ができるまで、`cloudhsm-cli` はどこにも接続できません。',
  passwords: 'このシナリオの開始時のパスワード',
  rotated: 'キーストアの接続中は、`kmsuser` のパスワードを知っているのは AWS KMS だけです。',
  forgetful:
    'このページを再読み込みすると、ターミナルは新しくなり、サインインした情報は失われます。HSM 側のセッションは残るため、先に `logout` でサインアウトしてください。',
  examples: {
    activate: '最初の `admin` のパスワードを設定します',
    userList: 'HSM のユーザーを一覧表示します。サインインは不要です',
    loginAdmin: 'ユーザーを管理する admin としてサインインします',
    userCreate: 'AWS KMS がサインインに使う Crypto User を作成します (admin のみ)',
    loginKmsUser: '`kmsuser` としてサインインします。キーストアの切断中だけ可能です',
    logout: 'サインアウトします',
    interactive: 'CloudHSM CLI の対話モードに入ります。プログラム名なしでコマンドを入力できます',
    quit: '対話モードを終了し、サインアウトします',
  },
};
