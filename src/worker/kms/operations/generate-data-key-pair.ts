import { generateSealedKeyPair } from '../data-key-pairs.ts';
import { notSimulated, type KmsHandler } from '../handler.ts';
import { materialIdOf } from '../sealing.ts';

export const generateDataKeyPair: KmsHandler<'GenerateDataKeyPair'> = async (call, input) => {
  if (input.Recipient) return notSimulated('GenerateDataKeyPair', 'Recipient');
  const { key, pair, blob } = await generateSealedKeyPair(call, 'GenerateDataKeyPair', input);
  return {
    PrivateKeyCiphertextBlob: blob,
    PrivateKeyPlaintext: pair.privateKey,
    PublicKey: pair.publicKey,
    KeyId: key.arn,
    KeyPairSpec: input.KeyPairSpec,
    KeyMaterialId: materialIdOf(key),
  };
};
