import type { Call, TrailNote } from '../call.ts';
import { AwsError } from '../errors.ts';
import { additionalData, headerAndSealed, headerOf, materialOfCiphertext } from './ciphertext.ts';
import { keyObjectOf, materialNamed, unavailable, type MaterialName } from './material.ts';
import type { ResolvedKey } from './subjects.ts';

/** What Encrypt, Decrypt, ReEncrypt and the data key operations share: a plaintext sealed under a KMS key, and opened. */

type Context = Readonly<Record<string, string>>;

/**
 * @returns the CiphertextBlob, made with the key's current material
 * @throws AwsError KMSInvalidStateException where there is no material
 */
export async function seal(call: Call, key: ResolvedKey, plaintext: Uint8Array, context?: Context): Promise<Uint8Array> {
  const object = await keyObjectOf(call, key);
  const header = headerOf(key.row);
  const sealed = await call.hsm.encrypt(object, plaintext, additionalData(key.row, header, context));
  if (!sealed) return unavailable(key);
  const blob = new Uint8Array(header.length + sealed.length);
  blob.set(header);
  blob.set(sealed, header.length);
  return blob;
}

/**
 * Opens a blob with the material that made it, be it current or not.
 * @throws AwsError InvalidCiphertextException without a message: a changed byte, another encryption context, another key,
 * AWS tells none from the others; KMSInvalidStateException where there is no material
 */
export async function open(
  call: Call,
  key: ResolvedKey,
  blob: Uint8Array,
  context?: Context,
): Promise<{ readonly plaintext: Uint8Array; readonly material: MaterialName }> {
  const material = await materialNamed(call, key.row, materialOfCiphertext(blob));
  if (!material) throw new AwsError('InvalidCiphertextException');
  const object = await keyObjectOf(call, key, material);
  const { header, sealed } = headerAndSealed(blob);
  const plaintext = await call.hsm.decrypt(object, sealed, additionalData(key.row, header, context));
  if (!plaintext) throw new AwsError('InvalidCiphertextException');
  return { plaintext, material };
}

/** `KeyMaterialId` of an answer: as CurrentKeyMaterialId, not for keys in a key store (facts 4). */
export const materialIdOf = ({ row }: ResolvedKey, { backingKeyId }: MaterialName = row): string | undefined =>
  row.Origin === 'AWS_KMS' ? backingKeyId : undefined;

/** What CloudTrail shows of the material that a cryptographic operation used (facts 7), and that the key was used. */
export const materialNote = ({ row }: ResolvedKey, { backingKeyId }: MaterialName = row): TrailNote => ({
  used: [row.KeyId],
  additionalEventData:
    row.CustomKeyStoreId === undefined
      ? { keyMaterialId: backingKeyId }
      : { customKeyStoreId: row.CustomKeyStoreId, backingKeyId },
});
