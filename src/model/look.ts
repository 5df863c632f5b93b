import type { ConnectionStateType, ConnectionErrorCodeType } from '@aws-sdk/client-kms';
import type { ClusterState, HsmState } from './cloudhsmv2/types.ts';
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
  /** The key store or HSM that it is about. */
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
  readonly EniIp: string;
  readonly State: HsmState;
  readonly wait?: Wait;
}

export interface ClusterView {
  readonly ClusterId: string;
  readonly HsmType: string;
  readonly State: ClusterState;
  readonly SubnetMapping: Readonly<Record<string, string>>;
  readonly hsms: readonly HsmView[];
  /** Key objects in the cluster; every ACTIVE HSM holds all of them. */
  readonly keyCount: number;
  readonly keyCapacity: number;
}

/** A key as the cluster lists it: the attributes of `key list --verbose` (facts 2.4), with the true check value. */
export interface KeyObjectView {
  readonly 'key-reference': string;
  readonly owner: string;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

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
  readonly 'key-reference': string;
  readonly KeyId: string;
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

export interface LookQuestions {
  keyStores: { input: object; output: readonly KeyStoreView[] };
  clusters: { input: object; output: readonly ClusterView[] };
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
  /** One key object, by the KMS key that it belongs to. */
  keyObject: { input: { readonly KeyId: string }; output: KeyObjectView };
  exportAttempt: { input: { readonly KeyId: string }; output: ExportAttempt };
}

export type LookQuestion = keyof LookQuestions;
