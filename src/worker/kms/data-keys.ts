import type { DataKeySpec } from '@aws-sdk/client-kms';
import type { KmsCall } from './handler.ts';
import { AwsError } from '../errors.ts';
import { endDryRun, theKey } from './handler.ts';
import { keyObjectOf } from './material.ts';
import { materialNote, seal } from './sealing.ts';
import type { ResolvedKey } from './subjects.ts';

/** What the two operations take alike. */
export interface DataKeyInput {
  readonly KeySpec?: DataKeySpec | undefined;
  readonly NumberOfBytes?: number | undefined;
  readonly EncryptionContext?: Readonly<Record<string, string>> | undefined;
  readonly DryRun?: boolean | undefined;
}

/** @throws AwsError ValidationException in AWS's words (reported) */
function lengthOf({ KeySpec, NumberOfBytes }: DataKeyInput): number {
  if ((KeySpec === undefined) === (NumberOfBytes === undefined))
    throw new AwsError('ValidationException', 'Please specify either number of bytes or key spec.');
  return NumberOfBytes ?? (KeySpec === 'AES_128' ? 16 : 32);
}

/** A data key, in the open and sealed under the call's KMS key. */
export async function generateSealedKey(
  call: KmsCall,
  input: DataKeyInput,
): Promise<{ readonly key: ResolvedKey; readonly plaintext: Uint8Array; readonly blob: Uint8Array }> {
  const key = theKey(call.keys);
  const length = lengthOf(input);
  if (input.DryRun) {
    await keyObjectOf(call, key);
    endDryRun(true);
  }
  const plaintext = call.hsm.random(length);
  const blob = await seal(call, key, plaintext, input.EncryptionContext);
  call.note(materialNote(key));
  return { key, plaintext, blob };
}
