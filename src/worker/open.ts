import type { OpenOptions, OpenResult } from '../wire/messages.ts';
import { carry } from './control/carry/lazily.ts';
import { SimulatorFault } from './errors.ts';
import { newWorld, scenarioNamed } from './scenarios/scenarios.ts';
import type { Backend } from './storage/backend.ts';
import { indexedDbBackend } from './storage/indexeddb.ts';
import { memoryBackend } from './storage/memory.ts';
import { createStorage, type Storage } from './storage/storage.ts';

/**
 * Opens the world of a database, and makes it where it is new. A page that may not store (a sandboxed frame, blocked site
 * data) gets one in memory.
 * @param lost called when storage is taken away later
 * @throws SimulatorFault where a newer GlassHSM owns the database, there is no such scenario, or `world` is none
 */
export async function openWorld(
  { database, scenario, world }: OpenOptions,
  lost: (message: string) => void,
): Promise<{ storage: Storage; result: OpenResult }> {
  const name = scenarioNamed(scenario);
  // Before there is a database: what cannot be read leaves none behind.
  const brought = world === undefined ? undefined : (await carry.load()).readWorld(world);
  const { backend, result } = await openBackend(database, lost);
  const storage = createStorage(backend, result.storage === 'indexeddb' ? `glass-hsm:${database}` : undefined);
  if (!(await storage.get('world', ['world']))) await storage.begin(brought?.rows() ?? (await newWorld(name, name)));
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
