import type { Identity } from '../model/identities.ts';
import type { Place } from '../model/look.ts';
import type { Vault } from './hsm/vault.ts';
import type { Read } from './storage/backend.ts';
import type { Rows } from './storage/rows.ts';
import type { ClockRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';

/** Who calls. */
export interface Principal {
  readonly identity: Identity;
  readonly account: string;
  readonly arn: string;
  readonly accessKeyId: string;
}

/**
 * What an operation adds to its CloudTrail event beyond what the model tells (facts 7). Members by AWS's names; the trail
 * writes names and dates in its own way.
 */
export interface TrailNote {
  /** Replaces what the model makes of the request. */
  readonly requestParameters?: Readonly<Record<string, unknown>>;
  readonly responseElements?: Readonly<Record<string, unknown>>;
  readonly additionalEventData?: Readonly<Record<string, unknown>>;
  /** ARNs of the KMS keys that the call was about; they follow from the subjects where the call has any. */
  readonly keys?: readonly string[];
}

/** What happens at one moment in one account and Region: a call, or the end of a wait. */
export interface Moment extends Place {
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
  readonly clock: ClockRow;
  readonly storage: Storage;
  readonly hsm: Vault;
  /**
   * Step three of read – compute – commit. `decide` sees what is true now, whatever was read before, and must check it
   * again. At most once a call: the call's CloudTrail event is in the same transaction.
   */
  commit<T>(reads: readonly Read[], decide: (rows: Rows) => T): Promise<T>;
}

/** What every operation is handed. */
export interface Call extends Moment {
  readonly principal: Principal;
  readonly requestId: string;
  /** May be said again, as `decide` may run again: the last word counts. */
  note(note: TrailNote): void;
}

export const placeOf = ({ account, region }: Place): Place => ({ account, region });
