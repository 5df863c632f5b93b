/** The bare browser in a worker of its own: IndexedDB, WebCrypto and Comlink, with nothing of ours between. */
import { expose } from 'comlink';
import type { Row, Transaction } from './spy.ts';

/** A transaction of one operation, and by how much it differs from the one before. */
export interface Model extends Transaction {
  readonly puts: (Transaction['puts'][number] & {
    /** The members of its key that are other ones for each operation, and by how much numbers grow; none: one row for all. */
    readonly steps: Readonly<Record<string, number>>;
  })[];
}

/** What is written together: rows by store. */
type Puts = { readonly store: string; readonly row: Row }[];

const algorithm = { name: 'AES-GCM', length: 256 } as const;
const makeKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt']);
let database: IDBDatabase;
let like: Model;
let stores: string[];
let answer: unknown;
let sealingKey: CryptoKey;
let number = 0;
const ready: Puts[] = [];

async function open(name: string, transaction: Model, answers: unknown): Promise<void> {
  like = transaction;
  answer = answers;
  const keyPaths = new Map([...like.reads, ...like.puts].map(({ store, keyPath }) => [store, keyPath]));
  stores = [...keyPaths.keys()];
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const [store, keyPath] of keyPaths) request.result.createObjectStore(store, { keyPath });
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = () => {
      reject(request.error ?? new Error('The bare database did not open.'));
    };
  });
  database = request.result;
  await write(like.reads.flatMap(({ store, row }) => (row ? [{ store, row }] : [])));
  sealingKey = await makeKey();
}

/** The rows of some operations that share a transaction: those of their own, those they share, and their events in one row. */
async function rowsOf(operations: number): Promise<Puts> {
  const puts: Puts = [];
  const events: unknown[] = [];
  for (let i = 0; i < operations; i += 1) {
    number += 1;
    const last = i === operations - 1;
    for (const { store, row, steps } of like.puts) {
      if (store === 'events') events.push(...(JSON.parse(row['events'] as string) as unknown[]));
      if (Object.keys(steps).length === 0 || store === 'events') {
        if (!last) continue;
      }
      const own = Object.fromEntries(Object.entries(steps).map(([member, step]) => [member, next(row[member], step)]));
      puts.push({
        store,
        row: { ...row, ...own, ...(store === 'events' && { events: JSON.stringify(events) }), ...(store === 'material' && { key: await makeKey() }) },
      });
    }
  }
  return puts;
}

const next = (value: unknown, step: number): unknown =>
  typeof value === 'number' ? value + number * step : crypto.randomUUID();

/** One strict transaction: first all reads, then all puts. */
function write(puts: Puts, reads: Transaction['reads'] = []): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('The bare transaction was aborted.'));
    };
    const put = (): void => {
      for (const { store, row } of puts) transaction.objectStore(store).put(row);
      transaction.commit();
    };
    let outstanding = reads.length;
    if (outstanding === 0) put();
    for (const { store, key } of reads) {
      transaction.objectStore(store).get(key).onsuccess = () => {
        outstanding -= 1;
        if (outstanding === 0) put();
      };
    }
  });
}

async function seal(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, sealingKey, bytes));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const api = {
  open,
  /** The round trip of a request and its answer, as large as ours. */
  ask: (_request: unknown): unknown => answer,
  seal,
  /** The same with bodies of AWS's JSON 1.1, where bytes are base64. */
  async sealWire(body: string): Promise<string> {
    const { Plaintext } = JSON.parse(body) as { Plaintext: string };
    return JSON.stringify({ CiphertextBlob: (await seal(Uint8Array.fromBase64(Plaintext))).toBase64() });
  },
  /** @returns milliseconds for `count` keys, one after the other */
  generate: (count: number) =>
    timed(async () => {
      for (let i = 0; i < count; i += 1) await makeKey();
    }),
  /** @returns milliseconds for `count` strict transactions of so many operations each, one after the other */
  async commit(count: number, operations: number): Promise<number> {
    const prepared: Puts[] = [];
    for (let i = 0; i < count; i += 1) prepared.push(await rowsOf(operations));
    return timed(async () => {
      for (const puts of prepared) await write(puts, like.reads);
    });
  },
  async prepare(count: number): Promise<void> {
    for (let i = 0; i < count; i += 1) ready.push(await rowsOf(1));
  },
  /** All three at once: a message, a key and a strict transaction (of rows prepared before), an answer. */
  async create(_request: unknown): Promise<unknown> {
    await makeKey();
    await write(ready.pop() ?? [], like.reads);
    return answer;
  },
  close(): void {
    database.close();
  },
};
export type Bare = typeof api;

expose(api);
