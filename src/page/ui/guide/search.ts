import { guideCodes, type GuideCode } from './address.ts';

/** Words of AWS's messages, and of people, that no code stands beside. The first that fits says more than a later one. */
const phrases: readonly (readonly [RegExp, GuideCode])[] = [
  [/cannot communicate with your cloudhsm cluster/i, 'KMSInvalidStateException'],
  [/is unavailable\b|\bunavailable\b|is pending deletion|pendingdeletion|利用不可|利用できない|削除待ち|保留中の削除/i, 'KMSInvalidStateException'],
  [/is disabled\b|無効(化|な|に)/i, 'DisabledException'],
  [/exceeded the rate|reduce the frequency|rate exceeded|スロットリング|レート(制限|を超)/i, 'ThrottlingException'],
  [/pkcs ?#?11|PKCS/i, 'KMSInternalException'],
  [/backingkeysdeletionstatus|orphan|孤立|残ったキー/i, 'DeleteKey'],
  [/at least two availability zones|security group|セキュリティグループ|\b2223\b|アベイラビリティーゾーンが 1/i, 'CloudHsmClusterInvalidConfigurationException'],
  [/locked|lock(ed)? ?out|ロック/i, 'USER_LOCKED_OUT'],
  [/logged in|signed in|logout|session|ログイン(したまま|中)|サインイン(したまま|中)|ログアウト|サインアウト/i, 'USER_LOGGED_IN'],
  [/wrong password|login failed|password|パスワード|認証情報|mfa|second factor|多要素|二要素/i, 'INVALID_CREDENTIALS'],
  [/kmsuser.*(not found|missing|exist)|no (crypto user|kmsuser)|kmsuser.*(いない|ない|存在しない)|ユーザーがいない/i, 'USER_NOT_FOUND'],
  [/free (ip )?address|ip address|空き ?(ip)?|ip アドレス/i, 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET'],
  [/subnet|サブネット/i, 'SUBNET_NOT_FOUND'],
  [/no (active )?hsms?\b|hsm (is |was )?(gone|deleted|missing)|hsm が(ない|ありません|削除)/i, 'INSUFFICIENT_CLOUDHSM_HSMS'],
  [/network|firewall|timed? ?out|unreachable|ネットワーク|ファイアウォール|通信でき|到達/i, 'NETWORK_ERRORS'],
  [/deleted cluster|cluster (is |was )?(gone|deleted|missing)|クラスターが(ない|削除|見つから|存在)/i, 'CLUSTER_NOT_FOUND'],
  [/(lost|lose|missing|no|deleted)\b.{0,20}\bmaterial|material\b.{0,20}\b(lost|gone|deleted|missing)|キーマテリアルが(ない|失|消|削除|見つから)/i, 'KMSInvalidStateException'],
  [/customerca|trust anchor|トラストアンカー|証明書/i, 'IncorrectTrustAnchorException'],
  [/does not exist|not found|存在しません|見つかりません/i, 'NotFoundException'],
  [/quota|クォータ|上限/i, 'LimitExceededException'],
  [/disconnect|not connected|切断|未接続|接続されていない|接続できない/i, 'CustomKeyStoreInvalidStateException'],
  [/internal error|内部エラー/i, 'INTERNAL_ERROR'],
];

/**
 * What a pasted text is about: an error message, a body, a line of a CLI, words of one's own in English or Japanese.
 * @returns codes, the best first; none where nothing fits
 */
export function find(text: string): readonly GuideCode[] {
  // Codes in any case, and with blanks or hyphens for what joins their words.
  const named = codesIn(text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  const meant = phrases.filter(([words]) => words.test(text)).map(([, code]) => code);
  return [...new Set([...named, ...meant])];
}

/** In their order in the text; a code within a longer one (`NotFound`) is not meant. */
function codesIn(joined: string): readonly GuideCode[] {
  let rest = joined;
  const found: { readonly code: GuideCode; readonly at: number }[] = [];
  for (const code of [...guideCodes].sort((a, b) => plain(b).length - plain(a).length)) {
    const at = rest.indexOf(plain(code));
    if (at < 0) continue;
    found.push({ code, at });
    rest = rest.replaceAll(plain(code), (word) => '·'.repeat(word.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ code }) => code);
}

/** `USER_LOGGED_IN` and `userloggedin`; an exception without the word, too: `CustomKeyStoreInvalidState`. */
const plain = (code: string): string => code.toLowerCase().replace(/_|exception$/g, '');
