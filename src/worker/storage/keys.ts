import type { Page } from './backend.ts';
import { keyPaths, type Schema, type StoreName } from './schema.ts';

/** A primary key, as IndexedDB orders it: member by member, numbers before text. */
export type Key = readonly (string | number)[];

/** @returns the primary key of a row */
export const keyOf = <S extends StoreName>(store: S, row: Schema[S]): Key =>
  keyPaths[store].map((member) => (row as unknown as Record<string, string | number>)[member] ?? '');

/** @returns text that is the same for the same row and for no other */
export const rowId = (store: StoreName, key: Key): string => `${store}${JSON.stringify(key)}`;

/** IndexedDB's order. */
export function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const x = a[i] as string | number;
    const y = b[i] as string | number;
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    if (x !== y) return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

/** @returns whether the key begins with these members */
export const startsWith = (key: Key, prefix: Key): boolean => prefix.every((member, i) => key[i] === member);

/** @returns whether a row of this key is in what is left of a page's range, behind `after` or before it */
export function isInPage(key: Key, { prefix, after, begins, reverse = false }: Pick<Page, 'prefix' | 'after' | 'begins' | 'reverse'>): boolean {
  if (!startsWith(key, prefix)) return false;
  if (begins !== undefined && !String(key[prefix.length]).startsWith(begins)) return false;
  return after === undefined || compareKeys(key, [...prefix, ...[after].flat()]) * (reverse ? -1 : 1) > 0;
}
