import type { Page, Read, Row, Write } from './backend.ts';
import type { Plan } from './committer.ts';
import { compareKeys, isInPage, keyOf, rowId, type Key } from './keys.ts';
import { overlay, readId, Stale } from './rows.ts';
import type { Schema, StoreName, TrailEvent } from './schema.ts';
import type { RowAccess, Storage } from './storage.ts';

/** getAll's limit is 32 bits. */
const all = 2 ** 32 - 1;

/**
 * Commits that are tried in memory, each seeing those before it, and stored in one transaction: only if nothing else was
 * committed since the draft began. So a row that was read once need not be read again.
 */
export interface Draft extends RowAccess {
  /** @throws Stale where anything was committed since the draft began: nothing of it is stored */
  store(): Promise<void>;
}

export async function beginDraft(storage: Storage): Promise<Draft> {
  const began = await storage.catchUp();
  const written = new Map<StoreName, Map<string, Write>>();
  const events: TrailEvent[] = [];
  const pages = new Map<string, { readonly rows: readonly Row[]; readonly limit: number }>();
  /** Rows of those pages. */
  const seen = new Map<string, Row>();

  const writesTo = (store: StoreName): Map<string, Write> => {
    const known = written.get(store) ?? new Map<string, Write>();
    written.set(store, known);
    return known;
  };

  async function get<S extends StoreName>(store: S, key: Key): Promise<Schema[S] | undefined> {
    const id = rowId(store, key);
    const write = writesTo(store).get(id);
    if (write) return write.row as Schema[S] | undefined;
    return (seen.get(id) as Schema[S] | undefined) ?? storage.get(store, key);
  }

  /** The first rows of what is stored, remembered: many effects ask for the next row due. */
  async function stored<S extends StoreName>(page: Page<S>, atLeast: number): Promise<readonly Schema[S][]> {
    const { store, prefix, after, begins, reverse } = page;
    const id = `${rowId(store, prefix)} ${JSON.stringify([after, begins, reverse])}`;
    const known = pages.get(id);
    if (known && (known.limit >= atLeast || known.rows.length < known.limit)) return known.rows as readonly Schema[S][];
    // What was written here since may hide some of them: to ask for more does not ask again for each.
    const limit = atLeast > page.limit ? Math.min(all, atLeast * 2) : atLeast;
    const rows = await storage.page({ ...page, limit });
    pages.set(id, { rows, limit });
    for (const row of rows) seen.set(rowId(store, keyOf(store, row)), row);
    return rows;
  }

  async function page<S extends StoreName>(wanted: Page<S>): Promise<Schema[S][]> {
    const { store, reverse, limit } = wanted;
    const sign = reverse ? -1 : 1;
    const own = [...writesTo(store).values()].filter(({ key }) => isInPage(key, wanted));
    const rows = await stored(wanted, Math.min(all, limit + own.length));
    if (own.length === 0) return rows.slice(0, limit);
    const merged = new Map(rows.map((row) => [rowId(store, keyOf(store, row)), row]));
    for (const { key, row } of own) {
      if (row) merged.set(rowId(store, key), row as Schema[S]);
      else merged.delete(rowId(store, key));
    }
    return [...merged.values()].sort((a, b) => compareKeys(keyOf(store, a), keyOf(store, b)) * sign).slice(0, limit);
  }

  const read = async (wanted: Read): Promise<readonly Row[]> => {
    if ('prefix' in wanted) return page({ ...wanted, limit: all });
    const row = await get(wanted.store, wanted.key);
    return row ? [row] : [];
  };

  return {
    get,
    page,
    async commit<T>({ reads, decide, event }: Plan<T>): Promise<T> {
      const found = new Map(await Promise.all(reads.map(async (one) => [readId(one), await read(one)] as const)));
      const layers = overlay(found);
      const rows = layers.begin();
      const value = decide(rows);
      rows.keep();
      for (const write of layers.writes) writesTo(write.store).set(rowId(write.store, write.key), write);
      events.push(...[event?.({ value }) ?? []].flat());
      return value;
    },
    store: () =>
      storage.commit({
        // Before what waits for the same transaction, so that nothing is written between the two.
        first: true,
        reads: [],
        decide: (rows) => {
          const now = rows.get('world', ['sequence']);
          if ((now?.id === 'sequence' ? now.value : 0) !== began) throw new Stale('Something was committed since the draft began.');
          for (const writes of written.values())
            for (const { store, key, row } of writes.values()) {
              if (row) rows.put(store, row as never);
              else rows.delete(store, key);
            }
        },
        event: (outcome) => ('value' in outcome ? events : []),
      }),
  };
}
