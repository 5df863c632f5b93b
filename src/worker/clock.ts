import { durations, type PeriodKind, type WaitKind } from '../model/durations.ts';
import type { Place } from '../model/look.ts';
import type { Read } from './storage/backend.ts';
import type { Key } from './storage/keys.ts';
import type { Rows } from './storage/rows.ts';
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

/** What a commit that begins a wait must read: another tab may have changed the speed. */
export const clockRead: Read = { store: 'world', key: ['clock'] };

export function clockIn(rows: Rows): ClockRow {
  const row = rows.get('world', ['clock']);
  return row?.id === 'clock' ? row : newClock;
}

/**
 * Begins a wait.
 * @param id what the waiting thing names it by, so that a wait that was overtaken does nothing
 * @param what `times`: how often the kind's duration follows itself, as for one HSM after the other
 */
export function beginWait(
  rows: Rows,
  { account, region, now }: Place & { readonly now: number },
  id: string,
  { times = 1, ...what }: { readonly kind: WaitKind; readonly target: string; readonly ClusterId?: string; readonly times?: number },
): void {
  const awsDuration = durations[what.kind].milliseconds * times;
  const dueAt = now + awsDuration / clockIn(rows).speed;
  rows.put('due', { account, region, id, ...what, pace: 'wait', startedAt: now, dueAt, awsDuration });
}

/** A period of days; its row's key is {@link periodKey}. */
export function periodOf(
  { account, region, now }: Place & { readonly now: number },
  dueAt: number,
  what: { readonly kind: PeriodKind; readonly target: string },
): DueRow {
  const id = periodId(what.kind, what.target);
  return { account, region, id, ...what, pace: 'period', startedAt: now, dueAt, awsDuration: dueAt - now };
}
const periodId = (kind: PeriodKind, target: string): string => `${kind}/${target}`;
export const periodKey = (kind: PeriodKind, target: string, dueAt: number): Key => ['period', dueAt, periodId(kind, target)];

/** The same wait after the speed changed: its remaining share at the new speed. */
export function rescheduled(row: DueRow, now: number, from: number, to: number): DueRow {
  const rest = Math.max(0, row.dueAt - now);
  // At Infinity there was nothing left of it, whatever the machine's clock has done since.
  return { ...row, dueAt: rest === 0 || from === Infinity ? Math.min(row.dueAt, now) : now + (rest * from) / to };
}
