import type { ConnectionErrorCodeType, ConnectionStateType } from '@aws-sdk/client-kms';
import type { InjectedFault, Notes, ScenarioName } from '../../model/control.ts';
import type { PeriodKind, WaitKind } from '../../model/durations.ts';
import type * as cluster from './cluster-rows.ts';
import type { Placed } from './cluster-rows.ts';
import type * as keys from './key-rows.ts';

export type * from './cluster-rows.ts';
export type * from './key-rows.ts';

/**
 * The rows that IndexedDB holds. Members in PascalCase are AWS's; times are simulated milliseconds since the epoch.
 * Every key begins with account and Region, but for `world` and `due`: there is one clock for all of them.
 * A row is never changed in place: the memory copies and the overlay share it.
 */

/** Identifies the world: calls under way when it is replaced end in a fault, not in the next world. */
export interface WorldRow {
  readonly id: 'world';
  readonly generation: string;
  readonly scenario: ScenarioName;
  /** What `reset` goes back to. */
  readonly firstScenario: ScenarioName;
  /** What a person needs to know of it; absent in worlds of before, which are as their scenario's name says. */
  readonly notes?: Notes;
}
export interface ClockRow {
  readonly id: 'clock';
  readonly offset: number;
  readonly speed: number;
}
/** The faults that are injected now; absent until there was one. */
export interface FaultsRow {
  readonly id: 'faults';
  readonly active: readonly InjectedFault[];
}
export const isActive = ({ until = Infinity }: InjectedFault, now: number): boolean => now < until;

/** Raised by every commit; a gap in the notices tells a tab that it missed one. */
export interface SequenceRow {
  readonly id: 'sequence';
  readonly value: number;
}

/** Something that happens at its time: the end of a wait, or of a period of days. */
export type DueRow = WaitRow | PeriodRow;
/** Waits are shortened by the clock's speed, periods never. */
export interface WaitRow extends Coming {
  readonly pace: 'wait';
  readonly kind: WaitKind;
}
export interface PeriodRow extends Coming {
  readonly pace: 'period';
  readonly kind: PeriodKind;
}
interface Coming extends Placed {
  readonly dueAt: number;
  readonly id: string;
  /** The key store, HSM, cluster, backup or KMS key. */
  readonly target: string;
  readonly ClusterId?: string;
  readonly startedAt: number;
  readonly awsDuration: number;
}

export interface KeyStoreRow extends Placed {
  readonly CustomKeyStoreId: string;
  readonly CustomKeyStoreName: string;
  readonly CloudHsmClusterId: string;
  readonly TrustAnchorCertificate: string;
  /** The cluster's own certificate: clusters that share a backup history have the same. */
  readonly clusterCertificate: string;
  readonly ConnectionState: ConnectionStateType;
  readonly ConnectionErrorCode?: ConnectionErrorCodeType;
  readonly CreationDate: number;
  /** What KMS believes kmsuser's password to be; a digest, as passwords are kept nowhere. */
  readonly passwordDigest: string;
  /** The `due` row that ends CONNECTING or DISCONNECTING; an older one finds another id here and does nothing. */
  readonly transition?: string;
}
/** A name that is taken: uniqueness is a row under the natural key. */
export interface KeyStoreNameRow extends Placed {
  readonly CustomKeyStoreName: string;
  readonly CustomKeyStoreId: string;
}

/** How many there are of something, so that nothing counts rows; `next` numbers them. */
export interface CounterRow extends Placed {
  readonly name: string;
  readonly count: number;
  readonly next: number;
}

/**
 * CloudTrail events of one commit, or of one flush; oldest first. As JSON text, see {@link eventsOf}: to make and put
 * the text takes about 0.6 of the time of putting the members of an event in Chromium (some 3 microseconds an event
 * less), 0.4 in Firefox.
 */
export interface EventsRow extends Placed {
  readonly sequence: number;
  readonly events: string;
}
/** One event: the record itself, and what LookupEvents answers beside it. */
export interface TrailEvent extends Placed {
  readonly eventTime: number;
  readonly record: Readonly<Record<string, unknown>>;
}

