import { generateSealedKeyPair } from '../data-key-pairs.ts';
import { notSimulated, type KmsHandler } from '../handler.ts';

export const generateDataKeyPair: KmsHandler<'GenerateDataKeyPair'> = (call, input) =>
  input.Recipient ? notSimulated('GenerateDataKeyPair', 'Recipient') : generateSealedKeyPair(call, 'GenerateDataKeyPair', input);
