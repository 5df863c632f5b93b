import { durations, type WaitKind } from '../model/durations.ts';
import type { Place } from '../model/look.ts';
import type { ClockRow, DueRow } from './storage/schema.ts';

/**
 * Simulated time: real time and an offset that only grows. The one file that reads the machine's clock.
 * The offset and the speed of waits are one row, so that every tab has the same time.
 */
export const newClock: ClockRow = { id: 'clock', offset: 0, speed: 60 };

/** @returns simulated milliseconds since the epoch */
export const simulatedNow = (clock: ClockRow): number => Date.now() + clock.offset;

/** @returns real milliseconds since some moment, for measuring what must not jump */
export const elapsed = (): number => performance.now();

/**
 * The row of a wait that begins now.
 * @param id what the waiting thing names it by, so that a wait that was overtaken does nothing
 */
export function wait(
  { account, region, now, clock }: Place & { readonly now: number; readonly clock: ClockRow },
  id: string,
  what: { readonly kind: WaitKind; readonly target: string; readonly ClusterId?: string },
): DueRow {
  const awsDuration = durations[what.kind].milliseconds;
  const dueAt = now + awsDuration / clock.speed;
  return { account, region, id, ...what, pace: 'wait', startedAt: now, dueAt, awsDuration };
}

/** The same wait after the speed changed: its remaining share at the new speed. */
export function rescheduled(row: DueRow, now: number, from: number, to: number): DueRow {
  const rest = Math.max(0, row.dueAt - now);
  return { ...row, dueAt: rest === 0 ? row.dueAt : now + (rest * from) / to };
}
