import type { Deed } from '../deeds.ts';
import { isConnected, isPastDisconnect, stateOf, type World } from '../world.ts';
import type { Condition, Step } from './step.ts';

/** DisconnectCustomKeyStore, ConnectCustomKeyStore: every repair of a FAILED store is disconnect, put right, connect (facts 1.8). */

const call = (operation: string, { store }: World): Deed[] =>
  store ? [{ by: 'aws', service: 'kms', operation, input: { CustomKeyStoreId: store.CustomKeyStoreId } }] : [];

/** @param unless what makes it unnecessary: a later step has come further */
export const disconnect = (unless: Condition = isPastDisconnect): Step => ({
  name: 'disconnect',
  // A store that was deleted needs no disconnecting.
  done: (world) => world.store === undefined || stateOf(world) === 'DISCONNECTED' || stateOf(world) === 'CONNECTING' || (isConnected(world) && unless(world)),
  waits: ({ store }) => (store?.ConnectionState === 'DISCONNECTING' ? store.wait : undefined),
  deeds: (world) => (stateOf(world) === 'DISCONNECTING' ? [] : call('DisconnectCustomKeyStore', world)),
  sees: (world) => ({ what: 'ConnectionState', from: stateOf(world) ?? '', to: 'DISCONNECTED' }),
});

/** @param when what else must hold for the store to be as it should */
export const connect = (when: Condition = () => true): Step => ({
  name: 'connect',
  done: (world) => isConnected(world) && when(world),
  waits: ({ store }) => (store?.ConnectionState === 'CONNECTING' ? store.wait : undefined),
  deeds: (world) => (stateOf(world) === 'DISCONNECTED' ? call('ConnectCustomKeyStore', world) : []),
  sees: (world) => ({ what: 'ConnectionState', from: stateOf(world) ?? '', to: 'CONNECTED' }),
});

/** A change of the connection that is under way ends. */
export const settle: Step = {
  name: 'settle',
  done: ({ store }) => store?.wait === undefined,
  waits: ({ store }) => store?.wait,
  deeds: () => [],
  sees: (world) => ({ what: 'ConnectionState', from: stateOf(world) ?? '', to: stateOf(world) === 'CONNECTING' ? 'CONNECTED' : 'DISCONNECTED' }),
};
