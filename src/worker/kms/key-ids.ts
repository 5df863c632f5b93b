import type { Place } from '../../model/look.ts';
import { AwsError } from '../errors.ts';
import { keyArn } from './keys.ts';

/** What a `KeyId` member names. */
export type KeyName =
  | { readonly KeyId: string; readonly account: string }
  | { readonly AliasName: string; readonly account: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads a key id, key ARN, alias name or alias ARN, as the caller's Region sees it.
 * @param form what the operation accepts: a key id or key ARN, an alias name or alias ARN as well, or a key ARN only
 * @throws AwsError NotFoundException in AWS's recorded words (facts 4)
 */
export function parseKeyId(place: Place, text: string, form: 'key' | 'any' | 'arn'): KeyName {
  const aliases = form === 'any';
  // API Reference, RetireGrant: "The key ARN". What AWS answers to a key id is not public.
  if (form === 'arn' && !text.startsWith('arn:')) throw new AwsError('InvalidArnException', `Invalid arn ${text}`);
  if (!text.startsWith('arn:')) return named(text, place.account, text, aliases);
  const [, partition, service, region, account, ...resource] = text.split(':');
  const name = resource.join(':');
  if (partition !== 'aws' || service !== 'kms' || !region || !account || !/^(key|alias)\//.test(name))
    throw new AwsError('NotFoundException', `Invalid arn ${text}`);
  if (region !== place.region) throw new AwsError('NotFoundException', `Invalid arn ${region}`);
  return named(name.startsWith('key/') ? name.slice(4) : name, account, text, aliases);
}

function named(name: string, account: string, text: string, aliases: boolean): KeyName {
  if (aliases && name.startsWith('alias/')) return { AliasName: name, account };
  if (!uuid.test(name)) throw new AwsError('NotFoundException', `Invalid keyId '${text}'`);
  return { KeyId: name, account };
}

export const aliasArn = ({ account, region }: Place, AliasName: string): string =>
  `arn:aws:kms:${region}:${account}:${AliasName}`;

/** @throws AwsError NotFoundException */
export function keyNotFound(place: Place, KeyId: string): never {
  throw new AwsError('NotFoundException', `Key '${keyArn(place, KeyId)}' does not exist`);
}

/** @throws AwsError NotFoundException */
export function aliasNotFound(place: Place, AliasName: string): never {
  throw new AwsError('NotFoundException', `Alias ${aliasArn(place, AliasName)} is not found.`);
}
