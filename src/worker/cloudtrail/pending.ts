import type { Plan } from '../storage/committer.ts';
import type { Storage } from '../storage/storage.ts';
import type { TrailEvent } from '../storage/schema.ts';

/** Events of read-only and cryptographic calls, written a little behind the answer (DESIGN.md, section 3, "Events"). */
export interface PendingEvents {
  /** @param generation the world that the call was made in; in another one there is no such event */
  add(event: TrailEvent, generation: string): void;
  /** Resolves when all that was added is stored. */
  flush(): Promise<void>;
  /** Has them written with the commit that comes next, before its own event: events are in the order of their calls. */
  goBefore(): void;
}

/** Milliseconds, and events, that may be lost when the tab is closed. */
const flushAfter = 50;
const flushAt = 256;

export function createPendingEvents(storage: Storage): PendingEvents {
  let pending: Plan<boolean>[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const plans = pending;
    pending = [];
    // One plan an event: they share one transaction and one row.
    if (plans.length > 0)
      flushing = Promise.all([flushing, ...plans.map((plan) => storage.commit(plan))]).then(() => undefined);
    return flushing;
  }

  /** A flush nobody waits for: where storage refuses, the next state-changing call says so. */
  function flushLater(): void {
    flush().catch(() => {
      flushing = Promise.resolve();
    });
  }

  return {
    add(event, generation) {
      pending.push({
        reads: [{ store: 'world', key: ['world'] }],
        decide: (rows) => {
          const world = rows.get('world', ['world']);
          return world?.id === 'world' && world.generation === generation;
        },
        event: (outcome) => ('value' in outcome && outcome.value ? event : undefined),
        durability: 'relaxed',
      });
      if (pending.length >= flushAt) flushLater();
      else timer ??= setTimeout(flushLater, flushAfter);
    },
    flush,
    goBefore: flushLater,
  };
}
