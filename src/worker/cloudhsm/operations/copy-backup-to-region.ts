import { isRegion } from '../../../model/regions.ts';
import { clockRead } from '../../clock.ts';
import { addBackup, backupCounterKey, newBackup, requireBackup, requireBackupState } from '../backups.ts';
import { invalidRequest, notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { contentsOf, contentsReads, copyInto } from '../restore.ts';
import { withTags } from '../tags.ts';

/**
 * A copy that stands on its own: the cluster's retention policy does not reach it, and "CreateTimestamp of the destination
 * backup will be the same as that of the source backup" (API Reference).
 */
export const copyBackupToRegion: CloudHsmHandler<'CopyBackupToRegion'> = async (call, { DestinationRegion, BackupId, TagList }) => {
  if (DestinationRegion === call.region) return invalidRequest('The destination Region must be another one than the backup is in.');
  // The pattern lets through what no Region is called, and AWS's other partitions.
  if (!isRegion(DestinationRegion)) return invalidRequest(`'${DestinationRegion}' is not a Region that backups can be copied to.`);
  const given = TagList && withTags([], TagList);
  const to = { account: call.account, region: DestinationRegion };
  const contents = (await contentsOf(call, call, BackupId)) ?? notFound('Backup', BackupId);
  const copy = newBackup();
  return call.commit(
    [
      clockRead,
      { store: 'counters', key: backupCounterKey(to) },
      ...contentsReads(contents, to),
    ],
    (rows) => {
      const source = requireBackup(rows, call, BackupId);
      requireBackupState(source, 'READY');
      const { account: _account, region: _region, number: _number, retention: _days, expiresAt: _at, Policy: _policy, ...same } = source;
      addBackup(rows, { ...call, ...to }, {
        ...same,
        ...copy,
        // "If you do not specify tags, the service copies tags from the source backup."
        TagList: given ?? source.TagList,
        copied: { at: call.now, region: call.region, BackupId },
        owner: copy.BackupId,
        version: 0,
      });
      copyInto(rows, contents, to, copy.BackupId);
      return {
        DestinationBackup: {
          CreateTimestamp: new Date(source.CreateTimestamp),
          SourceRegion: call.region,
          SourceBackup: BackupId,
          SourceCluster: source.ClusterId,
        },
      };
    },
  );
};
