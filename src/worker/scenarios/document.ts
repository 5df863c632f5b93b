import type { Notes, ScenarioName } from '../../model/control.ts';
import { dailyBackup } from '../cloudhsm/daily-backup.ts';
import { kmsSession, kmsUser } from '../cloudhsm/kms-user.ts';
import { passwordDigest, unknownPasswordDigest } from '../hsm/password.ts';
import type { ClusterRow, ClusterUserRow, KeyStoreNetworkRow, KeyStoreRow, VpcRow } from '../storage/schema.ts';
import type { WorldRows } from '../storage/storage.ts';
import { clusterCertificate, customerCa } from './certificates.ts';

/** The world of the source document, AWS's page on creating KMS keys in a CloudHSM key store. */
const place = { account: '111122223333', region: 'us-west-2' };
const ClusterId = 'cluster-1a23b4cdefg';
const CustomKeyStoreId = 'cks-1234567890abcdef0';
const CustomKeyStoreName = 'ExampleKeyStore';

/** Ids of AWS's documentation that break AWS's own pattern: the cluster's has a 1 (facts 1.1). */
export const acceptedIds: ReadonlySet<string> = new Set([ClusterId]);

/** Of its users, as they are until KMS or somebody else changes them. */
export const documentPasswords = { [kmsUser]: 'kmsPswd1234', admin: 'adminPswd1234' };

const hsm = (zone: 'a' | 'b', HsmId: string, EniId: string, EniIp: string): ClusterRow['hsms'][number] => ({
  HsmId,
  AvailabilityZone: `${place.region}${zone}`,
  SubnetId: subnets[`us-west-2${zone}`],
  EniId,
  EniIp,
  State: 'ACTIVE',
  StateMessage: 'HSM created.',
});

/** The third subnet is ours, so that there is a zone to grow into. */
const subnets = {
  'us-west-2a': 'subnet-a6b10bd1',
  'us-west-2b': 'subnet-b6b10bd2',
  'us-west-2c': 'subnet-c6b10bd3',
};

export const documentCluster: ClusterRow = {
  ...place,
  ClusterId,
  CreateTimestamp: 1_507_133_412_351,
  HsmType: 'hsm1.medium',
  State: 'ACTIVE',
  VpcId: 'vpc-1a2b3c4d',
  SecurityGroup: 'sg-865af2fb',
  SubnetMapping: subnets,
  // As the document's addresses have it.
  networks: { 'us-west-2a': '10.0.1', 'us-west-2b': '10.0.0', 'us-west-2c': '10.0.2' },
  NetworkType: 'IPV4',
  Mode: 'FIPS',
  BackupRetentionPolicy: { Type: 'DAYS', Value: '90' },
  Certificates: { ClusterCertificate: clusterCertificate },
  trustAnchor: customerCa,
  // The document gives both the same network interface; facts 11.
  hsms: [hsm('a', 'hsm-abcdefghijk', 'eni-ea8647e1', '10.0.1.11'), hsm('b', 'hsm-zyxwvutsrqp', 'eni-ea8647e2', '10.0.0.2')],
};

/** The document's VPC, with the addresses that its HSMs have. */
const vpc: VpcRow = {
  ...place,
  VpcId: documentCluster.VpcId,
  subnets: Object.entries(subnets).map(([AvailabilityZone, SubnetId]) => ({
    SubnetId,
    AvailabilityZone,
    cidr: `${documentCluster.networks[AvailabilityZone] ?? ''}.0/24`,
  })),
};
/** The document's key store is connected, so KMS has built what it needs for that; ids and addresses are ours. */
const network: KeyStoreNetworkRow = {
  ...place,
  CustomKeyStoreId,
  ClusterId,
  VpcId: documentCluster.VpcId,
  SecurityGroup: 'sg-5c3a1d20',
  interfaces: vpc.subnets.map(({ SubnetId, AvailabilityZone, cidr }, i) => ({
    EniId: `eni-0c5a17e${String(i)}`,
    EniIp: cidr.replace('0/24', '254'),
    SubnetId,
    AvailabilityZone,
  })),
};

/** What stories name; all else they find out by calls. */
export const documentIds = {
  ClusterId,
  CustomKeyStoreId,
  SubnetIds: Object.values(subnets),
  HsmIds: { a: documentCluster.hsms[0]?.HsmId ?? '', b: documentCluster.hsms[1]?.HsmId ?? '' },
};

const user = (username: string, role: ClusterUserRow['role'], digest: string): ClusterUserRow => ({
  ...place,
  ClusterId,
  username,
  role,
  passwordDigest: digest,
});

/** The document's key store, connected to the document's cluster; no keys, no events. */
export async function documentWorld(now: number): Promise<WorldRows> {
  // Connected, so KMS has rotated kmsuser's password to one that only it knows.
  const rotated = unknownPasswordDigest();
  const keyStore: KeyStoreRow = {
    ...place,
    CustomKeyStoreId,
    CustomKeyStoreName,
    CloudHsmClusterId: ClusterId,
    TrustAnchorCertificate: customerCa,
    clusterCertificate,
    ConnectionState: 'CONNECTED',
    CreationDate: 1_499_288_695_918,
    passwordDigest: rotated,
  };
  return {
    ...(await clusterWorld(now)),
    clusterUsers: [
      user(kmsUser, 'crypto-user', rotated),
      user('admin', 'admin', await passwordDigest(documentPasswords.admin)),
    ],
    clusterSessions: [kmsSession(keyStore, keyStore.CreationDate)],
    keyStoreNetworks: [network],
    keyStores: [keyStore],
    keyStoreNames: [{ ...place, CustomKeyStoreName, CustomKeyStoreId }],
  };
}

/** The document's cluster, ready for a key store of one's own. */
export async function clusterWorld(now: number): Promise<WorldRows> {
  return {
    clusters: [documentCluster],
    vpcs: [vpc],
    due: [dailyBackup({ ...place, now }, ClusterId)],
    clusterUsers: [
      user(kmsUser, 'crypto-user', await passwordDigest(documentPasswords[kmsUser])),
      user('admin', 'admin', await passwordDigest(documentPasswords.admin)),
    ],
  };
}

/** What a person needs to know of these worlds. */
export function documentNotes(scenario: Extract<ScenarioName, 'default' | 'cluster'>): Notes {
  const inStore = scenario === 'default';
  return {
    scenario,
    // kmsuser's is KMS's secret while the store has been connected.
    passwords: inStore ? { admin: documentPasswords.admin } : documentPasswords,
    ids: { ClusterId, CloudHsmClusterId: ClusterId, ...(inStore && { CustomKeyStoreId, CustomKeyStoreName }) },
    'customerCA.crt': customerCa,
  };
}
