/** Measures one round in the page: the built library beside the bare browser. */
import { releaseProxy, wrap, type Remote } from 'comlink';
import type * as Library from '../../src/page/index.ts';
import type { Bare, Model } from './bare.ts';
import { spyChannel, type Transaction } from './spy.ts';

/** How many of each. */
export interface Sizes {
  readonly slices: number;
  readonly warmUp: number;
  readonly createSequential: number;
  readonly createInFlight: number;
  readonly encryptSequential: number;
  readonly encryptInFlight: number;
  /** Simulated days with a cluster: daily backups, their expiry, their end. */
  readonly days: number;
}
/** Operations (or operations' worth of rows) a second. */
export type Figures = Record<string, number>;

export const createWidth = 64;
export const encryptWidth = 16;
export const batchOf = 100;
const pause = 80;

const keyOptions = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' } as const;
const plaintext = crypto.getRandomValues(new Uint8Array(4096));
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Imported when it runs: the library is built, not bundled with this. */
const library = (): Promise<typeof Library> => {
  const url = new URL('./build/glass-hsm.js', import.meta.url).href;
  return import(url) as Promise<typeof Library>;
};

/** What a CreateKey does: its transaction, and what crosses the thread. */
interface Sample {
  readonly transaction: Model;
  readonly request: unknown;
  readonly response: unknown;
}

/** Makes keys with a worker that is watched. The first ones of a world are left out: some rows are not there yet. */
async function sample(): Promise<Sample> {
  const { connect } = await library();
  const database = `bench-${crypto.randomUUID()}`;
  const channel = new BroadcastChannel(spyChannel);
  const simulator = await connect({ database, workerUrl: new URL('./spy.js', import.meta.url) });
  let messages: Pick<Sample, 'request' | 'response'> | undefined;
  simulator.exchanges.addEventListener('exchange', ({ request, response }) => (messages = { request, response }));
  const seen: Transaction[] = [];
  channel.onmessage = ({ data }: MessageEvent<Transaction>) => {
    if (data.puts.some(({ store }) => store === 'material')) seen.push(data);
  };
  for (let i = 0; i < 3; i += 1) {
    await simulator.kms.createKey(keyOptions);
    await rest(pause);
  }
  channel.close();
  simulator.close();
  await remove(database);
  const [before, last] = seen.slice(-2);
  if (!messages || !before || last?.durability !== 'strict') throw new Error('CreateKey is not what the bench takes it for.');
  return { transaction: compare(before, last), ...messages };
}

/** Which rows of a transaction are the operation's own: their keys are others than those of the operation before. */
const compare = (before: Transaction, last: Transaction): Model => ({
  ...last,
  puts: last.puts.map((put, i) => {
    const other = before.puts[i];
    if (put.store !== other?.store) throw new Error('Two CreateKeys differ in what they write.');
    const changed = put.keyPath.filter((member) => put.row[member] !== other.row[member]);
    const step = (member: string): number => Number(put.row[member]) - Number(other.row[member]);
    return { ...put, steps: Object.fromEntries(changed.map((member) => [member, step(member)])) };
  }),
});
let sampled: Promise<Sample> | undefined;

function remove(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The database was not deleted.'));
    };
  });
}

/** @returns milliseconds for `count` calls, at most `width` of them under way */
async function inFlight(width: number, count: number, call: () => Promise<unknown>): Promise<number> {
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: width }, lane));
  return performance.now() - began;
}

/** One thing that is measured: `count` operations in all, and the milliseconds for some of them. */
interface Measure {
  readonly count: number;
  readonly run: (count: number) => Promise<number>;
}

/**
 * One round: a fresh world and a fresh bare database, measured by turns in slices.
 * @param turn who begins changes from round to round
 */
