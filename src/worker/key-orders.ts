import type { KeyCursor, KeyFilter, KeyOrder, KeyView, Place } from '../model/look.ts';
import type { Page } from './storage/backend.ts';
import { keyOf } from './storage/keys.ts';
import type { Schema, StoreName } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';

/** Keys in the orders in which rows stand: each is read a page at a time, from keys that IndexedDB has in order. */

/** A key in such an order, and where to go on after it. */
interface Entry {
  readonly KeyId: string;
  readonly cursor: KeyCursor;
  /** Whether the key is shown here: one with several aliases is met several times. */
  stands(key: KeyView): boolean;
}
/** @returns what comes after the cursor, about as much as asked for; nothing at the end */
export type KeySource = (after: KeyCursor | undefined, size: number) => Promise<readonly Entry[]>;

type Paging<S extends StoreName> = Pick<Page<S>, 'store' | 'reverse' | 'begins'>;

/** Rows of a store as a source. */
function rowsOf<S extends StoreName>(
  storage: Storage,
  prefix: readonly string[],
  page: Paging<S>,
  keyIdOf: (row: Schema[S]) => string,
  stands: (key: KeyView, row: Schema[S]) => boolean = () => true,
): KeySource {
  return async (after, limit) => {
    const rows = await storage.page({ ...page, prefix, limit, ...(after && { after }) });
    return rows.map((row) => ({
      KeyId: keyIdOf(row),
      cursor: keyOf(page.store, row).slice(prefix.length),
      stands: (key: KeyView) => stands(key, row),
    }));
  };
}

/** One after the other. @param isSecond whether a cursor is of the second */
const both = (first: KeySource, second: KeySource, isSecond: (cursor: KeyCursor) => boolean): KeySource =>
  async (after, size) => {
    if (after && isSecond(after)) return second(after, size);
    const entries = await first(after, size);
    return entries.length > 0 ? entries : second(undefined, size);
  };

/** Both at once, by their numbers. */
const merged = (one: KeySource, other: KeySource, descending: boolean): KeySource =>
  async (after, size) => {
    const entries = (await Promise.all([one(after, size), other(after, size)])).flat();
    return entries.sort(({ cursor: [a] }, { cursor: [b] }) => (Number(a) - Number(b)) * (descending ? -1 : 1)).slice(0, size);
  };

export function orderOf(storage: Storage, { account, region }: Place, order: KeyOrder, descending: boolean): KeySource {
  const place = [account, region];
  const numbered = (store: 'keyOrder' | 'aliasedKeyOrder', reverse: boolean): KeySource =>
    rowsOf(storage, place, { store, reverse }, ({ KeyId }) => KeyId);
  switch (order) {
    case 'creation':
      return merged(numbered('keyOrder', descending), numbered('aliasedKeyOrder', descending), descending);
    case 'KeyId':
      return rowsOf(storage, place, { store: 'keys', reverse: descending }, ({ KeyId }) => KeyId);
    case 'name': {
      const named = aliasesFrom(storage, place, { reverse: descending });
      // The newest first; the other way round all the other way round.
      const unnamed = numbered('keyOrder', !descending);
      return descending
        ? both(unnamed, named, ([member]) => typeof member === 'string')
        : both(named, unnamed, ([member]) => typeof member === 'number');
    }
  }
}

/** A key stands at the first of its aliases that begin so. */
const aliasesFrom = (storage: Storage, place: readonly string[], page: Omit<Paging<'aliases'>, 'store'>): KeySource =>
  rowsOf(storage, place, { store: 'aliases', ...page }, ({ TargetKeyId }) => TargetKeyId, ({ aliases }, { AliasName }) =>
    aliases.find((alias) => alias.startsWith(page.begins ?? '')) === AliasName);

/** Nothing fits. */
const none: KeySource = () => Promise.resolve([]);

/**
 * Keys that fit a filter, in the order of what is filtered by. All simulated keys are symmetric, in one Region.
 * @returns undefined where all keys fit
 */
export function filteredBy(storage: Storage, { account, region }: Place, filter: KeyFilter): KeySource | undefined {
  const place = [account, region];
  if ('AliasName' in filter) return aliasesFrom(storage, place, { begins: filter.AliasName });
  if ('KeyId' in filter) return rowsOf(storage, place, { store: 'keys', begins: filter.KeyId }, ({ KeyId }) => KeyId);
  if ('TagKey' in filter) {
    const { TagKey, TagValue } = filter;
    const tag = TagValue === undefined ? [TagKey] : [TagKey, TagValue];
    return rowsOf(storage, [...place, ...tag], { store: 'keyTags' }, ({ KeyId }) => KeyId);
  }
  if ('KeySpec' in filter) return filter.KeySpec === 'SYMMETRIC_DEFAULT' ? undefined : none;
  return filter.MultiRegion ? none : undefined;
}

/** A key, and its place in the order of creation. */
export interface Numbered {
  readonly view: KeyView;
  readonly number: number;
}

/** A list that is whole, in any order. */
export function sorted(keys: readonly Numbered[], order: KeyOrder, descending: boolean): Numbered[] {
  const compare = {
    creation: (a: Numbered, b: Numbered) => a.number - b.number,
    KeyId: (a: Numbered, b: Numbered) => text(a.view.KeyId, b.view.KeyId),
    // Behind every letter that an alias may have; of those without one the newest first.
    name: (a: Numbered, b: Numbered) => text(a.view.aliases[0] ?? '~', b.view.aliases[0] ?? '~') || b.number - a.number,
  }[order];
  return keys.toSorted((a, b) => compare(a, b) * (descending ? -1 : 1));
}

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
