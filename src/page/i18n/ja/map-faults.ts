import type { en } from '../en/map-faults.ts';

const disconnect = 'キーストアを切断します (AWS は切断済みのキーストアしか接続しません)。';
const connect = '接続します。';
const update = '`UpdateCustomKeyStore` で AWS KMS に知らせます。';
const newCluster = '最近のバックアップからクラスターを復元し、`UpdateCustomKeyStore` で新しいクラスターを指定します。';

export const ja: typeof en = {
  wrong: '問題と修復 (上から順に)',
  repair: '修復の手順を見る',
  joining: 'HSM を追加しています。`ACTIVE` になるまでお待ちください。',
  addHsmIn: (zone) => `${zone} に HSM を追加`,

  faults: {
    clusterGone: {
      what: 'このキーストアのクラスターはもう存在せず、キーマテリアルもありません。',
      way: ['キーストアを切断します。', newCluster, connect],
    },
    noHsm: {
      what: 'クラスターにアクティブな HSM がありません。暗号化も復号もできません。',
      way: ['HSM を追加します。', '`CreateKey` には、別のアベイラビリティーゾーンにもう 1 つ追加します。'],
    },
    oneZone: {
      what: 'アクティブな HSM のあるアベイラビリティーゾーンが 1 つだけです。キーを作成できません。',
      way: ['別のゾーンに HSM を追加します。'],
    },
    disconnected: {
      what: 'キーストアが接続されていません。キーは `Unavailable` で、新しいキーも作成できません。',
      way: [connect],
    },
    failed: { what: 'AWS KMS はキーストアを接続できませんでした。', way: [disconnect, connect] },
    CLUSTER_NOT_FOUND: {
      what: 'AWS KMS がクラスターを見つけられません。削除されたか、ID が間違っています。',
      way: [disconnect, newCluster, connect],
    },
    INSUFFICIENT_CLOUDHSM_HSMS: {
      what: '接続先のアクティブな HSM がありませんでした。接続には 1 つ必要です。',
      way: ['HSM を追加し、`ACTIVE` になるまで待ちます。', disconnect, connect],
    },
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
      what: 'クラスターのプライベートサブネットに、AWS KMS が使える空き IP アドレスがありません。',
      way: [disconnect, 'サブネットのアドレスを空けるか、より大きなサブネットのクラスターに移ります。', connect],
    },
    INTERNAL_ERROR: { what: 'AWS KMS の内部でエラーが発生しました。', way: [disconnect, connect] },
    INVALID_CREDENTIALS: {
      what: 'AWS KMS が持つパスワードが、クラスターの `kmsuser` のパスワードと一致しません。',
      way: [disconnect, 'クラスターで `kmsuser` のパスワードを設定します。', update, connect],
    },
    NETWORK_ERRORS: {
      what: 'AWS KMS がネットワーク経由でクラスターに到達できませんでした。多くは一時的なものです。',
      way: [disconnect, '数分待ちます。', connect],
    },
    SUBNET_NOT_FOUND: {
      what: 'クラスターのサブネットが削除されています。',
      way: [disconnect, newCluster, connect],
    },
    USER_LOCKED_OUT: {
      what: '間違ったパスワードが続いたため、クラスターの `kmsuser` がロックされています。',
      way: [disconnect, 'クラスターで `kmsuser` の新しいパスワードを設定します (ロックが解除されます)。', update, connect],
    },
    USER_LOGGED_IN: {
      what: '`kmsuser` がクラスターにサインインしたままなので、AWS KMS はパスワードの更新もサインインもできません。',
      way: ['`kmsuser` をクラスターからサインアウトさせます。', disconnect, connect],
    },
    USER_NOT_FOUND: {
      what: 'クラスターに Crypto User `kmsuser` がいないか、一部の HSM にしかいません。',
      way: [disconnect, 'クラスターに `kmsuser` を作成します。', update, connect],
    },
  },
};
