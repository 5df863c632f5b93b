import { backupKey } from '../backups.ts';
import { clusterKey } from '../clusters.ts';
import { notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { pageOf } from '../paging.ts';

/** In the order of their keys. */
export const listTags: CloudHsmHandler<'ListTags'> = async (call, input) => {
  const { ResourceId } = input;
  const row = ResourceId.startsWith('backup-')
    ? ((await call.storage.get('backups', backupKey(call, ResourceId))) ?? notFound('Backup', ResourceId))
    : ((await call.storage.get('clusters', clusterKey(call, ResourceId))) ?? notFound('Cluster', ResourceId));
  const { rows, end } = pageOf(row.TagList ?? [], `tags of ${ResourceId}`, ({ Key }) => Key, input, 100);
  return { TagList: [...rows], ...end };
};
