import type { Place } from '../../model/look.ts';
import type { Moment } from '../call.ts';
import { keyObjectCounter } from '../hsm/objects.ts';
import { requireRevision, revisionOf, revisionReads, type Revision } from '../hsm/revision.ts';
import { copyObjects, copyReads, visibleObjects } from '../hsm/versions.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { BackupRow, KeyObjectRow } from '../storage/schema.ts';
import { backupKey, backupRead } from './backups.ts';

/** A backup, and all the key objects that it sees: read before the commit that restores or copies it. */
export interface Contents {
  readonly backup: BackupRow;
  readonly objects: readonly KeyObjectRow[];
  readonly revision: Revision;
}

/** @returns undefined where there is no such backup */
export async function contentsOf({ storage }: Moment, from: Place, BackupId: string): Promise<Contents | undefined> {
  const backup = await storage.get('backups', backupKey(from, BackupId));
  if (!backup) return undefined;
  const revision = await revisionOf(storage, from, backup.owner);
  return { backup, objects: await visibleObjects(storage, backup, revision.next), revision };
}

/** What {@link restoreInto} and {@link copyInto} must have read. */
export const contentsReads = ({ backup, objects }: Contents, to: Place): Read[] => [
  backupRead(backup, backup.BackupId),
  ...revisionReads(backup, backup.owner),
  ...copyReads(objects, to),
];

/**
 * Puts the keys and users of a backup into a new cluster: the same handles, the same material, the same passwords. The caller
 * has seen that the backup is there.
 * @throws Stale
 */
export function restoreInto(rows: Rows, { backup, objects, revision }: Contents, to: Place, ClusterId: string): void {
  requireRevision(rows, backup, backup.owner, revision);
  const { account, region } = to;
  copyObjects(rows, objects, { account, region, owner: ClusterId }, (object) => {
    rows.put('keyObjects', object);
  });
  for (const user of backup.users) rows.put('clusterUsers', { account, region, ClusterId, ...user });
  const next = Math.max(backup.nextHandle, (objects.at(-1)?.handle ?? 0) + 1);
  const name = String(keyObjectCounter(to, ClusterId).at(-1));
  if (objects.length > 0 || backup.nextHandle > 0) rows.put('counters', { account, region, name, count: objects.length, next });
}

/**
 * Puts the keys of a backup into a copy of it, which is the only version of an owner of its own. The caller has seen that the
 * backup is there.
 * @throws Stale
 */
export function copyInto(rows: Rows, { backup, objects, revision }: Contents, to: Place, BackupId: string): void {
  requireRevision(rows, backup, backup.owner, revision);
  const { account, region } = to;
  copyObjects(rows, objects, { account, region, owner: BackupId }, (object) => {
    rows.put('removedKeyObjects', { ...object, removed: 1 });
  });
  rows.put('lineages', { account, region, owner: BackupId, backups: [{ BackupId, version: 0 }], next: 1 });
}
