import { newClock, simulatedNow } from '../../clock.ts';
import { SimulatorFault } from '../../errors.ts';
import type { Read } from '../../storage/backend.ts';
import type { Rows } from '../../storage/rows.ts';
import { storeNames, type StoreName } from '../../storage/schema.ts';
import type { Storage } from '../../storage/storage.ts';
import { about, formatVersion, mostCharacters, type WorldFile } from './format.ts';

/** All that a world is, but for what cannot leave: key material; and but for time, which stands still in a file. */
const carried: readonly StoreName[] = storeNames.filter((store) => store !== 'material');
const reads = carried.map((store) => ({ store, prefix: [] })) satisfies Read[];

/**
 * A world as text, as it is at one moment: no key material, and no password but those that came with the scenario (its notes).
 * Digests of passwords are in it, so that its users can sign in, and AWS KMS with the one that only it knows: {@link about}.
 * @throws SimulatorFault where there is more than can be imported again
 */
export async function exportWorld(storage: Storage): Promise<string> {
  const text = JSON.stringify(await storage.commit({ reads, decide: fileOf }));
  if (text.length > mostCharacters)
    throw new SimulatorFault('This world is too large for a file: GlassHSM reads 64 MB. Delete keys that nobody needs, or reset the simulator.');
  return text;
}

function fileOf(rows: Rows): WorldFile {
  const own = rows.range('world', []);
  const clock = own.find((row) => row.id === 'clock') ?? newClock;
  const now = simulatedNow(clock);
  const stores: Record<string, readonly unknown[]> = {};
  for (const store of carried) {
    const all = rows.range(store, []);
    if (store !== 'world' && all.length > 0) stores[store] = all;
  }
  const world = own.find((row) => row.id === 'world');
  const faults = own.find((row) => row.id === 'faults');
  if (!world) throw new SimulatorFault('There is no world to export.');
  const { generation: _own, firstScenario: _ofDatabase, ...taken } = world;
  return {
    glassHsmWorld: formatVersion,
    about,
    at: new Date(now).toISOString(),
    now,
    speed: clock.speed === Infinity ? null : clock.speed,
    world: taken,
    ...(faults && { faults }),
    stores,
  };
}
