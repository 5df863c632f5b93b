import type { BackupState, BackupRetentionPolicy, Certificates, ClusterMode, ClusterState, HsmState, NetworkType, Tag } from './cloudhsmv2/types.ts';
import type { Wait } from './look.ts';

/** What views show of clusters, backups and networks: answers of look.ts. */

export interface HsmView {
  readonly HsmId: string;
  readonly AvailabilityZone: string;
  readonly SubnetId: string;
  readonly EniId: string;
  readonly EniIp: string;
  /** In a DUALSTACK cluster. */
  readonly EniIpV6?: string;
  readonly State: HsmState;
  readonly StateMessage?: string;
  readonly wait?: Wait;
}

/** A security group, as far as it is data here. */
export interface SecurityGroupView {
  readonly GroupId: string;
  readonly GroupName: string;
  /** TCP ports that the group lets those in it use among themselves, in and out. */
  readonly ports: { readonly from: number; readonly to: number };
}

export interface ClusterView {
  readonly ClusterId: string;
  readonly HsmType: string;
  readonly State: ClusterState;
  readonly StateMessage?: string;
  readonly CreateTimestamp: number;
  readonly Mode: ClusterMode;
  readonly NetworkType: NetworkType;
  readonly BackupRetentionPolicy: Readonly<BackupRetentionPolicy>;
  readonly SourceBackupId?: string;
  readonly HsmTypeRollbackExpiration?: number;
  readonly Certificates: Readonly<Certificates>;
  /** The customer's CA certificate that the cluster was initialized with. */
  readonly trustAnchor?: string;
  readonly VpcId: string;
  readonly SecurityGroup: SecurityGroupView;
  readonly wait?: Wait;
  readonly SubnetMapping: Readonly<Record<string, string>>;
  readonly hsms: readonly HsmView[];
  /** Key objects in the cluster; every ACTIVE HSM holds all of them. */
  readonly keyCount: number;
  readonly keyCapacity: number;
}

/** A cluster as one looks into it. */
export interface ClusterDetails extends ClusterView {
  readonly TagList: readonly Tag[];
  /** Key stores that use it, or that UpdateCustomKeyStore lets use it: those that share its backup history. */
  readonly relatedKeyStores: readonly string[];
}

export interface BackupView {
  readonly BackupId: string;
  readonly BackupState: BackupState;
  readonly ClusterId: string;
  readonly CreateTimestamp: number;
  readonly HsmType: string;
  readonly Mode: ClusterMode;
  readonly NeverExpires: boolean;
  /** Of one that was copied from another Region. */
  readonly copied?: { readonly at: number; readonly region: string; readonly BackupId: string };
  /** When its cluster's policy deletes it. */
  readonly expiresAt?: number;
  /** Its time has come, but AWS does not delete a cluster's last backup. */
  readonly keptAsLast?: true;
  /** When it is gone for good. */
  readonly DeleteTimestamp?: number;
  /** What it holds: key objects and users. */
  readonly keyCount: number;
  readonly userCount: number;
  readonly TagList: readonly Tag[];
  readonly shared: boolean;
  readonly wait?: Wait;
  /** Where to go on after this backup, in `backups`. */
  readonly number: number;
}

/** A user as the HSMs of a cluster hold it; no password, nor anything made of it. */
export interface ClusterUserView {
  readonly username: string;
  readonly role: 'admin' | 'crypto-user';
  readonly locked: boolean;
  /** Wrong passwords since the last right one: five lock a crypto user. */
  readonly failedLogins: number;
  readonly mfa: boolean;
  /** Whether it is on every active HSM, and if not, which ones lack it. */
  readonly coverage: 'full' | 'inconsistent';
  readonly missingOn: readonly string[];
}

/** Who is signed in. */
export interface ClusterSessionView {
  readonly SessionId: string;
  readonly username: string;
  readonly role: 'admin' | 'crypto-user';
  readonly client: 'cloudhsm-cli' | 'AWS KMS';
  readonly startedAt: number;
  /** The key store that AWS KMS is signed in for. */
  readonly CustomKeyStoreId?: string;
}

interface Capacity {
  readonly used: number;
  readonly most: number;
}

/** What one sees who looks into a cluster's HSMs: at most 200 users and 200 sessions. */
export interface ClusterContents {
  readonly users: readonly ClusterUserView[];
  readonly sessions: readonly ClusterSessionView[];
  readonly capacity: { readonly keys: Capacity; readonly users: Capacity; readonly sessions: Capacity };
  readonly hsms: readonly {
    readonly HsmId: string;
    readonly AvailabilityZone: string;
    readonly State: HsmState;
    /** Users that the cluster has and this HSM lacks. */
    readonly missingUsers: readonly string[];
  }[];
}

/** A user as a backup has it: with its flags, as they were. */
export type BackupUserView = Pick<ClusterUserView, 'username' | 'role' | 'locked' | 'failedLogins' | 'mfa'>;

/** Key objects, of which the first are named, in the order of their handles. */
export interface KeysHeld {
  readonly count: number;
  readonly first: readonly { readonly 'key-reference': string; readonly label: string }[];
}

/** What one has and the other lacks. */
export interface Surplus {
  readonly users: readonly string[];
  readonly keys: KeysHeld;
}

/** A backup with what is in it. */
export interface BackupContents extends BackupView {
  readonly users: readonly BackupUserView[];
  /** The first of its key objects, in the order of their handles. */
  readonly keys: KeysHeld['first'];
  /** Beside its cluster as that is now; absent where the cluster is gone, or in another Region. */
  readonly difference?: { readonly onlyInBackup: Surplus; readonly onlyInCluster: Surplus };
}

/** A network interface: an HSM's, or one that KMS put there for a connected key store. */
export interface NetworkInterfaceView {
  readonly EniId: string;
  readonly EniIp: string;
  readonly SubnetId: string;
  readonly Description: string;
  /** The HSM or the key store that it is of. */
  readonly of: string;
}

/** A VPC with the subnets that clusters can be in. */
export interface VpcView {
  readonly VpcId: string;
  readonly subnets: readonly {
    readonly SubnetId: string;
    readonly AvailabilityZone: string;
    readonly cidr: string;
    /** Addresses that are free: AWS keeps five of a subnet to itself. */
    readonly freeAddresses: number;
  }[];
  readonly interfaces: readonly NetworkInterfaceView[];
  /** Those of clusters, and those that KMS made for connected key stores. */
  readonly securityGroups: readonly SecurityGroupView[];
}
