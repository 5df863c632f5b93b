import { SimulatorFault } from './errors.ts';
import type { Read } from './storage/backend.ts';
import type { Schema } from './storage/schema.ts';

/** A call belongs to the world that it began in: where that is replaced meanwhile, the call ends, and nothing of it is in the next world. */
export const worldRead: Read = { store: 'world', key: ['world'] };

/** @throws SimulatorFault where the row names another world */
export function requireSameWorld(row: Schema['world'] | undefined, generation: string): void {
  if (row?.id !== 'world' || row.generation !== generation)
    throw new SimulatorFault('The simulated world was replaced while the call was under way. Call again.');
}
