import type { Backend, Page, Row, Write } from './backend.ts';
import { createCache } from './cache.ts';
import { createCommitter, type CommitNotice, type Plan } from './committer.ts';
import { keyOf, type Key } from './keys.ts';
import type { Schema, StoreName } from './schema.ts';
import { elapsed } from '../clock.ts';

/** What a commit of this or another tab changed. */
export interface StorageNotice extends CommitNotice {
  /** Anything may have changed: the whole world was exchanged, or notices were missed. */
  readonly anything?: true;
}

/** Rows to read, and to change in commits: those that are stored, or a draft of what is to be. */
export interface RowAccess {
  /** One row; from memory where a copy is known to be true. */
  get<S extends StoreName>(store: S, key: Key): Promise<Schema[S] | undefined>;
  page<S extends StoreName>(page: Page<S>): Promise<Schema[S][]>;
  commit<T>(plan: Plan<T>): Promise<T>;
}

/** The rows of one world. Only here does anything touch IndexedDB. */
export interface Storage extends RowAccess {
  /** Exchanges the whole world for these rows, in one transaction. */
  replace(rows: WorldRows): Promise<void>;
  /** The same, unless there is a world: of those who both try, one does. */
  begin(rows: WorldRows): Promise<void>;
  /**
   * Looks whether another tab committed something that we have not heard of, or not yet.
   * @returns the sequence number of what is stored: the copies are not older
   */
  catchUp(): Promise<number>;
  /** The same, the first time and then at most once a second. */
  freshen(): Promise<void>;
  /** Empties the memory copies: something did not fit them. */
  forget(): void;
  /** @param listener called for commits of this worker and of other tabs */
  onNotice(listener: (notice: StorageNotice) => void): void;
  close(): void;
}
export type WorldRows = { readonly [S in StoreName]?: readonly Schema[S][] };

/** A second without a check empties the copies: a frozen tab hears no notices. */
const checkEvery = 1000;

/**
 * @param channelName where tabs tell each other what they committed; undefined where no other tab shares the rows
 */
export function createStorage(backend: Backend, channelName: string | undefined): Storage {
  const listeners: ((notice: StorageNotice) => void)[] = [];
  const channel = channelName === undefined ? undefined : new BroadcastChannel(channelName);
  let checkedAt = -Infinity;
  let checking: Promise<number> | undefined;
  let closed = false;

  const tell = (notice: StorageNotice): void => {
    for (const listener of listeners) listener(notice);
  };
  /** To this tab and to the others. */
  const publish = (notice: StorageNotice): void => {
    // What was under way when the tab closed completes; a closed channel would throw.
    if (!closed) channel?.postMessage(notice);
    tell(notice);
  };
  const cache = createCache((sequence) => {
    tell({ sequence, changes: [], anything: true });
  });
  channel?.addEventListener('message', ({ data }: MessageEvent<StorageNotice>) => {
    if (data.anything) cache.clear();
    cache.changed(data.sequence, data.changes);
    tell(data);
  });
  const committer = createCommitter(backend, (notice, writes) => {
    cache.wrote(notice.sequence, writes);
    publish(notice);
  });

  async function check(): Promise<number> {
    const row = await backend.get('world', ['sequence']);
    const sequence = row?.id === 'sequence' ? row.value : 0;
    // Without other tabs, all that is committed is our own.
    if (channel && sequence > 0) cache.checked(sequence);
    checkedAt = elapsed();
    return sequence;
  }

  async function exchange(rows: WorldRows, over: 'any world' | 'no world'): Promise<void> {
    let sequence = 0;
    let refused = false;
    await backend.transact(
      [{ store: 'world', key: ['sequence'] }, { store: 'world', key: ['world'] }],
      'strict',
      ([counted, world]) => {
        refused = over === 'no world' && world?.[0] !== undefined;
        if (refused) return [];
        const before = counted?.[0] as Schema['world'] | undefined;
        sequence = nextSequence(before?.id === 'sequence' ? before.value : 0, rows);
        return writesOf({ ...rows, world: [...(rows.world ?? []), { id: 'sequence', value: sequence }] });
      },
      over === 'any world',
    );
    if (refused) return;
    cache.clear();
    cache.wrote(sequence, []);
    publish({ sequence, changes: [], anything: true });
  }

  return {
    async get<S extends StoreName>(store: S, key: Key) {
      const read = (): Promise<Row | undefined> => backend.get(store, key);
      return (await cache.get(store, key, read)) as Schema[S] | undefined;
    },
    page: (page) => backend.page(page),
    commit: (plan) => committer.commit(plan),
    replace: (rows) => exchange(rows, 'any world'),
    begin: (rows) => exchange(rows, 'no world'),
    catchUp: check,
    async freshen() {
      if (!channel || elapsed() - checkedAt < checkEvery) return;
      await (checking ??= check().finally(() => {
        checking = undefined;
      }));
    },
    forget: cache.clear,
    onNotice(listener) {
      listeners.push(listener);
    },
    close() {
      closed = true;
      channel?.close();
      backend.close();
    },
  };
}

/** Behind all commits of the world before, and behind the events of this one, which are named by their commit's number. */
const nextSequence = (before: number, { events = [] }: WorldRows): number =>
  events.reduce((last, { sequence }) => Math.max(last, sequence), before) + 1;

function writesOf(rows: WorldRows): Write[] {
  return (Object.entries(rows) as [StoreName, readonly Row[]][]).flatMap(([store, list]) =>
    list.map((row): Write => ({ store, row, key: keyOf(store, row as never) })),
  );
}
