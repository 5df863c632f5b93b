import { backupKey } from '../backups.ts';
import { notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { policyBackupId } from '../resources.ts';

/** Without a policy the answer is empty (ours; the member is optional). */
export const getResourcePolicy: CloudHsmHandler<'GetResourcePolicy'> = async (call, { ResourceArn }) => {
  const BackupId = policyBackupId(call, ResourceArn);
  const { Policy } = (await call.storage.get('backups', backupKey(call, BackupId))) ?? notFound('Backup', BackupId);
  return { ...(Policy !== undefined && { Policy }) };
};
