import type { Key } from './keys.ts';
import type { Schema, StoreName } from './schema.ts';

/** Rows whose key begins with `prefix`, in the order of their keys. */
export interface Range {
  readonly store: StoreName;
  readonly prefix: Key;
}
/** One page of a range. */
export interface Page<S extends StoreName = StoreName> {
  readonly store: S;
  readonly prefix: Key;
  readonly limit: number;
  /** The members after the prefix of the last row already seen. */
  readonly after?: string | number | Key;
  /** Only rows whose member after the prefix begins so; `after` is such a member then. */
  readonly begins?: string;
  /** From the end: the rows before `after`, last first. */
  readonly reverse?: boolean;
}
/** What a commit must read: one row, or all rows of a (small) range. */
export type Read = { readonly store: StoreName; readonly key: Key } | Range;
export type Row = Schema[StoreName];
export type Write =
  | { readonly store: StoreName; readonly row: Row; readonly key: Key }
  | { readonly store: StoreName; readonly row: undefined; readonly key: Key };

/** `strict` outlives a power cut; `relaxed` a crash of the browser only (limits.md, 7). */
export type Durability = 'strict' | 'relaxed';

/** Where rows are kept. Whatever it throws says nothing about AWS: it is a fault of the machine. */
export interface Backend {
  get<S extends StoreName>(store: S, key: Key): Promise<Schema[S] | undefined>;
  page<S extends StoreName>(page: Page<S>): Promise<Schema[S][]>;
  /**
   * One transaction: issues all reads, hands their rows to `decide` in the same order, writes what it returns.
   * `decide` must not wait: IndexedDB ends a transaction that waits for anything else, Firefox always.
   */
  transact(
    reads: readonly Read[],
    durability: Durability,
    decide: (rows: readonly (readonly Row[])[]) => Iterable<Write>,
    replace?: boolean,
  ): Promise<void>;
  close(): void;
}
