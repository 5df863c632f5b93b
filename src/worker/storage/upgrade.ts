import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { keyOf } from './keys.ts';
import { keyPaths, storeNames, type ClusterSessionRow, type KeyAliasRow, type KeyOrderRow, type KeyRow, type KeyStoreRow, type KeyTagRow } from './schema.ts';

type Upgrading = IDBPTransaction<unknown, string[], 'versionchange'>;

/** The schema's version. IndexedDB cannot roll back: each step of {@link upgrade} is kept for ever. */
export const version = 4;

/**
 * Brings a database of an older version up to date. Rows are only ever widened by members that may be absent; what a new
 * version has more are stores.
 * @param from the version that it has; 0 for a new one
 */
export async function upgrade(database: IDBPDatabase, from: number, transaction: Upgrading): Promise<void> {
  for (const store of storeNames)
    if (!database.objectStoreNames.contains(store)) database.createObjectStore(store, { keyPath: [...keyPaths[store]] });
  if (from > 0 && from < 3) await signIn(transaction);
  if (from > 0 && from < 4) await fillKeyLists(transaction);
}

/** Version 3 knows sessions: AWS KMS is signed in for the key stores that were connected before. */
async function signIn(transaction: Upgrading): Promise<void> {
  for (const store of (await transaction.objectStore('keyStores').getAll()) as KeyStoreRow[]) {
    const { account, region, CustomKeyStoreId, CloudHsmClusterId: ClusterId, ConnectionState, CreationDate: startedAt } = store;
    if (ConnectionState !== 'CONNECTED' && ConnectionState !== 'DISCONNECTING') continue;
    await transaction.objectStore('clusterSessions').put({
      account,
      region,
      ClusterId,
      SessionId: CustomKeyStoreId,
      username: 'kmsuser',
      role: 'crypto-user',
      startedAt,
      client: 'AWS KMS',
      CustomKeyStoreId,
    } satisfies ClusterSessionRow);
  }
}

/** Version 4: keys are found by their tags, and those with an alias are in an order of their own. */
async function fillKeyLists(transaction: Upgrading): Promise<void> {
  const keys = transaction.objectStore('keys');
  for (let at = await keys.openCursor(); at; at = await at.continue()) {
    const { account, region, KeyId, number, tags } = at.value as KeyRow;
    for (const { TagKey = '', TagValue = '' } of tags)
      await transaction.objectStore('keyTags').put({ account, region, TagKey, TagValue, number, KeyId } satisfies KeyTagRow);
  }
  const aliases = transaction.objectStore('keyAliases');
  for (let at = await aliases.openCursor(); at; at = await at.continue()) {
    const { account, region, KeyId } = at.value as KeyAliasRow;
    const key = (await keys.get([account, region, KeyId])) as KeyRow | undefined;
    if (!key) continue;
    const place: KeyOrderRow = { account, region, number: key.number, KeyId };
    await transaction.objectStore('keyOrder').delete([...keyOf('keyOrder', place)]);
    await transaction.objectStore('aliasedKeyOrder').put(place);
  }
}
