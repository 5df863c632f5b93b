import type { Moment } from '../call.ts';
import { keyObjectCounter, keyObjectReads, removeKeyObject, removeKeyObjectReads } from '../hsm/objects.ts';
import { lineageKey, liveObjects, referencesRead, shareMaterial, visibleObjects } from '../hsm/versions.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { BackupRow, ClusterRow, ClusterUserRow, KeyObjectRow } from '../storage/schema.ts';
import { backupKey } from './backups.ts';
import { clusterKey } from './clusters.ts';

/**
 * Back to the HSM type before: every HSM gets what was backed up when the migration began. "If you create a key or user … and
 * then roll back, that key or user won't be present in your rolled back cluster" (User Guide, "Synchronizing data after a
 * rollback").
 */
interface Rollback {
  readonly backup: BackupRow;
  readonly users: readonly ClusterUserRow[];
  /** Objects that came later, and objects that were removed later. */
  readonly surplus: readonly KeyObjectRow[];
  readonly missing: readonly KeyObjectRow[];
}

export async function rollbackOf(moment: Moment, cluster: ClusterRow): Promise<Rollback | undefined> {
  const { storage } = moment;
  const { ClusterId, version = 0 } = cluster;
  const backup = await storage.get('backups', backupKey(moment, cluster.rollback?.BackupId ?? ''));
  if (!backup) return undefined;
  const seen = await visibleObjects(storage, backup, version);
  const live = await liveObjects(storage, { ...cluster, owner: ClusterId });
  const handles = (objects: readonly KeyObjectRow[]): ReadonlySet<number> => new Set(objects.map(({ handle }) => handle));
  const [then, now] = [handles(seen), handles(live)];
  return {
    backup,
    users: await storage.page({ store: 'clusterUsers', prefix: clusterKey(moment, ClusterId), limit: 10_000 }),
    surplus: live.filter(({ handle }) => !then.has(handle)),
    missing: seen.filter(({ handle }) => !now.has(handle)),
  };
}

export const rollbackReads = (moment: Moment, { backup, surplus, missing }: Rollback): Read[] => [
  ...keyObjectReads(moment, backup.owner),
  { store: 'lineages', key: lineageKey(moment, backup.owner) },
  ...surplus.flatMap(removeKeyObjectReads),
  ...missing.map(referencesRead),
];

export function rollBack(rows: Rows, moment: Moment, { ClusterId, version = 0 }: ClusterRow, { backup, users, surplus, missing }: Rollback): void {
  for (const object of surplus) removeKeyObject(rows, object, version);
  for (const object of missing) {
    rows.put('keyObjects', { ...object, ...(version > 0 && { added: version }) });
    shareMaterial(rows, object);
  }
  const counter = rows.get('counters', keyObjectCounter(moment, ClusterId));
  if (counter) rows.put('counters', { ...counter, count: counter.count + missing.length });
  for (const user of users) rows.delete('clusterUsers', keyOf('clusterUsers', user));
  const { account, region } = moment;
  for (const user of backup.users) rows.put('clusterUsers', { account, region, ClusterId, ...user });
}
