import type { Place } from '../../model/look.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyRow } from '../storage/schema.ts';
import { aliasArn } from './key-ids.ts';

/** Aliases a key can have (facts 4). */
export const aliasQuota = 50;

export const aliasKey = ({ account, region }: Place, AliasName: string): Key => [account, region, AliasName];
export const keyAliasKey = ({ account, region }: Place, KeyId: string, AliasName: string): Key => [account, region, KeyId, AliasName];
export const keyAliasesRead = ({ account, region }: Place, KeyId: string): Read & { readonly prefix: Key } => ({
  store: 'keyAliases',
  prefix: [account, region, KeyId],
});

/** @throws AwsError where no alias of a customer can be called so */
export function checkAliasName(AliasName: string): void {
  if (!AliasName.startsWith('alias/'))
    throw new AwsError(
      'ValidationException',
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    );
  // The pattern lets the colon through, and a second check does not (reported from AWS).
  if (AliasName.includes(':'))
    throw new AwsError('ValidationException', `${AliasName} contains invalid characters for an alias`);
  // API Reference: "The alias name cannot begin with alias/aws/." AWS's code, without a message (as two emulators have it,
  // whose authors copied AWS's answers).
  if (AliasName.startsWith('alias/aws/')) throw new AwsError('NotAuthorizedException');
}

/** @throws AwsError where no new alias may be called so; AWS's text is not public */
export function checkNewAliasName(AliasName: string): void {
  checkAliasName(AliasName);
  // "This value must begin with alias/ followed by a name" (API Reference, CreateAlias).
  if (AliasName === 'alias/') throw new AwsError('InvalidAliasNameException', `The alias name ${AliasName} is empty.`);
}

/** @throws AwsError LimitExceededException where the key has no room for another alias; AWS's text is not public */
export function requireRoomForAlias(rows: Rows, place: Place, KeyId: string): void {
  if (rows.range('keyAliases', keyAliasesRead(place, KeyId).prefix).length >= aliasQuota)
    throw new AwsError('LimitExceededException', `The key has ${String(aliasQuota)} aliases.`);
}

/** @throws AwsError AlreadyExistsException */
export function requireNewAlias(rows: Rows, place: Place, AliasName: string): void {
  if (rows.get('aliases', aliasKey(place, AliasName)))
    throw new AwsError('AlreadyExistsException', `An alias with the name ${aliasArn(place, AliasName)} already exists`);
}

/**
 * Puts a key's place in the order of creation where keys with an alias have theirs, or where those without have.
 * Must be called when its aliases have changed, with {@link keyAliasesRead} among the reads.
 */
export function indexAliased(rows: Rows, { account, region, KeyId, number }: KeyRow): void {
  const aliased = rows.range('keyAliases', keyAliasesRead({ account, region }, KeyId).prefix).length > 0;
  rows.delete(aliased ? 'keyOrder' : 'aliasedKeyOrder', [account, region, number]);
  rows.put(aliased ? 'aliasedKeyOrder' : 'keyOrder', { account, region, number, KeyId });
}
