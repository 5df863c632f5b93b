import { periods } from '../../model/durations.ts';
import type { Moment } from '../call.ts';
import { beginPeriod, periodKey } from '../clock.ts';
import { requireRevision, revisionOf, revisionReads } from '../hsm/revision.ts';
import { lineageKey, unseenWithout, referencesRead, releaseMaterial } from '../hsm/versions.ts';
import { keyOf } from '../storage/keys.ts';
import { Stale, type Rows } from '../storage/rows.ts';
import type { BackupRow, DueRow, LineageRow } from '../storage/schema.ts';
import { backupCounterKey, backupKey, backupRead, lineageOf, lineageRead, makeBackup, makeBackupReads, newBackup } from './backups.ts';
import { activeHsms, clusterKey, clusterRead } from './clusters.ts';
import { beginDailyBackups } from './daily-backup.ts';
import { leftoverReads, leftovers, removeLeftovers } from './leftovers.ts';

/** What happens to backups when a wait or a period ends. */

const dueRead = (due: DueRow): { store: 'due'; key: ReturnType<typeof keyOf> } => ({ store: 'due', key: keyOf('due', due) });

/** Takes the row away; @returns whether it was still there */
export function endDue(rows: Rows, due: DueRow): boolean {
  const key = keyOf('due', due);
  if (!rows.get('due', key)) return false;
  rows.delete('due', key);
  return true;
}

/** A backup is READY, and the retention policy begins to count. One that was kept as the last is the last no more. */
export async function endCreatingBackup(moment: Moment, due: DueRow): Promise<void> {
  const read = await moment.storage.get('backups', backupKey(moment, due.target));
  const owner = read?.owner ?? '';
  const kept = (await moment.storage.get('lineages', lineageKey(moment, owner)))?.kept;
  await moment.commit(
    [dueRead(due), backupRead(moment, due.target), lineageRead(moment, owner), ...(kept === undefined ? [] : [backupRead(moment, kept)])],
    (rows) => {
      const backup = endDue(rows, due) ? rows.get('backups', backupKey(moment, due.target)) : undefined;
      if (backup?.transition !== due.id) return;
      const { transition: _ended, ...made } = backup;
      rows.put('backups', withExpiry(rows, moment, { ...made, BackupState: 'READY' }));
      const { kept: last, ...lineage } = lineageOf(rows, moment, owner);
      if (last === undefined) return;
      const before = rows.get('backups', backupKey(moment, last));
      if (before?.BackupState === 'READY' && !before.NeverExpires) beginDeletion(rows, moment, before);
      rows.put('lineages', lineage);
    },
  );
}

/** Sets the time when its cluster's policy deletes a backup: never for a copy, or one that never expires. */
export function withExpiry(rows: Rows, { now }: Moment, { expiresAt: before, ...backup }: BackupRow): BackupRow {
  if (before !== undefined) rows.delete('due', periodKey({ kind: 'expire-backup', target: backup.BackupId }, before));
  if (backup.retention === undefined || backup.NeverExpires || backup.BackupState !== 'READY') return backup;
  // A purged backup that is restored under the same policy expires again at once: "to prevent a race condition …".
  const expiresAt = Math.max(now, backup.CreateTimestamp + backup.retention * periods['daily-backup'].milliseconds);
  beginPeriod(rows, { ...backup, now }, { kind: 'expire-backup', target: backup.BackupId }, expiresAt);
  return { ...backup, expiresAt };
}

/** PENDING_DELETION: for seven days it can be restored (API Reference, DeleteBackup). */
export function beginDeletion(rows: Rows, moment: Moment, backup: BackupRow): BackupRow {
  const DeleteTimestamp = moment.now + periods['delete-backup'].milliseconds;
  beginPeriod(rows, moment, { kind: 'delete-backup', target: backup.BackupId }, DeleteTimestamp);
  const deleted = withExpiry(rows, moment, { ...backup, BackupState: 'PENDING_DELETION', DeleteTimestamp });
  rows.put('backups', deleted);
  return deleted;
}

