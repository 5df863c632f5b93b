import { SimulatorFault } from '../../errors.ts';
import { newUuid } from '../../ids.ts';
import type { Read, Row } from '../../storage/backend.ts';
import type { indexedDbBackend } from '../../storage/indexeddb.ts';
import { storeNames, type Schema, type WorldRow } from '../../storage/schema.ts';
import type { Storage, WorldRows } from '../../storage/storage.ts';

/**
 * Makes the world of another database of this site the world of this one, key material too: a world that was opened beside.
 * @param firstScenario what `reset` goes back to
 * @throws SimulatorFault where there is no such database, or no world in it
 */
export async function keepWorld(
  storage: Storage,
  firstScenario: WorldRow['firstScenario'],
  from: string,
  open: typeof indexedDbBackend,
): Promise<void> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === from)) throw new SimulatorFault(`There is no world "${from}" in this browser.`);
  const backend = await open(from, () => undefined);
  try {
    const { world = [], ...rows } = await allRows(backend.transact);
    const kept = world.flatMap((row): Schema['world'][] => {
      if (row.id === 'world') return [{ ...row, generation: newUuid(), firstScenario }];
      return row.id === 'sequence' ? [] : [row];
    });
    if (!kept.some(({ id }) => id === 'world')) throw new SimulatorFault(`There is no world in "${from}".`);
    await storage.replace({ ...rows, world: kept });
  } finally {
    backend.close();
  }
}

async function allRows(transact: Awaited<ReturnType<typeof indexedDbBackend>>['transact']): Promise<WorldRows> {
  const reads = storeNames.map((store) => ({ store, prefix: [] })) satisfies Read[];
  let found: readonly (readonly Row[])[] = [];
  await transact(reads, 'relaxed', (rows) => {
    found = rows;
    return [];
  });
  return Object.fromEntries(storeNames.map((store, i) => [store, found[i] ?? []])) as WorldRows;
}
