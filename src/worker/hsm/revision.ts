import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import { Stale, type Rows } from '../storage/rows.ts';
import type { CounterRow, LineageRow } from '../storage/schema.ts';
import type { RowAccess } from '../storage/storage.ts';
import { keyObjectCounter } from './objects.ts';
import { lineageKey } from './versions.ts';

/**
 * Tells whether an owner's objects were removed between the read of a long list of them and the commit that relies on it: an
 * object on its way from the live to the removed ones may be in neither list. New objects are of no version that is read.
 */
export interface Revision {
  /** Every handle that was given is still counted, or was removed. */
  readonly removals: number;
  /** The version that there is no backup of yet; a rollback begins one too. */
  readonly next: number;
}

const revision = (counter: CounterRow | undefined, lineage: LineageRow | undefined): Revision => ({
  removals: (counter?.next ?? 0) - (counter?.count ?? 0),
  next: lineage?.next ?? 0,
});

/** To be asked for before the objects are. */
export async function revisionOf(storage: RowAccess, place: Place, owner: string): Promise<Revision> {
  const [counter, lineage] = await Promise.all([
    storage.get('counters', keyObjectCounter(place, owner)),
    storage.get('lineages', lineageKey(place, owner)),
  ]);
  return revision(counter, lineage);
}

/** What {@link requireRevision} must have read. */
export const revisionReads = (place: Place, owner: string): Read[] => [
  { store: 'counters', key: keyObjectCounter(place, owner) },
  { store: 'lineages', key: lineageKey(place, owner) },
];

/** @throws Stale where objects were removed, or a version began, since `before` */
export function requireRevision(rows: Rows, place: Place, owner: string, before: Revision): void {
  const now = revision(rows.get('counters', keyObjectCounter(place, owner)), rows.get('lineages', lineageKey(place, owner)));
  if (now.removals !== before.removals || now.next !== before.next) throw new Stale(`The objects of ${owner} are no longer those that were read.`);
}
