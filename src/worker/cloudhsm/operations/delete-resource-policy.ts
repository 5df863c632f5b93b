import { backupRead, requireBackup } from '../backups.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { policyBackupId, withoutPolicy } from '../resources.ts';

/** The backup is no longer shared; clusters that were made of it stay (API Reference). Answers the policy it had. */
export const deleteResourcePolicy: CloudHsmHandler<'DeleteResourcePolicy'> = async (call, { ResourceArn }) => {
  const BackupId = policyBackupId(call, ResourceArn);
  return call.commit([backupRead(call, BackupId)], (rows) => {
    const backup = requireBackup(rows, call, BackupId);
    rows.put('backups', withoutPolicy(backup));
    const { Policy } = backup;
    return { ...(ResourceArn !== undefined && { ResourceArn }), ...(Policy !== undefined && { Policy }) };
  });
};
