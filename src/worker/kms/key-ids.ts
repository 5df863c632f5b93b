import type { Place } from '../../model/look.ts';
import { AwsError } from '../errors.ts';
import { keyArn } from './keys.ts';

/** What a `KeyId` member names. */
export type KeyName =
  | { readonly KeyId: string; readonly account: string }
  | { readonly AliasName: string; readonly account: string };

/** What an operation accepts: `by` of a subject. */
type Form = 'key' | 'target' | 'any' | 'arn';

/** A UUID; the id of a multi-Region key, which no simulated key is, is no invalid one either. */
const keyIdForm = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/;

/**
 * Reads a key id, key ARN, alias name or alias ARN, as the caller's Region sees it.
 * @param form what the operation accepts (`by` of its subject)
 * @throws AwsError NotFoundException in AWS's recorded words (facts 4)
 */
export function parseKeyId(place: Place, text: string, form: Form): KeyName {
  // API Reference, RetireGrant: "The key ARN". What AWS answers to a key id is not public.
  if (form === 'arn' && !text.startsWith('arn:')) throw new AwsError('InvalidArnException', `Invalid arn ${text}`);
  if (!text.startsWith('arn:')) return named(text, place.account, text, form);
  const [, partition, service, region, account, ...resource] = text.split(':');
  const name = resource.join(':');
  if (partition !== 'aws' || service !== 'kms' || !region || !account || !/^(key|alias)\//.test(name))
    throw new AwsError('NotFoundException', `Invalid arn ${text}`);
  if (region !== place.region) throw new AwsError('NotFoundException', `Invalid arn ${region}`);
  return named(name.startsWith('key/') ? name.slice(4) : name, account, text, form);
}

function named(name: string, account: string, text: string, form: Form): KeyName {
  if (form === 'any' && name.startsWith('alias/')) return { AliasName: name, account };
  // As an emulator has it from AWS of some years ago.
  if (form === 'target' && name.startsWith('alias/'))
    throw new AwsError('ValidationException', 'Aliases must refer to keys. Not aliases');
  if (!keyIdForm.test(name)) throw new AwsError('NotFoundException', `Invalid keyId '${text}'`);
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
