import type { en } from '../en/create-key.ts';

export const ja: typeof en = {
  title: 'KMS キーの作成',
  alias: 'エイリアス (オプション)',
  description: '説明 (オプション)',
  keyStore: 'カスタムキーストア',
  tags: {
    title: 'タグ (オプション)',
    name: 'タグキー',
    value: 'タグ値',
    add: 'タグの追加',
    remove: (row) => `タグ ${row} を削除`,
  },
  public:
    'エイリアス、説明、またはタグには、機密情報や重要情報を含めないでください。これらのフィールドは、CloudTrail ログやその他の出力に' +
    'プレーンテキストで表示される場合があります。',

  advanced: '詳細オプション',
  keyType: 'キーのタイプ',
  keyTypes: { symmetric: '対称', asymmetric: '非対称' },
  keyUsage: 'キーの使用',
  keyUsages: {
    ENCRYPT_DECRYPT: '暗号化および復号化',
    GENERATE_VERIFY_MAC: 'MAC の生成および検証',
    SIGN_VERIFY: '署名および検証',
    KEY_AGREEMENT: 'キー合意',
  },
  keySpec: 'キーの仕様',
  origin: 'キーマテリアルのオリジン',
  origins: {
    AWS_CLOUDHSM: 'AWS CloudHSM キーストア',
    AWS_KMS: 'KMS',
    EXTERNAL: '外部 (キーマテリアルのインポート)',
    EXTERNAL_KEY_STORE: '外部キーストア',
  },
  regionality: 'リージョナリティ',
  singleRegion: '単一リージョンキー',
  multiRegion: 'マルチリージョンキー',
  refused: (choice) => `${choice} (拒否されます)`,
  unsimulated: (choice) => `${choice} (シミュレーション対象外)`,

  conditions: 'CreateKey に必要なもの',
  met: '満たしています',
  unmet: '満たしていません',
  storeIs: (state) =>
    state === 'CONNECTED' ? 'キーストアは `CONNECTED` です' : `キーストアは \`${state}\` です (\`CONNECTED\` である必要があります)`,
  hsms: (count, zones) =>
    `アクティブな HSM ${String(count)} 個、アベイラビリティーゾーン ${String(zones)} つ` + (zones < 2 ? ' (2 つ以上のゾーンに必要です)' : ''),
  isSymmetric: '対称暗号化キー',
  notSymmetric: (spec) => `\`${spec}\` は対称暗号化キーではありません`,
  isSingleRegion: '単一リージョンキー',
  notSingleRegion: 'マルチリージョンキーです (単一リージョンキーではありません)',
  noKeyStore: 'このアカウントとリージョンにはキーストアがありません',
  noStoreNeeded: 'キーストアは不要です。キーマテリアルは AWS KMS 自身の HSM に作成されます',
  notSimulated: (origin) =>
    `オリジンが \`${origin}\` のキーは、AWS CloudHSM キーストアの外であれば AWS KMS で作成できますが、GlassHSM はシミュレートしません`,

  create: 'キーの作成',
  creating: '作成しています…',
  created: (id, state, origin) =>
    `KMS キー \`${id}\` を作成しました。キーステータスは \`${state}\`、オリジンは \`${origin}\` です。`,
  named: (alias) => `エイリアスは \`${alias}\` です。`,
  refusedTitle: 'キーは作成されませんでした',
  unnamedTitle: 'キーは作成されましたが、エイリアスは作成されませんでした',
  anotherAlias: 'このキーの別のエイリアス',
  createAlias: 'エイリアスの作成',
  silent: 'このエラーで AWS はメッセージを返しません。',

  meanings: {
    CustomKeyStoreInvalidStateException:
      'キーストアがクラスターに接続されていないため、AWS KMS はクラスターにキーマテリアルを作成できません。接続してください (マップの線の上の' +
      'スイッチ、または `ConnectCustomKeyStore`。`FAILED` の場合は先に切断します)。`CONNECTED` になったら、もう一度キーを作成します。',
    CloudHsmClusterInvalidConfigurationException:
      'キーの作成には、アベイラビリティーゾーンの異なる 2 つ以上のアクティブな HSM が必要です (既存のキーの使用は 1 つで足ります)。' +
      '別のゾーンに HSM を追加してください (マップの中、または `CreateHsm`)。`ACTIVE` になったら、もう一度キーを作成します。',
    CustomKeyStoreNotFoundException: 'この ID のキーストアはありません。別のキーストアを選択してください。',
    UnsupportedOperationException:
      'AWS CloudHSM キーストアに作成できるのは、AWS KMS が生成するキーマテリアルを持つ、単一リージョンの対称暗号化 KMS キーだけです。' +
      '詳細オプションで、印のない選択肢を選んでください。',
    ValidationException: 'AWS は処理の前にすべての値を検証します。メッセージが示すフィールドを修正してください。',
    TagException: 'タグキーは重複できず、`aws:` で始めることもできません。1 つのキーのタグは 50 個までです。',
    LimitExceededException: 'アカウントのクォータに達しています。',
    KMSInternalException: 'AWS KMS は処理できませんでした。満杯のクラスターには、これ以上キーを作成できません。',
  },
  aliasMeanings: {
    AlreadyExistsException:
      'エイリアスはアカウントとリージョンの中で一意です。この名前はすでに使われています。新しいキーに別のエイリアスを付けてください。',
    NotAuthorizedException: '`alias/aws/` で始まるエイリアスは AWS のものです。別のエイリアスを付けてください。',
    ValidationException:
      'エイリアスに使えるのは英字、数字、`:/_-` だけで、`alias/` を含めて 256 文字までです。別のエイリアスを付けてください。',
    NotFoundException: 'このキーはもう存在しません。',
  },
};
