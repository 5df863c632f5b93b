import type { en } from '../en/map.ts';

export const ja: typeof en = {
  loading: 'ガラスの中を見ています…',
  lookFailed: 'マップを読み込めませんでした',
  simulated: 'シミュレーション · このブラウザの中だけ',
  memory: 'キーはこのタブを閉じると消えます',

  caller: '呼び出し元',
  iamUser: 'IAM ユーザー',
  iamRole: 'IAM ロール',
  account: 'アカウント',
  lastCall: '最後の呼び出し',
  noCall: 'まだありません',

  keyStore: 'AWS KMS · カスタムキーストア',
  id: 'ID',
  type: 'タイプ',
  signedIn: 'サインイン',
  nobody: 'なし',
  keys: 'KMS キー',
  none: 'なし',
  noAlias: 'エイリアスなし',

  connection: '接続',
  press: {
    DISCONNECTED: '接続する',
    CONNECTED: '切断する',
    CONNECTING: '接続を中止する',
    FAILED: 'まず切断する',
    DISCONNECTING: '待機中',
  },
  pressed: {
    DISCONNECTED: 'AWS KMS が `kmsuser` としてクラスターにサインインします。',
    CONNECTED: '切断すると、このストアのすべてのキーが `Unavailable` になります。',
    CONNECTING: '中止すると、キーストアは切断されます。',
    FAILED: 'AWS は `DISCONNECTED` のキーストアしか接続しません。',
    DISCONNECTING: '`DISCONNECTED` になるまで何もできません。',
  },

  cluster: 'AWS CloudHSM · クラスター',
  noHsm: 'HSM はありません。追加された HSM はすべてのキーを受け取ります。',
  noHsmYet: 'HSM はありません。',
  firstHsm: '最初の HSM がクラスターのキーペアを作ります。',
  clusterStates: {
    CREATE_IN_PROGRESS: 'AWS CloudHSM がクラスターを作成しています。HSM は `UNINITIALIZED` になると追加できます。',
    UNINITIALIZED: 'HSM のない新しいクラスターです。最初の HSM が、クラスターの証明書の署名リクエストを作ります。',
    unsigned: '`ClusterCsr` への署名を待っています。`ACTIVE` になるまで、AWS はほかの HSM を追加しません。',
    restores: (backup) => `バックアップ \`${backup}\` から作成されました。最初の HSM がキー、ユーザー、証明書を復元します。`,
    INITIALIZE_IN_PROGRESS: 'AWS CloudHSM が証明書を確認して設定しています。`ACTIVE` になるまで、AWS はほかの HSM を追加しません。',
    INITIALIZED: 'まだ admin がいません。CloudHSM CLI の `cluster activate` でパスワードを設定すると、HSM を追加できるようになります。',
    activating: 'アクティブ化されました。少し後に `DescribeClusters` に反映され、HSM を追加できるようになります。',
    MODIFY_IN_PROGRESS: 'HSM を 1 つずつ別のタイプに置き換えています。ユーザーとキーは変更できず、AWS は HSM を追加しません。',
    ROLLBACK_IN_PROGRESS: 'HSM を元のタイプに戻しています。ユーザーとキーは変更できず、AWS は HSM を追加しません。',
    UPDATE_IN_PROGRESS: 'AWS CloudHSM が変更しています。その間、HSM は追加されません。',
    DELETE_IN_PROGRESS: '削除しています。バックアップは残ります。',
    DEGRADED: '`DEGRADED` のクラスターに、AWS は HSM を追加しません。',
  },
  receives: '`ACTIVE` になると、すべてのキーを受け取ります。',
  leaving: 'もう動作していません。',
  keysOf: (keys, capacity) => `キー ${keys} / ${capacity}`,
  newestKeys: (id) => `${id} の最新のキー`,
  addHsm: 'HSM を追加',
  removeHsm: 'HSM を削除',

  rest: (rest) => `あと ${rest}`,
  aws: {
    connect: (time) => `AWS では最大 ${time} (AWS のドキュメントによる)`,
    disconnect: (time) => `AWS では ${time} (AWS は公表していないため、推定)`,
    'create-hsm': (time) => `AWS では約 ${time} (第三者の測定による)`,
    'delete-hsm': (time) => `AWS では約 ${time} (第三者の測定による)`,
    'create-cluster': (time) => `AWS では ${time} (AWS は公表していないため、推定)`,
    'initialize-cluster': (time) => `AWS では ${time} (AWS は公表していないため、推定)`,
    'activate-cluster': (time) => `AWS では約 ${time} (第三者の測定による)`,
    'modify-cluster': (time) => `AWS では約 ${time} (AWS のドキュメントによる)`,
    'delete-cluster': (time) => `AWS では ${time} (AWS は公表していないため、推定)`,
    'create-backup': (time) => `AWS では ${time} (AWS は公表していないため、推定)`,
  },

  remove: (id) => `${id} を削除しますか?`,
  loss: {
    oneZone:
      'アクティブな HSM のあるアベイラビリティーゾーンが 1 つだけになります。2 つ目のゾーンに HSM を追加するまで、`CreateKey` は ' +
      '`CloudHsmClusterInvalidConfigurationException` で拒否されます。暗号化と復号は続けられます。',
    noHsm:
      'これはクラスターの最後のアクティブな HSM です。再び HSM を追加するまで、すべての暗号化オペレーションが ' +
      '`KMSInvalidStateException` で失敗します。接続ステータスは変わりません。キーは、次の HSM を追加するとクラスターのバックアップから戻ります。',
  },
  cancel: 'キャンセル',

  noKeyStore: 'このクラスターを使うキーストアはありません。',
  clusterGone: 'このクラスターはもう存在しません。',
  emptyStore: 'AWS CloudHSM キーストアはまだありません',
  emptyStoreHint:
    'キーストアは AWS KMS をお客様のクラスターに結び付けます。キーストアに作成した KMS キーのキーマテリアルは、そのクラスターの中に作成されます。',
  emptyCluster: 'クラスターはまだありません',
  emptyClusterHint:
    'キーストアには、異なる 2 つ以上のアベイラビリティーゾーンにアクティブな HSM がある、アクティブな AWS CloudHSM クラスターが必要です。',
  build: 'クラスターを作成する',
  goOn: '手順に沿って続ける',
  emptyPlace: (account, region) => `アカウント ${account}、リージョン ${region} には何もありません。`,

  inGlass: 'ガラスの中のキー',
  sameKey: '同じキーオブジェクトが、クラスターのすべてのアクティブな HSM にあります。',
  keyState: 'KMS キーの状態:',
  orphaned: '孤立',
  orphan:
    'AWS KMS がここに到達できないうちに KMS キーが削除されました。このキーマテリアルを使う KMS キーはなく、`kmsuser` として CloudHSM CLI で削除するしかありません。',
  close: '閉じる',
  export: 'キーマテリアルをエクスポート',
  exporting: '`crypto.subtle.exportKey` を実際に実行します。',
  refused: 'ブラウザが拒否しました',
  proves: 'どのスクリプトも (GlassHSM 自身も)、キーを読み出せないことの証拠です。',
  provesNot:
    'ただし、このサイトのスクリプトがキーを使うことや、ブラウザのプロファイルフォルダーを読める人が未加工のバイトを読むことは防げません。本物の機密情報は入れないでください。',
  created: (key) => `キーが作成されました: ${key}`,
  removed: '削除されました',
};
