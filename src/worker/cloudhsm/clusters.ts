import type { Cluster, ClusterState, Hsm } from '../../model/cloudhsmv2/types.ts';
import { hsmTypes } from '../../model/hsm-types.ts';
import type { Place } from '../../model/look.ts';
import type { Key } from '../storage/keys.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow, HsmEntry } from '../storage/schema.ts';
import { invalidRequest, notFound } from './errors.ts';

/** Clusters and HSMs an account can have in a Region (facts 6.2; adjustable at AWS), and HSMs a cluster (fixed). */
export const clusterQuota = 4;
export const hsmQuota = 6;
export const hsmsPerCluster = 28;

export const clusterKey = ({ account, region }: Place, ClusterId: string): Key => [account, region, ClusterId];
export const clusterRead = (place: Place, ClusterId: string): Read => ({ store: 'clusters', key: clusterKey(place, ClusterId) });
export const allClustersRead = ({ account, region }: Place): Read => ({ store: 'clusters', prefix: [account, region] });

/** @throws AwsError CloudHsmResourceNotFoundException */
export const requireCluster = (rows: Rows, place: Place, ClusterId: string): ClusterRow =>
  rows.get('clusters', clusterKey(place, ClusterId)) ?? notFound('Cluster', ClusterId);

/** @throws AwsError CloudHsmInvalidRequestException; AWS's text is not public */
export function requireState({ ClusterId, State }: ClusterRow, ...states: readonly ClusterState[]): void {
  if (!states.includes(State)) invalidRequest(`Cluster '${ClusterId}' is in state ${State}.`);
}

/** @returns the cluster in another state; the message and the wait of before are gone */
export function withState(
  { StateMessage: _said, transition: _ended, ...cluster }: ClusterRow,
  change: Pick<ClusterRow, 'State'> & Partial<ClusterRow>,
): ClusterRow {
  return { ...cluster, ...change };
}

/**
 * "Cluster limited-write mode" (User Guide, migration): while its HSM type changes a cluster rejects token key generation and
 * deletion, and all user creation, deletion and modification.
 */
export const isWritable = ({ State }: ClusterRow): boolean => State !== 'MODIFY_IN_PROGRESS' && State !== 'ROLLBACK_IN_PROGRESS';

/** HSMs that work, and in how many Availability Zones they are. */
export function activeHsms(cluster: ClusterRow): { readonly count: number; readonly zones: number } {
  const active = cluster.hsms.filter(({ State }) => State === 'ACTIVE');
  return { count: active.length, zones: new Set(active.map(({ AvailabilityZone }) => AvailabilityZone)).size };
}

/** Keys that the cluster can hold. */
export const keyCapacity = ({ HsmType }: ClusterRow): number => hsmTypes[HsmType]?.keys ?? 0;

/** Users that the cluster can have. */
export const userCapacity = ({ HsmType }: ClusterRow): number => hsmTypes[HsmType]?.users ?? 0;

/** @returns an HSM as DescribeClusters and CreateHsm answer it */
export const describeHsm = (cluster: ClusterRow, entry: HsmEntry): Hsm => ({
  AvailabilityZone: entry.AvailabilityZone,
  ClusterId: cluster.ClusterId,
  SubnetId: entry.SubnetId,
  EniId: entry.EniId,
  EniIp: entry.EniIp,
  ...(entry.EniIpV6 !== undefined && { EniIpV6: entry.EniIpV6 }),
  HsmId: entry.HsmId,
  HsmType: cluster.HsmType,
  State: entry.State,
  ...(entry.StateMessage !== undefined && { StateMessage: entry.StateMessage }),
});

/** @returns a cluster as DescribeClusters answers it */
export const describeCluster = (cluster: ClusterRow): Cluster => ({
  BackupPolicy: 'DEFAULT',
  BackupRetentionPolicy: cluster.BackupRetentionPolicy,
  ClusterId: cluster.ClusterId,
  CreateTimestamp: new Date(cluster.CreateTimestamp),
  Hsms: cluster.hsms.map((entry) => describeHsm(cluster, entry)),
  HsmType: cluster.HsmType,
  ...(cluster.rollback && { HsmTypeRollbackExpiration: new Date(cluster.rollback.until) }),
  SecurityGroup: cluster.SecurityGroup,
  ...(cluster.SourceBackupId !== undefined && { SourceBackupId: cluster.SourceBackupId }),
  State: cluster.State,
  ...(cluster.StateMessage !== undefined && { StateMessage: cluster.StateMessage }),
  SubnetMapping: { ...cluster.SubnetMapping },
  VpcId: cluster.VpcId,
  NetworkType: cluster.NetworkType,
  Certificates: cluster.Certificates,
  ...(cluster.TagList && cluster.TagList.length > 0 && { TagList: [...cluster.TagList] }),
  Mode: cluster.Mode,
});

/** @returns the cluster with one HSM changed; without it where `change` answers undefined */
export const withHsm = (
  cluster: ClusterRow,
  HsmId: string,
  change: (entry: HsmEntry) => HsmEntry | undefined,
): ClusterRow => ({
  ...cluster,
  hsms: cluster.hsms.flatMap((entry) => (entry.HsmId === HsmId ? (change(entry) ?? []) : entry)),
});
