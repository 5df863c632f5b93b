import type { Backend, Page, Read, Row, Write } from './backend.ts';
import { compareKeys, isInPage, keyOf, rowId, startsWith, type Key } from './keys.ts';
import { storeNames, type Schema, type StoreName } from './schema.ts';

interface Entry {
  readonly key: Key;
  readonly row: Row;
}

/** Rows in this worker's memory, for pages that may not store: they last until the tab is closed. */
export function memoryBackend(): Backend {
  const stores = Object.fromEntries(storeNames.map((name) => [name, new Map<string, Entry>()])) as Record<
    StoreName,
    Map<string, Entry>
  >;

  function inRange(store: StoreName, prefix: Key): Row[] {
    return [...stores[store].values()]
      .filter((entry) => startsWith(entry.key, prefix))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map((entry) => entry.row);
  }

  const read = (wanted: Read): readonly Row[] => {
    if ('prefix' in wanted) return inRange(wanted.store, wanted.prefix);
    const entry = stores[wanted.store].get(rowId(wanted.store, wanted.key));
    return entry ? [entry.row] : [];
  };

  function apply(writes: Iterable<Write>): void {
    for (const { store, key, row } of writes) {
      if (row) stores[store].set(rowId(store, key), { key, row });
      else stores[store].delete(rowId(store, key));
    }
  }

  function clear(): void {
    for (const store of storeNames) stores[store].clear();
  }

  return {
    get: <S extends StoreName>(store: S, key: Key) =>
      Promise.resolve(stores[store].get(rowId(store, key))?.row as Schema[S] | undefined),
    page<S extends StoreName>(page: Page<S>) {
      const { store, prefix, limit, reverse } = page;
      const rest = (inRange(store, prefix) as Schema[S][]).filter((row) => isInPage(keyOf(store, row), page));
      if (reverse) rest.reverse();
      return Promise.resolve(rest.slice(0, limit));
    },
    async transact(reads, _durability, decide, replace) {
      const writes = [...decide(reads.map(read))];
      if (replace) clear();
      apply(writes);
    },
    close: clear,
  };
}
