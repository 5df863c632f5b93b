/**
 * The built worker with IndexedDB watched: tells which rows a transaction of ours reads and puts, so that the bare
 * browser is measured with the same ones whatever becomes of the engine.
 */
export interface Transaction {
  readonly durability: string;
  readonly reads: { store: string; keyPath: string[]; key: IDBValidKey; row: Row | undefined }[];
  readonly puts: { store: string; keyPath: string[]; row: Row }[];
}
export type Row = Record<string, unknown>;
export const spyChannel = 'bench-spy';

const channel = new BroadcastChannel(spyChannel);
const watched = new WeakMap<IDBTransaction, Transaction>();

function of(transaction: IDBTransaction): Transaction {
  let seen = watched.get(transaction);
  if (!seen) {
    const made: Transaction = { durability: transaction.durability, reads: [], puts: [] };
    watched.set(transaction, (seen = made));
    transaction.addEventListener('complete', () => {
      channel.postMessage(made);
    });
  }
  return seen;
}

const { get, put } = IDBObjectStore.prototype;
IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey): IDBRequest {
  const request = get.call(this, key);
  request.addEventListener('success', () => {
    const row = request.result as Row | undefined;
    of(this.transaction).reads.push({ store: this.name, keyPath: this.keyPath as string[], key, row });
  });
  return request;
};
IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: Row): IDBRequest<IDBValidKey> {
  // The key itself stays where it is.
  const row = 'key' in value ? { ...value, key: undefined } : value;
  of(this.transaction).puts.push({ store: this.name, keyPath: this.keyPath as string[], row });
  return put.call(this, value);
};

// Not known when this is bundled: the worker is built beside it.
const worker = new URL('./build/worker.js', import.meta.url).href;
void import(worker);
