import { AwsError } from '../../errors.ts';
import { additionalData, headerAndSealed } from '../ciphertext.ts';
import { requireSymmetricDefault } from '../algorithms.ts';
import { endDryRun, notSimulated, type KmsHandler } from '../handler.ts';
import { keyObjectOf, materialNote } from '../material.ts';

export const decrypt: KmsHandler<'Decrypt'> = async (call, input) => {
  if (input.Recipient) return notSimulated('attested recipients (Nitro Enclaves)');
  if (input.DryRunModifiers?.length) return notSimulated('dry runs without a ciphertext');
  const key = call.keys['CiphertextBlob'];
  if (!key || !input.CiphertextBlob)
    throw new AwsError(
      'ValidationException',
      "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
    );
  const EncryptionAlgorithm = requireSymmetricDefault(key, input.EncryptionAlgorithm);
  const object = await keyObjectOf(call, key);
  const { header, sealed } = headerAndSealed(input.CiphertextBlob);
  const Plaintext = await call.hsm.decrypt(object, sealed, additionalData(key.row, header, input.EncryptionContext));
  // A changed byte, another encryption context, another key: AWS tells none from the others, and has no message.
  if (!Plaintext) throw new AwsError('InvalidCiphertextException');
  endDryRun(input.DryRun);
  call.note(materialNote(key));
  return {
    KeyId: key.arn,
    Plaintext,
    EncryptionAlgorithm,
    ...(key.row.Origin === 'AWS_KMS' && { KeyMaterialId: key.row.backingKeyId }),
  };
};
