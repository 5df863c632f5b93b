import { arnOf, type Identity } from '../../../model/identities.ts';

/** What the pages for permissions say. */
export interface Permissions {
  /** Of the key. */
  readonly account: string;
  readonly administrators: readonly Identity[];
  /** "Allow key administrators to delete this key". */
  readonly mayDelete: boolean;
  readonly users: readonly Identity[];
  /** Other AWS accounts that may use the key. */
  readonly otherAccounts: readonly string[];
}

/** By which AWS's console knows its statements again, for its default view. */
export const sids = {
  administrators: 'Allow access for Key Administrators',
  users: 'Allow use of the key',
  attachment: 'Allow attachment of persistent resources',
} as const;

const administration = [
  ...['Create*', 'Describe*', 'Enable*', 'List*', 'Put*', 'Update*', 'Revoke*', 'Disable*', 'Get*', 'Delete*'],
  ...['TagResource', 'UntagResource'],
];
export const deletion = ['ScheduleKeyDeletion', 'CancelKeyDeletion'];
const use = ['Encrypt', 'Decrypt', 'ReEncrypt*', 'GenerateDataKey*', 'DescribeKey'];
const attachment = ['CreateGrant', 'ListGrants', 'RevokeGrant'];

/**
 * The key policy as AWS's console writes it (facts 2.5): the account's own statement, and three that the person has filled
 * in; one without principals is left out. The console's default view knows the statements by their Sids, so they are exact;
 * that it writes `key-consolepolicy-3` first is seen in policies that people have published.
 * @returns JSON
 */
export function consolePolicy({ account, administrators, mayDelete, users, otherAccounts }: Permissions): string {
  const arns = (identities: readonly Identity[]): string[] => identities.map((identity) => arnOf(account, identity));
  const using = [...arns(users), ...otherAccounts.map(rootOf)];
  const document = {
    Id: 'key-consolepolicy-3',
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: rootOf(account) }, Action: 'kms:*', Resource: '*' },
      ...statement(sids.administrators, arns(administrators), [...administration, ...(mayDelete ? deletion : [])]),
      ...statement(sids.users, using, use),
      ...statement(sids.attachment, using, attachment, {
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      }),
    ],
  };
  return JSON.stringify(document, undefined, 2);
}

const rootOf = (account: string): string => `arn:aws:iam::${account}:root`;

/** One principal stands by itself, several in a list. */
function statement(Sid: string, principals: readonly string[], actions: readonly string[], more: object = {}): readonly object[] {
  if (principals.length === 0) return [];
  const AWS = principals.length === 1 ? principals[0] : principals;
  return [{ Sid, Effect: 'Allow', Principal: { AWS }, Action: actions.map((action) => `kms:${action}`), Resource: '*', ...more }];
}
