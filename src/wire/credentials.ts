import { identities, type Identity } from '../model/identities.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** 29 bits that mark an access key as issued here. */
const mark = 0x1a55_45cdn;

/**
 * The access key id of an identity in an account. Like AWS's own it carries the account: base32 after `AKIA` (a role's
 * session: `ASIA`), one bit, then 40 bits of account; the rest is our mark and the identity's place in the list.
 */
export function accessKeyIdOf(account: string, identity: Identity): string {
  const bits = (1n << 79n) | (BigInt(account) << 39n) | (mark << 10n) | BigInt(identities.indexOf(identity));
  const kind = identity.type === 'Role' ? 'ASIA' : 'AKIA';
  return `${kind}${Array.from({ length: 16 }, (_, i) => alphabet[Number((bits >> BigInt(75 - 5 * i)) & 31n)]).join('')}`;
}

interface Owner {
  readonly account: string;
  readonly identity: Identity;
}

/** The last answer: callers come with the same key again and again. */
let last: { readonly accessKeyId: string; readonly owner: Owner | undefined } | undefined;

/** Whose access key it is, or undefined where it was not issued here. */
export function identityOf(accessKeyId: string): Owner | undefined {
  if (last?.accessKeyId !== accessKeyId) last = { accessKeyId, owner: ownerOf(accessKeyId) };
  return last.owner;
}

function ownerOf(accessKeyId: string): Owner | undefined {
  if (!/^A[KS]IA[A-Z2-7]{16}$/.test(accessKeyId)) return undefined;
  const bits = [...accessKeyId.slice(4)].reduce((sum, letter) => (sum << 5n) | BigInt(alphabet.indexOf(letter)), 0n);
  const identity = identities[Number(bits & 0x3ffn)];
  const account = String((bits >> 39n) & 0xff_ffff_ffffn).padStart(12, '0');
  return ((bits >> 10n) & 0x1fff_ffffn) === mark && identity ? { account, identity } : undefined;
}

/** What the Authorization header says; the signature is not checked. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
}

/** @returns the credential scope of a SigV4 Authorization header, or undefined where its credential has not five parts */
export function parseAuthorization(header: string): CredentialScope | undefined {
  const parts = credentialOf(header).split('/');
  const [accessKeyId, _date, region, service] = parts;
  return parts.length === 5 && accessKeyId !== undefined && region !== undefined && service !== undefined
    ? { accessKeyId, region, service }
    : undefined;
}

/** `AKIA…/20261123/us-west-2/kms/aws4_request`, or empty. */
export const credentialOf = (header: string): string => /[ ,]Credential=([^ ,]*)/.exec(header)?.[1] ?? '';
