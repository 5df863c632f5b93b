import type { Control } from '../../control.ts';
import type { Due } from '../../due.ts';
import type { Simulation } from '../../simulation.ts';
import type { indexedDbBackend } from '../../storage/indexeddb.ts';
import { exportWorld } from './export-world.ts';
import { readWorld } from './import-world.ts';
import { keepWorld } from './keep-world.ts';
import { makeMaterial, missingMaterial } from './make-material.ts';

export type Carrying = Pick<Control, 'exportWorld' | 'inspectWorld' | 'importWorld' | 'keepWorld' | 'missingMaterial' | 'makeMaterial'>;

/**
 * The part of the teacher's door that takes worlds along.
 * @param open opens a database: the worker's start has it, and stays in one piece where it is handed on
 */
export function createCarrying(simulation: Simulation, due: Due, open: typeof indexedDbBackend): Carrying {
  const { storage } = simulation;
  const first = async (): Promise<Awaited<ReturnType<Simulation['readWorld']>>['firstScenario']> => (await simulation.readWorld()).firstScenario;
  return {
    async exportWorld() {
      await due.settle();
      return exportWorld(storage);
    },
    inspectWorld: async ({ text }) => Promise.resolve(readWorld(text).summary),
    async importWorld({ text }) {
      await storage.replace(readWorld(text).rows(await first()));
      return undefined;
    },
    async keepWorld({ database }) {
      await keepWorld(storage, await first(), database, open);
      return undefined;
    },
    missingMaterial: () => missingMaterial(storage),
    async makeMaterial(name) {
      await due.settle();
      return makeMaterial(simulation, name);
    },
  };
}
