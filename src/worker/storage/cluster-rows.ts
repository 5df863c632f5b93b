import type {
  BackupRetentionPolicy,
  BackupState,
  Certificates,
  ClusterMode,
  ClusterState,
  HsmState,
  NetworkType,
  Tag,
} from '../../model/cloudhsmv2/types.ts';

/** The rows of clusters, of their backups and of what is in their HSMs; see schema.ts. */

export interface Placed {
  readonly account: string;
  readonly region: string;
}

export interface HsmEntry {
  readonly HsmId: string;
  readonly AvailabilityZone: string;
  readonly SubnetId: string;
  readonly EniId: string;
  readonly EniIp: string;
  readonly EniIpV6?: string;
  readonly State: HsmState;
  readonly StateMessage?: string;
  readonly transition?: string;
}
/** What a cluster is claimed with; a backup of it has the same. */
export interface Claim {
  readonly Certificates: Readonly<Certificates>;
  /** The customer's CA certificate of InitializeCluster (`customerCA.crt`); empty before. */
  readonly trustAnchor: string;
}
export interface ClusterRow extends Placed, Claim {
  readonly ClusterId: string;
  readonly CreateTimestamp: number;
  readonly HsmType: string;
  readonly State: ClusterState;
  readonly StateMessage?: string;
  readonly VpcId: string;
  readonly SecurityGroup: string;
  readonly SubnetMapping: Readonly<Record<string, string>>;
  /** The network of each zone's subnet: `10.0.1.0/24`, or `10.0.1` for the same. */
  readonly networks: Readonly<Record<string, string>>;
  readonly NetworkType: NetworkType;
  readonly Mode: ClusterMode;
  readonly BackupRetentionPolicy: Readonly<BackupRetentionPolicy>;
  readonly hsms: readonly HsmEntry[];
  readonly SourceBackupId?: string;
  /** Of a cluster that was made from a backup and has had no HSM yet: what its first one restores. */
  readonly restores?: Claim;
  readonly TagList?: readonly Tag[];
  /** Raised by each backup: what comes after it belongs to the next version. Absent: 0. */
  readonly version?: number;
  /** The HSM type that a migration began with, and the backup that was taken then. */
  readonly rollback?: { readonly HsmType: string; readonly until: number; readonly BackupId: string };
  /** The `due` row that ends the cluster's own state. */
  readonly transition?: string;
}
/** A user as the HSMs hold it; a backup has it with its flags. */
export interface ClusterUser {
  readonly username: string;
  readonly role: 'admin' | 'crypto-user';
  readonly passwordDigest: string;
  /** Wrong passwords since the last right one. Absent: 0. */
  readonly failedLogins?: number;
  /** Signing in takes a second factor. */
  readonly mfa?: true;
}
export interface ClusterUserRow extends Placed, ClusterUser {
  readonly ClusterId: string;
  /** HsmIds of the HSMs that lack the user: they were being created when it was (facts 6.3). */
  readonly missingOn?: readonly string[];
}
/** Who is signed in at a cluster. */
export interface ClusterSessionRow extends Placed {
  readonly ClusterId: string;
  /** Of AWS KMS: the key store's id. */
  readonly SessionId: string;
  readonly username: string;
  readonly role: ClusterUser['role'];
  readonly startedAt: number;
  readonly client: 'cloudhsm-cli' | 'AWS KMS';
  /** The key store that AWS KMS is signed in for. */
  readonly CustomKeyStoreId?: string;
}

/** A backup: a version of its cluster, restored by reference. Key objects are not in it; see {@link KeyObjectRow}. */
export interface BackupRow extends Placed, Claim {
  readonly BackupId: string;
  readonly ClusterId: string;
  readonly BackupState: Exclude<BackupState, 'DELETED'>;
  readonly CreateTimestamp: number;
  readonly NeverExpires: boolean;
  readonly DeleteTimestamp?: number;
  readonly HsmType: string;
  readonly Mode: ClusterMode;
  readonly TagList: readonly Tag[];
  /** Of a backup that was copied from another Region. */
  readonly copied?: { readonly at: number; readonly region: string; readonly BackupId: string };
  /** Whose key objects it sees: its cluster's, or its own where it is a copy; and which version of them. */
  readonly owner: string;
  readonly version: number;
  readonly users: readonly ClusterUser[];
  /** How many key objects it sees. */
  readonly keyCount: number;
  /** Where the handles of new keys begin. */
  readonly nextHandle: number;
  /** Its place in the order of backups. */
  readonly number: number;
  /** Days that the cluster's policy keeps it, and when it expires; a copy has no policy. */
  readonly retention?: number;
  readonly expiresAt?: number;
  /** The resource policy that shares it. */
  readonly Policy?: string;
  readonly transition?: string;
}
export interface BackupOrderRow extends Placed {
  readonly number: number;
  readonly BackupId: string;
}
/** The backups that there are of an owner's versions; outlives the cluster. */
export interface LineageRow extends Placed {
  readonly owner: string;
  /** In the order of their versions, deleted ones too until they are gone. */
  readonly backups: readonly { readonly BackupId: string; readonly version: number }[];
  /** The version that there is no backup of yet. */
  readonly next: number;
  /** A backup whose time has come, but which is the cluster's last: AWS does not delete that. */
  readonly kept?: string;
}

export interface Subnet {
  readonly SubnetId: string;
  readonly AvailabilityZone: string;
  readonly cidr: string;
}
/** A VPC beside the default one. */
export interface VpcRow extends Placed {
  readonly VpcId: string;
  readonly subnets: readonly Subnet[];
}
/** What KMS builds in a cluster's VPC while a key store is connected (facts 1.5). */
export interface KeyStoreNetworkRow extends Placed {
  readonly CustomKeyStoreId: string;
  readonly ClusterId: string;
  readonly VpcId: string;
  readonly SecurityGroup: string;
  readonly interfaces: readonly (Omit<Subnet, 'cidr'> & { readonly EniId: string; readonly EniIp: string })[];
}

/** A key object as an HSM cluster holds it, on every HSM. `owner` is a cluster, or KMS's own fleet (`aws-kms`). */
export interface KeyObjectRow extends Placed {
  readonly owner: string;
  readonly handle: number;
  readonly label: string;
  readonly username: string;
  readonly backingKeyId: string;
  readonly materialId: string;
  /** The version of the owner that it came with: backups of earlier ones do not have it. Absent: 0. */
  readonly added?: number;
}
/** A key object that is gone from the cluster, but not from its backups: those of the versions `added` up to `removed`. */
export interface RemovedKeyObjectRow extends KeyObjectRow {
  readonly removed: number;
}
/** How many key objects have a material, removed ones too; absent where it is one, but for imported keys, which have none. */
export interface MaterialReferencesRow extends Placed {
  readonly materialId: string;
  readonly count: number;
}
/** Key material: written once, never cloned again. */
export interface MaterialRow extends Placed {
  readonly materialId: string;
  readonly key: CryptoKey;
}
