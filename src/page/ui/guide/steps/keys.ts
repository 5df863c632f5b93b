import { newKey, type Deed } from '../deeds.ts';
import { isConnected, stateOf, type World } from '../world.ts';
import type { Step } from './step.ts';

/** What is done to KMS keys of the store. */

const withState = ({ keys }: World, ...states: readonly string[]): readonly string[] =>
  keys.filter(({ KeyState }) => states.includes(KeyState)).map(({ KeyId }) => KeyId);
const onEach = (operation: string, ids: readonly string[], more: object = {}): Deed[] =>
  ids.map((KeyId) => ({ by: 'aws', service: 'kms', operation, input: { KeyId, ...more } }));

export const disabledKeys = (world: World): readonly string[] => withState(world, 'Disabled');
export const pendingKeys = (world: World): readonly string[] => withState(world, 'PendingDeletion');

export const enableKeys: Step = {
  name: 'enableKeys',
  done: (world) => disabledKeys(world).length === 0,
  deeds: (world) => onEach('EnableKey', disabledKeys(world)),
  sees: () => ({ what: 'KeyState', from: 'Disabled', to: 'Enabled' }),
};

/** "The KMS key's state is Disabled" afterwards (API Reference, CancelKeyDeletion). */
export const cancelDeletion: Step = {
  name: 'cancelDeletion',
  done: (world) => pendingKeys(world).length === 0,
  deeds: (world) => onEach('CancelKeyDeletion', pendingKeys(world)),
  sees: () => ({ what: 'KeyState', from: 'PendingDeletion', to: 'Disabled' }),
};

/** The shortest waiting period, days (facts 3.4). */
const shortest = 7;
const day = 86_400_000;

const living = ({ keys }: World): readonly string[] => keys.filter(({ KeyState }) => KeyState !== 'PendingDeletion').map(({ KeyId }) => KeyId);

export const scheduleDeletion: Step = {
  name: 'scheduleDeletion',
  done: (world) => living(world).length === 0,
  deeds: (world) => onEach('ScheduleKeyDeletion', living(world), { PendingWindowInDays: shortest }),
  sees: () => ({ what: 'KeyState', from: 'Enabled', to: 'PendingDeletion' }),
};

export const passPeriod: Step = {
  name: 'passPeriod',
  done: ({ store }) => (store?.keyCount ?? 0) === 0,
  deeds: (world) => (living(world).length === 0 ? [{ by: 'time', milliseconds: (shortest + 1) * day }] : []),
  sees: ({ store }) => ({ what: 'keys', from: String(store?.keyCount ?? 0), to: '0' }),
};

export const deleteStore: Step = {
  name: 'deleteStore',
  done: ({ store }) => store === undefined,
  deeds: (world) =>
    stateOf(world) === 'DISCONNECTED' && world.store?.keyCount === 0
      ? [{ by: 'aws', service: 'kms', operation: 'DeleteCustomKeyStore', input: { CustomKeyStoreId: world.store.CustomKeyStoreId } }]
      : [],
  sees: () => ({ what: 'store', from: 'there', to: 'deleted' }),
};

/** Keys that are tried at the end of a repair, at the most. */
const mostTried = 5;

/** Encrypts with the keys that the repair was begun for, else with one that was there before, where there is one, and makes another one. */
export function proof(world: World): Deed[] {
  const { store, keys, about = [] } = world;
  if (!store || !isConnected(world)) return [];
  const enabled = keys.filter(({ KeyState }) => KeyState === 'Enabled').map(({ KeyId }) => KeyId);
  const repaired = enabled.filter((KeyId) => about.includes(KeyId));
  const tried = repaired.length > 0 ? repaired.slice(0, mostTried) : enabled.slice(0, 1);
  const encrypt = (KeyId: string): Deed => ({ by: 'aws', service: 'kms', operation: 'Encrypt', input: { KeyId, Plaintext: btoa('It works again.') } });
  const create: Deed = { by: 'aws', service: 'kms', operation: 'CreateKey', input: { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: store.CustomKeyStoreId } };
  return tried.length > 0 ? [...tried.map(encrypt), create] : [create, encrypt(newKey)];
}
