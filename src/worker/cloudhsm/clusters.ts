import type { Cluster, Hsm } from '../../model/cloudhsmv2/types.ts';
import type { Place } from '../../model/look.ts';
import type { Key } from '../storage/keys.ts';
import type { ClusterRow, HsmEntry } from '../storage/schema.ts';

export const clusterKey = ({ account, region }: Place, ClusterId: string): Key => [account, region, ClusterId];

/** @returns an HSM as DescribeClusters and CreateHsm answer it */
export const describeHsm = (cluster: ClusterRow, entry: HsmEntry): Hsm => ({
  AvailabilityZone: entry.AvailabilityZone,
  ClusterId: cluster.ClusterId,
  SubnetId: entry.SubnetId,
  EniId: entry.EniId,
  EniIp: entry.EniIp,
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
  SecurityGroup: cluster.SecurityGroup,
  State: cluster.State,
  ...(cluster.StateMessage !== undefined && { StateMessage: cluster.StateMessage }),
  SubnetMapping: { ...cluster.SubnetMapping },
  VpcId: cluster.VpcId,
  NetworkType: cluster.NetworkType,
  Certificates: cluster.Certificates,
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
