/**
 * Who can call. One place, both threads: the page signs as them, the worker knows them by their access key.
 * The order is part of the access keys that people may have noted: append only. What they are allowed is not simulated:
 * everybody may do everything in the own account.
 */
interface Person {
  readonly name: string;
  /** IAM's unique id; the letters after `AIDA` and `AROA` are ours. */
  readonly principalId: string;
  /** Who is in this account alone; the others are in every account that has nobody of its own. */
  readonly account?: string;
}

export interface User extends Person {
  readonly type: 'IAMUser';
}

/** A role, taken on for a session: nobody calls as the role itself. */
export interface Role extends Person {
  readonly type: 'Role';
  /** Its name: the console gives it the user's, Amazon EC2 the id of the instance. */
  readonly session: string;
}

export type Identity = User | Role;

/** Where the playground begins, and an account beside it. */
export const accounts = ['111122223333', '444455556666'] as const;
const [, second] = accounts;

export const identities: readonly [Identity, ...Identity[]] = [
  { name: 'Alice', type: 'IAMUser', principalId: 'AIDAGLASSHSMALICE2222' },
  { name: 'Bob', type: 'IAMUser', principalId: 'AIDAGLASSHSMBOB222222' },
  { name: 'Carol', type: 'IAMUser', principalId: 'AIDAGLASSHSMCAROL2222' },
  { name: 'KeyAdminRole', type: 'Role', principalId: 'AROAGLASSHSMKEYADMIN2', session: 'Alice' },
  { name: 'AppRole', type: 'Role', principalId: 'AROAGLASSHSMAPP222222', session: 'i-1234567890abcdef0' },
  { name: 'Dave', type: 'IAMUser', principalId: 'AIDAGLASSHSMDAVE22222', account: second },
  { name: 'PartnerRole', type: 'Role', principalId: 'AROAGLASSHSMPARTNER22', session: 'Dave', account: second },
];

/** @returns who is in the account; the first of them calls where nobody is named */
export function identitiesIn(account: string): readonly [Identity, ...Identity[]] {
  const of = (home: string | undefined): Identity[] => identities.filter((each) => each.account === home);
  const [first, ...others] = of(account);
  return first ? [first, ...others] : [identities[0], ...of(undefined).slice(1)];
}

/** @returns the ARN that policies name: of the user, or of the role */
export const arnOf = (account: string, { type, name }: Identity): string =>
  `arn:aws:iam::${account}:${type === 'Role' ? 'role' : 'user'}/${name}`;

/** @returns the ARN that the caller has: of the user, or of the role's session */
export const callerArnOf = (account: string, identity: Identity): string =>
  identity.type === 'Role'
    ? `arn:aws:sts::${account}:assumed-role/${identity.name}/${identity.session}`
    : arnOf(account, identity);
