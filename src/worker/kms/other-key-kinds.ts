import { AwsError } from '../errors.ts';
import { theKey, type KmsCall } from './handler.ts';

/** What other kinds of keys can do. Every simulated key is a symmetric encryption key, and is refused in AWS's words. */

/**
 * Sign, Verify, GenerateMac, VerifyMac, DeriveSharedSecret (facts 4, recorded).
 * @throws AwsError InvalidKeyUsageException
 */
export const refuseKeyUsage =
  (operation: 'DeriveSharedSecret' | 'GenerateMac' | 'Sign' | 'Verify' | 'VerifyMac') =>
  (call: KmsCall): Promise<never> => {
    const { arn } = theKey(call.keys);
    throw new AwsError('InvalidKeyUsageException', `${arn} key usage is ENCRYPT_DECRYPT which is not valid for ${operation}.`);
  };

/**
 * GetPublicKey: AWS refuses what is for another kind of key without a message.
 * @throws AwsError UnsupportedOperationException
 */
export function refusePublicKey(): Promise<never> {
  throw new AwsError('UnsupportedOperationException');
}

/**
 * ReplicateKey and UpdatePrimaryRegion (facts 4, recorded for a key that is not the primary one).
 * @throws AwsError UnsupportedOperationException
 */
export function refuseSingleRegionKey(call: KmsCall): Promise<never> {
  throw new AwsError('UnsupportedOperationException', `${theKey(call.keys).arn} is not a multi-region primary key.`);
}

/** GetParametersForImport and its kin never get here: the key state table refuses every origin but EXTERNAL. */
export function refuseImport(): Promise<never> {
  throw new Error('A key of origin EXTERNAL is not simulated.');
}
