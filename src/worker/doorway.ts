import { lazy, notLoaded } from '../wire/lazy.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import type { Control } from './control.ts';
import type { Door } from './door.ts';
import type { Due } from './due.ts';
import { SimulatorFault } from './errors.ts';
import type { Inside } from './look.ts';
import type { Simulation } from './simulation.ts';

/**
 * The doors with all that stands behind them (operations, their tables, the wire, the teacher's commands) are a chunk of its own:
 * `look` does without, and whoever only shows the world need not load it.
 */
const code = lazy(() =>
  import('./behind.ts').catch((error: unknown) => {
    throw new SimulatorFault(notLoaded('What answers AWS calls', error));
  }),
);

/** Loads the door, so that the first request need not wait for it. @throws SimulatorFault where it does not load */
export async function prepareDoor(): Promise<void> {
  await code.load();
}

/** What is seen of backups and networks comes with the door: a chunk of its own would take more than it saves. */
export const withInsideViews: Inside = (work) => code.use(({ insideViews }) => work(insideViews));

/** The teacher's door, when it has loaded: whoever only shows the world moves no clock and loads no scenario. */
export type TeachersDoor = <T>(work: (control: Control) => Promise<T>) => Promise<T>;

export function createTeachersDoor(simulation: Simulation, due: Due): TeachersDoor {
  let control: Control | undefined;
  return (work) => code.use(({ createControl }) => work((control ??= createControl(simulation, due))));
}

/** @returns a door whose requests wait, in order of arrival, until there is one */
export function createDoorway(simulation: Simulation, due: Due): Door {
  let door: Door | undefined;
  return {
    settled: () => door?.settled() ?? Promise.resolve(),
    send: (request: WireRequest): Promise<WireResponse> =>
      code.use(({ createDoor }) => (door ??= createDoor(simulation, due)).send(request)),
  };
}
