/**
 * The database of a world as it lies on the disk: read through IndexedDB, past everything of the simulator's, all in one
 * transaction, so that no commit falls between two reads.
 */
export async function rawDatabase(database: string, stores: readonly string[]): Promise<Record<string, unknown[]>> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error as Error);
    };
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction([...stores]);
      const rows: Record<string, unknown[]> = {};
      for (const store of stores) {
        const request = transaction.objectStore(store).getAll();
        request.onsuccess = () => {
          rows[store] = request.result as unknown[];
        };
      }
      transaction.oncomplete = () => {
        resolve(rows);
      };
      transaction.onabort = () => {
        reject(transaction.error as Error);
      };
    });
  } finally {
    db.close();
  }
}

export const rawRows = async <Row>(database: string, store: string): Promise<Row[]> =>
  (await rawDatabase(database, [store]))[store] as Row[];
