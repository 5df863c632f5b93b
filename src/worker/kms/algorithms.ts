import type { EncryptionAlgorithmSpec } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';

/**
 * Every simulated key is symmetric, so only SYMMETRIC_DEFAULT fits it.
 * @throws AwsError InvalidKeyUsageException, in the words that AWS has for MAC and signing algorithms (recorded)
 */
export function requireSymmetricDefault(algorithm: EncryptionAlgorithmSpec | undefined): 'SYMMETRIC_DEFAULT' {
  if (algorithm !== undefined && algorithm !== 'SYMMETRIC_DEFAULT')
    throw new AwsError('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec SYMMETRIC_DEFAULT.`);
  return 'SYMMETRIC_DEFAULT';
}
