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

/** What happens when a period ends, and to what: one thing has one period of a kind at the most. */
interface Period {
  readonly kind: PeriodKind;
  readonly target: string;
}

/** Begins a period of days, which no speed shortens; its row is named {@link periodKey}. */
export function beginPeriod(rows: Rows, at: Place & { readonly now: number }, what: Period, dueAt: number): void {
  rows.put('due', periodOf(at, what, dueAt));
}

/** The same, for a world that begins with it. */
export const periodOf = ({ account, region, now }: Place & { readonly now: number }, what: Period, dueAt: number): DueRow => ({
  ...what,
  account,
  region,
  id: periodId(what),
  pace: 'period',
  startedAt: now,
  dueAt,
  awsDuration: dueAt - now,
});

/** The `due` row of a period, to end it early. */
export const periodKey = (what: Period, dueAt: number): Key => ['period', dueAt, periodId(what)];

const periodId = ({ kind, target }: Period): string => `${kind} ${target}`;

/** The same wait after the speed changed: its remaining share at the new speed. */
export function rescheduled(row: DueRow, now: number, from: number, to: number): DueRow {
  const rest = Math.max(0, row.dueAt - now);
  // At Infinity there was nothing left of it, whatever the machine's clock has done since.
  return { ...row, dueAt: rest === 0 || from === Infinity ? Math.min(row.dueAt, now) : now + (rest * from) / to };
}