async function round(turn: number, sizes: Sizes): Promise<Figures> {
  const { transaction, request, response } = await (sampled ??= sample());
  const database = `bench-${crypto.randomUUID()}`;
  const { connect } = await library();
  const simulator = await connect({ database });
  const aging = await connect({ database: `${database}-aging` });
  const worker = new Worker('./bare.js', { type: 'module' });
  const bare: Remote<Bare> = wrap<Bare>(worker);
  await bare.open(`${database}-bare`, transaction, { value: response });

  const { KeyMetadata } = await simulator.kms.createKey(keyOptions);
  const createKey = (): Promise<unknown> => simulator.kms.createKey(keyOptions);
  const encrypt = (): Promise<unknown> => simulator.kms.encrypt({ KeyId: KeyMetadata?.KeyId, Plaintext: plaintext });
  const seal = (): Promise<unknown> => bare.seal(plaintext);
  const sealWire = async (): Promise<Uint8Array> => {
    const body = await bare.sealWire(JSON.stringify({ Plaintext: plaintext.toBase64() }));
    return Uint8Array.fromBase64((JSON.parse(body) as { CiphertextBlob: string }).CiphertextBlob);
  };
  const { createSequential, createInFlight, encryptSequential, encryptInFlight, days } = sizes;
  const measures: Record<string, Measure> = {
    createSequential: { count: createSequential, run: (n) => inFlight(1, n, createKey) },
    bareRoundTrip: { count: createSequential, run: (n) => inFlight(1, n, () => bare.ask(request)) },
    bareGenerate: { count: createSequential, run: (n) => bare.generate(n) },
    bareStrict: { count: createSequential, run: (n) => bare.commit(n, 1) },
    bareCreate: {
      count: createSequential,
      async run(n) {
        await bare.prepare(n);
        return inFlight(1, n, () => bare.create(request));
      },
    },
    createInFlight: { count: createInFlight, run: (n) => inFlight(createWidth, n, createKey) },
    bareBatch: { count: createInFlight, run: (n) => bare.commit(Math.round(n / batchOf), batchOf) },
    encryptSequential: { count: encryptSequential, run: (n) => inFlight(1, n, encrypt) },
    bareSealSequential: { count: encryptSequential, run: (n) => inFlight(1, n, seal) },
    bareWireSequential: { count: encryptSequential, run: (n) => inFlight(1, n, sealWire) },
    encryptInFlight: { count: encryptInFlight, run: (n) => inFlight(encryptWidth, n, encrypt) },
    bareSealInFlight: { count: encryptInFlight, run: (n) => inFlight(encryptWidth, n, seal) },
    advance: { count: days, run: (n) => inFlight(1, 1, () => aging.control.advance(n * 24 * 60 * 60 * 1000)) },
    bareWireInFlight: { count: encryptInFlight, run: (n) => inFlight(encryptWidth, n, sealWire) },
  };
  const names = Object.keys(measures);
  if (turn % 2 === 1) names.reverse();

  // A session has run for a while: the first calls of a worker only compile it.
  await inFlight(createWidth, sizes.warmUp, createKey);
  await inFlight(encryptWidth, sizes.warmUp * 2, encrypt);
  await inFlight(encryptWidth, sizes.warmUp * 2, seal);
  await bare.commit(Math.ceil(sizes.warmUp / batchOf), batchOf);
  await rest(pause);

  const spent: Record<string, number> = {};
  for (let slice = 0; slice < sizes.slices; slice += 1) {
    for (const name of names) {
      const { count, run } = measures[name] as Measure;
      spent[name] = (spent[name] ?? 0) + (await run(Math.round(count / sizes.slices)));
      // What is written behind an answer is not the next one's to bear.
      await rest(pause);
    }
  }

  simulator.close();
  aging.close();
  await bare.close();
  bare[releaseProxy]();
  worker.terminate();
  await remove(database);
  await remove(`${database}-bare`);
  await remove(`${database}-aging`);
  return Object.fromEntries(
    names.map((name) => [name, (Math.round((measures[name] as Measure).count / sizes.slices) * sizes.slices * 1000) / (spent[name] ?? 0)]),
  );
}

declare global {
  var bench: { round: typeof round; sample: () => Promise<Sample> };
}
globalThis.bench = { round, sample: () => (sampled ??= sample()) };
