import { clusterReads, findCluster } from '../../cloudhsm/for-kms.ts';
import { beginWait, clockRead } from '../../clock.ts';
import { newUuid } from '../../ids.ts';
import { requireActiveCluster } from '../cluster-rules.ts';
import type { KmsHandler } from '../handler.ts';
import {
  invalidKeyStoreState,
  keyStoreKey,
  keyStoreNotFound,
  keyStoreRead,
  requireKeyStore,
  withConnectionState,
} from '../key-stores.ts';
import { faultsIn, faultsRead, requireSecurityGroup } from '../reach.ts';
import { keyStoreNote } from '../trail.ts';

/** "The operation … returns immediately"; connecting itself takes up to 20 minutes and ends in `connection.ts`. */
export const connectCustomKeyStore: KmsHandler<'ConnectCustomKeyStore'> = async (call, { CustomKeyStoreId = '' }) => {
  const read = await call.storage.get('keyStores', keyStoreKey(call, CustomKeyStoreId));
  if (!read) return keyStoreNotFound(CustomKeyStoreId);
  const transition = newUuid();
  const reads = [clockRead, faultsRead, keyStoreRead(call, CustomKeyStoreId), ...clusterReads(call, read.CloudHsmClusterId)];
  await call.commit(reads, (rows) => {
    const store = requireKeyStore(rows, call, CustomKeyStoreId);
    call.note(keyStoreNote(store));
    // Facts 1.5: FAILED and DISCONNECTING refuse; CONNECTED and CONNECTING are not listed as invalid and change nothing.
    if (store.ConnectionState === 'FAILED') return invalidKeyStoreState(store, 'Disconnect it before you connect it.');
    if (store.ConnectionState === 'DISCONNECTING') return invalidKeyStoreState(store, 'Wait until it is DISCONNECTED.');
    if (store.ConnectionState !== 'DISCONNECTED') return;
    // What is found wrong at once is an exception, and the state stays; the rest ends in FAILED. A cluster that is gone
    // has its own error code there (facts 5, scenarios 7 and 19).
    const cluster = findCluster(rows, call, store.CloudHsmClusterId);
    if (cluster) requireActiveCluster(cluster);
    if (cluster) requireSecurityGroup(faultsIn(rows, call), store);
    rows.put('keyStores', withConnectionState(store, { ConnectionState: 'CONNECTING', transition }));
    beginWait(rows, call, transition, { kind: 'connect', target: CustomKeyStoreId });
  });
  return {};
};
