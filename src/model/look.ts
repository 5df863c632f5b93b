import type { ConnectionStateType, ConnectionErrorCodeType } from '@aws-sdk/client-kms';
import type { BackupState, BackupRetentionPolicy, Certificates, ClusterMode, ClusterState, HsmState, NetworkType, Tag } from './cloudhsmv2/types.ts';
import type { WaitKind } from './durations.ts';
import type { KeyState } from './key-states.ts';

/**
 * What views keep showing: read-only questions beside the AWS door. No event, no throttling, at most 200 rows an
 * answer. Times are simulated milliseconds since the epoch.
 */

/** The simulator adds these to every question. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** Something that takes time and is under way. */
export interface Wait {
  /** What it does when it ends. */
  readonly kind: Exclude<WaitKind, 'rotate-key'>;
  /** The key store, HSM, cluster or backup that it is about. */
  readonly id: string;
  readonly startedAt: number;
  readonly dueAt: number;
  /** How long AWS takes, milliseconds. */
  readonly awsDuration: number;
}

export interface KeyStoreView {
  readonly CustomKeyStoreId: string;
  readonly CustomKeyStoreName: string;
  readonly CloudHsmClusterId: string;
  readonly ConnectionState: ConnectionStateType;
  readonly ConnectionErrorCode?: ConnectionErrorCodeType;
  /** KMS keys in the store, in any key state. */
  readonly keyCount: number;
  readonly wait?: Wait;
}

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

/** A backup with what is in it. */
export interface BackupContents extends BackupView {
  readonly users: readonly { readonly username: string; readonly role: 'admin' | 'crypto-user' }[];
  /** The first of its key objects, in the order of their handles. */
  readonly keys: readonly { readonly 'key-reference': string; readonly label: string }[];
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

/** A key as the cluster lists it: the attributes of `key list --verbose` (facts 2.4), with the true check value. */
export interface KeyObjectView {
  readonly 'key-reference': string;
  readonly owner: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** No KMS key has it any more: it stayed when its KMS key was deleted (facts 3.4). */
  readonly orphaned?: true;
}

/** A key object by the KMS key that it belongs to, or by its place in a cluster: one that is orphaned has no KMS key. */
export type KeyObjectName = { readonly KeyId: string } | Pick<KeyChip, 'ClusterId' | 'key-reference'>;

/** A KMS key as lists show it. */
export interface KeyView {
  readonly KeyId: string;
  readonly Arn: string;
  readonly KeyState: KeyState;
  readonly Origin: 'AWS_KMS' | 'AWS_CLOUDHSM';
  readonly CustomKeyStoreId?: string;
  readonly CreationDate: number;
  readonly Description: string;
  /** In the order of their names. */
  readonly aliases: readonly string[];
  /** Where to go on after this key, in `keys`. */
  readonly number: number;
}

/** A key inside a cluster, as the map shows it. */
export interface KeyChip {
  readonly ClusterId: string;
  readonly 'key-reference': string;
  readonly KeyId: string;
  /** Of the KMS key; absent where it was deleted and the key object is orphaned. */
  readonly KeyState?: KeyState;
  /** The first alias of the KMS key, if it has one. */
  readonly AliasName?: string;
}

/** All that the map shows. What changes while it is read is followed by a notice, and looked at again. */
export interface MapView {
  readonly now: number;
  readonly speed: number;
  readonly keyStores: readonly KeyStoreView[];
  readonly clusters: readonly (ClusterView & {
    /** The newest keys first; every ACTIVE HSM holds them. */
    readonly newestKeys: readonly KeyChip[];
  })[];
}

/** How the browser answered a real `exportKey` of a key's material. */
export interface ExportAttempt {
  readonly label: string;
  /** The DOMException's name and message, the browser's own words. */
  readonly name: string;
  readonly message: string;
}

/** A certificate as a view shows it. */
export interface CertificateView {
  /** As in `C=US, O=Cavium, CN=…`, in the certificate's order. */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** As in `RSA 2048` or `EC P-256`. */
  readonly publicKey: string;
  /** SHA-256 of the certificate as `openssl x509 -fingerprint -sha256` writes it. */
  readonly fingerprint: string;
  readonly selfSigned: boolean;
}

export interface LookQuestions {
  keyStores: { input: object; output: readonly KeyStoreView[] };
  clusters: { input: object; output: readonly ClusterDetails[] };
  /** Backups of the account and Region, the newest first; `before` is the `number` to go on after. */
  backups: {
    input: { readonly ClusterId?: string; readonly limit?: number; readonly before?: number };
    output: readonly BackupView[];
  };
  /** One backup; undefined where there is none of this id, or no more. */
  backup: { input: { readonly BackupId: string }; output: BackupContents | undefined };
  /** The VPCs of the account and Region, the default one first. */
  network: { input: object; output: readonly VpcView[] };
  waits: { input: object; output: readonly Wait[] };
  /** The newest key objects of a cluster first; `before` is the `key-reference` to go on after. */
  keyObjects: {
    input: { readonly ClusterId: string; readonly limit?: number; readonly before?: string };
    output: readonly KeyObjectView[];
  };
  map: { input: object; output: MapView };
  /** KMS keys of the account and Region, the newest first; `before` is the `number` to go on after. */
  keys: {
    input: { readonly limit?: number; readonly before?: number };
    output: { readonly keys: readonly KeyView[]; readonly total: number };
  };
  /** One KMS key; undefined where there is none of this id. */
  key: { input: { readonly KeyId: string }; output: KeyView | undefined };
  keyObject: { input: KeyObjectName; output: KeyObjectView };
  /** What a PEM text says, whoever has it: a cluster's certificate, a trust anchor. Refused where it is no certificate. */
  certificate: { input: { readonly pem: string }; output: CertificateView };
  exportAttempt: { input: KeyObjectName; output: ExportAttempt };
}

export type LookQuestion = keyof LookQuestions;
