import type { Tag } from '../../model/cloudhsmv2/types.ts';
import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { BackupRow } from '../storage/schema.ts';
import { backupArnOf, backupRead, requireBackup } from './backups.ts';
import { clusterRead, requireCluster } from './clusters.ts';
import { invalidRequest, notFound } from './errors.ts';

/** What tags and resource policies are on: clusters and backups, by id or ARN. */

export const isBackup = (ResourceId: string): boolean => ResourceId.startsWith('backup-');

export const taggedRead = (place: Place, ResourceId: string): Read =>
  isBackup(ResourceId) ? backupRead(place, ResourceId) : clusterRead(place, ResourceId);

/** @throws AwsError CloudHsmResourceNotFoundException */
export const tagsOf = (rows: Rows, place: Place, ResourceId: string): readonly Tag[] =>
  (isBackup(ResourceId) ? requireBackup(rows, place, ResourceId) : requireCluster(rows, place, ResourceId)).TagList ?? [];

export function putTags(rows: Rows, place: Place, ResourceId: string, TagList: readonly Tag[]): void {
  if (isBackup(ResourceId)) rows.put('backups', { ...requireBackup(rows, place, ResourceId), TagList });
  else rows.put('clusters', { ...requireCluster(rows, place, ResourceId), TagList });
}

/**
 * The backup that a resource policy is about: only backups have them (API Reference, PutResourcePolicy), of one's own account.
 * @throws AwsError CloudHsmInvalidRequestException, CloudHsmResourceNotFoundException; AWS's texts are not public
 */
export function policyBackupId(place: Place, ResourceArn: string | undefined): string {
  if (ResourceArn === undefined) return invalidRequest('Specify the ResourceArn.');
  const BackupId = ResourceArn.slice(ResourceArn.lastIndexOf('/') + 1);
  if (!isBackup(BackupId)) return invalidRequest('Resource policies are supported for backups only.');
  return ResourceArn === backupArnOf(place, BackupId) ? BackupId : notFound('Backup', ResourceArn);
}

/** Without its resource policy. */
export function withoutPolicy({ Policy: _before, ...backup }: BackupRow): BackupRow {
  return backup;
}
