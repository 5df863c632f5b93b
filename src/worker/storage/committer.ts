import type { Backend, Durability, Read, Row, Write } from './backend.ts';
import type { Key } from './keys.ts';
import { overlay, readId, type Rows } from './rows.ts';
import type { SequenceRow, StoreName, TrailEvent } from './schema.ts';

/** One operation's part of a transaction. */
export interface Plan<T> {
  /** Every row and range that `decide` may look at. */
  readonly reads: readonly Read[];
  /** From rows to writes and answer, or a throw that undoes them. Pure and synchronous; may run more than once. */
  readonly decide: (rows: Rows) => T;
  /** The CloudTrail event (or events) of the outcome; written with it, or instead of it where `decide` threw. */
  readonly event?: (outcome: Outcome<T>) => TrailEvent | readonly TrailEvent[] | undefined;
  readonly durability?: Durability;
  /** Goes before all that shares its transaction, so that its `decide` sees just what is stored. */
  readonly first?: true;
}
export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

export interface CommitNotice {
  readonly sequence: number;
  readonly changes: readonly { readonly store: StoreName; readonly key: Key }[];
}

export interface Committer {
  /** Resolves when the transaction is complete, with what `decide` returned; rejects with what it threw. */
  commit<T>(plan: Plan<T>): Promise<T>;
}

interface Waiting {
  readonly plan: Plan<unknown>;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

const sequenceRead: Read = { store: 'world', key: ['sequence'] };
/** Nobody keeps copies of these: the number is in the notice itself, material is written once. */
const unnoticed = ({ store, key }: Write): boolean => store === 'material' || (store === 'world' && key[0] === 'sequence');

/**
 * Group commit (DESIGN.md, section 3): what arrives while a transaction is in flight shares the next one, and each
 * operation in it succeeds or fails alone.
 * @param committed called when a transaction is complete, before its operations are answered
 */
export function createCommitter(
  backend: Backend,
  committed: (notice: CommitNotice, writes: readonly Write[]) => void,
): Committer {
  let queue: Waiting[] = [];
  let inFlight = false;

  async function run(): Promise<void> {
    inFlight = true;
    // The queue is only taken when the transaction before it is complete.
    while (queue.length > 0) {
      const batch = [...queue.filter(({ plan }) => plan.first), ...queue.filter(({ plan }) => !plan.first)];
      queue = [];
      await transact(batch);
    }
    inFlight = false;
  }

  async function transact(batch: readonly Waiting[]): Promise<void> {
    let outcomes: Outcome<unknown>[] = [];
    let sequence = 0;
    let writes: Write[] = [];
    try {
      const reads = new Map([sequenceRead, ...batch.flatMap(({ plan }) => plan.reads)].map((read) => [readId(read), read]));
      await backend.transact([...reads.values()], durabilityOf(batch), (results) => {
        const found = new Map([...reads.keys()].map((id, i) => [id, results[i] ?? []]));
        const layers = overlay(found);
        const events: TrailEvent[] = [];
        outcomes = batch.map(({ plan }) => decide(plan, layers.begin(), events));
        sequence = ((found.get(readId(sequenceRead))?.[0] as SequenceRow | undefined)?.value ?? 0) + 1;
        writes = finish(layers.writes, events, sequence);
        return writes;
      });
    } catch (error) {
      // Storage refused the whole: again one by one, so that only what it refuses is lost.
      if (batch.length > 1) for (const waiting of batch) await transact([waiting]);
      else batch[0]?.settle({ error });
      return;
    }
    if (writes.length > 0) {
      const changes = writes.filter((write) => !unnoticed(write)).map(({ store, key }) => ({ store, key }));
      try {
        committed({ sequence, changes }, writes);
      } catch (error) {
        // A bug, and loud; but what is stored is answered, and what waits goes on.
        console.error('GlassHSM:', error);
      }
    }
    batch.forEach(({ settle }, i) => {
      const outcome = outcomes[i];
      if (outcome) settle(outcome);
    });
  }

  return {
    commit: <T>(plan: Plan<T>) =>
      new Promise<T>((resolve, reject) => {
        queue.push({
          plan: plan as Plan<unknown>,
          settle: (outcome) => {
            if ('value' in outcome) resolve(outcome.value as T);
            else reject(outcome.error as Error);
          },
        });
        if (!inFlight) void run();
      }),
  };
}

const durabilityOf = (batch: readonly Waiting[]): Durability =>
  batch.every(({ plan }) => plan.durability === 'relaxed') ? 'relaxed' : 'strict';

/** Runs one operation; its writes are kept only if it did not throw, its event in both cases. */
function decide(plan: Plan<unknown>, rows: Rows & { keep(): void }, events: TrailEvent[]): Outcome<unknown> {
  let outcome: Outcome<unknown>;
  try {
    outcome = { value: plan.decide(rows) };
    rows.keep();
  } catch (error) {
    outcome = { error };
  }
  events.push(...[plan.event?.(outcome) ?? []].flat());
  return outcome;
}

/** The overlay's writes, the events of each account and Region as one row, and the new sequence number. */
function finish(writes: Iterable<Write>, events: readonly TrailEvent[], sequence: number): Write[] {
  const all = [...writes, ...eventWrites(events, sequence)];
  if (all.length > 0) all.push({ store: 'world', key: ['sequence'], row: { id: 'sequence', value: sequence } });
  return all;
}

function eventWrites(events: readonly TrailEvent[], sequence: number): Write[] {
  const places = Map.groupBy(events, ({ account, region }) => `${account} ${region}`);
  return [...places.values()].map((group) => {
    const { account, region } = group[0] as TrailEvent;
    const row: Row = { account, region, sequence, events: JSON.stringify(group) };
    return { store: 'events', key: [account, region, sequence], row };
  });
}
