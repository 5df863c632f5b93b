import type { en } from '../en/guide-connection-codes.ts';

const failedWorks = [
  'キーマテリアルを必要とする操作は使えません。ストアのキーは `Unavailable` です。',
  'キーの表示、タグ付け、説明の変更、ポリシーとエイリアスの変更、削除のスケジュールはできます。',
  'このキーストアの外にあるキーには影響しません。',
];

export const ja: typeof en = {
  CLUSTER_NOT_FOUND: {
    means: 'AWS KMS がキーストアのクラスターを見つけられません。',
    what: 'クラスターが削除されたか、このアカウントとリージョンにありません。キーマテリアルもクラスターとともに失われますが、クラスターのバックアップは残ります。バックアップから作成したクラスターには、同じキーと同じユーザーがあります。',
    apart: {
      INSUFFICIENT_CLOUDHSM_HSMS: 'クラスターは存在しますが、アクティブな HSM がありません。HSM を追加すれば修復できます。',
      CloudHsmClusterNotFoundException: '呼び出しで指定したクラスターについての同じエラーです。呼び出しが拒否されるだけで、状態は変わりません。',
    },
    works: failedWorks,
  },
  INSUFFICIENT_CLOUDHSM_HSMS: {
    means: 'クラスターに、接続先となるアクティブな HSM がありません。',
    what: '接続にはアクティブな HSM が 1 つ、キーの作成には異なるアベイラビリティーゾーンに 2 つ必要です。HSM のないクラスターのキーは最後のバックアップに残っており、次に追加する HSM に復元されます。',
    apart: {
      CLUSTER_NOT_FOUND: 'クラスター自体がもう存在しません。',
      CloudHsmClusterInvalidConfigurationException: 'アクティブな HSM はありますが、キーやキーストアの作成には異なるゾーンに 2 つ必要です。',
    },
    works: failedWorks,
  },
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
    means: 'クラスターのプライベートサブネットに、AWS KMS が使える空き IP アドレスがありません。',
    what: 'AWS KMS は接続時に、クラスターの各プライベートサブネットにネットワークインターフェイスを作成し、それぞれアドレスを 1 つ使います。AWS は 2 つ空けておくことを推奨しています。',
    apart: {
      SUBNET_NOT_FOUND: 'サブネットがもう存在しません。',
      NETWORK_ERRORS: 'インターフェイスはありますが、通信できません。',
    },
    works: failedWorks,
  },
  INTERNAL_ERROR: {
    means: 'AWS KMS が、自身の問題で接続を完了できませんでした。',
    what: 'キーストアにもクラスターにも原因はありません。切断してから、もう一度接続します。',
    apart: {
      NETWORK_ERRORS: 'AWS KMS は正常ですが、クラスターに到達できません。',
      KMSInternalException: '個々の呼び出しで起こる同様のエラーです。接続ステータスは変わりません。',
    },
    works: failedWorks,
  },
  INVALID_CREDENTIALS: {
    means: 'AWS KMS が持つパスワードが、クラスターの `kmsuser` のパスワードと一致しません。',
    what: 'AWS KMS は Crypto User `kmsuser` としてクラスターにサインインします。パスワードは、キーストアを接続するまで検証されません。失敗するたびに `kmsuser` のパスワードの誤りとして数えられ、5 回でロックされます。接続に成功すると、AWS KMS はパスワードを自分だけが知るものに変更します。',
    apart: {
      USER_LOCKED_OUT: '誤りが続いたため、admin が新しいパスワードを設定するまで、正しいパスワードも拒否されます。',
      USER_LOGGED_IN: 'パスワードは正しいかもしれませんが、誰かが `kmsuser` としてサインインしています。',
      USER_NOT_FOUND: 'パスワードを確認する以前に、`kmsuser` がいません。',
    },
    works: failedWorks,
  },
  NETWORK_ERRORS: {
    means: 'AWS KMS がネットワーク経由でクラスターに到達できませんでした。',
    what: '多くは一時的なものです。続く場合は、クラスターのセキュリティグループ (メンバー間の TCP ポート 2223～2225)、サブネットのネットワーク ACL とルートを確認してください。',
    apart: {
      INTERNAL_ERROR: '原因は AWS KMS の側にあります。',
      CloudHsmClusterInvalidConfigurationException: 'セキュリティグループの設定が正しくないことを AWS KMS が検出し、呼び出しをすぐに拒否します。',
      KMSInvalidStateException: '`CONNECTED` のストアで同じことが起きた場合です。暗号化オペレーションが失敗し、状態は変わりません。',
    },
    works: failedWorks,
  },
  SUBNET_NOT_FOUND: {
    means: 'クラスターのサブネットが削除されています。',
    what: 'クラスターのサブネットは変更できません。別のサブネットを使うには新しいクラスターが必要です。バックアップから作成すれば、同じキーと同じユーザーがあります。',
    apart: {
      INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: 'サブネットは存在しますが、空きがありません。',
      CLUSTER_NOT_FOUND: 'クラスター全体がありません。修復の手順は同じです。',
    },
    works: failedWorks,
  },
  USER_LOCKED_OUT: {
    means: 'パスワードの誤りが続いたため、クラスターの `kmsuser` がロックされています。',
    what: '誰が入力したかにかかわらず、パスワードを 5 回誤ると Crypto User はロックされます。誤ったパスワードでの接続も 1 回に数えられます。ロックを解除できるのは、新しいパスワードを設定する admin だけです。その後、AWS KMS に新しいパスワードを知らせる必要があります。',
    apart: {
      INVALID_CREDENTIALS: 'パスワードは誤りですが、ユーザーはまだロックされていません。',
      USER_LOGGED_IN: 'ユーザーはロックされておらず、誰かが使用しています。',
    },
    works: failedWorks,
  },
  USER_LOGGED_IN: {
    means: '誰かが `kmsuser` としてクラスターにサインインしています。',
    what: 'AWS KMS は `kmsuser` を占有する必要があります。ほかのセッションがあるとパスワードを変更できないため、サインインしません。多くの場合、誰かが `kmsuser` としてキーを調べた後、サインアウトしていません。そのためにパスワードを変更したのであれば、新しいパスワードを AWS KMS に知らせる必要があります。',
    apart: {
      USER_LOCKED_OUT: '誰も `kmsuser` としてサインインできません。',
      INVALID_CREDENTIALS: '誰もサインインしていませんが、パスワードが一致しません。`kmsuser` をサインアウトさせた後に、続けて起こることがあります。',
    },
    works: [...failedWorks, '`kmsuser` としてサインインしている人は、ストアのすべてのキーを表示でき、削除もできます。'],
  },
  USER_NOT_FOUND: {
    means: 'クラスターに Crypto User `kmsuser` がいないか、一部の HSM にしかいません。',
    what: 'ユーザーは、正確にこの名前の Crypto User でなければなりません。HSM の追加中に作成したユーザーはその HSM には存在せず、後から同期されることもありません。`user list` では `cluster-coverage` が `inconsistent` と表示されます。',
    apart: {
      INVALID_CREDENTIALS: 'ユーザーは存在しますが、パスワードが異なります。',
      USER_LOCKED_OUT: 'ユーザーは存在しますが、ロックされています。',
    },
    works: failedWorks,
  },
};
