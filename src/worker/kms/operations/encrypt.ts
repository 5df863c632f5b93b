import { AwsError } from '../../errors.ts';
import { additionalData, headerOf } from '../ciphertext.ts';
import { endDryRun, theKey, type KmsHandler } from '../handler.ts';
import { keyObjectOf, materialNote, unavailable } from '../material.ts';
import { requireSymmetricDefault } from '../algorithms.ts';

export const encrypt: KmsHandler<'Encrypt'> = async (call, input) => {
  const key = theKey(call.keys);
  const EncryptionAlgorithm = requireSymmetricDefault(key, input.EncryptionAlgorithm);
  if (!input.Plaintext) throw new AwsError('ValidationException');
  const object = await keyObjectOf(call, key);
  endDryRun(input.DryRun);
  const header = headerOf(key.row);
  const sealed = await call.hsm.encrypt(object, input.Plaintext, additionalData(key.row, header, input.EncryptionContext));
  if (!sealed) return unavailable(key);
  call.note(materialNote(key));
  const CiphertextBlob = new Uint8Array(header.length + sealed.length);
  CiphertextBlob.set(header);
  CiphertextBlob.set(sealed, header.length);
  return { CiphertextBlob, KeyId: key.arn, EncryptionAlgorithm };
};
