import type { Place } from '../../model/look.ts';
import type { Moment } from '../call.ts';
import { keyObjectCounter } from '../hsm/objects.ts';
import { copyObjects, copyReads, lineageKey, materialOf, visibleObjects } from '../hsm/versions.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { BackupRow, KeyObjectRow, MaterialRow } from '../storage/schema.ts';
import { backupKey } from './backups.ts';

/** A backup, and all the key objects that it sees: read before the commit that restores or copies it. */
export interface Contents {
  readonly backup: BackupRow;
  readonly objects: readonly KeyObjectRow[];
  readonly material: readonly MaterialRow[];
}

/** @returns undefined where there is no such backup */
export async function contentsOf(moment: Moment, from: Place, BackupId: string, to: Place): Promise<Contents | undefined> {
  const { storage } = moment;
  const backup = await storage.get('backups', backupKey(from, BackupId));
  if (!backup) return undefined;
  const lineage = await storage.get('lineages', lineageKey(from, backup.owner));
  const objects = await visibleObjects(storage, backup, lineage?.next ?? 0);
  return { backup, objects, material: await materialOf(storage, objects, to) };
}

/** What {@link restoreInto} must have read. */
export const restoreReads = ({ objects }: Contents, to: Place): Read[] => copyReads(objects, to);

/** Puts the keys and users of a backup into a new cluster: the same handles, the same material, the same passwords. */
export function restoreInto(rows: Rows, { backup, objects, material }: Contents, to: Place, ClusterId: string): void {
  const { account, region } = to;
  copyObjects(rows, objects, { account, region, owner: ClusterId }, material, (object) => {
    rows.put('keyObjects', object);
  });
  for (const user of backup.users) rows.put('clusterUsers', { account, region, ClusterId, ...user });
  const next = Math.max(backup.nextHandle, (objects.at(-1)?.handle ?? 0) + 1);
  const name = String(keyObjectCounter(to, ClusterId).at(-1));
  if (objects.length > 0 || backup.nextHandle > 0) rows.put('counters', { account, region, name, count: objects.length, next });
}

/** Puts the keys of a backup into a copy of it, which is the only version of an owner of its own. */
export function copyInto(rows: Rows, { objects, material }: Contents, to: Place, BackupId: string): void {
  const { account, region } = to;
  copyObjects(rows, objects, { account, region, owner: BackupId }, material, (object) => {
    rows.put('removedKeyObjects', { ...object, removed: 1 });
  });
  rows.put('lineages', { account, region, owner: BackupId, backups: [{ BackupId, version: 0 }], next: 1 });
}
