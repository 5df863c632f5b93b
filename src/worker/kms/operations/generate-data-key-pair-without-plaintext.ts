import { generateSealedKeyPair } from '../data-key-pairs.ts';
import type { KmsHandler } from '../handler.ts';
import { materialIdOf } from '../sealing.ts';

/** For those who need the private key only later, or elsewhere. */
export const generateDataKeyPairWithoutPlaintext: KmsHandler<'GenerateDataKeyPairWithoutPlaintext'> = async (call, input) => {
  const { key, pair, blob } = await generateSealedKeyPair(call, 'GenerateDataKeyPairWithoutPlaintext', input);
  return {
    PrivateKeyCiphertextBlob: blob,
    PublicKey: pair.publicKey,
    KeyId: key.arn,
    KeyPairSpec: input.KeyPairSpec,
    KeyMaterialId: materialIdOf(key),
  };
};
