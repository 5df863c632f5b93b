import { generateSealedKeyPair } from '../data-key-pairs.ts';
import type { KmsHandler } from '../handler.ts';

/** For those who need the private key only later, or elsewhere. */
export const generateDataKeyPairWithoutPlaintext: KmsHandler<'GenerateDataKeyPairWithoutPlaintext'> = async (call, input) => {
  const { PrivateKeyPlaintext: _left, ...answer } = await generateSealedKeyPair(call, 'GenerateDataKeyPairWithoutPlaintext', input);
  return answer;
};
