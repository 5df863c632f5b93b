import { durations, type PeriodKind, type WaitKind } from '../model/durations.ts';
import type { Place } from '../model/look.ts';
import type { Read } from './storage/backend.ts';
import type { Rows } from './storage/rows.ts';
import type { Key } from './storage/keys.ts';
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
 */
export function beginWait(
  rows: Rows,
  { account, region, now }: Place & { readonly now: number },
  id: string,
  what: { readonly kind: WaitKind; readonly target: string; readonly ClusterId?: string },
): void {
  const awsDuration = durations[what.kind].milliseconds;
  const dueAt = now + awsDuration / clockIn(rows).speed;
  rows.put('due', { account, region, id, ...what, pace: 'wait', startedAt: now, dueAt, awsDuration });
}

/**
 * Begins a period of days, which no speed shortens; see {@link periodKey}.
 * @param id names it: a KMS key has at most one period of a kind
 */
export function beginPeriod(
  rows: Rows,
  { account, region, now }: Place & { readonly now: number },
  what: { readonly kind: PeriodKind; readonly target: string },
  dueAt: number,
): void {
  const id = periodId(what);
  rows.put('due', { account, region, id, ...what, pace: 'period', startedAt: now, dueAt, awsDuration: dueAt - now });
}

/** The `due` row of a period, to end it early. */
export const periodKey = (what: { readonly kind: PeriodKind; readonly target: string }, dueAt: number): Key => [
  'period',
  dueAt,
  periodId(what),
];

const periodId = ({ kind, target }: { readonly kind: PeriodKind; readonly target: string }): string => `${kind} ${target}`;

/** The same wait after the speed changed: its remaining share at the new speed. */
export function rescheduled(row: DueRow, now: number, from: number, to: number): DueRow {
  const rest = Math.max(0, row.dueAt - now);
  // At Infinity there was nothing left of it, whatever the machine's clock has done since.
  return { ...row, dueAt: rest === 0 || from === Infinity ? Math.min(row.dueAt, now) : now + (rest * from) / to };
}
