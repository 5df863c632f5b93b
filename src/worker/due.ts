import { lazy, notLoaded } from '../wire/lazy.ts';
import { simulatedNow } from './clock.ts';
import type { DueRow } from './storage/schema.ts';
import { SimulatorFault } from './errors.ts';
import type { Simulation } from './simulation.ts';
import { Stale } from './storage/rows.ts';
import type { RowAccess } from './storage/storage.ts';

/** Loaded when the first wait ends, if no call has loaded it before. */
const code = lazy(() =>
  import('./behind.ts').catch((error: unknown) => {
    throw new SimulatorFault(notLoaded('What ends AWS\'s waits', error));
  }),
);

/** How often an effect is run again because another tab moved, before that is a bug. */
const mostRuns = 20;

/** An hour: a `setTimeout` of 30 days overflows and fires at once. */
const longestTimer = 60 * 60 * 1000;

/** Effects that share a transaction at the most: what a crash of the browser may take back, and other tabs hear of at once. */
const mostTogether = 256;

/** Settles what is due, before each call and when its time comes with no call (DESIGN.md, section 3, "Time is data"). */
export interface Due {
  /** Ends all waits whose time has come, oldest first. */
  settle(): Promise<void>;
  /** @param first called before effects: what earlier calls left to be written goes before their events */
  before(first: () => Promise<void>): void;
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
  const before: (() => Promise<void>)[] = [];

  async function readNext(): Promise<DueRow | null> {
    const row = await firstDue(storage);
    // Another tab may have settled what its notice has not told us yet: copies may not be older than this answer.
    await storage.catchUp();
    return row;
  }

  /** One by one to begin with, then ever more of them in one transaction: after a month away there are many. */
  async function settleAll(): Promise<void> {
    for (let together = 1; ; ) {
      const row = await known();
      if (!row || row.dueAt > simulatedNow(await readClock())) return;
      if (together === 1) await end(row);
      const settled = together === 1 || (await endTogether(together));
      together = settled ? Math.min(together * 2, mostTogether) : 1;
      if (next?.id === row.id) next = undefined;
    }
  }

  /**
   * Effects of different rows at their own moments, each after those before it, in one transaction: a draft of what they do.
   * @returns whether it was stored; if not, nothing of it was: another tab was faster, or one of them cannot be
   */
  async function endTogether(most: number): Promise<boolean> {
    const { beginDraft, effects } = await code.load();
    try {
      await Promise.all(before.map((first) => first()));
      const draft = await beginDraft(storage);
      for (let ended = 0; ended < most; ended += 1) {
        const row = await firstDue(draft);
        if (!row || row.dueAt > simulatedNow(await readClock())) break;
        await effects[row.kind](momentAt(row, row.dueAt, draft), row);
      }
      await draft.store();
      return true;
    } catch {
      // Alone, the next one says what is wrong, if anything is.
      storage.forget();
      next = undefined;
      return false;
    }
  }

  /** Two tabs may both try: the commit finds the row gone and does nothing. */
  async function end(row: DueRow): Promise<void> {
    const { effects } = await code.load();
    for (let runs = 1; ; runs += 1) {
      try {
        for (const first of before) void first();
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

/** The row that is due first, whenever that is. */
async function firstDue(rows: RowAccess): Promise<DueRow | null> {
  const [waits, periods] = await Promise.all([
    rows.page({ store: 'due', prefix: ['wait'], limit: 1 }),
    rows.page({ store: 'due', prefix: ['period'], limit: 1 }),
  ]);
  return [...waits, ...periods].sort((a, b) => a.dueAt - b.dueAt)[0] ?? null;
}