/** At least once every 24 hours (User Guide, "Cluster backups"), where there is an HSM to take it from. */
export async function backUpDaily(moment: Moment, due: DueRow): Promise<void> {
  const backup = newBackup();
  await moment.commit([dueRead(due), clusterRead(moment, due.target), ...makeBackupReads(moment, due.target)], (rows) => {
    const cluster = endDue(rows, due) ? rows.get('clusters', clusterKey(moment, due.target)) : undefined;
    if (!cluster) return;
    beginDailyBackups(rows, moment, cluster.ClusterId);
    if (cluster.State === 'ACTIVE' && activeHsms(cluster).count > 0)
      rows.put('clusters', makeBackup(rows, moment, cluster, backup));
  });
}

/** The retention policy's time has come. The service does not delete a cluster's last backup (User Guide, "Backup retention"). */
export async function expireBackup(moment: Moment, due: DueRow): Promise<void> {
  const read = await moment.storage.get('backups', backupKey(moment, due.target));
  const owner = read?.owner ?? '';
  const other = await newestReady(moment, await moment.storage.get('lineages', lineageKey(moment, owner)), due.target);
  await moment.commit(
    [dueRead(due), backupRead(moment, due.target), lineageRead(moment, owner), ...(other ? [backupRead(moment, other)] : [])],
    (rows) => {
      const backup = endDue(rows, due) ? rows.get('backups', backupKey(moment, due.target)) : undefined;
      if (backup?.expiresAt !== due.dueAt || backup.BackupState !== 'READY') return;
      if (other === undefined) rows.put('lineages', { ...lineageOf(rows, moment, owner), kept: backup.BackupId });
      else if (rows.get('backups', backupKey(moment, other))?.BackupState !== 'READY') throw new Stale('Another backup is the last one.');
      else beginDeletion(rows, moment, backup);
    },
  );
}

/** @returns the newest READY backup of a lineage beside this one */
export async function newestReady(moment: Moment, lineage: LineageRow | undefined, except: string): Promise<string | undefined> {
  for (const { BackupId } of lineage?.backups.toReversed() ?? []) {
    if (BackupId === except) continue;
    const row = await moment.storage.get('backups', backupKey(moment, BackupId));
    if (row?.BackupState === 'READY') return BackupId;
  }
  return undefined;
}

/** Seven days are over: the backup is gone, and with it the key objects that only it had. */
export async function purgeBackup(moment: Moment, due: DueRow): Promise<void> {
  const { storage, account, region } = moment;
  const BackupId = due.target;
  const read = await storage.get('backups', backupKey(moment, BackupId));
  const owner = read?.owner ?? '';
  const revision = await revisionOf(storage, moment, owner);
  const lineage = await storage.get('lineages', lineageKey(moment, owner));
  const unseen = read && lineage ? await unseenWithout(storage, lineage, read.version) : [];
  // Without cluster and without backups, nothing has its keys any more.
  const left = lineage?.backups.length === 1 ? await leftovers(moment, lineage.owner) : undefined;
  await moment.commit(
    [
      dueRead(due),
      backupRead(moment, BackupId),
      ...revisionReads(moment, owner),
      { store: 'counters', key: backupCounterKey(moment) },
      ...unseen.map(referencesRead),
      ...(left ? leftoverReads(moment, left) : []),
    ],
    (rows) => {
      const backup = endDue(rows, due) ? rows.get('backups', backupKey(moment, BackupId)) : undefined;
      if (backup?.DeleteTimestamp !== due.dueAt) return;
      const now = lineageOf(rows, moment, backup.owner);
      // Another tab may have made or purged a backup, or have removed a key that only backups have now.
      requireRevision(rows, moment, owner, revision);
      if (now.backups.length !== lineage?.backups.length) throw new Stale('The lineage has changed.');
      rows.delete('backups', backupKey(moment, BackupId));
      rows.delete('backupOrder', [account, region, backup.number]);
      const counter = rows.get('counters', backupCounterKey(moment));
      if (counter) rows.put('counters', { ...counter, count: counter.count - 1 });
      rows.put('lineages', { ...now, backups: now.backups.filter((one) => one.BackupId !== BackupId) });
      for (const object of unseen) {
        rows.delete('removedKeyObjects', keyOf('removedKeyObjects', object));
        releaseMaterial(rows, object);
      }
      if (left) removeLeftovers(rows, moment, left);
    },
  );
}
