import { clockIn, clockRead, rescheduled, simulatedNow } from '../clock.ts';
import type { Control } from '../control.ts';
import type { Due } from '../due.ts';
import { SimulatorFault } from '../errors.ts';
import { requireSameWorld, worldRead } from '../same-world.ts';
import type { Simulation } from '../simulation.ts';
import { keyOf } from '../storage/keys.ts';

/** The last moment that a `Date` can hold. */
const lastMoment = 8.64e15;

/** Simulated time, as the teacher sees and moves it. */
export function createTime({ storage, readClock, readWorld }: Simulation, due: Due): Pick<Control, 'clock' | 'advance' | 'setSpeed'> {
  return {
    async clock() {
      await due.settle();
      const clock = await readClock();
      return { now: simulatedNow(clock), speed: clock.speed };
    },
    async advance({ ms }) {
      if (!Number.isFinite(ms) || ms < 0)
        throw new SimulatorFault(`advance takes milliseconds, zero or more; ${String(ms)} is none. Time only moves ahead.`);
      const { generation } = await readWorld();
      await storage.commit({
        reads: [worldRead, clockRead],
        decide: (rows) => {
          requireSameWorld(rows.get('world', ['world']), generation);
          const clock = clockIn(rows);
          if (simulatedNow(clock) + ms > lastMoment)
            throw new SimulatorFault('The clock cannot go that far: dates end in the year 275760.');
          rows.put('world', { ...clock, offset: clock.offset + ms });
        },
      });
      await due.settle();
      requireSameWorld(await readWorld(), generation);
      return undefined;
    },
    async setSpeed({ speed }) {
      if (typeof speed !== 'number' || Number.isNaN(speed) || speed <= 0)
        throw new SimulatorFault(`setSpeed takes a number above zero, or Infinity; ${String(speed)} is none.`);
      const { generation } = await readWorld();
      await storage.commit({
        reads: [worldRead, clockRead, { store: 'due', prefix: ['wait'] }],
        decide: (rows) => {
          requireSameWorld(rows.get('world', ['world']), generation);
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
  };
}
