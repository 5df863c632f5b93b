/**
 * The key state table of the Developer Guide ("Key states of AWS KMS keys", facts 3.1) for the states that a simulated
 * key can have, as data. A row is a set of operations that behave alike; a cell is the error, or absent where it works.
 */
export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable';

/** The error of a cell; the message is the key's ARN and then `is`. */
export interface StateError {
  readonly error: 'DisabledException' | 'KMSInvalidStateException';
  readonly is: string;
}

const disabled: StateError = { error: 'DisabledException', is: 'is disabled.' }; // footnote 1
const pendingDeletion: StateError = { error: 'KMSInvalidStateException', is: 'is pending deletion.' }; // footnote 3
const unavailable: StateError = { error: 'KMSInvalidStateException', is: 'is unavailable.' }; // footnote 11

export const keyStateTable = {
  /** DescribeKey, GetKeyPolicy, PutKeyPolicy, ListAliases, ListResourceTags, …: every state. */
  always: {},
  /** Encrypt, Decrypt, GenerateDataKeyPair, …: footnote "2 or 3" taken as 3, as current AWS answers. */
  use: { Disabled: disabled, PendingDeletion: pendingDeletion, Unavailable: unavailable },
  /** CreateAlias, TagResource, UpdateKeyDescription: also while Unavailable. */
  manage: { PendingDeletion: pendingDeletion },
} as const satisfies Record<string, Partial<Record<KeyState, StateError>>>;

export type KeyStateRow = keyof typeof keyStateTable;
