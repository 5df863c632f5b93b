import { activeHsms, clusterReads, findCluster } from '../cloudhsm/for-kms.ts';
import type { Happening, Moment, ServiceEvent, TrailNote } from '../call.ts';
import { keyObjectKey, kmsFleet, removeKeyObject, removeKeyObjectReads } from '../hsm/objects.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf, type Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { DueRow, GrantRow, KeyRow, KeyStoreRow } from '../storage/schema.ts';
import { aliasKey, keyAliasesRead } from './aliases.ts';
import { grantCounterKey, removeGrant } from './grants.ts';
import { keyStoreCounterKey, keyStoreKey, keyStoreRead } from './key-stores.ts';
import { keyArn, keyCounterKey, keyKey } from './keys.ts';
import { keyMaterialsPrefix, materialsOf, type MaterialName } from './material.ts';

/** A key's waiting period ends: metadata, aliases and grants go, and its material as far as it can be reached (facts 3.4). */

/** Reads with which {@link keyObjectsOf} finds a key's materials in a commit. */
export const materialReads = (moment: Moment, { KeyId }: KeyRow): Read[] => [
  { store: 'keyMaterials', prefix: keyMaterialsPrefix(moment, KeyId) },
];
export function keyObjectsOf(rows: Rows, moment: Moment, key: KeyRow): readonly MaterialName[] {
  const materials = rows.range('keyMaterials', keyMaterialsPrefix(moment, key.KeyId));
  return materials.length > 0 ? materials : [key];
}

/** What ScheduleKeyDeletion and DeleteKey tell of the keys in the HSM: for keys of a key store only (facts 7). */
export function deletionNote(
  { row, store }: { readonly row: KeyRow; readonly store: KeyStoreRow | undefined },
  materials: readonly MaterialName[],
): Pick<TrailNote, 'additionalEventData'> {
  if (!store) return {};
  const backingKeys = materials.map(({ handle, backingKeyId }) => ({ keyHandle: String(handle), backingKeyId }));
  return {
    additionalEventData: {
      customKeyStoreId: row.CustomKeyStoreId,
      clusterId: store.CloudHsmClusterId,
      backingKeys: JSON.stringify(backingKeys),
    },
  };
}

export async function deleteKey(happening: Happening, due: DueRow): Promise<void> {
  const KeyId = due.target;
  const { storage } = happening;
  const key = await storage.get('keys', keyKey(happening, KeyId));
  const storeId = key?.CustomKeyStoreId;
  const store = storeId === undefined ? undefined : await storage.get('keyStores', keyStoreKey(happening, storeId));
  const owner = store ? store.CloudHsmClusterId : kmsFleet;
  const materials = key ? await materialsOf(happening, key) : [];
  const found = await Promise.all(materials.map(({ handle }) => storage.get('keyObjects', keyObjectKey(happening, owner, handle))));
  // A cluster from a backup may have given the handle of a key that the backup did not have to another one.
  const held = found.filter((object) => object !== undefined && materials.some(({ backingKeyId }) => backingKeyId === object.backingKeyId));
  const grants: Key = [happening.account, happening.region, KeyId];
  const reads: Read[] = [
    { store: 'due', key: keyOf('due', due) },
    { store: 'keys', key: keyKey(happening, KeyId) },
    { store: 'counters', key: keyCounterKey(happening) },
    { store: 'grants', prefix: grants },
    keyAliasesRead(happening, KeyId),
    { store: 'keyMaterials', prefix: keyMaterialsPrefix(happening, KeyId) },
    ...held.flatMap((object) => (object ? removeKeyObjectReads(object) : [])),
    ...(store
      ? [
          keyStoreRead(happening, store.CustomKeyStoreId),
          { store: 'counters' as const, key: keyStoreCounterKey(happening, store.CustomKeyStoreId) },
        ]
      : []),
    ...clusterReads(happening, owner),
  ];
  await happening.commit(
    reads,
    (rows): ServiceEvent | undefined => {
      if (!rows.get('due', keyOf('due', due))) return undefined;
      rows.delete('due', keyOf('due', due));
      const row = rows.get('keys', keyKey(happening, KeyId));
      // Another period, or none: the deletion was cancelled.
      if (row?.DeletionDate !== due.dueAt) return undefined;
      const now = row.CustomKeyStoreId === undefined ? undefined : rows.get('keyStores', keyStoreKey(happening, row.CustomKeyStoreId));
      const objects = keyObjectsOf(rows, happening, row);
      const reachable = canReachMaterial(rows, happening, now);
      const statuses = objects.map(({ handle, backingKeyId }) => ({
        keyHandle: String(handle),
        backingKeyId,
        deletionStatus: reachable && held.some((object) => object?.backingKeyId === backingKeyId) ? 'SUCCESS' : 'FAILURE',
      }));
      const version = findCluster(rows, happening, owner)?.version;
      if (reachable) for (const object of held) if (object) removeKeyObject(rows, object, version);
      removeMetadata(rows, happening, row, rows.range('grants', grants));
      return { eventName: 'DeleteKey', key: keyArn(happening, KeyId), ...eventData(row, now, objects, statuses) };
    },
    (event) => event,
  );
}

/** KMS deletes as `kmsuser`: it must be signed in, and an HSM must be there. Its own fleet always is. */
function canReachMaterial(rows: Rows, happening: Happening, store: KeyStoreRow | undefined): boolean {
  if (!store) return true;
  const cluster = findCluster(rows, happening, store.CloudHsmClusterId);
  return store.ConnectionState === 'CONNECTED' && cluster !== undefined && activeHsms(cluster).count > 0;
}

function eventData(
  row: KeyRow,
  store: KeyStoreRow | undefined,
  objects: readonly MaterialName[],
  statuses: readonly object[],
): Pick<ServiceEvent, 'additionalEventData'> {
  const note = deletionNote({ row, store }, objects);
  if (!note.additionalEventData) return {};
  return { additionalEventData: { ...note.additionalEventData, backingKeysDeletionStatus: JSON.stringify(statuses) } };
}

function removeMetadata(rows: Rows, { account, region }: Happening, key: KeyRow, grants: readonly GrantRow[]): void {
  const place = { account, region };
  const { KeyId } = key;
  rows.delete('keys', keyKey(place, KeyId));
  rows.delete('keyOrder', [account, region, key.number]);
  rows.delete('keyPolicies', keyKey(place, KeyId));
  rows.delete('keyUsage', keyKey(place, KeyId));
  for (const alias of rows.range('keyAliases', keyAliasesRead(place, KeyId).prefix)) {
    rows.delete('aliases', aliasKey(place, alias.AliasName));
    rows.delete('keyAliases', keyOf('keyAliases', alias));
  }
  for (const material of rows.range('keyMaterials', keyMaterialsPrefix(place, KeyId)))
    rows.delete('keyMaterials', keyOf('keyMaterials', material));
  for (const grant of grants) removeGrant(rows, grant);
  rows.delete('counters', grantCounterKey(place, KeyId));
  countDown(rows, keyCounterKey(place));
  if (key.CustomKeyStoreId !== undefined) countDown(rows, keyStoreCounterKey(place, key.CustomKeyStoreId));
}

function countDown(rows: Rows, key: Key): void {
  const counter = rows.get('counters', key);
  if (counter) rows.put('counters', { ...counter, count: Math.max(0, counter.count - 1) });
}
