import type { Moment } from '../call.ts';
import { keyObjectCounter, removeKeyObject, removeKeyObjectReads } from '../hsm/objects.ts';
import { requireRevision, revisionOf, revisionReads, type Revision } from '../hsm/revision.ts';
import { liveObjects, referencesRead, shareMaterial, visibleObjects } from '../hsm/versions.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { BackupRow, ClusterRow, KeyObjectRow } from '../storage/schema.ts';
import { backupKey, lineageOf } from './backups.ts';
import { clusterKey } from './clusters.ts';
import { endCliSessions, sessionsRead } from './sessions.ts';
import { usersRead } from './user-rows.ts';

/**
 * Back to the HSM type before: every HSM gets what was backed up when the migration began. "If you create a key or user … and
 * then roll back, that key or user won't be present in your rolled back cluster" (User Guide, "Synchronizing data after a
 * rollback").
 */
interface Rollback {
  readonly backup: BackupRow;
  readonly revision: Revision;
  /** Objects that came later, and objects that were removed later. */
  readonly surplus: readonly KeyObjectRow[];
  readonly missing: readonly KeyObjectRow[];
}

export async function rollbackOf(moment: Moment, cluster: ClusterRow): Promise<Rollback | undefined> {
  const { storage } = moment;
  const { ClusterId } = cluster;
  const backup = await storage.get('backups', backupKey(moment, cluster.rollback?.BackupId ?? ''));
  if (!backup) return undefined;
  const revision = await revisionOf(storage, moment, ClusterId);
  const seen = await visibleObjects(storage, backup, revision.next);
  const live = await liveObjects(storage, { ...cluster, owner: ClusterId });
  const handles = (objects: readonly KeyObjectRow[]): ReadonlySet<number> => new Set(objects.map(({ handle }) => handle));
  const [then, now] = [handles(seen), handles(live)];
  return {
    backup,
    revision,
    surplus: live.filter(({ handle }) => !then.has(handle)),
    missing: seen.filter(({ handle }) => !now.has(handle)),
  };
}

export const rollbackReads = (moment: Moment, { backup, surplus, missing }: Rollback): Read[] => [
  ...revisionReads(moment, backup.owner),
  usersRead(moment, backup.owner),
  sessionsRead(moment, backup.owner),
  ...surplus.flatMap(removeKeyObjectReads),
  ...missing.map(referencesRead),
];

/**
 * @returns the cluster as it was; it begins a version, so that whoever reads its objects meanwhile sees that they changed
 * @throws Stale where keys came or went since they were read; none do while the HSM type changes
 */
export function rollBack(rows: Rows, moment: Moment, cluster: ClusterRow, { backup, revision, surplus, missing }: Rollback): ClusterRow {
  const { ClusterId, rollback: _over, version = 0, ...rest } = cluster;
  const { account, region } = moment;
  requireRevision(rows, moment, ClusterId, revision);
  for (const object of surplus) removeKeyObject(rows, object, version);
  for (const object of missing) {
    rows.put('keyObjects', { ...object, added: version + 1 });
    shareMaterial(rows, object);
  }
  const counter = rows.get('counters', keyObjectCounter(moment, ClusterId));
  if (counter) rows.put('counters', { ...counter, count: counter.count + missing.length });
  for (const user of rows.range('clusterUsers', clusterKey(moment, ClusterId))) rows.delete('clusterUsers', keyOf('clusterUsers', user));
  for (const user of backup.users) rows.put('clusterUsers', { account, region, ClusterId, ...user });
  endCliSessions(rows, cluster, backup.users);
  rows.put('lineages', { ...lineageOf(rows, moment, ClusterId), next: version + 1 });
  return { ...rest, ClusterId, version: version + 1 };
}
