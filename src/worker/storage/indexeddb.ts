import { openDB, unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Backend, Durability, Page, Read, Row, Write } from './backend.ts';
import type { Key } from './keys.ts';
import { storeNames, type Schema, type StoreName } from './schema.ts';
import { upgrade, version } from './upgrade.ts';
import { SimulatorFault } from '../errors.ts';

/**
 * Opens (or makes) the database of a world.
 * @param lost called once when the connection is taken away, with a sentence for the person
 * @throws SimulatorFault where a newer GlassHSM owns the database, or it cannot be brought up to date; a DOMException where the page may
 * not store
 */
export async function indexedDbBackend(name: string, lost: (message: string) => void): Promise<Backend> {
  let database: IDBPDatabase;
  let gone: string | undefined;
  let notUpgraded: unknown;
  const lose = (message: string): void => {
    gone = message;
    lost(message);
  };
  try {
    database = await openDB(name, version, {
      upgrade(db, from, _to, transaction) {
        // What fails in it fails the opening: half of it is worse than none.
        upgrade(db, from, transaction).catch((error: unknown) => {
          notUpgraded = error;
          abort(transaction);
        });
      },
      blocking(_version, wanted) {
        database.close();
        lose(
          wanted === null
            ? 'This simulator\'s storage was deleted. Reload this page to begin anew.'
            : 'A newer version of GlassHSM was opened in another tab. Reload this page to go on.',
        );
      },
      terminated() {
        lose('The browser closed this page\'s storage (it may have been cleared). Reload the page to go on.');
      },
    });
  } catch (error) {
    if (notUpgraded !== undefined)
      throw new SimulatorFault(
        `The database "${name}" could not be brought up to date (${String(notUpgraded)}). It is as it was. Use another database, or delete this site's data to begin anew.`,
      );
    if (error instanceof DOMException && error.name === 'VersionError')
      throw new SimulatorFault(
        `The database "${name}" was made by a newer version of GlassHSM. Reload the page without the cache, or use another database.`,
      );
    throw error;
  }
  return backendOf(database, () => {
    if (gone !== undefined) throw new SimulatorFault(gone);
  });
}

/** Takes back all that the transaction did, if it is not over. */
function abort(transaction: IDBPTransaction<unknown, string[], 'versionchange'>): void {
  // It says that it was aborted; the opening tells that, too.
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // A request that failed has aborted it.
  }
}

/** @param check throws where the connection was taken away */
function backendOf(database: IDBPDatabase, check: () => void): Backend {
  const raw = unwrap(database);
  return {
    async get<S extends StoreName>(store: S, key: Key) {
      check();
      return (await database.get(store, [...key])) as Schema[S] | undefined;
    },
    async page<S extends StoreName>({ store, limit, reverse, ...page }: Page<S>) {
      check();
      const range = pageRange(page, reverse ?? false);
      if (!reverse) return (await database.getAll(store, range, limit)) as Schema[S][];
      // getAll has no direction in every browser; pages from the end are short.
      const rows: Schema[S][] = [];
      let cursor = await database.transaction(store).store.openCursor(range, 'prev');
      while (cursor && rows.length < limit) {
        rows.push(cursor.value as Schema[S]);
        cursor = rows.length < limit ? await cursor.continue() : null;
      }
      return rows;
    },
    async transact(reads, durability, decide, replace) {
      check();
      await transact(raw, reads, durability, decide, replace);
    },
    close() {
      database.close();
    },
  };
}

/** Raw requests, not promises: this is the inner loop of every commit (limits.md, 9). */
function transact(
  database: IDBDatabase,
  reads: readonly Read[],
  durability: Durability,
  decide: (rows: readonly (readonly Row[])[]) => Iterable<Write>,
  replace = false,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeNames as StoreName[], 'readwrite', { durability });
    const rows: (readonly Row[])[] = [];
    let outstanding = reads.length;
    let failure: unknown;
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject((failure ?? transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError')) as Error);
    };
    const finish = (): void => {
      try {
        const writes = decide(rows);
        if (replace) for (const store of storeNames) transaction.objectStore(store).clear();
        for (const { store, key, row } of writes) {
          if (row) transaction.objectStore(store).put(row);
          else transaction.objectStore(store).delete([...key]);
        }
        transaction.commit();
      } catch (error) {
        failure = error;
        transaction.abort();
      }
    };
    if (outstanding === 0) finish();
    reads.forEach((read, i) => {
      const store = transaction.objectStore(read.store);
      const request: IDBRequest =
        'prefix' in read ? store.getAll(rangeOf(read.prefix)) : store.get([...read.key]);
      request.onsuccess = () => {
        const found: unknown = request.result;
        rows[i] = (Array.isArray(found) ? found : found === undefined ? [] : [found]) as readonly Row[];
        outstanding -= 1;
        if (outstanding === 0) finish();
      };
    });
  });
}

/** Keys that begin with `prefix`; an array sorts behind every number and text, so `[…, []]` is past them all. */
const rangeOf = (prefix: Key): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []], false, true);

/** What is left of the range of a page, behind `after` or before it. No text of ours has the last of all characters in it. */
function pageRange({ prefix, after, begins }: Pick<Page, 'prefix' | 'after' | 'begins'>, reverse: boolean): IDBKeyRange {
  const first = begins === undefined ? [...prefix] : [...prefix, begins];
  const end = begins === undefined ? [...prefix, []] : [...prefix, `${begins}\uffff`];
  if (after === undefined) return IDBKeyRange.bound(first, end, false, true);
  const seen = [...prefix, ...[after].flat()];
  return reverse ? IDBKeyRange.bound(first, seen, false, true) : IDBKeyRange.bound(seen, end, true, true);
}
