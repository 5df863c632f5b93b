import type { ClusterView, SecurityGroupView } from '../model/look.ts';
import { keyCapacity } from './cloudhsm/clusters.ts';
import { clusterGroupName, clusterPorts } from './cloudhsm/networks.ts';
import { keyObjectCounter } from './hsm/objects.ts';
import type { ClusterRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';
import type { Waits } from './views.ts';

/** From rows of clusters to what views show. */

export async function clusterView(storage: Storage, cluster: ClusterRow, running: Waits): Promise<ClusterView> {
  const counter = await storage.get('counters', keyObjectCounter(cluster, cluster.ClusterId));
  const wait = running.get(cluster.transition ?? '');
  return {
    ClusterId: cluster.ClusterId,
    HsmType: cluster.HsmType,
    State: cluster.State,
    ...(cluster.StateMessage !== undefined && { StateMessage: cluster.StateMessage }),
    CreateTimestamp: cluster.CreateTimestamp,
    Mode: cluster.Mode,
    NetworkType: cluster.NetworkType,
    BackupRetentionPolicy: cluster.BackupRetentionPolicy,
    ...(cluster.SourceBackupId !== undefined && { SourceBackupId: cluster.SourceBackupId }),
    ...(cluster.rollback && { HsmTypeRollbackExpiration: cluster.rollback.until }),
    Certificates: cluster.Certificates,
    ...(cluster.trustAnchor !== '' && { trustAnchor: cluster.trustAnchor }),
    VpcId: cluster.VpcId,
    SecurityGroup: clusterGroup(cluster),
    ...(wait && { wait }),
    SubnetMapping: cluster.SubnetMapping,
    hsms: cluster.hsms.map(({ transition, ...hsm }) => {
      const change = running.get(transition ?? '');
      return { ...hsm, ...(change && { wait: change }) };
    }),
    keyCount: counter?.count ?? 0,
    keyCapacity: keyCapacity(cluster),
  };
}

export const clusterGroup = ({ ClusterId, SecurityGroup }: ClusterRow): SecurityGroupView => ({
  GroupId: SecurityGroup,
  GroupName: clusterGroupName(ClusterId),
  ports: clusterPorts,
});
