import type { Storage } from '../storage/storage.ts';
import type { TrailEvent } from '../storage/schema.ts';

/** Events of read-only and cryptographic calls, written a little behind the answer (DESIGN.md, section 3, "Events"). */
export interface PendingEvents {
  add(event: TrailEvent): void;
  /** Resolves when all that was added is stored. */
  flush(): Promise<void>;
  /** Their world is gone. */
  drop(): void;
}

/** Milliseconds, and events, that may be lost when the tab is closed. */
const flushAfter = 50;
const flushAt = 256;

export function createPendingEvents(storage: Storage): PendingEvents {
  let pending: TrailEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const events = pending;
    pending = [];
    if (events.length > 0) {
      // One plan an event, so that they share one transaction and one row.
      const written = events.map((event) =>
        storage.commit({ reads: [], decide: () => undefined, event: () => event, durability: 'relaxed' }),
      );
      flushing = Promise.all([flushing, ...written]).then(() => undefined);
    }
    return flushing;
  }

  /** A flush nobody waits for: where storage refuses, the next state-changing call says so. */
  function flushLater(): void {
    flush().catch(() => {
      flushing = Promise.resolve();
    });
  }

  return {
    add(event) {
      pending.push(event);
      if (pending.length >= flushAt) flushLater();
      else timer ??= setTimeout(flushLater, flushAfter);
    },
    flush,
    drop() {
      pending = [];
    },
  };
}
