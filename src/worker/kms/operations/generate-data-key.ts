import { generateSealedKey } from '../data-keys.ts';
import { notSimulated, type KmsHandler } from '../handler.ts';
import { materialIdOf } from '../sealing.ts';

export const generateDataKey: KmsHandler<'GenerateDataKey'> = async (call, input) => {
  if (input.Recipient) return notSimulated('GenerateDataKey', 'Recipient');
  const { key, plaintext, blob } = await generateSealedKey(call, input);
  const KeyMaterialId = materialIdOf(key);
  return {
    CiphertextBlob: blob,
    Plaintext: plaintext,
    KeyId: key.arn,
    ...(KeyMaterialId !== undefined && { KeyMaterialId }),
  };
};
