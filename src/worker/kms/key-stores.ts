import type { CustomKeyStoresListEntry } from '@aws-sdk/client-kms';
import type { Place } from '../../model/look.ts';
import { AwsError } from '../errors.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyStoreRow } from '../storage/schema.ts';

/** Not adjustable, all types and connection states together (facts 1.1). */
export const keyStoreQuota = 10;

export const keyStoreKey = ({ account, region }: Place, CustomKeyStoreId: string): Key => [
  account,
  region,
  CustomKeyStoreId,
];
export const keyStoreRead = (place: Place, CustomKeyStoreId: string): Read => ({
  store: 'keyStores',
  key: keyStoreKey(place, CustomKeyStoreId),
});
export const keyStoreNameKey = ({ account, region }: Place, name: string): Key => [account, region, name];

/** How many KMS keys a key store has, in any key state. */
export const keyStoreCounterKey = ({ account, region }: Place, CustomKeyStoreId: string): Key => [
  account,
  region,
  `keys/${CustomKeyStoreId}`,
];

/** @throws AwsError CustomKeyStoreNotFoundException; AWS's text is not public */
export function keyStoreNotFound(id: string): never {
  throw new AwsError('CustomKeyStoreNotFoundException', `Custom key store ${id} does not exist.`);
}

/** @throws AwsError CustomKeyStoreInvalidStateException; AWS's text is not public */
export function invalidKeyStoreState(store: KeyStoreRow, needed: string): never {
  throw new AwsError(
    'CustomKeyStoreInvalidStateException',
    `Custom key store ${store.CustomKeyStoreId} is ${store.ConnectionState}. ${needed}`,
  );
}

export function requireKeyStore(rows: Rows, place: Place, CustomKeyStoreId: string): KeyStoreRow {
  return rows.get('keyStores', keyStoreKey(place, CustomKeyStoreId)) ?? keyStoreNotFound(CustomKeyStoreId);
}

/** @returns the key store in another connection state; an error code of before is gone */
export function withConnectionState(
  { ConnectionErrorCode: _before, transition: _ended, ...store }: KeyStoreRow,
  change: Pick<KeyStoreRow, 'ConnectionState'> & Partial<KeyStoreRow>,
): KeyStoreRow {
  return { ...store, ...change };
}

/** @returns the key store as DescribeCustomKeyStores lists it; the password never */
export const describeKeyStore = (store: KeyStoreRow): CustomKeyStoresListEntry => ({
  CustomKeyStoreId: store.CustomKeyStoreId,
  CustomKeyStoreName: store.CustomKeyStoreName,
  CloudHsmClusterId: store.CloudHsmClusterId,
  TrustAnchorCertificate: store.TrustAnchorCertificate,
  ConnectionState: store.ConnectionState,
  ...(store.ConnectionErrorCode && { ConnectionErrorCode: store.ConnectionErrorCode }),
  CreationDate: new Date(store.CreationDate),
  CustomKeyStoreType: 'AWS_CLOUDHSM',
});

/** @throws AwsError CustomKeyStoreNameInUseException; AWS's text is not public */
export function nameInUse(name: string): never {
  throw new AwsError('CustomKeyStoreNameInUseException', `The custom key store name ${name} is in use.`);
}
