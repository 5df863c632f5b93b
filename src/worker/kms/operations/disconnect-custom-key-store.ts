import { beginWait, clockRead } from '../../clock.ts';
import { newUuid } from '../../ids.ts';
import type { KmsHandler } from '../handler.ts';
import { invalidKeyStoreState, keyStoreRead, requireKeyStore, withConnectionState } from '../key-stores.ts';
import { keyStoreNote } from '../trail.ts';

/** All keys of the store are Unavailable from now on; it is the only way out of FAILED (facts 1.5). */
export const disconnectCustomKeyStore: KmsHandler<'DisconnectCustomKeyStore'> = async (
  call,
  { CustomKeyStoreId = '' },
) => {
  const transition = newUuid();
  await call.commit([clockRead, keyStoreRead(call, CustomKeyStoreId)], (rows) => {
    const store = requireKeyStore(rows, call, CustomKeyStoreId);
    call.note(keyStoreNote(store));
    if (store.ConnectionState === 'DISCONNECTED' || store.ConnectionState === 'DISCONNECTING')
      return invalidKeyStoreState(store, 'There is no connection to end.');
    rows.put('keyStores', withConnectionState(store, { ConnectionState: 'DISCONNECTING', transition }));
    beginWait(rows, call, transition, { kind: 'disconnect', target: CustomKeyStoreId });
  });
  return {};
};
