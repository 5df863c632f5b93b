import type { en } from '../en/keys.ts';

export const ja: typeof en = {
  title: 'KMS キー',
  caption: 'このアカウントとリージョンの KMS キー (新しい順)',
  loading: '読み込んでいます…',
  total: (_, text) => `${text} 個のキー`,
  empty: 'このアカウントとリージョンには、まだ KMS キーがありません。作成したキーはここに表示されます。',
  aliases: 'エイリアス',
  noAlias: 'エイリアスなし',
  more: (count) => `ほか ${count} 件`,
  keyId: 'キー ID',
  state: 'キーステータス',
  origin: 'オリジン',
  created: '作成日',
  pages: 'ページ',
  page: (page, pages) => `${page} / ${pages} ページ`,
  newest: '最新',
  previous: '前へ',
  next: '次へ',
  back: 'すべてのキー',

  gone: 'このキーはもう存在しません。',
  key: 'KMS キー',
  refresh: 'DescribeKey をもう一度呼び出す',
  refreshing: '呼び出しています…',
  answered: (state) => `\`DescribeKey\` の応答は \`${state}\` でしたが、その後変わりました。`,
  undescribed: 'キーの情報を取得できませんでした',
  tags: 'タグ',
  none: 'なし',

  tryIt: '試してみる',
  plaintext: '暗号化するテキスト',
  sample: 'ガラスの中からこんにちは',
  bytes: (count, most) => `${count} / ${most} バイト`,
  tooLong: (count, most) => `${count} バイト (1 回の呼び出しで暗号化できるのは ${most} バイトまでです)`,
  context: {
    title: '暗号化コンテキスト (オプション)',
    name: 'コンテキストのキー',
    value: 'コンテキストの値',
    add: 'ペアの追加',
    remove: (row) => `ペア ${row} を削除`,
  },
  contextHint: '秘密ではありません。CloudTrail にプレーンテキストで表示されます。復号にはまったく同じものが必要です。',
  busy: '呼び出しています…',
  ciphertext: '暗号文 (Base64)',
  encrypted: (bytes) => `暗号文は ${bytes} バイトです。`,
  decrypted: '復号されたテキスト',
  decryptedBytes: (bytes) => `プレーンテキストは ${bytes} バイトです。`,
  notText: 'このプレーンテキストは UTF-8 のテキストではないため、Base64 で表示しています。',
  notBase64: 'Base64 ではありません。暗号文全体を貼り付けてください。',
  unencrypted: '暗号化されませんでした',
  undecrypted: '復号されませんでした',
  silent: 'このエラーで AWS はメッセージを返しません。',

  copy: { copy: 'コピー', copied: 'コピーしました', uncopied: 'コピーできません。選択してコピーしてください' },

  meanings: {
    KMSInvalidStateException:
      'このキーは今は使えません。カスタムキーストアのキーは、ストアが `CONNECTED` になるまで `Unavailable` です。ストアが接続されて' +
      'いても、クラスターにアクティブな HSM がないか、クラスターにキーがない場合は使えません。',
    DisabledException: 'このキーは無効です。先に有効にしてください。',
    InvalidCiphertextException:
      '暗号文が変更されたか、暗号化コンテキストが暗号化したときとまったく同じではありません (キーと値のすべて、大文字と小文字も区別されます)。' +
      'どちらなのかを AWS は示しません。',
    IncorrectKeyException: 'この暗号文は別のキーで暗号化されています。そのキーを選択して復号してください。',
    ValidationException: 'AWS は処理の前にすべての値を検証します。メッセージが示すものを修正してください。',
    NotFoundException: 'このアカウントとリージョンに、このキーはありません。',
  },
};
