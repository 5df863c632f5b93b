import type { Fit, KeyStoreDiagnosis } from '../model/key-store-look.ts';
import type { Place } from '../model/look.ts';
import { clusterKey, kmsUser } from './cloudhsm/for-kms.ts';
import { keyReference } from './hsm/attributes.ts';
import { keyObjectKey } from './hsm/objects.ts';
import { knownToPeople } from './hsm/password.ts';
import { lineageKey } from './hsm/versions.ts';
import { sameCertificate, sharesHistory } from './kms/certificates.ts';
import { keyStoreKey } from './kms/key-stores.ts';
import { keyKey } from './kms/keys.ts';
import type { BackupRow, KeyRow, KeyStoreRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';
import { keyBehind } from './views.ts';

/** Keys and key objects that are looked through, the newest. */
const mostKeys = 200;
/** Backups that are told of. */
const mostBackups = 20;
/** Clusters are few: quotas. */
const mostClusters = 1000;

/** Compares what AWS KMS has of a key store with what its cluster has, others that it may use, and their backups. */
export async function keyStoreDiagnosis(storage: Storage, place: Place, CustomKeyStoreId: string): Promise<KeyStoreDiagnosis | undefined> {
  const store = await storage.get('keyStores', keyStoreKey(place, CustomKeyStoreId));
  if (!store) return undefined;
  const keys = await keysOf(storage, store);
  const rows = await storage.page({ store: 'clusters', prefix: [place.account, place.region], limit: mostClusters });
  const others = rows.filter((row) => row.ClusterId !== store.CloudHsmClusterId && sharesHistory(store, row));
  // Rows of a cluster that was deleted are cleared away by and by: nothing in it counts any more.
  const stands = rows.some(({ ClusterId }) => ClusterId === store.CloudHsmClusterId);
  const own = stands ? await clusterFit(storage, store, keys, store.CloudHsmClusterId) : { missingKeys: keys.map(({ KeyId }) => KeyId) };
  return {
    ...own,
    orphans: stands ? await orphansIn(storage, store) : [],
    others: await Promise.all(others.map(async ({ ClusterId }) => ({ ClusterId, ...(await clusterFit(storage, store, keys, ClusterId)) }))),
    backups: await backupsFor(storage, store, keys),
  };
}

async function keysOf(storage: Storage, { CustomKeyStoreId, account, region }: KeyStoreRow): Promise<KeyRow[]> {
  const newest = { prefix: [account, region], limit: mostKeys, reverse: true };
  const orders = await Promise.all([storage.page({ store: 'keyOrder', ...newest }), storage.page({ store: 'aliasedKeyOrder', ...newest })]);
  const order = orders.flat().sort((a, b) => b.number - a.number);
  const rows = await Promise.all(order.slice(0, mostKeys).map(({ KeyId }) => storage.get('keys', keyKey({ account, region }, KeyId))));
  return rows.filter((row) => row !== undefined).filter((row) => row.CustomKeyStoreId === CustomKeyStoreId);
}

async function clusterFit(storage: Storage, store: KeyStoreRow, keys: readonly KeyRow[], ClusterId: string): Promise<Fit> {
  const user = await storage.get('clusterUsers', [...clusterKey(store, ClusterId), kmsUser]);
  const objects = await Promise.all(keys.map(({ handle }) => storage.get('keyObjects', keyObjectKey(store, ClusterId, handle))));
  return {
    ...(user?.role === 'crypto-user' && passwordFit(store, user.passwordDigest)),
    missingKeys: keys.filter(({ backingKeyId }, i) => objects[i]?.backingKeyId !== backingKeyId).map(({ KeyId }) => KeyId),
  };
}

const passwordFit = ({ passwordDigest }: KeyStoreRow, digest: string): Pick<Fit, 'passwordMatches' | 'passwordKnown'> => ({
  passwordMatches: digest === passwordDigest,
  passwordKnown: knownToPeople(digest),
});

async function orphansIn(storage: Storage, store: KeyStoreRow): Promise<KeyStoreDiagnosis['orphans']> {
  const objects = await storage.page({ store: 'keyObjects', prefix: clusterKey(store, store.CloudHsmClusterId), limit: mostKeys, reverse: true });
  const used = await Promise.all(objects.map((object) => keyBehind(storage, object)));
  return objects.filter((_, i) => !used[i]).map((object) => ({ 'key-reference': keyReference(object), label: object.label }));
}

async function backupsFor(storage: Storage, store: KeyStoreRow, keys: readonly KeyRow[]): Promise<KeyStoreDiagnosis['backups']> {
  const { account, region } = store;
  const order = await storage.page({ store: 'backupOrder', prefix: [account, region], limit: mostKeys, reverse: true });
  const rows = await Promise.all(order.map(({ BackupId }) => storage.get('backups', [account, region, BackupId])));
  const related = rows.filter((row) => row !== undefined).filter((row) => row.BackupState === 'READY' && comesFrom(row, store)).slice(0, mostBackups);
  return Promise.all(
    related.map(async (backup) => {
      const { BackupId, CreateTimestamp } = backup;
      const user = backup.users.find(({ username, role }) => username === kmsUser && role === 'crypto-user');
      const held = await Promise.all(keys.map((key) => holds(storage, backup, key)));
      return {
        BackupId,
        CreateTimestamp,
        ...(user && passwordFit(store, user.passwordDigest)),
        missingKeys: keys.filter((_, i) => !held[i]).map(({ KeyId }) => KeyId),
      };
    }),
  );
}

/** Clusters share a backup history if they have the same cluster certificate (facts 1.3), and a backup has its cluster's. */
const comesFrom = ({ Certificates: { ClusterCertificate } }: BackupRow, { clusterCertificate }: KeyStoreRow): boolean =>
  ClusterCertificate !== undefined && sameCertificate(ClusterCertificate, clusterCertificate);

/**
 * Whether the backup sees the key's object: it came with the backup's version or before, and is there or went later. No handle is
 * given twice, so one that is there never went. Rows are remembered, as many backups have the same owner.
 */
async function holds(storage: Storage, { account, region, owner, version }: BackupRow, key: KeyRow): Promise<boolean> {
  const lineage = await storage.get('lineages', lineageKey({ account, region }, owner));
  let object = await storage.get('keyObjects', [account, region, owner, key.handle]);
  for (let removed = version + 1; object?.backingKeyId !== key.backingKeyId && removed <= (lineage?.next ?? 0); removed += 1)
    object = await storage.get('removedKeyObjects', [account, region, owner, removed, key.handle]);
  return object?.backingKeyId === key.backingKeyId && (object.added ?? 0) <= version;
}
