/** The database of a world as it lies on the disk: read through IndexedDB, past everything of the simulator's. */
export async function rawRows<Row>(database: string, store: string): Promise<Row[]> {
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
    return await new Promise<Row[]>((resolve, reject) => {
      const request = db.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => {
        resolve(request.result as Row[]);
      };
      request.onerror = () => {
        reject(request.error as Error);
      };
    });
  } finally {
    db.close();
  }
}
