import { activeHsms, clusterReads, findCluster, isWritable } from '../cloudhsm/for-kms.ts';
import type { Happening, ServiceEvent } from '../call.ts';
import { keyObjectKey, kmsFleet, removeKeyObject, removeKeyObjectReads } from '../hsm/objects.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { DueRow, KeyRow, KeyStoreRow } from '../storage/schema.ts';
import { backingKeys, deletionData } from './deletion-trail.ts';
import { keyStoreKey, keyStoreRead } from './key-stores.ts';
import { keyMetadataReads, removeKeyMetadata } from './key-removal.ts';
import { keyArn, keyKey } from './keys.ts';
import { cannotReach, faultsIn, faultsRead } from './reach.ts';
import { materialReads, materialsIn, materialsOf, type MaterialName } from './material.ts';

/**
 * A key's waiting period ends: metadata, aliases and grants go, and its material as far as it can be reached ("best
 * effort"; facts 3.4). What cannot be reached stays in the HSM, orphaned, and the event says so.
 */
export async function deleteKey(happening: Happening, due: DueRow): Promise<void> {
  const KeyId = due.target;
  await happening.commit(
    await readsOf(happening, due),
    (rows): ServiceEvent | undefined => {
      if (!rows.get('due', keyOf('due', due))) return undefined;
      rows.delete('due', keyOf('due', due));
      const key = rows.get('keys', keyKey(happening, KeyId));
      // Another period, or none: the deletion was cancelled.
      if (key?.DeletionDate !== due.dueAt) return undefined;
      const store = storeOf(key, happening, (storeKey) => rows.get('keyStores', storeKey));
      const materials = materialsIn(rows, happening, key);
      const statuses = materials.map((material) => ({
        ...backingKeys([material])[0],
        deletionStatus: removeMaterial(rows, happening, store, material) ? 'SUCCESS' : 'FAILURE',
      }));
      removeKeyMetadata(rows, happening, key);
      return {
        eventName: 'DeleteKey',
        key: keyArn(happening, KeyId),
        ...(store && {
          additionalEventData: { ...deletionData(store, materials), backingKeysDeletionStatus: JSON.stringify(statuses) },
        }),
      };
    },
    (event) => event,
  );
}

async function readsOf(happening: Happening, due: DueRow): Promise<Read[]> {
  const { storage } = happening;
  const reads: Read[] = [
    { store: 'due', key: keyOf('due', due) },
    faultsRead,
    { store: 'keys', key: keyKey(happening, due.target) },
  ];
  const key = await storage.get('keys', keyKey(happening, due.target));
  if (!key) return reads;
  const store = await storeOf(key, happening, (storeKey) => storage.get('keyStores', storeKey));
  const names = (await materialsOf(happening, key)).map(({ handle }) => keyObjectKey(happening, ownerOf(store), handle));
  const objects = await Promise.all(names.map((name) => storage.get('keyObjects', name)));
  return [
    ...reads,
    ...keyMetadataReads(happening, key),
    ...materialReads(happening, key),
    ...names.map((name): Read => ({ store: 'keyObjects', key: name })),
    ...objects.flatMap((object) => (object ? removeKeyObjectReads(object) : [])),
    ...(store ? [keyStoreRead(happening, store.CustomKeyStoreId), ...clusterReads(happening, store.CloudHsmClusterId)] : []),
  ];
}

const storeOf = <T>({ CustomKeyStoreId }: KeyRow, happening: Happening, get: (key: ReturnType<typeof keyStoreKey>) => T): T | undefined =>
  CustomKeyStoreId === undefined ? undefined : get(keyStoreKey(happening, CustomKeyStoreId));

const ownerOf = (store: KeyStoreRow | undefined): string => (store ? store.CloudHsmClusterId : kmsFleet);

/**
 * KMS deletes as `kmsuser`: it must be signed in, an HSM must be there that lets it delete, and the key be in it: a cluster
 * from a backup may lack the key, and have given its handle to another one. Its own fleet always has it.
 * @returns whether the HSMs do not have the material any more
 */
function removeMaterial(rows: Rows, happening: Happening, store: KeyStoreRow | undefined, { handle, backingKeyId }: MaterialName): boolean {
  const cluster = store && findCluster(rows, happening, store.CloudHsmClusterId);
  if (store && (store.ConnectionState !== 'CONNECTED' || !cluster || activeHsms(cluster).count === 0 || !isWritable(cluster) || cannotReach(faultsIn(rows, happening), store)))
    return false;
  const object = rows.get('keyObjects', keyObjectKey(happening, ownerOf(store), handle));
  if (object?.backingKeyId !== backingKeyId) return false;
  removeKeyObject(rows, object, cluster?.version);
  return true;
}
