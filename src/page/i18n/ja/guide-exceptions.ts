import type { en } from '../en/guide-exceptions.ts';

const unchanged = ['何も変更されていません。'];

export const ja: typeof en = {
  KMSInvalidStateException: {
    means: 'キーは今、使用できません。',
    what: '暗号化オペレーションがこのように拒否される理由はいくつもあります。ストアが接続されていない、クラスターにアクティブな HSM がないかクラスター自体がない、通信できない、キーマテリアルがない、キーが削除待ちである、などです。接続ステータスからわかるのは最初の理由だけです。クラスターに何が起きても `CONNECTED` のままです。',
    apart: {
      CustomKeyStoreInvalidStateException: 'キーストア自体への呼び出しや `CreateKey` での同様のエラーです。ストアの状態が呼び出しを許していません。',
      DisabledException: '誰かがキーを無効にしました。ストアに問題はありません。',
      KMSInternalException: 'AWS KMS の内部エラーです。もう一度試してください。',
    },
    works: ['キーの表示、タグ付け、削除のスケジュール、ポリシー、エイリアス、グラントの変更はできます。', 'このキーのマテリアルだけがない場合、`CONNECTED` のストアのほかのキーは使えます。'],
  },
  CustomKeyStoreInvalidStateException: {
    means: 'キーストアの接続ステータスが、呼び出しを許していません。',
    what: '`CreateKey` には `CONNECTED` のストアが必要です。パスワードやクラスターの変更と、ストアの削除には `DISCONNECTED` が必要です。`FAILED` からは `DisconnectCustomKeyStore` しか実行できず、`DISCONNECTING` の間は何も実行できません。',
    apart: {
      KMSInvalidStateException: '同じ原因が、キーを使う暗号化オペレーションで現れたものです。',
      CloudHsmClusterInvalidConfigurationException: 'ストアは接続されていますが、クラスターに足りないものがあります。',
    },
    works: ['`CONNECTED` のストアは名前を変更できます。もう一度接続しても何も起こりません。', '接続されていないストアのキーは、管理はできますが使用はできません。'],
  },
  CloudHsmClusterInvalidConfigurationException: {
    means: '呼び出しに必要なものがクラスターに足りません。',
    what: 'アクティブな HSM が足りないか (キーやキーストアの作成と、別のクラスターへの移動には異なるアベイラビリティーゾーンに 2 つ、接続には 1 つ必要です)、セキュリティグループに問題があります。AWS CloudHSM が作成した TCP ポート 2223～2225 のルールは、そのまま残しておく必要があります。',
    apart: {
      CloudHsmClusterNotActiveException: 'クラスター自体がまだ `ACTIVE` ではありません。',
      INSUFFICIENT_CLOUDHSM_HSMS: '同じことが接続中に検出され、ストアが `FAILED` になった場合です。',
      CustomKeyStoreInvalidStateException: 'クラスターは正常ですが、接続ステータスが適切ではありません。',
    },
    works: ['アクティブな HSM が 1 つあれば、既存のキーでの暗号化と復号、ストアの接続はできます。', '接続ステータスは変わりません。'],
  },
  KMSInternalException: {
    means: 'AWS KMS の内部エラーです。再試行できます。',
    what: 'HTTP ステータスは 500 です。AWS CloudHSM キーストアのキーについては、クラスターへの PKCS #11 セッションの数を超える呼び出しが同時に行われた、という理由が知られています。その場合、メッセージに PKCS #11 セッションの語が含まれます。',
    apart: {
      INTERNAL_ERROR: '接続中に起こる同様のエラーです。ストアは `FAILED` になります。',
      ThrottlingException: 'AWS KMS は正常ですが、呼び出しが多すぎます。',
    },
    works: ['ほかのすべての操作。同じ呼び出しも、間隔を延ばしながら再試行すれば成功します。'],
  },
  ThrottlingException: {
    means: '呼び出しが多すぎます。',
    what: 'AWS CloudHSM キーストアが受け付ける暗号化オペレーションは、1 つにつき毎秒約 1,800 回です。クラスターがほかの処理で忙しいときはさらに少なくなります。アカウントの呼び出しにもクォータがあります。このシミュレーションでは、障害 `throttling` を発生させている間だけ数えます。',
    apart: {
      KMSInternalException: 'クラスターに空きセッションがありませんでした。同じように収まります。',
      LimitExceededException: 'レートではなく数の上限に達しています。待っても解決しません。',
    },
    works: ['レートを下げた呼び出し。SDK は間隔を延ばしながら自動的に再試行します。', '作成済みのデータキー。データキーでの暗号化と復号に呼び出しは必要ありません。'],
  },
  DisabledException: {
    means: 'キーが無効になっています。',
    what: '誰かが `DisableKey` を呼び出したか、削除がキャンセルされました (キャンセル後のキーは無効です)。ストアにもキーマテリアルにも問題はありません。',
    apart: { KMSInvalidStateException: 'キーは使用できませんが、無効にされたわけではありません。' },
    works: ['キーの表示と管理、再有効化ができます。'],
  },
  CloudHsmClusterInUseException: {
    means: 'クラスターは、すでに別のキーストアのものです。',
    what: 'クラスターと、そのバックアップ履歴を共有するすべてのクラスターは、アカウントとリージョンの 1 つのキーストアだけに関連付けられます。AWS はクラスターの証明書で判断します。',
    apart: {
      CloudHsmClusterNotRelatedException: '逆の条件です。ストアの移動先は、同じ履歴を共有するクラスターでなければなりません。',
      CustomKeyStoreNameInUseException: 'クラスターは使えますが、名前が使われています。',
    },
    works: unchanged,
    way: ['どのキーストアがクラスターを使用しているか確認します。', 'そのストアで別のクラスターを使うには、`UpdateCustomKeyStore` を呼び出します。', 'クラスターを新しいストアで使うには、先に古いストアを削除します (空で `DISCONNECTED` である必要があります)。'],
  },
  CloudHsmClusterNotActiveException: {
    means: 'クラスターが `ACTIVE` ではありません。',
    what: 'AWS KMS は、初期化とアクティブ化が済んだクラスターだけを受け付けます。新しいクラスターや、変更中または削除中のクラスターは受け付けません。',
    apart: {
      CloudHsmClusterInvalidConfigurationException: 'クラスターは `ACTIVE` ですが、HSM やルールが足りません。',
      CloudHsmClusterNotFoundException: 'そのようなクラスターはありません。',
    },
    works: unchanged,
    way: ['`DescribeClusters` を呼び出して状態を確認します。', '`UNINITIALIZED` のクラスターには HSM と署名済みの証明書が、`INITIALIZED` のクラスターには `cluster activate` が必要です。マップのページから手順に沿って進められます。', '`ACTIVE` になったら、もう一度呼び出します。'],
  },
  CloudHsmClusterNotFoundException: {
    means: 'このアカウントとリージョンに、そのクラスターはありません。',
    what: '呼び出しで指定したクラスターが存在しません。ID の誤り、別のリージョン、または削除済みです。',
    apart: {
      CLUSTER_NOT_FOUND: 'ストアのクラスターがないことが、接続時に検出された場合です。',
      CustomKeyStoreNotFoundException: '存在しないのはキーストアです。',
    },
    works: unchanged,
    way: ['同じリージョンで `DescribeClusters` を呼び出します。', '返された ID でもう一度呼び出します。'],
  },
  CloudHsmClusterNotRelatedException: {
    means: '別のクラスターの証明書が、ストアのクラスターのものと異なります。',
    what: '`UpdateCustomKeyStore` でストアを移動できるのは、バックアップ履歴を共有するクラスターだけです。つまり、ストアのクラスターのバックアップから作成したクラスターか、その作成元のクラスターです。それ以外のクラスターに、ストアのキーはありません。',
    apart: {
      CloudHsmClusterInUseException: '履歴は共有していますが、別のストアのものでもあります。',
      CloudHsmClusterNotFoundException: 'そのようなクラスターはありません。',
    },
    works: ['ストアは、元のクラスターのままです。'],
    way: ['キーストアを切断します。', 'ストアのクラスターのバックアップからクラスターを作成し、2 つのアベイラビリティーゾーンに HSM を追加します。', '`UpdateCustomKeyStore` でそのクラスターを指定し、接続します。'],
  },
  CustomKeyStoreHasCMKsException: {
    means: 'キーストアにまだ KMS キーがあります。',
    what: 'キーストアは、空の場合にだけ削除できます。無効なキーや削除待ちのキーも、実際に削除されるまでは数えられます。削除は取り消せません。キーがなくなると、そのキーで暗号化したものは二度と読めません。',
    apart: { CustomKeyStoreInvalidStateException: 'ストアは空かもしれませんが、`DISCONNECTED` ではありません。' },
    works: ['すべて使えます。何も変更されていません。'],
  },
  CustomKeyStoreNameInUseException: {
    means: 'アカウントの別のキーストアがこの名前を使っています。',
    what: 'キーストアの名前は、アカウントとリージョンの中で一意です。',
    apart: { CloudHsmClusterInUseException: '名前は使えますが、クラスターが使われています。' },
    works: unchanged,
    way: ['別の名前を選びます。', 'または、先にもう一方のストアの名前を変更します (切断は不要です)。'],
  },
  CustomKeyStoreNotFoundException: {
    means: 'このアカウントとリージョンに、そのキーストアはありません。',
    what: 'ID または名前の誤り、別のリージョン、または削除済みです。',
    apart: { CloudHsmClusterNotFoundException: '存在しないのはクラスターです。', NotFoundException: '存在しないのはキーです。' },
    works: unchanged,
    way: ['同じリージョンで、ID を指定せずに `DescribeCustomKeyStores` を呼び出します。', '返された ID でもう一度呼び出します。'],
  },
  IncorrectTrustAnchorException: {
    means: '証明書が、クラスターの初期化に使われたものではありません。',
    what: '`CreateCustomKeyStore` には、お客様自身の CA 証明書 `customerCA.crt` が必要です。クラスターの証明書に署名し、`InitializeCluster` に渡したものです。クラスター自体の証明書とは異なります。',
    apart: { CloudHsmClusterNotRelatedException: 'ストアの移動時に、クラスターの証明書について起こります。' },
    works: unchanged,
    way: ['このクラスターの `customerCA.crt` を探します。ここでは、マップのページにあるクラスターの詳細に表示されます。', '全文を指定してもう一度呼び出します。'],
  },
  IncorrectKeyException: {
    means: '暗号文は別のキーで作成されています。',
    what: '`Decrypt` で指定した `KeyId` と、暗号文が示すキーが異なります。',
    apart: { InvalidCiphertextException: 'キーは正しいかもしれませんが、暗号文か暗号化コンテキストが正しくありません。', NotFoundException: 'その ID のキーが存在しません。' },
    works: unchanged,
    way: ['`KeyId` を省略します (暗号文自体がキーを示しています)。', 'または、暗号化に使ったキーを指定します。'],
  },
  InvalidCiphertextException: {
    means: '暗号文を復号できません。',
    what: '暗号文が変更または切断されているか、ここの AWS KMS で作成されたものではないか、暗号化コンテキストが暗号化時と完全に一致していません。AWS はどれであるかを示さず、メッセージもありません。',
    apart: { IncorrectKeyException: '暗号文は正しいのですが、別のキーのものです。', KMSInvalidStateException: '暗号文は正しいかもしれませんが、キーが今は使用できません。' },
    works: unchanged,
    way: ['暗号文を元のものと最後の 1 文字まで比べます。', '同じ暗号化コンテキストを指定します。キーと値のすべてが、大文字と小文字も含めて一致する必要があります。'],
  },
  LimitExceededException: {
    means: 'クォータの上限に達しています。',
    what: 'カスタムキーストアは、状態にかかわらず、アカウントとリージョンごとに 10 個までです。キー、エイリアス、グラントにもクォータがあります。',
    apart: { ThrottlingException: '高すぎるのはレートで、時間がたてば収まります。' },
    works: ['それ以上増やす必要のない操作は、すべて使えます。'],
    way: ['不要になったものを削除します。', 'または、可能なものは AWS にクォータの引き上げをリクエストします。'],
  },
  NotFoundException: {
    means: 'このアカウントとリージョンに、そのキーまたはエイリアスはありません。',
    what: 'キーは 1 つのリージョンのもので、その ID はほかのリージョンでは見つかりません。待機期間が終わったキーは、エイリアスとともに存在しなくなります。',
    apart: { CustomKeyStoreNotFoundException: '存在しないのはキーストアです。', KMSInvalidStateException: 'キーは存在しますが、使用できません。' },
    works: unchanged,
    way: ['同じリージョンで `ListKeys` または `ListAliases` を呼び出します。', '以前は存在していた場合、CloudTrail で `DeleteKey` を探します。'],
  },
  UnsupportedOperationException: {
    means: 'キーストアのキーでは、この操作はできません。',
    what: 'AWS CloudHSM キーストアで使えるのは、AWS KMS がクラスターの中で作成したマテリアルを持つ、単一リージョンの対称暗号化キーだけです。非対称キー、HMAC キー、インポートしたマテリアル、自動ローテーション、マルチリージョンキー、データキーペアは使えません。',
    apart: { CustomKeyStoreInvalidStateException: '呼び出し自体は可能ですが、ストアの現在の状態ではできません。' },
    works: ['ほかのすべての操作。キーストアの外のキーであれば可能です。'],
    way: ['サポートされていないものを除いて呼び出します。', 'または、オリジンが `AWS_KMS` のキーを使います。'],
  },
  DeleteKey: {
    means: 'CloudTrail の `DeleteKey` イベントが `FAILURE` です。キーマテリアルが残っています。',
    what: '待機期間が終わると、AWS KMS は KMS キーを削除し、可能であればクラスターのキーマテリアルも削除します。ストアが接続されておらず、HSM に到達できない場合、マテリアルは孤立して残ります。わかるのはイベントの `backingKeysDeletionStatus` だけで、状態には現れません。',
    apart: {
      KMSInvalidStateException: '逆の場合です。KMS キーは存在しますが、マテリアルがありません。',
      CustomKeyStoreHasCMKsException: '孤立したマテリアルは、ストアの削除を妨げません。',
    },
    works: ['すべて使えます。孤立したマテリアルはクラスターの容量を使い、バックアップにも含まれます。'],
  },
};
