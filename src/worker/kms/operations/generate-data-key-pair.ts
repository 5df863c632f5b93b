import { AwsError } from '../../errors.ts';
import { notSimulated, theKey, type KmsCall } from '../handler.ts';

/**
 * GenerateDataKeyPair and GenerateDataKeyPairWithoutPlaintext: "You cannot use a symmetric encryption KMS key in a custom
 * key store to generate an asymmetric data key pair." (Developer Guide; the source document says so too.)
 */
export function generateDataKeyPair(call: KmsCall): Promise<never> {
  const { row, arn } = theKey(call.keys);
  if (row.CustomKeyStoreId === undefined) return notSimulated('GenerateDataKeyPair', 'KeyPairSpec');
  // AWS's text is not public; this is the pattern that it answers for other operations (facts 4).
  throw new AwsError('UnsupportedOperationException', `${arn} origin is ${row.Origin} which is not valid for this operation.`);
}
