import type { Row, Write } from './backend.ts';
import { rowId, type Key } from './keys.ts';
import type { StoreName } from './schema.ts';

/** How many rows are remembered at the most. */
const capacity = 20_000;

/** Rows that nobody reads one by one; material is the vault's to remember. */
const uncopied: ReadonlySet<StoreName> = new Set([
  'due',
  'keyOrder',
  'aliasedKeyOrder',
  'keyTags',
  'keyAliases',
  'backupOrder',
  'removedKeyObjects',
  'material',
  'materialReferences',
  'events',
]);

/**
 * Memory copies of rows, so that Encrypt needs no transaction. A copy is kept only if no notice for the row arrived
 * while it was being read; a missed notice (a gap in the sequence) empties all.
 *
 * A notice may arrive too early: another tab's commit is heard of by a message, our own by its transaction's event, and
 * nothing orders the two. So what we wrote is only known to be true if nothing later was heard of.
 */
export interface Cache {
  /** @param read reads the row from the database */
  get(store: StoreName, key: Key, read: () => Promise<Row | undefined>): Promise<Row | undefined>;
  /** What this worker committed: the new rows are known. */
  wrote(sequence: number, writes: readonly Write[]): void;
  /** What another tab committed: only which rows changed is known. */
  changed(sequence: number, changes: readonly { readonly store: StoreName; readonly key: Key }[]): void;
  /** The sequence number that the database has now. */
  checked(sequence: number): void;
  clear(): void;
}

/** @param missed called when notices were missed: anything may have changed */
export function createCache(missed: (sequence: number) => void): Cache {
  const rows = new Map<string, { readonly row: Row | undefined }>();
  const reading = new Map<string, Promise<Row | undefined>>();
  let known: number | undefined;

  function clear(): void {
    rows.clear();
    // A read under way may have begun before what we missed: it is answered but not kept.
    reading.clear();
  }

  function forget(changes: readonly { readonly store: StoreName; readonly key: Key }[]): void {
    for (const { store, key } of changes) {
      const id = rowId(store, key);
      rows.delete(id);
      reading.delete(id);
    }
  }

  /** Another tab's notice may arrive after our own later commit, so a lower number is no gap. */
  function advance(sequence: number): void {
    const gap = known === undefined || sequence > known + 1;
    known = Math.max(known ?? 0, sequence);
    if (!gap) return;
    clear();
    missed(sequence);
  }

  function keep(id: string, row: Row | undefined): void {
    rows.delete(id);
    rows.set(id, { row });
    if (rows.size > capacity) rows.delete(rows.keys().next().value as string);
  }

  return {
    get(store, key, read) {
      if (uncopied.has(store)) return read();
      const id = rowId(store, key);
      const copy = rows.get(id);
      if (copy) {
        // The oldest falls out first: this one is new again.
        rows.delete(id);
        rows.set(id, copy);
        return Promise.resolve(copy.row);
      }
      const underWay = reading.get(id);
      if (underWay) return underWay;
      const promise = read().then((row) => {
        if (reading.get(id) === promise) {
          reading.delete(id);
          keep(id, row);
        }
        return row;
      });
      reading.set(id, promise);
      promise.catch(() => {
        if (reading.get(id) === promise) reading.delete(id);
      });
      return promise;
    },
    wrote(sequence, writes) {
      advance(sequence);
      if (known !== sequence) {
        forget(writes);
        return;
      }
      for (const { store, key, row } of writes) {
        if (uncopied.has(store)) continue;
        const id = rowId(store, key);
        reading.delete(id);
        keep(id, row);
      }
    },
    changed(sequence, changes) {
      advance(sequence);
      forget(changes);
    },
    checked(sequence) {
      const gap = known === undefined || sequence > known;
      known = Math.max(known ?? 0, sequence);
      if (!gap) return;
      clear();
      missed(sequence);
    },
    clear,
  };
}
