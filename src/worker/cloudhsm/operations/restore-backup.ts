import { periodKey } from '../../clock.ts';
import { withExpiry } from '../backup-changes.ts';
import { backupRead, describeBackup, requireBackup, requireBackupState } from '../backups.ts';
import type { CloudHsmHandler } from '../handler.ts';

/** A backup that is pending deletion is READY again, and under its cluster's retention policy as before. */
export const restoreBackup: CloudHsmHandler<'RestoreBackup'> = (call, { BackupId }) =>
  call.commit([backupRead(call, BackupId)], (rows) => {
    const before = requireBackup(rows, call, BackupId);
    requireBackupState(before, 'PENDING_DELETION');
    const { DeleteTimestamp = 0, ...kept } = before;
    rows.delete('due', periodKey({ kind: 'delete-backup', target: BackupId }, DeleteTimestamp));
    const backup = withExpiry(rows, call, { ...kept, BackupState: 'READY' });
    rows.put('backups', backup);
    return { Backup: describeBackup(backup) };
  });
