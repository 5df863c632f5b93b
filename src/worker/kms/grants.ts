import type { GrantListEntry } from '@aws-sdk/client-kms';
import type { Place } from '../../model/look.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf, type Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { GrantRow } from '../storage/schema.ts';
import { keyArn } from './keys.ts';

/** Grants a key can have (facts 8.7). */
export const grantQuota = 50_000;

export const grantKey = ({ account, region }: Place, KeyId: string, GrantId: string): Key => [account, region, KeyId, GrantId];
export const grantsPrefix = ({ account, region }: Place, KeyId: string): Key => [account, region, KeyId];
/** How many grants a key has. */
export const grantCounterKey = ({ account, region }: Place, KeyId: string): Key => [account, region, `grants/${KeyId}`];

/** What {@link endGrant} must have read. */
export const grantReads = (place: Place, KeyId: string, GrantId: string): Read[] => [
  { store: 'grants', key: grantKey(place, KeyId, GrantId) },
  { store: 'counters', key: grantCounterKey(place, KeyId) },
];

/** @returns a grant as ListGrants answers it: the key and the account as ARNs, a grant without a name with an empty one */
export const describeGrant = (grant: GrantRow): GrantListEntry => ({
  KeyId: keyArn(grant, grant.KeyId),
  GrantId: grant.GrantId,
  Name: grant.Name ?? '',
  CreationDate: new Date(grant.CreationDate),
  ...(grant.GranteePrincipal !== undefined && { GranteePrincipal: grant.GranteePrincipal }),
  ...(grant.RetiringPrincipal !== undefined && { RetiringPrincipal: grant.RetiringPrincipal }),
  IssuingAccount: grant.IssuingAccount,
  Operations: [...grant.Operations],
  ...(grant.Constraints && { Constraints: grant.Constraints }),
  ...(grant.GranteeServicePrincipal !== undefined && { GranteeServicePrincipal: grant.GranteeServicePrincipal }),
  ...(grant.RetiringServicePrincipal !== undefined && { RetiringServicePrincipal: grant.RetiringServicePrincipal }),
});

/** @throws AwsError InvalidGrantIdException where it cannot be one; AWS's text is not public */
export function checkGrantId(GrantId: string): void {
  if (!/^[0-9a-f]{64}$/.test(GrantId)) throw new AwsError('InvalidGrantIdException', `The grant id ${GrantId} is not valid.`);
}

/** @throws AwsError NotFoundException; the text is not AWS's recorded one */
export function requireGrant(rows: Rows, place: Place, KeyId: string, GrantId: string): GrantRow {
  const grant = rows.get('grants', grantKey(place, KeyId, GrantId));
  if (!grant) throw new AwsError('NotFoundException', `Grant ID ${GrantId} not found`);
  return grant;
}

/** Takes away a grant with all that stands for it, but for its key's counter. */
export function removeGrant(rows: Rows, grant: GrantRow): void {
  const { account, region, KeyId, GrantId, RetiringPrincipal, request } = grant;
  rows.delete('grants', keyOf('grants', grant));
  if (RetiringPrincipal !== undefined) rows.delete('retirableGrants', [account, region, RetiringPrincipal, GrantId]);
  if (request !== undefined) rows.delete('grantNames', [account, region, KeyId, request]);
}

/**
 * RetireGrant and RevokeGrant: the grant ends.
 * @throws AwsError NotFoundException
 */
export function endGrant(rows: Rows, place: Place, KeyId: string, GrantId: string): void {
  removeGrant(rows, requireGrant(rows, place, KeyId, GrantId));
  const { account, region } = place;
  const count = rows.get('counters', grantCounterKey(place, KeyId))?.count ?? 1;
  rows.put('counters', { account, region, name: `grants/${KeyId}`, count: count - 1, next: 0 });
}
