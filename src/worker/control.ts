import type { ControlCommands } from '../model/control.ts';
import type { Carrying } from './control/carry/commands.ts';
import { carry } from './control/carry/lazily.ts';
import { injectFault } from './control/faults.ts';
import { createTime } from './control/time.ts';
import type { Due } from './due.ts';
import { newWorld, notesOf, scenarioNamed } from './scenarios/scenarios.ts';
import type { Simulation } from './simulation.ts';
import { indexedDbBackend } from './storage/indexeddb.ts';

export type Control = {
  readonly [Command in keyof ControlCommands]: (
    input: ControlCommands[Command]['input'],
  ) => Promise<ControlCommands[Command]['output']>;
};

/** The teacher's door: time, faults, scenarios, reset. */
export function createControl(simulation: Simulation, due: Due): Control {
  const { storage, readFaults, readWorld } = simulation;

  async function replaceWorld(name: string, first: string): Promise<undefined> {
    const rows = await newWorld(scenarioNamed(name), scenarioNamed(first));
    await storage.replace(rows);
  }

  const carrying = <T>(work: (commands: Carrying) => Promise<T>): Promise<T> =>
    carry.use(({ createCarrying }) => work(createCarrying(simulation, due, indexedDbBackend)));

  return {
    ...createTime(simulation, due),
    async loadScenario({ name }) {
      const { firstScenario } = await readWorld();
      return replaceWorld(name, firstScenario);
    },
    async notes() {
      return notesOf(await readWorld());
    },
    async injectFault(input) {
      // What was over before it began does not suffer from it.
      await due.settle();
      await injectFault(simulation, input);
      return undefined;
    },
    faults: readFaults,
    async reset() {
      const { firstScenario } = await readWorld();
      return replaceWorld(firstScenario, firstScenario);
    },
    exportWorld: (input) => carrying((commands) => commands.exportWorld(input)),
    inspectWorld: (input) => carrying((commands) => commands.inspectWorld(input)),
    importWorld: (input) => carrying((commands) => commands.importWorld(input)),
    keepWorld: (input) => carrying((commands) => commands.keepWorld(input)),
    missingMaterial: (input) => carrying((commands) => commands.missingMaterial(input)),
    makeMaterial: (input) => carrying((commands) => commands.makeMaterial(input)),
  };
}
