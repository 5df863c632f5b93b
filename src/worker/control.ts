import type { ControlCommands } from '../model/control.ts';
import { clockIn, clockRead, rescheduled, simulatedNow } from './clock.ts';
import { injectFault } from './control/faults.ts';
import type { Due } from './due.ts';
import { SimulatorFault } from './errors.ts';
import { newWorld, notesOf, scenarioNamed } from './scenarios/scenarios.ts';
import type { Simulation } from './simulation.ts';
import { keyOf } from './storage/keys.ts';

export type Control = {
  readonly [Command in keyof ControlCommands]: (
    input: ControlCommands[Command]['input'],
  ) => Promise<ControlCommands[Command]['output']>;
};

/** The last moment that a `Date` can hold. */
const lastMoment = 8.64e15;

/** The teacher's door: time, faults, scenarios, reset. */
export function createControl(simulation: Simulation, due: Due): Control {
  const { storage, readClock, readFaults, readWorld } = simulation;

  async function replaceWorld(name: string, first: string): Promise<undefined> {
    const rows = await newWorld(scenarioNamed(name), scenarioNamed(first));
    await storage.replace(rows);
  }

  return {
    async clock() {
      await due.settle();
      const clock = await readClock();
      return { now: simulatedNow(clock), speed: clock.speed };
    },
    async advance({ ms }) {
      if (!Number.isFinite(ms) || ms < 0)
        throw new SimulatorFault(`advance takes milliseconds, zero or more; ${String(ms)} is none. Time only moves ahead.`);
      await storage.commit({
        reads: [clockRead],
        decide: (rows) => {
          const clock = clockIn(rows);
          if (simulatedNow(clock) + ms > lastMoment)
            throw new SimulatorFault('The clock cannot go that far: dates end in the year 275760.');
          rows.put('world', { ...clock, offset: clock.offset + ms });
        },
      });
      await due.settle();
      return undefined;
    },
    async setSpeed({ speed }) {
      if (typeof speed !== 'number' || Number.isNaN(speed) || speed <= 0)
        throw new SimulatorFault(`setSpeed takes a number above zero, or Infinity; ${String(speed)} is none.`);
      await storage.commit({
        reads: [clockRead, { store: 'due', prefix: ['wait'] }],
        decide: (rows) => {
          const clock = clockIn(rows);
          const now = simulatedNow(clock);
          for (const row of rows.range('due', ['wait'])) {
            rows.delete('due', keyOf('due', row));
            rows.put('due', rescheduled(row, now, clock.speed, speed));
          }
          rows.put('world', { ...clock, speed });
        },
      });
      await due.settle();
      return undefined;
    },
    async loadScenario({ name }) {
      const { firstScenario } = await readWorld();
      return replaceWorld(name, firstScenario);
    },
    async notes() {
      return notesOf(await readWorld());
    },
    async injectFault(input) {
      await injectFault(storage, input);
      return undefined;
    },
    faults: readFaults,
    async reset() {
      const { firstScenario } = await readWorld();
      return replaceWorld(firstScenario, firstScenario);
    },
  };
}
