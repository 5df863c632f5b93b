import { faultNames, type FaultInput, type InjectedFault } from '../../model/control.ts';
import { clockIn, clockRead, simulatedNow } from '../clock.ts';
import { SimulatorFault } from '../errors.ts';
import { requireSameWorld, worldRead } from '../same-world.ts';
import type { Simulation } from '../simulation.ts';
import { isActive } from '../storage/schema.ts';
import type { Storage } from '../storage/storage.ts';

/** More than all accounts and Regions of a world have: ten key stores in each, and few clusters. */
const most = 1000;

/** Every fault can be aimed at a key store, or at a cluster and the key store that it has. */
async function requireTarget(storage: Storage, target: string): Promise<void> {
  const [stores, clusters] = await Promise.all([
    storage.page({ store: 'keyStores', prefix: [], limit: most }),
    storage.page({ store: 'clusters', prefix: [], limit: most }),
  ]);
  const ids = [...stores.map(({ CustomKeyStoreId }) => CustomKeyStoreId), ...clusters.map(({ ClusterId }) => ClusterId)];
  if (!ids.includes(target))
    throw new SimulatorFault(`There is no key store or cluster "${target}". There are: ${ids.join(', ') || 'none'}.`);
}

/**
 * Begins a fault, or ends it; to say so twice is to say it once.
 * @throws SimulatorFault where there is no such fault or target
 */
export async function injectFault({ storage, readWorld }: Simulation, { fault: name, active, target, lasts }: FaultInput): Promise<void> {
  const fault = faultNames.find((known) => known === name);
  if (!fault) throw new SimulatorFault(`There is no fault "${name}". Faults: ${faultNames.join(', ')}.`);
  if (typeof (active as unknown) !== 'boolean') throw new SimulatorFault(`injectFault takes { active: true } or { active: false }.`);
  if (lasts !== undefined && !(lasts > 0)) throw new SimulatorFault(`A fault lasts for milliseconds above zero; ${String(lasts)} is none.`);
  const { generation } = await readWorld();
  if (active && target !== undefined) await requireTarget(storage, target);
  await storage.commit({
    reads: [worldRead, clockRead, { store: 'world', key: ['faults'] }],
    decide: (rows) => {
      requireSameWorld(rows.get('world', ['world']), generation);
      const row = rows.get('world', ['faults']);
      const now = simulatedNow(clockIn(rows));
      const before = row?.id === 'faults' ? row.active.filter((other) => isActive(other, now)) : [];
      const others = before.filter((other) => other.fault !== fault || other.target !== target);
      const injected: InjectedFault = { fault, ...(target !== undefined && { target }), ...(lasts !== undefined && { until: now + lasts }) };
      rows.put('world', { id: 'faults', active: active ? [...others, injected] : others });
    },
  });
}
