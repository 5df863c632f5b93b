import { withExpiry } from '../backup-changes.ts';
import { backupRead, describeBackup, requireBackup, requireBackupState } from '../backups.ts';
import type { CloudHsmHandler } from '../handler.ts';

/** "True exempts a backup from the retention policy. False means the service applies the … policy" (API Reference). */
export const modifyBackupAttributes: CloudHsmHandler<'ModifyBackupAttributes'> = (call, { BackupId, NeverExpires }) =>
  call.commit([backupRead(call, BackupId)], (rows) => {
    const before = requireBackup(rows, call, BackupId);
    requireBackupState(before, 'READY');
    const backup = withExpiry(rows, call, { ...before, NeverExpires });
    rows.put('backups', backup);
    return { Backup: describeBackup(backup) };
  });
