/** Key policies as AWS's console writes them, reads them for its default view, and changes them there. */

/** Whom a policy of the console's is about, by ARNs. */
export interface Permissions {
  /** Users and roles of the account that manage the key. */
  readonly administrators: readonly string[];
  /** "Allow key administrators to delete this key". */
  readonly mayDelete: boolean;
  /** Users and roles of the account that use the key. */
  readonly users: readonly string[];
  /** Ids of other AWS accounts that may use the key. */
  readonly otherAccounts: readonly string[];
}

interface Document {
  readonly Id?: unknown;
  readonly Statement: Statement | readonly Statement[];
}
interface Statement {
  readonly Sid?: unknown;
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: unknown;
}

/** By which AWS's console knows its statements again (facts 2.5: renaming them breaks its default view). */
const sids = {
  administrators: 'Allow access for Key Administrators',
  users: 'Allow use of the key',
  attachment: 'Allow attachment of persistent resources',
} as const;
const isConsoles = ({ Sid }: Statement): boolean => Object.values<unknown>(sids).includes(Sid);

const administration = [
  ...['Create*', 'Describe*', 'Enable*', 'List*', 'Put*', 'Update*', 'Revoke*', 'Disable*', 'Get*', 'Delete*'],
  ...['TagResource', 'UntagResource'],
].map(inKms);
const deletion = ['ScheduleKeyDeletion', 'CancelKeyDeletion'].map(inKms);
const use = ['Encrypt', 'Decrypt', 'ReEncrypt*', 'GenerateDataKey*', 'DescribeKey'].map(inKms);
const attachment = ['CreateGrant', 'ListGrants', 'RevokeGrant'].map(inKms);

function inKms(action: string): string {
  return `kms:${action}`;
}

const rootOf = (account: string): string => `arn:aws:iam::${account}:root`;
/** An account is named by its id as well. */
const accountIn = (principal: string): string | undefined => /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(principal)?.[1];

/**
 * The key policy as AWS's console writes it (facts 2.5): the account's own statement, and three that the person has filled
 * in; one without principals is left out. That it writes `key-consolepolicy-3` first is seen in policies that people have published.
 * @param account the key's
 * @returns JSON
 */
export function consolePolicy(account: string, permissions: Permissions): string {
  const Statement = { Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: rootOf(account) }, Action: 'kms:*', Resource: '*' };
  return withPermissions(JSON.stringify({ Id: 'key-consolepolicy-3', Version: '2012-10-17', Statement }), permissions);
}

/**
 * What the console's default view shows of a policy.
 * @param Policy of the key, as AWS KMS keeps it
 * @returns undefined where there is no such view: for keys that the console has not created, and where the policy was changed "in
 * a way that the console's default view does not support" (Developer Guide, "Changing a key policy"); AWS does not say which, ours
 * are those that the view could not show: other than AWS principals, no Allow, a statement that is there twice, half a deletion
 */
export function permissionsIn(Policy: string): Permissions | undefined {
  const { Id, Statement } = JSON.parse(Policy) as Document;
  const statements = [Statement].flat().filter(isConsoles);
  const ofConsole = statements.length > 0 || (typeof Id === 'string' && Id.startsWith('key-consolepolicy-'));
  const isTwice = new Set(statements.map(({ Sid }) => Sid)).size < statements.length;
  if (!ofConsole || isTwice || !statements.every(isShown)) return undefined;
  const of = (sid: string): Statement | undefined => statements.find(({ Sid }) => Sid === sid);
  const administering = of(sids.administrators);
  const using = principalsOf(of(sids.users));
  return {
    administrators: principalsOf(administering),
    mayDelete: administering === undefined || deletion.every((action) => strings(administering.Action).includes(action)),
    users: using.filter((principal) => accountIn(principal) === undefined),
    otherAccounts: using.flatMap((principal) => accountIn(principal) ?? []),
  };
}

/**
 * The policy with the console's statements rewritten: they come last, those without principals go, and what else a person has
 * written into the policy or into them stays.
 * @param Policy one of the console's
 * @returns JSON
 */
export function withPermissions(Policy: string, { administrators, mayDelete, users, otherAccounts }: Permissions): string {
  const document = JSON.parse(Policy) as Document;
  const statements = [document.Statement].flat();
  const there = (sid: string): Statement | undefined => statements.find(({ Sid }) => Sid === sid);
  const using = [...users, ...otherAccounts.map(rootOf)];
  // Not of every kind of key does the console write that of attachments.
  const attaching = there(sids.users) === undefined || there(sids.attachment) !== undefined;
  const Statement = [
    ...statements.filter((each) => !isConsoles(each)),
    ...statement(administrators, there(sids.administrators) ?? allow(sids.administrators, administration)).map((each) => ({
      ...each,
      Action: [...strings(each.Action).filter((action) => !deletion.includes(action)), ...(mayDelete ? deletion : [])],
    })),
    ...statement(using, there(sids.users) ?? allow(sids.users, use)),
    ...(attaching ? statement(using, there(sids.attachment) ?? { ...allow(sids.attachment, attachment), Condition: forServices }) : []),
  ];
  return JSON.stringify({ ...document, Statement }, undefined, 2);
}

const allow = (Sid: string, Action: readonly string[]): Statement => ({ Sid, Effect: 'Allow', Principal: {}, Action, Resource: '*' });
const forServices = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };

/** One principal stands by itself, several in a list. */
const statement = (principals: readonly string[], as: Statement): readonly Statement[] =>
  principals.length === 0 ? [] : [{ ...as, Principal: { AWS: principals.length === 1 ? principals[0] : principals } }];

const strings = (value: unknown): readonly string[] => [value].flat().filter((each) => typeof each === 'string');

const principalsOf = (statement: Statement | undefined): readonly string[] =>
  strings((statement?.Principal as { readonly AWS?: unknown } | undefined)?.AWS);

function isShown(statement: Statement): boolean {
  const { Sid, Effect, Principal } = statement;
  const actions = strings(statement.Action);
  const isAllowed = (action: string): boolean => actions.some((each) => (each.endsWith('*') ? action.startsWith(each.slice(0, -1)) : action === each));
  return (
    Effect === 'Allow' &&
    principalsOf(statement).length > 0 &&
    Object.keys(Principal as object).length === 1 &&
    actions.length > 0 &&
    // "Allow key administrators to delete this key" is both actions or none.
    (Sid !== sids.administrators || !deletion.some(isAllowed) || deletion.every((action) => actions.includes(action)))
  );
}
