import type { BackupContents, BackupView, ClusterView, NetworkInterfaceView, Place, SecurityGroupView, VpcView, Wait } from '../model/look.ts';
import { keyCapacity } from './cloudhsm/for-kms.ts';
import { interfaceDescription, networkGroupName } from './cloudhsm/key-store-network.ts';
import { addressesIn, clusterGroupName, clusterPorts, defaultVpc, takenAddresses } from './cloudhsm/networks.ts';
import { keyReference } from './hsm/attributes.ts';
import { keyObjectCounter } from './hsm/objects.ts';
import { lineageKey, visibleObjects } from './hsm/versions.ts';
import { sharesHistory } from './kms/certificates.ts';
import type { BackupRow, ClusterRow, KeyStoreRow, VpcRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';

/** From rows of CloudHSM to what views show. */

export type Waits = ReadonlyMap<string, Wait>;

/** @param stores the key stores of the account and Region */
export async function clusterView(storage: Storage, cluster: ClusterRow, running: Waits, stores: readonly KeyStoreRow[]): Promise<ClusterView> {
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
    TagList: cluster.TagList ?? [],
    relatedKeyStores: stores.filter((store) => sharesHistory(store, cluster)).map(({ CustomKeyStoreId }) => CustomKeyStoreId),
  };
}

const clusterGroup = ({ ClusterId, SecurityGroup }: ClusterRow): SecurityGroupView => ({
  GroupId: SecurityGroup,
  GroupName: clusterGroupName(ClusterId),
  ports: clusterPorts,
});

export function backupView(backup: BackupRow, running: Waits, now: number): BackupView {
  const wait = running.get(backup.transition ?? '');
  return {
    BackupId: backup.BackupId,
    BackupState: backup.BackupState,
    ClusterId: backup.ClusterId,
    CreateTimestamp: backup.CreateTimestamp,
    HsmType: backup.HsmType,
    Mode: backup.Mode,
    NeverExpires: backup.NeverExpires,
    ...(backup.copied && { copied: backup.copied }),
    ...(backup.expiresAt !== undefined && (backup.expiresAt > now ? { expiresAt: backup.expiresAt } : { keptAsLast: true })),
    ...(backup.DeleteTimestamp !== undefined && { DeleteTimestamp: backup.DeleteTimestamp }),
    keyCount: backup.keyCount,
    userCount: backup.users.length,
    TagList: backup.TagList,
    shared: backup.Policy !== undefined,
    ...(wait && { wait }),
    number: backup.number,
  };
}

/** Looks through all keys of the backup's cluster: for one backup that a person opened. */
export async function backupContents(storage: Storage, backup: BackupRow, running: Waits, now: number, keysShown: number): Promise<BackupContents> {
  const lineage = await storage.get('lineages', lineageKey(backup, backup.owner));
  const objects = await visibleObjects(storage, backup, lineage?.next ?? 0);
  return {
    ...backupView(backup, running, now),
    users: backup.users.map(({ username, role }) => ({ username, role })),
    keys: objects.slice(0, keysShown).map((object) => ({ 'key-reference': keyReference(object), label: object.label })),
  };
}

/** Clusters, key stores and VPCs are few: quotas. */
const most = 1000;

export async function networkView(storage: Storage, { account, region }: Place): Promise<VpcView[]> {
  const all = { prefix: [account, region], limit: most };
  const [vpcs, clusters, stores] = await Promise.all([
    storage.page({ store: 'vpcs', ...all }),
    storage.page({ store: 'clusters', ...all }),
    storage.page({ store: 'keyStoreNetworks', ...all }),
  ]);
  return [defaultVpc({ account, region }), ...vpcs].map((vpc: VpcRow) => {
    const inVpc = clusters.filter(({ VpcId }) => VpcId === vpc.VpcId);
    const connected = stores.filter(({ VpcId }) => VpcId === vpc.VpcId);
    const ofHsms: NetworkInterfaceView[] = inVpc.flatMap(({ ClusterId, hsms }) =>
      // What CloudHSM calls its interfaces is not in the facts; ours.
      hsms.map(({ HsmId, EniId, EniIp, SubnetId }) => ({ EniId, EniIp, SubnetId, Description: `CloudHSM ${HsmId} of ${ClusterId}`, of: HsmId })),
    );
    const ofStores: NetworkInterfaceView[] = connected.flatMap(({ CustomKeyStoreId, ClusterId, interfaces }) =>
      interfaces.map(({ EniId, EniIp, SubnetId }) => ({ EniId, EniIp, SubnetId, Description: interfaceDescription(ClusterId), of: CustomKeyStoreId })),
    );
    return {
      VpcId: vpc.VpcId,
      subnets: vpc.subnets.map((subnet) => ({
        ...subnet,
        freeAddresses: addressesIn(subnet.cidr).length - takenAddresses(clusters, stores, subnet.SubnetId).size,
      })),
      interfaces: [...ofHsms, ...ofStores],
      securityGroups: [
        ...inVpc.map(clusterGroup),
        ...connected.map(({ CustomKeyStoreId, SecurityGroup }) => ({
          GroupId: SecurityGroup,
          GroupName: networkGroupName(CustomKeyStoreId),
          ports: clusterPorts,
        })),
      ],
    };
  });
}
