import { requireSymmetricDefault } from '../algorithms.ts';
import { endDryRun, namedKey, notSimulated, type KmsHandler } from '../handler.ts';
import { ignoresCiphertext, requireCiphertext, requireKeyForDryRun } from '../dry-run.ts';
import { keyObjectOf } from '../material.ts';
import { materialIdOf, materialNote, open } from '../sealing.ts';

export const decrypt: KmsHandler<'Decrypt'> = async (call, input) => {
  if (input.Recipient) return notSimulated('Decrypt', 'Recipient');
  if (ignoresCiphertext(input)) {
    const key = requireKeyForDryRun(call.keys, 'KeyId');
    requireSymmetricDefault(input.EncryptionAlgorithm);
    await keyObjectOf(call, key);
    endDryRun(true);
  }
  const blob = requireCiphertext(input);
  const key = namedKey(call.keys, 'CiphertextBlob');
  const EncryptionAlgorithm = requireSymmetricDefault(input.EncryptionAlgorithm);
  const { plaintext, material } = await open(call, key, blob, input.EncryptionContext);
  endDryRun(input.DryRun);
  call.note(materialNote(key, material));
  const KeyMaterialId = materialIdOf(key, material);
  return { KeyId: key.arn, Plaintext: plaintext, EncryptionAlgorithm, ...(KeyMaterialId !== undefined && { KeyMaterialId }) };
};
