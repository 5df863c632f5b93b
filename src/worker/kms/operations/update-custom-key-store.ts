import { clusterReads, findCluster } from '../../cloudhsm/for-kms.ts';
import { AwsError } from '../../errors.ts';
import { passwordDigest } from '../../hsm/password.ts';
import type { Rows } from '../../storage/rows.ts';
import type { KeyStoreRow } from '../../storage/schema.ts';
import { clusterNotFound, requireActiveCluster, requireTwoZones } from '../cluster-rules.ts';
import { sharesHistory } from '../certificates.ts';
import { refuseExternalKeyStore, type KmsCall, type KmsHandler } from '../handler.ts';
import {
  invalidKeyStoreState,
  keyStoreNameKey,
  keyStoreRead,
  nameInUse,
  requireKeyStore,
} from '../key-stores.ts';
import { faultsIn, faultsRead, requireSecurityGroup } from '../reach.ts';
import { keyStoreNote } from '../trail.ts';

/**
 * A new name, another cluster of the same backup history, or the password that KMS shall believe in; the cluster itself
 * is told nothing. Only a rename is allowed while CONNECTED (facts 1.5).
 */
export const updateCustomKeyStore: KmsHandler<'UpdateCustomKeyStore'> = async (call, input) => {
  const { CustomKeyStoreId = '', NewCustomKeyStoreName, CloudHsmClusterId, KeyStorePassword } = input;
  refuseExternalKeyStore('UpdateCustomKeyStore', { ...input });
  if (NewCustomKeyStoreName === undefined && CloudHsmClusterId === undefined && KeyStorePassword === undefined)
    // Nothing to update. AWS's text is not public.
    throw new AwsError('ValidationException', 'Specify at least one property to update.');
  const digest = KeyStorePassword === undefined ? undefined : await passwordDigest(KeyStorePassword);
  const reads = [
    keyStoreRead(call, CustomKeyStoreId),
    ...(CloudHsmClusterId === undefined ? [] : [faultsRead, ...clusterReads(call, CloudHsmClusterId)]),
    ...(NewCustomKeyStoreName === undefined
      ? []
      : [{ store: 'keyStoreNames' as const, key: keyStoreNameKey(call, NewCustomKeyStoreName) }]),
  ];
  await call.commit(reads, (rows) => {
    const store = requireKeyStore(rows, call, CustomKeyStoreId);
    call.note(keyStoreNote(store));
    const renameOnly = CloudHsmClusterId === undefined && digest === undefined;
    if (store.ConnectionState !== 'DISCONNECTED' && !(renameOnly && store.ConnectionState === 'CONNECTED'))
      return invalidKeyStoreState(store, 'Disconnect it first.');
    if (CloudHsmClusterId !== undefined) requireRelatedCluster(rows, call, store, CloudHsmClusterId);
    if (NewCustomKeyStoreName !== undefined) rename(rows, call, store, NewCustomKeyStoreName);
    rows.put('keyStores', {
      ...store,
      ...(NewCustomKeyStoreName !== undefined && { CustomKeyStoreName: NewCustomKeyStoreName }),
      ...(CloudHsmClusterId !== undefined && { CloudHsmClusterId }),
      ...(digest !== undefined && { passwordDigest: digest }),
    });
  });
  return {};
};

function requireRelatedCluster(rows: Rows, call: KmsCall, store: KeyStoreRow, ClusterId: string): void {
  const cluster = findCluster(rows, call, ClusterId) ?? clusterNotFound(ClusterId);
  // A cluster that is not ACTIVE yet shows no certificate to compare.
  requireActiveCluster(cluster);
  if (!sharesHistory(store, cluster))
    throw new AwsError(
      'CloudHsmClusterNotRelatedException',
      `CloudHSM cluster ${ClusterId} does not share a backup history with ${store.CloudHsmClusterId}.`,
    );
  requireTwoZones(cluster);
  requireSecurityGroup(faultsIn(rows, call), { ...store, CloudHsmClusterId: ClusterId });
}

function rename(rows: Rows, call: KmsCall, store: KeyStoreRow, CustomKeyStoreName: string): void {
  const { account, region, CustomKeyStoreId } = store;
  const taken = rows.get('keyStoreNames', keyStoreNameKey(call, CustomKeyStoreName));
  if (taken && taken.CustomKeyStoreId !== CustomKeyStoreId) nameInUse(CustomKeyStoreName);
  rows.delete('keyStoreNames', keyStoreNameKey(call, store.CustomKeyStoreName));
  rows.put('keyStoreNames', { account, region, CustomKeyStoreName, CustomKeyStoreId });
}
