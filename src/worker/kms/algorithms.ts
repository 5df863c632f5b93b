import type { EncryptionAlgorithmSpec } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';
import type { ResolvedKey } from './subjects.ts';

/**
 * Every simulated key is symmetric, so only SYMMETRIC_DEFAULT fits it.
 * @throws AwsError InvalidKeyUsageException ("the encryption algorithm … must be compatible", API Reference); our text
 */
export function requireSymmetricDefault(
  { arn }: ResolvedKey,
  algorithm: EncryptionAlgorithmSpec | undefined,
): 'SYMMETRIC_DEFAULT' {
  if (algorithm !== undefined && algorithm !== 'SYMMETRIC_DEFAULT')
    throw new AwsError('InvalidKeyUsageException', `${arn} does not support the algorithm ${algorithm}.`);
  return 'SYMMETRIC_DEFAULT';
}
