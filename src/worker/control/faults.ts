import { faultNames, type FaultName, type InjectedFault } from '../../model/control.ts';
import { SimulatorFault } from '../errors.ts';
import type { Storage } from '../storage/storage.ts';

/** What each fault can be aimed at. */
const targets: Readonly<Record<FaultName, (storage: Storage, target: string | undefined) => Promise<void>>> = {
  // Without a target all of AWS's rates count; with one, that key store's own rate alone.
  throttling: async (storage, target) => {
    if (target !== undefined) await requireKeyStore(storage, target);
  },
  // At all key stores, at one, or at a cluster and the key store that it has.
  network: requireKeyStoreOrCluster,
  'pkcs11-sessions': requireKeyStoreOrCluster,
};

async function requireKeyStoreOrCluster(storage: Storage, target: string | undefined): Promise<void> {
  if (target === undefined) return;
  const clusters = await storage.page({ store: 'clusters', prefix: [], limit: 1000 });
  if (!clusters.some(({ ClusterId }) => ClusterId === target)) await requireKeyStore(storage, target);
}

/** Key stores of all accounts and Regions: ten in each, so few. */
async function requireKeyStore(storage: Storage, id: string): Promise<void> {
  const stores = await storage.page({ store: 'keyStores', prefix: [], limit: 1000 });
  if (!stores.some(({ CustomKeyStoreId }) => CustomKeyStoreId === id))
    throw new SimulatorFault(
      `There is no key store "${id}". Key stores: ${stores.map(({ CustomKeyStoreId }) => CustomKeyStoreId).join(', ') || 'none'}.`,
    );
}

/**
 * Begins a fault, or ends it; to say so twice is to say it once.
 * @throws SimulatorFault where there is no such fault or target
 */
export async function injectFault(storage: Storage, name: string, active: unknown, target?: string): Promise<void> {
  const fault = faultNames.find((known) => known === name);
  if (!fault) throw new SimulatorFault(`There is no fault "${name}". Faults: ${faultNames.join(', ')}.`);
  if (typeof active !== 'boolean') throw new SimulatorFault(`injectFault takes { active: true } or { active: false }.`);
  if (active) await targets[fault](storage, target);
  await storage.commit({
    reads: [{ store: 'world', key: ['faults'] }],
    decide: (rows) => {
      const row = rows.get('world', ['faults']);
      const others = (row?.id === 'faults' ? row.active : []).filter((other) => other.fault !== fault || other.target !== target);
      const injected: InjectedFault = { fault, ...(target !== undefined && { target }) };
      rows.put('world', { id: 'faults', active: active ? [...others, injected] : others });
    },
  });
}
