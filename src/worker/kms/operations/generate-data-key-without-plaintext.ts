import { generateSealedKey } from '../data-keys.ts';
import type { KmsHandler } from '../handler.ts';
import { materialIdOf } from '../sealing.ts';

/** For those who distribute data keys and should never see one. */
export const generateDataKeyWithoutPlaintext: KmsHandler<'GenerateDataKeyWithoutPlaintext'> = async (call, input) => {
  const { key, blob } = await generateSealedKey(call, input);
  const KeyMaterialId = materialIdOf(key);
  return { CiphertextBlob: blob, KeyId: key.arn, ...(KeyMaterialId !== undefined && { KeyMaterialId }) };
};
