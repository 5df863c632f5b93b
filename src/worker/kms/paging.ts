import { AwsError } from '../errors.ts';
import type { RowAccess } from '../storage/storage.ts';
import type { Key } from '../storage/keys.ts';
import type { Schema, StoreName } from '../storage/schema.ts';

/** The paging members of an answer. `Truncated` is always there (facts 8.6). */
export interface PageEnd {
  NextMarker?: string;
  Truncated: boolean;
}

/** Limits of one operation: facts 8.6. */
export interface PageSize {
  readonly usual: number;
  readonly most: number;
}

interface Paged {
  readonly Limit?: number | undefined;
  readonly Marker?: string | undefined;
}

/** Markers are opaque: what was listed and its last id, so that they survive inserts and deletes between pages. */
const writeMarker = (what: string, last: string): string =>
  new TextEncoder().encode(JSON.stringify([what, last])).toBase64();

/** @throws AwsError InvalidMarkerException; AWS's text is not public */
function readMarker(what: string, marker: string | undefined): string | undefined {
  if (marker === undefined) return undefined;
  try {
    const [of, last] = JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(marker))) as unknown[];
    if (of === what && typeof last === 'string') return last;
  } catch {
    // Not one of ours, as below.
  }
  throw new AwsError('InvalidMarkerException', 'The marker is not one that this operation returned.');
}

/** A list of stored rows in the order of their keys. */
interface RowList<S extends StoreName> {
  readonly store: S;
  readonly prefix: Key;
  /** Keeps the markers of different lists apart. */
  readonly what: string;
  /** The member that follows the prefix in the row's key. */
  readonly idOf: (row: Schema[S]) => string;
  /** Rows that are not listed cost their reading. */
  readonly matches?: (row: Schema[S]) => boolean;
}

/** Rows read at a time while looking for those that match. */
const batch = 500;

/** One page of rows. */
export async function pageOfRows<S extends StoreName>(
  storage: RowAccess,
  list: RowList<S>,
  paged: Paged,
  size: PageSize,
): Promise<{ rows: Schema[S][]; end: PageEnd }> {
  let after = readMarker(list.what, paged.Marker);
  const limit = Math.min(paged.Limit ?? size.usual, size.most);
  const { store, prefix, matches } = list;
  const found: Schema[S][] = [];
  // One more than asked for tells whether there is another page.
  while (found.length <= limit) {
    const wanted = matches ? batch : limit + 1;
    const rows = await storage.page({ store, prefix, limit: wanted, ...(after !== undefined && { after }) });
    found.push(...(matches ? rows.filter(matches) : rows));
    const last = rows.at(-1);
    if (rows.length < wanted || !last) break;
    after = list.idOf(last);
  }
  return cut(found, limit, list.what, list.idOf);
}

/** One page of a short list that is already at hand, sorted by `idOf`. */
export function pageOfList<T>(
  items: readonly T[],
  list: { readonly what: string; readonly idOf: (item: T) => string },
  paged: Paged,
  size: PageSize,
): { rows: T[]; end: PageEnd } {
  const after = readMarker(list.what, paged.Marker);
  const limit = Math.min(paged.Limit ?? size.usual, size.most);
  const rest = after === undefined ? [...items] : items.filter((item) => list.idOf(item) > after);
  return cut(rest, limit, list.what, list.idOf);
}

function cut<T>(
  rows: readonly T[],
  limit: number,
  what: string,
  idOf: (row: T) => string,
): { rows: T[]; end: PageEnd } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: page, end: more ? { NextMarker: writeMarker(what, idOf(last)), Truncated: true } : { Truncated: false } };
}
