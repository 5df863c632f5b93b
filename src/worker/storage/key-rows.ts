import type { GrantConstraints, GrantOperation, KeyLastUsageData, OriginType, RotationType, Tag } from '@aws-sdk/client-kms';
import type { Placed } from './cluster-rows.ts';

/** Rows of KMS keys and of what is theirs: materials, usage, grants, policies, aliases. Part of schema.ts. */

export interface KeyRow extends Placed {
  readonly KeyId: string;
  readonly CreationDate: number;
  readonly Description: string;
  readonly Origin: Extract<OriginType, 'AWS_KMS' | 'AWS_CLOUDHSM'>;
  readonly CustomKeyStoreId?: string;
  /** Enabled or Disabled; Unavailable is read off the key store, PendingDeletion off DeletionDate. */
  readonly enabled: boolean;
  readonly DeletionDate?: number;
  /** Automatic rotation, where it is on. */
  readonly rotation?: KeyRotation;
  /** How often the key was rotated on demand, and since when it is being so. */
  readonly onDemand?: { readonly rotations: number; readonly startedAt?: number };
  /** The key object that holds the current material: in the store's cluster, or in KMS's own fleet. */
  readonly handle: number;
  readonly backingKeyId: string;
  readonly tags: readonly Tag[];
  /** Its place in the order of creation, see {@link KeyOrderRow}. */
  readonly number: number;
}
export interface KeyRotation {
  readonly RotationPeriodInDays: number;
  /** In the past where it was missed, because the key was disabled or pending deletion: the key rotates when it no longer is. */
  readonly NextRotationDate: number;
}
/** The materials of a key that has been rotated, the first one too; `number` counts from 0. */
export interface KeyMaterialRow extends Placed {
  readonly KeyId: string;
  readonly number: number;
  readonly backingKeyId: string;
  readonly handle: number;
  /** When it became current; the first material was not rotated to. */
  readonly RotationDate?: number;
  readonly RotationType?: RotationType;
}
/** What a key was used for last. */
export interface KeyUsageRow extends Placed {
  readonly KeyId: string;
  readonly Operation: NonNullable<KeyLastUsageData['Operation']>;
  readonly Timestamp: number;
  readonly CloudTrailEventId: string;
  readonly KmsRequestId: string;
}
export interface GrantRow extends Placed {
  readonly KeyId: string;
  readonly GrantId: string;
  readonly Name?: string;
  readonly CreationDate: number;
  readonly GranteePrincipal?: string;
  readonly RetiringPrincipal?: string;
  readonly GranteeServicePrincipal?: string;
  readonly RetiringServicePrincipal?: string;
  readonly IssuingAccount: string;
  readonly Operations: readonly GrantOperation[];
  readonly Constraints?: Readonly<GrantConstraints>;
  /** The row of {@link GrantNameRow} that stands for a grant with a name. */
  readonly request?: string;
}
/** Requests for grants with a name: the same request again is the same grant. */
export interface GrantNameRow extends Placed {
  readonly KeyId: string;
  /** All parameters, as text. */
  readonly request: string;
  readonly GrantId: string;
}
/** Grants in the order of who may retire them. */
export interface RetirableGrantRow extends Placed {
  readonly RetiringPrincipal: string;
  readonly KeyId: string;
  readonly GrantId: string;
}
/**
 * Keys in the order of their creation, in two stores: those without an alias, and those with one. Whoever wants the newest
 * takes from both; the order by alias goes on with those that have none; and a new key, which has none, is one row.
 */
export interface KeyOrderRow extends Placed {
  readonly number: number;
  readonly KeyId: string;
}
/** Keys by their tags, in the order of creation. */
export interface KeyTagRow extends Placed {
  readonly TagKey: string;
  readonly TagValue: string;
  readonly number: number;
  readonly KeyId: string;
}
/** Only keys whose policy was given have one; the others have the default. */
export interface KeyPolicyRow extends Placed {
  readonly KeyId: string;
  readonly Policy: string;
}
export interface AliasRow extends Placed {
  readonly AliasName: string;
  readonly TargetKeyId: string;
  readonly CreationDate: number;
  readonly LastUpdatedDate: number;
}
/** Aliases in the order of their keys. */
export interface KeyAliasRow extends Placed {
  readonly KeyId: string;
  readonly AliasName: string;
}
