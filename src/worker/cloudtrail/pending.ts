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
  let pending: { readonly event: TrailEvent; readonly generation: string }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushing = Promise.resolve();

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const worlds = Map.groupBy(pending, ({ generation }) => generation);
    pending = [];
    if (worlds.size > 0) {
      const written = [...worlds].map(([generation, group]) => write(generation, group.map(({ event }) => event)));
      flushing = Promise.all([flushing, ...written]).then(() => undefined);
    }
    return flushing;
  }

  /** All in one plan: hundreds of events are one row. */
  const write = (generation: string, events: readonly TrailEvent[]): Promise<boolean> =>
    storage.commit({
      reads: [{ store: 'world', key: ['world'] }],
      decide: (rows) => {
        const world = rows.get('world', ['world']);
        return world?.id === 'world' && world.generation === generation;
      },
      event: (outcome) => ('value' in outcome && outcome.value ? events : undefined),
      durability: 'relaxed',
    });

  /** A flush nobody waits for: where storage refuses, the next state-changing call says so. */
  function flushLater(): void {
    flush().catch(() => {
      flushing = Promise.resolve();
    });
  }

  return {
    add(event, generation) {
      pending.push({ event, generation });
      if (pending.length >= flushAt) flushLater();
      else timer ??= setTimeout(flushLater, flushAfter);
    },
    flush,
    goBefore: flushLater,
  };
}