export const eventsOf = ({ events }: EventsRow): readonly TrailEvent[] => JSON.parse(events) as readonly TrailEvent[];

export interface Schema {
  world: WorldRow | ClockRow | SequenceRow | FaultsRow;
  due: DueRow;
  keyStores: KeyStoreRow;
  keyStoreNames: KeyStoreNameRow;
  keys: keys.KeyRow;
  keyOrder: keys.KeyOrderRow;
  aliasedKeyOrder: keys.KeyOrderRow;
  keyTags: keys.KeyTagRow;
  keyPolicies: keys.KeyPolicyRow;
  keyMaterials: keys.KeyMaterialRow;
  keyUsage: keys.KeyUsageRow;
  grants: keys.GrantRow;
  grantNames: keys.GrantNameRow;
  retirableGrants: keys.RetirableGrantRow;
  aliases: keys.AliasRow;
  keyAliases: keys.KeyAliasRow;
  counters: CounterRow;
  clusters: cluster.ClusterRow;
  clusterUsers: cluster.ClusterUserRow;
  clusterSessions: cluster.ClusterSessionRow;
  backups: cluster.BackupRow;
  backupOrder: cluster.BackupOrderRow;
  lineages: cluster.LineageRow;
  vpcs: cluster.VpcRow;
  keyStoreNetworks: cluster.KeyStoreNetworkRow;
  keyObjects: cluster.KeyObjectRow;
  removedKeyObjects: cluster.RemovedKeyObjectRow;
  material: cluster.MaterialRow;
  materialReferences: cluster.MaterialReferencesRow;
  events: EventsRow;
}
export type StoreName = keyof Schema;

/** The members of a row that make its key, in order. */
export const keyPaths = {
  world: ['id'],
  due: ['pace', 'dueAt', 'id'],
  keyStores: ['account', 'region', 'CustomKeyStoreId'],
  keyStoreNames: ['account', 'region', 'CustomKeyStoreName'],
  keys: ['account', 'region', 'KeyId'],
  keyOrder: ['account', 'region', 'number'],
  aliasedKeyOrder: ['account', 'region', 'number'],
  keyTags: ['account', 'region', 'TagKey', 'TagValue', 'number'],
  keyPolicies: ['account', 'region', 'KeyId'],
  keyMaterials: ['account', 'region', 'KeyId', 'number'],
  keyUsage: ['account', 'region', 'KeyId'],
  grants: ['account', 'region', 'KeyId', 'GrantId'],
  grantNames: ['account', 'region', 'KeyId', 'request'],
  retirableGrants: ['account', 'region', 'RetiringPrincipal', 'GrantId'],
  aliases: ['account', 'region', 'AliasName'],
  keyAliases: ['account', 'region', 'KeyId', 'AliasName'],
  counters: ['account', 'region', 'name'],
  clusters: ['account', 'region', 'ClusterId'],
  clusterUsers: ['account', 'region', 'ClusterId', 'username'],
  clusterSessions: ['account', 'region', 'ClusterId', 'SessionId'],
  backups: ['account', 'region', 'BackupId'],
  backupOrder: ['account', 'region', 'number'],
  lineages: ['account', 'region', 'owner'],
  vpcs: ['account', 'region', 'VpcId'],
  keyStoreNetworks: ['account', 'region', 'CustomKeyStoreId'],
  keyObjects: ['account', 'region', 'owner', 'handle'],
  removedKeyObjects: ['account', 'region', 'owner', 'removed', 'handle'],
  material: ['account', 'region', 'materialId'],
  materialReferences: ['account', 'region', 'materialId'],
  events: ['account', 'region', 'sequence'],
} as const satisfies { readonly [S in StoreName]: readonly (keyof Schema[S] & string)[] };

export const storeNames = Object.keys(keyPaths) as readonly StoreName[];
