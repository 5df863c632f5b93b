import type { Durability } from '../storage/backend.ts';
import type { Storage } from '../storage/storage.ts';
import type { TrailEvent } from '../storage/schema.ts';
import { usageReads, writeUsage, type QuietCall } from './last-usage.ts';

/** Events of read-only and cryptographic calls, written a little behind the answer (DESIGN.md, section 3, "Events"). */
export interface PendingEvents {
  /**
   * @param generation the world that the call was made in; in another one there is no such event
   * @param used ids of the KMS keys that it used; GetKeyLastUsage names the event
   */
  add(event: TrailEvent, generation: string, used?: readonly string[]): void;
  /** Resolves when all that was added is stored. */
  flush(): Promise<void>;
  /**
   * Has them written with the commit that comes next, before its own event: events are in the order of their calls.
   * Resolves when they are, or cannot be.
   */
  goBefore(): Promise<void>;
}

/** Milliseconds, and events, that may be lost when the tab is closed. */
const flushAfter = 50;
const flushAt = 256;

/** Writes events of calls that changed nothing: all in one row, and only into the world that they happened in. */
export async function writeEvents(
  storage: Storage,
  generation: string,
  calls: readonly QuietCall[],
  durability: Durability,
): Promise<void> {
  await storage.commit({
    reads: [{ store: 'world', key: ['world'] }, ...usageReads(calls)],
    decide: (rows) => {
      const world = rows.get('world', ['world']);
      if (world?.id !== 'world' || world.generation !== generation) return [];
      writeUsage(rows, calls);
      return calls.map(({ event }) => event);
    },
    event: (outcome) => ('value' in outcome ? outcome.value : []),
    durability,
  });
}

export function createPendingEvents(storage: Storage): PendingEvents {
  let pending: (QuietCall & { readonly generation: string })[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Batches that are being written, by those before us too. */
  const writing = new Set<Promise<void>>();

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const worlds = Map.groupBy(pending, ({ generation }) => generation);
    pending = [];
    for (const [generation, group] of worlds) {
      const written = writeEvents(storage, generation, group, 'relaxed').finally(() => writing.delete(written));
      writing.add(written);
    }
    await Promise.all(writing);
  }

  /** Where storage refuses, the next state-changing call says so. */
  const flushQuietly = (): Promise<void> => flush().catch(() => undefined);
  const flushLater = (): void => void flushQuietly();

  return {
    add(event, generation, used = []) {
      pending.push({ event, generation, used });
      if (pending.length >= flushAt) flushLater();
      else timer ??= setTimeout(flushLater, flushAfter);
    },
    flush,
    goBefore: flushQuietly,
  };
}
