import type { OpenOptions, OpenResult } from '../wire/messages.ts';
import { SimulatorFault } from './errors.ts';
import { newWorld, scenarioNamed } from './scenarios/scenarios.ts';
import type { Backend } from './storage/backend.ts';
import { indexedDbBackend } from './storage/indexeddb.ts';
import { memoryBackend } from './storage/memory.ts';
import { storeNames } from './storage/schema.ts';
import { createStorage, type Storage, type WorldRows } from './storage/storage.ts';

/**
 * Opens the world of a database, and makes it where it is new. A page that may not store (a sandboxed frame, blocked site
 * data) gets one in memory.
 * @param lost called when storage is taken away later
 * @throws SimulatorFault where a newer GlassHSM owns the database, or there is no such scenario
 */
export async function openWorld(
  { database, scenario }: OpenOptions,
  lost: (message: string) => void,
): Promise<{ storage: Storage; result: OpenResult }> {
  const name = scenarioNamed(scenario);
  const { backend, result } = await openBackend(database, lost);
  const storage = createStorage(backend, result.storage === 'indexeddb' ? `glass-hsm:${database}` : undefined);
  await makeWorld(storage, await newWorld(name, name));
  // From here on every commit is known.
  await storage.freshen();
  return { storage, result };
}

async function openBackend(
  database: string,
  lost: (message: string) => void,
): Promise<{ backend: Backend; result: OpenResult }> {
  try {
    const backend = await indexedDbBackend(database, lost);
    return { backend, result: { storage: 'indexeddb' } };
  } catch (error) {
    if (error instanceof SimulatorFault) throw error;
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      backend: memoryBackend(),
      result: { storage: 'memory', reason: `This page may not store anything (${why}).` },
    };
  }
}

/** Only if the database is new; two tabs may both try, and one of them does. */
async function makeWorld(storage: Storage, rows: WorldRows): Promise<void> {
  if (await storage.get('world', ['world'])) return;
  await storage.commit({
    reads: [{ store: 'world', key: ['world'] }],
    decide: (view) => {
      if (view.get('world', ['world'])) return;
      for (const store of storeNames) for (const row of rows[store] ?? []) view.put(store, row);
    },
  });
}
