import type { en } from '../en/calls.ts';

export const ja: typeof en = {
  title: '最近の呼び出し',
  hint: 'このページから AWS への呼び出しがすべてここに表示されます。応答、実際の HTTP のほか、同じ呼び出しを AWS CLI、TypeScript、Python で書いたものも見られます。',
  list: '呼び出し (新しい順)',
  views: (operation) => `${operation} の表示`,
  answer: '応答',
  record: 'CloudTrail',
  emptyAnswer: 'この呼び出しに対する AWS の応答は、本文が空です。',
  asText: (member) => `\`${member}\` をテキストとして表示`,
  means: 'このエラーの意味',
  ourWording: 'コードは AWS のものですが、文面は GlassHSM のものです (AWS の文面は公開されていません)。',
  notWritten: 'このリクエストは AWS CLI や SDK では送れません。オペレーションが存在しないか、本文がオペレーションの形式に合っていません。',
  looking: 'CloudTrail に問い合わせています…',
  noRecord: 'CloudTrail にこの呼び出しの記録はありません。',
  takeHome: 'ランブックとして持ち帰る',
  loading: '読み込んでいます…',
  itsEvent: 'CloudTrail のイベントを見る',
  copy: 'コピー',
  copied: 'コピーしました',
  uncopied: '許可されていません。選択してコピーしてください',
  answered: (operation, status) => `${operation}: ${status}`,
  unknownOperation: '不明なオペレーション',
  meanings: {
    AccessDeniedException:
      '呼び出し元にこの操作は許可されていません。ここでは、どのユーザーも自分のアカウントではすべての操作ができ、他のアカウントでは何もできません。',
    AlreadyExistsException: '同じ名前のものがすでに存在します。エイリアスはアカウントとリージョンの中で一意です。',
    CloudHsmClusterInUseException: 'このクラスター、またはバックアップを共有するクラスターは、すでにこのアカウントのキーストアに関連付けられています。',
    CloudHsmClusterInvalidConfigurationException:
      'クラスターが必要な条件を満たしていません。キーやキーストアの作成には、アベイラビリティーゾーンの異なる 2 つのアクティブな HSM が必要です。HSM を追加し、`ACTIVE` になってからもう一度呼び出してください。',
    CloudHsmClusterNotActiveException: 'クラスターが `ACTIVE` ではありません。先に初期化とアクティブ化が必要です。',
    CloudHsmClusterNotFoundException: 'このアカウントとリージョンに、そのクラスターはありません。',
    CloudHsmInvalidRequestException: 'AWS CloudHSM はこのリクエストを実行できません。理由はメッセージにあります。',
    CloudHsmResourceNotFoundException: 'このアカウントとリージョンに、そのクラスターまたは HSM はありません。',
    CustomKeyStoreHasCMKsException: 'キーストアに KMS キーが残っています (キーの状態は問いません)。削除できるのは空のキーストアだけです。',
    CustomKeyStoreInvalidStateException:
      'キーストアの接続ステータスでは、この操作はできません。キーを作成できるのは `CONNECTED` のときだけです。接続して完了を待ってください。`FAILED` の場合は、先に切断します。',
    CustomKeyStoreNameInUseException: 'アカウントの別のキーストアが、この名前を使用しています。',
    CustomKeyStoreNotFoundException: 'このアカウントとリージョンに、そのキーストアはありません。',
    IncorrectKeyException: '暗号文は、指定されたキーとは別のキーで作られたものです。',
    IncorrectTrustAnchorException:
      'クラスターの証明書に署名した証明書ではありません。クラスターの初期化に使用した `customerCA.crt` を指定します。',
    InvalidAliasNameException: 'エイリアスの名前として使えません。`alias/` の後に名前が必要です。',
    NotAuthorizedException: '`alias/aws/` で始まるエイリアスは AWS 専用です。',
    InvalidArnException: 'この呼び出しで使える ARN ではありません。',
    InvalidCiphertextException:
      '暗号文を復号できません。改変されたか、ここで作られたものではないか、暗号化コンテキストが暗号化のときと異なります。',
    KMSInvalidStateException:
      'キーの状態では、この操作はできません。キーストアが `CONNECTED` でないとき、そのキーは `Unavailable` です。キーストアを接続してください。接続中でも、クラスターにアクティブな HSM がない間は使えません。HSM を追加してください。',
    LimitExceededException: 'アカウントのクォータの上限に達しました。',
    MalformedPolicyDocumentException: 'キーポリシーとして正しくないか、指定できないプリンシパルが含まれているか、後でポリシーを変更できなくなる内容です。',
    MissingAuthenticationTokenException: 'リクエストに署名がありません (`Authorization` ヘッダーがありません)。',
    NotFoundException: 'このアカウントとリージョンに、そのキーまたはエイリアスはありません。',
    TagException: '使えないタグが含まれています。',
    UnknownOperationException: 'AWS にないオペレーションか、GlassHSM がまだ対応していないオペレーションです。',
    UnsupportedOperationException:
      'このようなキーに対して、AWS はこの操作を提供していません。キーストアに置けるのは、HSM の中で生成される単一リージョンの対称暗号化キーだけです。',
    ValidationException: '必要な値がないか、AWS が受け付けない値です。どの値かはメッセージにあります。',
  },
};
