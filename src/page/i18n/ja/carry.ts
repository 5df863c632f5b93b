import type { en } from '../en/carry.ts';

const number = (count: number): string => count.toLocaleString('ja');

export const ja: typeof en = {
  title: 'この環境を保存・共有する',
  close: '閉じる',
  intro: 'キーマテリアル以外のすべてを持ち出せます。キーマテリアルはこのブラウザの外に出ません。開いた先ではキーマテリアルを新しく作成し、ここで作った暗号文は復号できません。',
  passwords: 'シナリオのパスワードはそのまま含まれます。自分で決めたパスワードはダイジェストだけが含まれますが、受け取った人は推測を試すことができます。',
  busy: 'お待ちください…',
  failed: '実行できませんでした:',

  file: 'ファイルで',
  save: 'ファイルに保存',
  saved: (name) => `${name} をブラウザに渡しました。`,
  link: 'リンクで',
  linkHint: '環境そのものを圧縮して `#` の後に入れます。この部分をブラウザが送信することはありません。リンクを開いた人には、自分の環境とは別に表示されます。',
  makeLink: 'リンクを作成',
  linkField: 'この環境へのリンク',
  linkTooLarge: (most) => `この環境はリンクにするには大きすぎます (${number(most)} 文字を超えます)。ファイルに保存してください。`,
  copy: { copy: 'コピー', copied: 'コピーしました', uncopied: 'ここではコピーが許可されていません。選択してコピーしてください' },

  import: 'ファイルを開く',
  chooseFile: '保存しておいたファイル (.json)',
  fileTooLarge: 'このファイルは 64 MB を超えているため、開けません。',
  inFile: 'ファイルの内容:',
  inWorld: '置き換えられる今の環境 (すべてのタブ):',
  replaceHint: 'キーはキーマテリアルなしで読み込まれます。置き換えた環境は、保存していなければ元に戻せません。',
  replace: 'この環境を置き換える',
  cancel: 'キャンセル',
  imported: 'ファイルの環境を読み込みました。',

  missing: (count) => `キーマテリアルが ${number(count)} 個ありません`,
  makeAll: 'すべてのキーのキーマテリアルを作成',

  scenario: (name) => `シナリオ \`${name}\``,
  counts: {
    clusters: (count) => `クラスター ${number(count)}`,
    keyStores: (count) => `カスタムキーストア ${number(count)}`,
    keys: (count) => `KMS キー ${number(count)}`,
    users: (count) => `クラスターのユーザー ${number(count)}`,
    backups: (count) => `バックアップ ${number(count)}`,
    events: (count) => `CloudTrail イベント ${number(count)}`,
  },

  keepQuestion: 'この環境を自分の環境にしますか?',
  keepDetail: 'すべてのタブで、自分の環境がこの環境に、キーも含めて置き換わります。置き換えた環境は元に戻せません:',
  keepYes: '自分の環境を置き換える',
};
