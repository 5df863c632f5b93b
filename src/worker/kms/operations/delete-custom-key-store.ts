import { AwsError } from '../../errors.ts';
import type { KmsHandler } from '../handler.ts';
import {
  invalidKeyStoreState,
  keyStoreCounterKey,
  keyStoreKey,
  keyStoreNameKey,
  keyStoreRead,
  requireKeyStore,
} from '../key-stores.ts';
import { keyStoreNote } from '../trail.ts';

/** Deletes the key store only: the cluster, its users, keys and HSMs stay (facts 1.9). */
export const deleteCustomKeyStore: KmsHandler<'DeleteCustomKeyStore'> = async (call, { CustomKeyStoreId = '' }) => {
  const counter = keyStoreCounterKey(call, CustomKeyStoreId);
  await call.commit([keyStoreRead(call, CustomKeyStoreId), { store: 'counters', key: counter }], (rows) => {
    const store = requireKeyStore(rows, call, CustomKeyStoreId);
    call.note(keyStoreNote(store));
    if (store.ConnectionState !== 'DISCONNECTED') return invalidKeyStoreState(store, 'Disconnect it first.');
    // Disabled keys and those pending deletion count until they are really gone (facts 1.5). AWS's text is not public.
    if ((rows.get('counters', counter)?.count ?? 0) > 0)
      throw new AwsError(
        'CustomKeyStoreHasCMKsException',
        `Custom key store ${CustomKeyStoreId} contains KMS keys. Schedule their deletion and wait until it is done.`,
      );
    rows.delete('keyStores', keyStoreKey(call, CustomKeyStoreId));
    rows.delete('keyStoreNames', keyStoreNameKey(call, store.CustomKeyStoreName));
    rows.delete('counters', counter);
  });
  return {};
};
