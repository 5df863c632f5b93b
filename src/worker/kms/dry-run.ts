import type { DryRunModifierType } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';
import type { Keys, ResolvedKey } from './subjects.ts';

/** The members of Decrypt and ReEncrypt that make a dry run. */
export interface DryRunMembers {
  readonly CiphertextBlob?: Uint8Array | undefined;
  readonly DryRun?: boolean | undefined;
  readonly DryRunModifiers?: readonly DryRunModifierType[] | undefined;
}

/**
 * "When set to IGNORE_CIPHERTEXT, KMS performs only authorization validation without ciphertext validation"; modifiers
 * only apply to a dry run (API Reference, Decrypt and ReEncrypt).
 */
export const ignoresCiphertext = ({ DryRun, DryRunModifiers }: DryRunMembers): boolean =>
  DryRun === true && (DryRunModifiers?.includes('IGNORE_CIPHERTEXT') ?? false);

/** @throws AwsError where neither ciphertext nor key says what the dry run is about; AWS's text is not public */
export function requireKeyForDryRun(keys: Keys, member: 'KeyId' | 'SourceKeyId'): ResolvedKey {
  const key = keys[member] ?? keys['CiphertextBlob'];
  if (!key) throw new AwsError('ValidationException', `${member} is required with the dry run modifier IGNORE_CIPHERTEXT.`);
  return key;
}

/** @throws AwsError as for every member that is required: the model lets it be absent for the dry run alone */
export function requireCiphertext({ CiphertextBlob }: DryRunMembers): Uint8Array {
  if (!CiphertextBlob)
    throw new AwsError(
      'ValidationException',
      "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
    );
  return CiphertextBlob;
}
