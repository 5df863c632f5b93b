import type { ConnectionStateType, ConnectionErrorCodeType, RotationType, Tag } from '@aws-sdk/client-kms';
import type { BackupContents, BackupView, ClusterContents, ClusterDetails, ClusterView, VpcView } from './cluster-look.ts';
import type { WaitKind } from './durations.ts';
import type { KeyStoreDiagnosis } from './key-store-look.ts';
import type { KeyState } from './key-states.ts';

export type * from './cluster-look.ts';
export type * from './key-store-look.ts';

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

/** A key as the cluster lists it: the attributes of `key list --verbose` (facts 2.4), with the true check value. */
export interface KeyObjectView {
  readonly 'key-reference': string;
  readonly owner: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** No KMS key has it any more: it stayed when its KMS key was deleted (facts 3.4). */
  readonly orphaned?: true;
  /** Its world was imported, and key material never leaves a browser: `control.makeMaterial` makes new. */
  readonly withoutMaterial?: true;
}

/** A key object by the KMS key that it belongs to, or by its place in a cluster: one that is orphaned has no KMS key. */
export type KeyObjectName = { readonly KeyId: string } | Pick<KeyChip, 'ClusterId' | 'key-reference'>;

/** A KMS key as lists show it. */
export interface KeyView {
  readonly KeyId: string;
  readonly Arn: string;
  readonly KeyState: KeyState;
  readonly DeletionDate?: number;
  readonly KeySpec: 'SYMMETRIC_DEFAULT';
  readonly KeyUsage: 'ENCRYPT_DECRYPT';
  readonly MultiRegion: false;
  readonly Origin: 'AWS_KMS' | 'AWS_CLOUDHSM';
  readonly CustomKeyStoreId?: string;
  readonly CreationDate: number;
  readonly Description: string;
  /** In the order of their names. */
  readonly aliases: readonly string[];
}

/** One KMS key, with all that its page shows. */
export interface KeyDetails extends KeyView {
  readonly tags: readonly Tag[];
  readonly Policy: string;
  /** The key store that it is in, whose cluster holds its material. */
  readonly keyStore?: KeyStoreView;
  /** Of a key of origin AWS_KMS; others cannot be rotated. */
  readonly rotation?: KeyRotationView;
}

/** What GetKeyRotationStatus and ListKeyRotations tell. */
export interface KeyRotationView {
  /** Automatic rotation, where it is on; a key that is pending deletion has none. */
  readonly automatic?: { readonly RotationPeriodInDays: number; readonly NextRotationDate: number };
  readonly onDemandStartedAt?: number;
  readonly onDemandLeft: number;
  /** The newest first; the first material of all was not rotated to. */
  readonly materials: readonly { readonly KeyMaterialId: string; readonly RotationDate?: number; readonly RotationType?: RotationType }[];
}

/** `name`: by the first alias; keys without one are the last. */
export type KeyOrder = 'creation' | 'name' | 'KeyId';
/** What `AliasName` and `KeyId` begin with; a tag, with any value or with this one. */
export type KeyFilter =
  | { readonly AliasName: string }
  | { readonly KeyId: string }
  | { readonly TagKey: string; readonly TagValue?: string }
  | { readonly KeySpec: string }
  | { readonly MultiRegion: boolean };
/** Where a list goes on. */
export type KeyCursor = readonly (string | number)[];

export interface KeyListInput {
  /** Usually 50. */
  readonly limit?: number;
  /** Usually the order of creation, the newest first. */
  readonly order?: KeyOrder;
  readonly descending?: boolean;
  readonly filter?: KeyFilter | undefined;
  readonly after?: KeyCursor | undefined;
}
export interface KeyList {
  readonly keys: readonly KeyView[];
  /** How many there are in all; undefined where more than 200 fit the filter. These stand in the order of what is filtered by. */
  readonly total: number | undefined;
  /** Absent where there are no more. */
  readonly next?: KeyCursor;
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
  /** As in {@link KeyObjectView}. */
  readonly withoutMaterial?: true;
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
  /** What is in the HSMs of a cluster; undefined where there is none of this id. */
  clusterContents: { input: { readonly ClusterId: string }; output: ClusterContents | undefined };
  /** Backups of the account and Region, the newest first; `before` is the `number` to go on after. */
  backups: {
    input: { readonly ClusterId?: string; readonly limit?: number; readonly before?: number };
    output: readonly BackupView[];
  };
  /** One backup; undefined where there is none of this id, or no more. */
  backup: { input: { readonly BackupId: string }; output: BackupContents | undefined };
  /** The VPCs of the account and Region, the default one first. */
  network: { input: object; output: readonly VpcView[] };
  /** What stands between a key store and its cluster; undefined where there is no such store. */
  keyStoreDiagnosis: { input: { readonly CustomKeyStoreId: string }; output: KeyStoreDiagnosis | undefined };
  waits: { input: object; output: readonly Wait[] };
  /**
   * The newest key objects of a cluster first; `before` is the `key-reference` to go on after. With `search` those alone that
   * have this text in their label (the KMS key's ARN), or whose `id` or `key-reference` begins with it (`0x…`).
   */
  keyObjects: {
    input: { readonly ClusterId: string; readonly limit?: number; readonly before?: string; readonly search?: string };
    output: readonly KeyObjectView[];
  };
  map: { input: object; output: MapView };
  /** KMS keys of the account and Region, a page at a time. */
  keys: { input: KeyListInput; output: KeyList };
  /** One KMS key; undefined where there is none of this id. */
  key: { input: { readonly KeyId: string }; output: KeyDetails | undefined };
  keyObject: { input: KeyObjectName; output: KeyObjectView };
  /** What a PEM text says, whoever has it: a cluster's certificate, a trust anchor. Refused where it is no certificate. */
  certificate: { input: { readonly pem: string }; output: CertificateView };
  exportAttempt: { input: KeyObjectName; output: ExportAttempt };
}

export type LookQuestion = keyof LookQuestions;
