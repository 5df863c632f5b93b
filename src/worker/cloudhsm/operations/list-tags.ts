import { backupKey } from '../backups.ts';
import { clusterKey } from '../clusters.ts';
import { notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { pageOf } from '../paging.ts';
import { isBackup } from '../resources.ts';

/** In the order of their keys. */
export const listTags: CloudHsmHandler<'ListTags'> = async (call, input) => {
  const { ResourceId } = input;
  const row = isBackup(ResourceId)
    ? ((await call.storage.get('backups', backupKey(call, ResourceId))) ?? notFound('Backup', ResourceId))
    : ((await call.storage.get('clusters', clusterKey(call, ResourceId))) ?? notFound('Cluster', ResourceId));
  // By their places, which have a fixed width: a key can be longer than a token may be.
  const tags = (row.TagList ?? []).map((tag, at) => ({ tag, place: String(at).padStart(3, '0') }));
  const { rows, end } = pageOf(tags, `tags of ${ResourceId}`, ({ place }) => place, input, 100);
  return { TagList: rows.map(({ tag }) => tag), ...end };
};
