import { backupRead, requireBackup, requireBackupState } from '../backups.ts';
import { invalidRequest } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { parsePolicy } from '../policies.ts';
import { policyBackupId } from '../resources.ts';

/** "In order to share a backup, it must be in a 'READY' state and you must own it" (API Reference). */
export const putResourcePolicy: CloudHsmHandler<'PutResourcePolicy'> = async (call, { ResourceArn, Policy }) => {
  const BackupId = policyBackupId(call, ResourceArn);
  if (Policy === undefined) return invalidRequest('Specify the Policy.');
  parsePolicy(Policy);
  return call.commit([backupRead(call, BackupId)], (rows) => {
    const backup = requireBackup(rows, call, BackupId);
    requireBackupState(backup, 'READY');
    rows.put('backups', { ...backup, Policy });
    return { ...(ResourceArn !== undefined && { ResourceArn }), Policy };
  });
};
