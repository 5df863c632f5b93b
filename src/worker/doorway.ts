import { lazy, notLoaded } from '../wire/lazy.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import type { Due } from './due.ts';
import { SimulatorFault } from './errors.ts';
import type { Simulation } from './simulation.ts';

/** Where AWS requests arrive, in front of a door that is not built before there is one. */
export interface Doorway {
  /** Loads the door, so that the first request need not wait for it. @throws SimulatorFault where it does not load */
  prepare(): Promise<void>;
  /** In the order of arrival, also while the door is being loaded. @throws SimulatorFault */
  send(request: WireRequest): Promise<WireResponse>;
}

/**
 * The door with all that stands behind it (operations, their tables, the wire) is a chunk of its own: `look` and `control`
 * do without, and whoever only shows the world need not load it.
 */
export function createDoorway(simulation: Simulation, due: Due): Doorway {
  const door = lazy(async () => {
    try {
      const { createDoor } = await import('./door.ts');
      return createDoor(simulation, due);
    } catch (error) {
      throw new SimulatorFault(notLoaded('What answers AWS calls', error));
    }
  });
  return {
    prepare: async () => {
      await door.load();
    },
    send: (request) => door.use(({ send }) => send(request)),
  };
}
