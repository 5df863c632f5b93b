import type { BackupContents, BackupView, ClusterContents, ClusterDetails, ClusterView, LookQuestions, NetworkInterfaceView, Place, VpcView } from '../model/look.ts';
import { backupKey } from './cloudhsm/backups.ts';
import { clusterKey, keyCapacity, userCapacity } from './cloudhsm/clusters.ts';
import { interfaceDescription, networkGroupName } from './cloudhsm/key-store-network.ts';
import { addressesIn, clusterPorts, defaultVpc, takenAddresses } from './cloudhsm/networks.ts';
import { mostSessions } from './cloudhsm/sessions.ts';
import { isLocked, missingOnActive } from './cloudhsm/user-rows.ts';
import { clusterGroup } from './cluster-views.ts';
import { backupDifference, keysHeld } from './backup-difference.ts';
import { keyObjectId, keyReference } from './hsm/attributes.ts';
import { keyObjectCounter } from './hsm/objects.ts';
import { lineageKey, visibleObjects } from './hsm/versions.ts';
import { sharesHistory } from './kms/certificates.ts';
import type { Key } from './storage/keys.ts';
import type { BackupRow, ClusterRow, KeyObjectRow, VpcRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';
import type { Waits } from './views.ts';

export { keyStoreDiagnosis } from './key-store-diagnosis.ts';

/**
 * What is seen when one looks into CloudHSM, backups and networks, and at KMS keys. Loaded with the door, by the first call or the first such
 * question: whoever shows the map alone does without.
 */

export { keyDetails, keyList } from './key-views.ts';

/** More about clusters than the map shows. */
export async function clusterDetails(storage: Storage, { account, region }: Place, views: readonly ClusterView[]): Promise<ClusterDetails[]> {
  const all = { prefix: [account, region], limit: most };
  const [rows, stores] = await Promise.all([storage.page({ store: 'clusters', ...all }), storage.page({ store: 'keyStores', ...all })]);
  return views.flatMap((view) => {
    const row = rows.find(({ ClusterId }) => ClusterId === view.ClusterId);
    const related = stores.filter((store) => row && sharesHistory(store, row));
    // One that went while this was read is followed by a notice.
    return row ? { ...view, TagList: row.TagList ?? [], relatedKeyStores: related.map(({ CustomKeyStoreId }) => CustomKeyStoreId) } : [];
  });
}

/** More than any cluster can have of users and of sessions. */
const mostInside = 2000;

/** Users, sessions and what is free in a cluster's HSMs. */
export async function clusterContents(storage: Storage, cluster: ClusterRow, mostRows: number): Promise<ClusterContents> {
  const all = { prefix: clusterKey(cluster, cluster.ClusterId), limit: mostInside };
  const [users, sessions, keys] = await Promise.all([
    storage.page({ store: 'clusterUsers', ...all }),
    storage.page({ store: 'clusterSessions', ...all }),
    storage.get('counters', keyObjectCounter(cluster, cluster.ClusterId)),
  ]);
  return {
    users: users.slice(0, mostRows).map((user) => {
      const missingOn = missingOnActive(user, cluster);
      return {
        username: user.username,
        role: user.role,
        locked: isLocked(user),
        failedLogins: user.failedLogins ?? 0,
        mfa: user.mfa === true,
        coverage: missingOn.length > 0 ? 'inconsistent' : 'full',
        missingOn,
      };
    }),
    sessions: sessions.slice(0, mostRows).map(({ account: _account, region: _region, ClusterId: _cluster, ...session }) => session),
    capacity: {
      keys: { used: keys?.count ?? 0, most: keyCapacity(cluster) },
      users: { used: users.length, most: userCapacity(cluster) },
      sessions: { used: sessions.length, most: mostSessions },
    },
    hsms: cluster.hsms.map(({ HsmId, AvailabilityZone, State }) => ({
      HsmId,
      AvailabilityZone,
      State,
      missingUsers: users.filter(({ missingOn }) => missingOn?.includes(HsmId)).map(({ username }) => username).slice(0, mostRows),
    })),
  };
}

/** Backups of the account and Region, the newest first. */
export async function backupViews(
  storage: Storage,
  input: LookQuestions['backups']['input'] & Place,
  { running, now, mostRows }: { readonly running: Waits; readonly now: number; readonly mostRows: number },
): Promise<BackupView[]> {
  const { account, region, ClusterId, limit = 50 } = input;
  const found: BackupView[] = [];
  for (let { before } = input; ; ) {
    const order = await storage.page({
      store: 'backupOrder',
      prefix: [account, region],
      limit: mostRows,
      reverse: true,
      ...(before !== undefined && { after: before }),
    });
    const rows = await Promise.all(order.map(({ BackupId }) => storage.get('backups', backupKey(input, BackupId))));
    found.push(...rows.flatMap((row) => (row && (ClusterId ?? row.ClusterId) === row.ClusterId ? backupView(row, running, now) : [])));
    before = order.at(-1)?.number;
    if (order.length < mostRows || found.length >= limit) return found.slice(0, Math.min(limit, mostRows));
  }
}

function backupView(backup: BackupRow, running: Waits, now: number): BackupView {
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
  const difference = await backupDifference(storage, backup, objects, keysShown);
  return {
    ...backupView(backup, running, now),
    users: backup.users.map((user) => ({
      username: user.username,
      role: user.role,
      locked: isLocked(user),
      failedLogins: user.failedLogins ?? 0,
      mfa: user.mfa === true,
    })),
    keys: keysHeld(objects, keysShown).first,
    ...(difference && { difference }),
  };
}

/** Rows that are read at a time by whoever looks through all of them. */
const step = 1000;

/**
 * Key objects that have a text in their label, or whose `id` or reference begins with it (`0x…`); the newest first. Looks through
 * all of the cluster's, if need be.
 */
export async function findKeyObjects(storage: Storage, prefix: Key, text: string, limit: number, before: number | undefined): Promise<KeyObjectRow[]> {
  const wanted = text.trim().toLowerCase();
  const has = (object: KeyObjectRow): boolean =>
    wanted.startsWith('0x')
      ? [keyObjectId(object), keyReference(object)].some((id) => id.startsWith(wanted))
      : object.label.toLowerCase().includes(wanted);
  const found: KeyObjectRow[] = [];
  for (let after = before; ; ) {
    const page = await storage.page({ store: 'keyObjects', prefix, limit: step, reverse: true, ...(after !== undefined && { after }) });
    found.push(...page.filter(has));
    after = page.at(-1)?.handle;
    if (page.length < step || found.length >= limit) return found.slice(0, limit);
  }
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
