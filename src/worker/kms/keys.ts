import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { KeyState } from '../../model/key-states.ts';
import type { Place } from '../../model/look.ts';
import type { Key } from '../storage/keys.ts';
import type { KeyRow, KeyStoreRow } from '../storage/schema.ts';

export const keyKey = ({ account, region }: Place, KeyId: string): Key => [account, region, KeyId];
/** How many KMS keys an account has in a Region. */
export const keyCounterKey = ({ account, region }: Place): Key => [account, region, 'keys'];

export const keyArn = ({ account, region }: Place, KeyId: string): string =>
  `arn:aws:kms:${region}:${account}:key/${KeyId}`;

/**
 * The key state, from the key and its key store: all keys of a store flip at once when its connection does, but those
 * pending deletion stay so (Developer Guide, "Key states"; facts 3.2).
 */
export function keyState(key: KeyRow, store: KeyStoreRow | undefined): KeyState {
  if (key.DeletionDate !== undefined) return 'PendingDeletion';
  if (key.CustomKeyStoreId !== undefined && store?.ConnectionState !== 'CONNECTED') return 'Unavailable';
  return key.enabled ? 'Enabled' : 'Disabled';
}

/** @returns what CreateKey and DescribeKey answer (facts 2.3) */
export function keyMetadata(key: KeyRow, store: KeyStoreRow | undefined): KeyMetadata {
  const state = keyState(key, store);
  return {
    AWSAccountId: key.account,
    KeyId: key.KeyId,
    Arn: keyArn(key, key.KeyId),
    CreationDate: new Date(key.CreationDate),
    Enabled: state === 'Enabled',
    Description: key.Description,
    KeyUsage: 'ENCRYPT_DECRYPT',
    KeyState: state,
    ...(key.DeletionDate !== undefined && { DeletionDate: new Date(key.DeletionDate) }),
    Origin: key.Origin,
    ...(key.CustomKeyStoreId !== undefined && { CustomKeyStoreId: key.CustomKeyStoreId }),
    ...(store && { CloudHsmClusterId: store.CloudHsmClusterId }),
    KeyManager: 'CUSTOMER',
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
    KeySpec: 'SYMMETRIC_DEFAULT',
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
    MultiRegion: false,
    // Only for keys of origin AWS_KMS (and EXTERNAL): the API model of CurrentKeyMaterialId.
    ...(key.Origin === 'AWS_KMS' && { CurrentKeyMaterialId: key.backingKeyId }),
  };
}
