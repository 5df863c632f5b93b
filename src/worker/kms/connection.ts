import { newNetwork, signIn, signInReads, signOut } from '../cloudhsm/for-kms.ts';
import type { Moment } from '../call.ts';
import { unknownPasswordDigest } from '../hsm/password.ts';
import { keyOf } from '../storage/keys.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { DueRow, KeyStoreRow } from '../storage/schema.ts';
import { connectionFault, faultsIn, faultsRead } from './reach.ts';
import { keyStoreKey, keyStoreRead, withConnectionState } from './key-stores.ts';

/** What happens to a key store when a wait of its connection ends. */

/** CONNECTING ends: KMS signs in as kmsuser and rotates its password, or the store is FAILED and says why (facts 1.8). */
export async function endConnecting(moment: Moment, due: DueRow): Promise<void> {
  const next = unknownPasswordDigest();
  const network = newNetwork(due.target);
  const read = await moment.storage.get('keyStores', keyStoreKey(moment, due.target));
  const signInRows = read ? signInReads(moment, read.CloudHsmClusterId) : [];
  await moment.commit([...dueReads(moment, due), faultsRead, ...signInRows], (rows) => {
    const store = endTransition(rows, moment, due);
    if (!store) return;
    const fault = connectionFault(faultsIn(rows, moment), store);
    const ConnectionErrorCode = signIn(rows, { store, now: moment.now, next, network, fault });
    rows.put(
      'keyStores',
      ConnectionErrorCode
        ? withConnectionState(store, { ConnectionState: 'FAILED', ConnectionErrorCode })
        : withConnectionState(store, { ConnectionState: 'CONNECTED', passwordDigest: next }),
    );
  });
}

/** DISCONNECTING ends: KMS has signed out, and what it built is gone. It keeps the rotated password, so that it can connect again (facts 1.4). */
export async function endDisconnecting(moment: Moment, due: DueRow): Promise<void> {
  await moment.commit(dueReads(moment, due), (rows) => {
    const store = endTransition(rows, moment, due);
    if (!store) return;
    signOut(rows, store);
    rows.put('keyStores', withConnectionState(store, { ConnectionState: 'DISCONNECTED' }));
  });
}

const dueReads = (moment: Moment, due: DueRow): Read[] => [
  { store: 'due', key: keyOf('due', due) },
  keyStoreRead(moment, due.target),
];

/** Takes the row away; @returns the key store if it still waits for just this. */
function endTransition(rows: Rows, moment: Moment, due: DueRow): KeyStoreRow | undefined {
  const key = keyOf('due', due);
  if (!rows.get('due', key)) return undefined;
  rows.delete('due', key);
  const store = rows.get('keyStores', keyStoreKey(moment, due.target));
  return store?.transition === due.id ? store : undefined;
}
