import { clockRead } from '../../clock.ts';
import { lineageKey } from '../../hsm/versions.ts';
import { Stale } from '../../storage/rows.ts';
import { beginDeletion, newestReady } from '../backup-changes.ts';
import { backupKey, backupRead, describeBackup, requireBackup, requireBackupState } from '../backups.ts';
import { clusterKey, clusterRead } from '../clusters.ts';
import { invalidRequest, notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';

/**
 * "A backup can be restored up to 7 days after the DeleteBackup request" (API Reference). The last one of a cluster without
 * HSMs is refused (ours): it alone has what the next HSM restores.
 */
export const deleteBackup: CloudHsmHandler<'DeleteBackup'> = async (call, { BackupId }) => {
  const read = (await call.storage.get('backups', backupKey(call, BackupId))) ?? notFound('Backup', BackupId);
  const lineage = await call.storage.get('lineages', lineageKey(call, read.owner));
  const other = await newestReady(call, lineage, BackupId);
  const reads = [clockRead, backupRead(call, BackupId), clusterRead(call, read.owner), ...(other ? [backupRead(call, other)] : [])];
  return call.commit(reads, (rows) => {
    const backup = requireBackup(rows, call, BackupId);
    requireBackupState(backup, 'READY');
    if (other !== undefined && rows.get('backups', backupKey(call, other))?.BackupState !== 'READY')
      throw new Stale('Another backup is the last one.');
    if (other === undefined && rows.get('clusters', clusterKey(call, backup.owner))?.hsms.length === 0)
      return invalidRequest(`Backup '${BackupId}' is the last one of cluster '${backup.ClusterId}', which has no HSM.`);
    return { Backup: describeBackup(beginDeletion(rows, call, backup)) };
  });
};
