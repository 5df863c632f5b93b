import type { Place } from '../../model/look.ts';
import type { Moment } from '../call.ts';
import { keyObjectCounter, keyObjectKey } from '../hsm/objects.ts';
import { lineageKey, liveObjects, referencesRead, releaseMaterial } from '../hsm/versions.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyObjectRow } from '../storage/schema.ts';
import { clusterKey, clusterRead } from './clusters.ts';

/** What a deleted cluster leaves behind for its backups: its key objects, which go when no backup of it is left. */
export interface Leftovers {
  readonly owner: string;
  readonly objects: readonly KeyObjectRow[];
}

/**
 * @param leaving the cluster is about to go
 * @returns undefined where there is a cluster that has the objects
 */
export async function leftovers({ storage, account, region }: Moment, owner: string, leaving = false): Promise<Leftovers | undefined> {
  if (!leaving && await storage.get('clusters', clusterKey({ account, region }, owner))) return undefined;
  return { owner, objects: await liveObjects(storage, { account, region, owner }) };
}

export const leftoverReads = (place: Place, { owner, objects }: Leftovers): Read[] => [
  clusterRead(place, owner),
  ...objects.map(referencesRead),
];

export function removeLeftovers(rows: Rows, place: Place, { owner, objects }: Leftovers): void {
  for (const object of objects) {
    rows.delete('keyObjects', keyObjectKey(place, owner, object.handle));
    releaseMaterial(rows, object);
  }
  rows.delete('counters', keyObjectCounter(place, owner));
  rows.delete('lineages', lineageKey(place, owner));
}
