import type { Range, Read, Row, Write } from './backend.ts';
import { compareKeys, keyOf, rowId, startsWith, type Key } from './keys.ts';
import type { Schema, StoreName } from './schema.ts';

/** A row that the commit did not name was needed: what was read before no longer fits. Run again from the read. */
export class Stale extends Error {}

/** What a `decide` sees and changes: the rows it named, with the writes of those before it in the same transaction. */
export interface Rows {
  get<S extends StoreName>(store: S, key: Key): Schema[S] | undefined;
  range<S extends StoreName>(store: S, prefix: Key): readonly Schema[S][];
  put<S extends StoreName>(store: S, row: Schema[S]): void;
  delete(store: StoreName, key: Key): void;
}

type Layer = Map<string, Write>;

/** The overlay of one transaction. */
export interface Overlay {
  /** A view for one operation. `keep` makes its writes visible to those that follow; without it they are lost. */
  begin(): Rows & { keep(): void };
  readonly writes: Iterable<Write>;
}

const rangeId = ({ store, prefix }: Range): string => `range ${rowId(store, prefix)}`;

/** @returns what makes two reads the same one */
export const readId = (read: Read): string => ('prefix' in read ? rangeId(read) : rowId(read.store, read.key));

/**
 * @param found the rows of every read, by {@link readId}
 */
export function overlay(found: ReadonlyMap<string, readonly Row[]>): Overlay {
  const kept: Layer = new Map();

  function begin(): Rows & { keep(): void } {
    const own: Layer = new Map();
    const written = (id: string): Write | undefined => own.get(id) ?? kept.get(id);
    return {
      get<S extends StoreName>(store: S, key: Key) {
        const id = rowId(store, key);
        const write = written(id);
        if (write) return write.row as Schema[S] | undefined;
        const rows = found.get(id);
        if (!rows) throw new Stale(`${id} was not named`);
        return rows[0] as Schema[S] | undefined;
      },
      range<S extends StoreName>(store: S, prefix: Key) {
        const rows = found.get(rangeId({ store, prefix }));
        if (!rows) throw new Stale(`${rangeId({ store, prefix })} was not named`);
        return merge(store, prefix, rows as readonly Schema[S][], [kept, own]);
      },
      put(store, row) {
        const key = keyOf(store, row);
        own.set(rowId(store, key), { store, row, key });
      },
      delete(store, key) {
        own.set(rowId(store, key), { store, row: undefined, key });
      },
      keep() {
        for (const [id, write] of own) kept.set(id, write);
      },
    };
  }

  return {
    begin,
    get writes() {
      return kept.values();
    },
  };
}

function merge<S extends StoreName>(
  store: S,
  prefix: Key,
  rows: readonly Schema[S][],
  layers: readonly Layer[],
): readonly Schema[S][] {
  const merged = new Map(rows.map((row) => [rowId(store, keyOf(store, row)), row]));
  let touched = false;
  for (const layer of layers)
    for (const [id, write] of layer)
      if (write.store === store && startsWith(write.key, prefix)) {
        touched = true;
        if (write.row) merged.set(id, write.row as Schema[S]);
        else merged.delete(id);
      }
  if (!touched) return rows;
  return [...merged.values()].sort((a, b) => compareKeys(keyOf(store, a), keyOf(store, b)));
}
