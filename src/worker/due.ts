import type { PeriodKind, WaitKind } from '../model/durations.ts';
import type { Happening } from './call.ts';
import { simulatedNow } from './clock.ts';
import { backUpDaily, endCreatingBackup, expireBackup, purgeBackup } from './cloudhsm/backup-changes.ts';
import { endActivating, endCreatingCluster, endDeletingCluster, endInitializing, endModifying } from './cloudhsm/cluster-changes.ts';
import { endCreatingHsm, endDeletingHsm } from './cloudhsm/hsm-changes.ts';
import { endConnecting, endDisconnecting } from './kms/connection.ts';
import { deleteKey } from './kms/deletion.ts';
import { rotateAutomatically, rotateOnDemand } from './kms/rotation.ts';
import type { DueRow } from './storage/schema.ts';
import type { Simulation } from './simulation.ts';
import { Stale } from './storage/rows.ts';

/** What happens when a wait or a period ends: one effect a kind, each in its own commit that takes the row away. */
const effects: { readonly [Kind in WaitKind | PeriodKind]: (moment: Happening, due: DueRow) => Promise<void> } = {
  connect: endConnecting,
  disconnect: endDisconnecting,
  'create-hsm': endCreatingHsm,
  'delete-hsm': endDeletingHsm,
  'delete-key': deleteKey,
  'rotate-key': rotateOnDemand,
  'rotate-key-automatically': rotateAutomatically,
  'create-cluster': endCreatingCluster,
  'initialize-cluster': endInitializing,
  'activate-cluster': endActivating,
  'modify-cluster': endModifying,
  'delete-cluster': endDeletingCluster,
  'create-backup': endCreatingBackup,
  'daily-backup': backUpDaily,
  'expire-backup': expireBackup,
  'delete-backup': purgeBackup,
};

/** How often an effect is run again because another tab moved, before that is a bug. */
const mostRuns = 20;

/** An hour: a `setTimeout` of 30 days overflows and fires at once. */
const longestTimer = 60 * 60 * 1000;

/** Settles what is due, before each call and when its time comes with no call (DESIGN.md, section 3, "Time is data"). */
export interface Due {
  /** Ends all waits whose time has come, oldest first. */
  settle(): Promise<void>;
  /** @param first called before each effect: what earlier calls left to be written goes before its event */
  before(first: () => void): void;
  /** Stops the wake-up timer. */
  stop(): void;
}

export function createDue(simulation: Simulation): Due {
  const { storage, momentAt, readClock } = simulation;
  /** The first row in `due`: null where there is none, undefined where it must be read again. */
  let next: DueRow | null | undefined;
  /** Raised when the first row may have become another one. */
  let revision = 0;
  let settling: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const before: (() => void)[] = [];

  async function readNext(): Promise<DueRow | null> {
    const [waits, periods] = await Promise.all([
      storage.page({ store: 'due', prefix: ['wait'], limit: 1 }),
      storage.page({ store: 'due', prefix: ['period'], limit: 1 }),
    ]);
    // Another tab may have settled what its notice has not told us yet: copies may not be older than this answer.
    await storage.catchUp();
    return [...waits, ...periods].sort((a, b) => a.dueAt - b.dueAt)[0] ?? null;
  }

  async function settleAll(): Promise<void> {
    for (;;) {
      const row = await known();
      if (!row || row.dueAt > simulatedNow(await readClock())) return;
      await end(row);
      if (next?.id === row.id) next = undefined;
    }
  }

  /** Two tabs may both try: the commit finds the row gone and does nothing. */
  async function end(row: DueRow): Promise<void> {
    for (let runs = 1; ; runs += 1) {
      try {
        for (const first of before) first();
        await effects[row.kind](momentAt(row, row.dueAt), row);
        return;
      } catch (error) {
        if (!(error instanceof Stale) || runs === mostRuns) throw error;
        storage.forget();
      }
    }
  }

  async function known(): Promise<DueRow | null> {
    while (next === undefined) {
      const seen = revision;
      const row = await readNext();
      // Something became due, or no longer is, while we looked.
      if (seen === revision) next = row;
    }
    return next;
  }

  const settled = async (): Promise<boolean> =>
    next === null || (next !== undefined && next.dueAt > simulatedNow(await readClock()));

  async function settle(): Promise<void> {
    // Also for those who ask before a call, and for views: a tab that missed notices hears of it here.
    await storage.freshen();
    // Again, where a row fell due after those who were settling had looked.
    while (!(await settled())) {
      settling ??= settleAll().finally(() => {
        settling = undefined;
      });
      await settling;
    }
  }

  /** Sets the wake-up timer to the next row. Nobody waits for it: what goes wrong shows at the next call. */
  function wake(): void {
    clearTimeout(timer);
    void (async () => {
      await settle();
      const row = await known();
      if (!row) return;
      const rest = row.dueAt - simulatedNow(await readClock());
      clearTimeout(timer);
      if (stopped) return;
      timer = setTimeout(wake, Math.min(Math.max(rest, 0), longestTimer));
    })().catch(() => undefined);
  }

  storage.onNotice(({ changes, anything }) => {
    if (!anything && !changes.some(({ store }) => store === 'due' || store === 'world')) return;
    revision += 1;
    next = undefined;
    wake();
  });
  wake();

  return {
    settle,
    before(first) {
      before.push(first);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
