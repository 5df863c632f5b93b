import { requireSymmetricDefault } from '../algorithms.ts';
import { endDryRun, theKey, type KmsHandler } from '../handler.ts';
import { keyObjectOf } from '../material.ts';
import { materialNote, seal } from '../sealing.ts';

export const encrypt: KmsHandler<'Encrypt'> = async (call, { Plaintext = new Uint8Array(), EncryptionContext, ...input }) => {
  const key = theKey(call.keys);
  const EncryptionAlgorithm = requireSymmetricDefault(input.EncryptionAlgorithm);
  if (input.DryRun) {
    await keyObjectOf(call, key);
    endDryRun(true);
  }
  const CiphertextBlob = await seal(call, key, Plaintext, EncryptionContext);
  call.note(materialNote(key));
  return { CiphertextBlob, KeyId: key.arn, EncryptionAlgorithm };
};
