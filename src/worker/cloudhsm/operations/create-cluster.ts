import type { CreateClusterInput } from '../../../model/cloudhsmv2/inputs.ts';
import { beginWait, clockRead } from '../../clock.ts';
import { newCloudHsmId, newSecurityGroupId, newUuid } from '../../ids.ts';
import { Stale } from '../../storage/rows.ts';
import type { BackupRow, ClusterRow } from '../../storage/schema.ts';
import type { Call } from '../../call.ts';
import { backupKey, backupRead, requireBackupState } from '../backups.ts';
import { allClustersRead, clusterQuota, describeCluster } from '../clusters.ts';
import { invalidRequest, notFound } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { defaultVpc, subnetsOf, vpcsRead } from '../networks.ts';
import { requireShared } from '../policies.ts';
import { contentsOf, contentsReads, restoreInto } from '../restore.ts';
import { retentionPolicy } from '../retention.ts';
import { withTags } from '../tags.ts';

/** The HSM type that AWS makes new clusters of (facts 6.2). */
const creatable = 'hsm2m.medium';

/** A cluster without HSMs; from a backup one that its first HSM fills with what was backed up. */
export const createCluster: CloudHsmHandler<'CreateCluster'> = async (call, input) => {
  // Recorded (facts 6.1); hsm1.medium is refused from a backup too, as it can no longer be made.
  if (input.HsmType !== creatable) return invalidRequest('Provided HsmType is not supported.');
  const source = sourceOf(call, input);
  const tags = withTags([], input.TagList ?? []);
  const ClusterId = newCloudHsmId('cluster');
  const SecurityGroup = newSecurityGroupId();
  const transition = newUuid();
  const { account, region, now } = call;
  const contents = source && (await contentsOf(call, source, source.BackupId));
  const reads = [
    clockRead,
    allClustersRead(call),
    vpcsRead(call),
    ...(source ? [backupRead(source, source.BackupId)] : []),
    ...(contents ? contentsReads(contents, call) : []),
  ];
  return call.commit(reads, (rows) => {
    const { VpcId, subnets } = subnetsOf([defaultVpc(call), ...rows.range('vpcs', [account, region])], input.SubnetIds);
    const backup = source && requireSource(rows.get('backups', backupKey(source, source.BackupId)), call, source.BackupId);
    if (backup && (input.Mode ?? backup.Mode) !== backup.Mode)
      return invalidRequest(`The backup is of a cluster in mode ${backup.Mode}, which cannot change.`);
    if (rows.range('clusters', [account, region]).length >= clusterQuota)
      return invalidRequest(`The account has ${String(clusterQuota)} clusters in this Region, which is its quota.`);
    const cluster: ClusterRow = {
      account,
      region,
      ClusterId,
      CreateTimestamp: now,
      HsmType: creatable,
      State: 'CREATE_IN_PROGRESS',
      VpcId,
      SecurityGroup,
      SubnetMapping: Object.fromEntries(subnets.map(({ AvailabilityZone, SubnetId }) => [AvailabilityZone, SubnetId])),
      networks: Object.fromEntries(subnets.map(({ AvailabilityZone, cidr }) => [AvailabilityZone, cidr])),
      NetworkType: input.NetworkType ?? 'IPV4',
      Mode: input.Mode ?? backup?.Mode ?? 'FIPS',
      BackupRetentionPolicy: retentionPolicy(input.BackupRetentionPolicy),
      Certificates: {},
      trustAnchor: '',
      hsms: [],
      ...(tags.length > 0 && { TagList: tags }),
      ...(backup && {
        SourceBackupId: backup.BackupId,
        restores: { Certificates: backup.Certificates, trustAnchor: backup.trustAnchor },
      }),
      transition,
    };
    rows.put('clusters', cluster);
    // Now, and not with the first HSM, which is what shows them (facts 1.9): the backup may be gone by then.
    if (backup) {
      if (!contents) throw new Stale('The backup was not there.');
      restoreInto(rows, contents, call, ClusterId);
    }
    beginWait(rows, call, transition, { kind: 'create-cluster', target: ClusterId });
    return { Cluster: describeCluster(cluster) };
  });
};

interface Source {
  readonly account: string;
  readonly region: string;
  readonly BackupId: string;
}

/** A backup by its id, or by its ARN: "If using a backup in another account, the full ARN must be supplied." */
function sourceOf({ account, region }: Call, { SourceBackupId }: CreateClusterInput): Source | undefined {
  if (SourceBackupId === undefined) return undefined;
  const BackupId = SourceBackupId.slice(SourceBackupId.lastIndexOf('/') + 1);
  if (BackupId === SourceBackupId) return { account, region, BackupId };
  const [, , , of = '', owner = ''] = SourceBackupId.split(':');
  return of === region ? { account: owner, region, BackupId } : notFound('Backup', SourceBackupId);
}

function requireSource(backup: BackupRow | undefined, call: Call, BackupId: string): BackupRow {
  if (!backup) return notFound('Backup', BackupId);
  if (backup.account !== call.account) requireShared(backup, call.principal, 'cloudhsm:CreateCluster');
  requireBackupState(backup, 'READY');
  return backup;
}
