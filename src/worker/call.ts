import type { Identity } from '../model/identities.ts';
import type { Place } from '../model/look.ts';
import type { Vault } from './hsm/vault.ts';
import type { Read } from './storage/backend.ts';
import type { Rows } from './storage/rows.ts';
import type { KeyStoreRow } from './storage/schema.ts';
import type { RowAccess } from './storage/storage.ts';

/** Who calls. */
export interface Principal {
  readonly identity: Identity;
  readonly account: string;
  /** As events and refusals name the caller. */
  readonly arn: string;
  /** As policies may name it: the caller's ARN, and that of the user or role. */
  readonly names: readonly string[];
  readonly accessKeyId: string;
}

/** What an operation adds to its CloudTrail event beyond what the model tells (facts 7), as CloudTrail prints it. */
export interface TrailNote {
  /** Where the event shows an answer that the operation does not have. */
  readonly responseElements?: Readonly<Record<string, unknown>>;
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
  /**
   * ARNs of the KMS keys (and aliases) that the call was about; those that its members name are noted when found. Without a
   * word the event has no `resources`, with an empty list an empty one.
   */
  readonly keys?: readonly string[];
  /** Ids of the KMS keys whose material the call used, for GetKeyLastUsage; not in the event. */
  readonly used?: readonly string[];
}

/** What happens at one moment in one account and Region: a call, or the end of a wait. */
export interface Moment extends Place {
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
  readonly storage: RowAccess;
  readonly hsm: Vault;
  /**
   * Step three of read – compute – commit. `decide` sees what is true now, whatever was read before, and must check it
   * again. At most once a call: the call's CloudTrail event is in the same transaction, and shows what `decide` returns as
   * the answer.
   */
  commit<T>(reads: readonly Read[], decide: (rows: Rows) => T): Promise<T>;
}

/** What AWS itself does, not on a call: CloudTrail calls it a service event (facts 7). */
export interface ServiceEvent {
  readonly eventName: 'DeleteKey' | 'RotateKey';
  /** The KMS key's ARN. */
  readonly key: string;
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
  readonly serviceEventDetails?: Readonly<Record<string, unknown>>;
}

/** What happens by itself when its time has come. */
export interface Happening extends Moment {
  /** @param event of what `decide` did; in the same transaction */
  commit<T>(reads: readonly Read[], decide: (rows: Rows) => T, event?: (done: T) => ServiceEvent | undefined): Promise<T>;
}

/** What every operation is handed. */
export interface Call extends Moment {
  readonly principal: Principal;
  readonly requestId: string;
  /** May be said again, as `decide` may run again: the last word counts. */
  note(note: TrailNote): void;
  /** Where AWS's request rates are simulated. @see throttling.ts */
  readonly throttle?: { keyStore(store: Pick<KeyStoreRow, 'CustomKeyStoreId' | 'CloudHsmClusterId'>): void } | undefined;
  /** Resolves when what the calls before this one leave behind them (events, last usage) is stored. */
  settled(): Promise<void>;
}
