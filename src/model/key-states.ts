/**
 * The key state table of the Developer Guide ("Key states of AWS KMS keys", facts 3.1) for the states that a simulated
 * key can have, as data. A row is a set of operations that behave alike; a cell is the error, or absent where it works.
 * States that no simulated key can have (PendingImport, PendingReplicaDeletion, Creating, Updating) have no column.
 */
export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable';

/** The error of a cell; the message is the key's ARN and then `is`. */
export interface StateError {
  readonly error: 'DisabledException' | 'KMSInvalidStateException';
  readonly is: string;
}

interface Row extends Partial<Readonly<Record<KeyState, StateError>>> {
  /** Footnotes 7 and 9: keys of another origin are refused with UnsupportedOperationException, whatever their state. */
  readonly origin?: 'AWS_KMS' | 'EXTERNAL';
}

const disabled: StateError = { error: 'DisabledException', is: 'is disabled.' }; // footnote 1
const pendingDeletion: StateError = { error: 'KMSInvalidStateException', is: 'is pending deletion.' }; // footnote 3
const notPendingDeletion: StateError = { error: 'KMSInvalidStateException', is: 'is not pending deletion.' }; // footnote 4
const unavailable: StateError = { error: 'KMSInvalidStateException', is: 'is unavailable.' }; // footnote 11

/** Footnote "2 or 3" is taken as 3, as current AWS answers. */
export const keyStateTable = {
  /** DescribeKey, GetKeyPolicy, PutKeyPolicy, ListAliases, DeleteAlias, RetireGrant, RevokeGrant, …: every state. */
  always: {},
  /** Encrypt, Decrypt, ReEncrypt, GenerateDataKey, GenerateDataKeyPair and the like. */
  use: { Disabled: disabled, PendingDeletion: pendingDeletion, Unavailable: unavailable },
  /** CreateAlias, EnableKey, DisableKey, ScheduleKeyDeletion, TagResource, UpdateKeyDescription: also while Unavailable. */
  manage: { PendingDeletion: pendingDeletion },
  /** CreateGrant; and Sign, GenerateMac, ReplicateKey and the like, whose Unavailable is "N/A". */
  active: { Disabled: disabled, PendingDeletion: pendingDeletion },
  /** CancelKeyDeletion. */
  cancel: { Enabled: notPendingDeletion, Disabled: notPendingDeletion, Unavailable: notPendingDeletion },
  /** EnableKeyRotation, DisableKeyRotation, RotateKeyOnDemand. */
  rotation: { origin: 'AWS_KMS', Disabled: disabled, PendingDeletion: pendingDeletion },
  /** GetKeyRotationStatus, ListKeyRotations. */
  rotationStatus: { origin: 'AWS_KMS' },
  /** GetParametersForImport, ImportKeyMaterial, DeleteImportedKeyMaterial. */
  import: { origin: 'EXTERNAL' },
} as const satisfies Record<string, Row>;

export type KeyStateRow = keyof typeof keyStateTable;
