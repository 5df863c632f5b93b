import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyObjectRow } from '../storage/schema.ts';
import { lineageKey, referencesKey, releaseMaterial, seenByBackup } from './versions.ts';
import { keyOfMaterial, type Material } from './vault.ts';

/** KMS's own HSM fleet: one more owner of key objects, without capacity, users or backups. */
export const kmsFleet = 'aws-kms';
/** Handles begin where a cluster's own objects end: the first of AWS's samples is 8 (facts 2.4). */
const firstHandle = 8;

export const keyObjectKey = ({ account, region }: Place, owner: string, handle: number): Key => [
  account,
  region,
  owner,
  handle,
];
const counterKey = ({ account, region }: Place, owner: string): Key => [account, region, counterName(owner)];
const counterName = (owner: string): string => `objects/${owner}`;

/** What {@link addKeyObject} must have read. */
export const keyObjectReads = (place: Place, owner: string): Read[] => [
  { store: 'counters', key: counterKey(place, owner) },
];

/** The counter of an owner's key objects: how many it holds. */
export const keyObjectCounter = counterKey;

/** An owner that can hold no further key. */
export class OwnerFull extends Error {}

/**
 * Puts a key on every HSM of an owner: its material and the object with label and owner, in one commit.
 * @param capacity how many keys the owner holds at the most
 * @param version the owner's: backups of earlier ones do not have the key
 * @throws OwnerFull
 */
export function addKeyObject(
  rows: Rows,
  place: Place,
  owner: string,
  material: Material,
  attributes: { readonly label: string; readonly username: string; readonly backingKeyId: string },
  capacity: number,
  version = 0,
): KeyObjectRow {
  const counter = rows.get('counters', counterKey(place, owner));
  const count = counter?.count ?? 0;
  const handle = counter?.next ?? firstHandle;
  if (count >= capacity) throw new OwnerFull(`${owner} holds ${String(count)} keys.`);
  const { account, region } = place;
  const { materialId } = material;
  const object: KeyObjectRow = { account, region, owner, handle, materialId, ...attributes, ...(version > 0 && { added: version }) };
  rows.put('material', { account, region, materialId, key: keyOfMaterial(material) });
  rows.put('keyObjects', object);
  rows.put('counters', { account, region, name: counterName(owner), count: count + 1, next: handle + 1 });
  return object;
}

/** What {@link removeKeyObject} must have read. */
export const removeKeyObjectReads = (object: KeyObjectRow): Read[] => [
  ...keyObjectReads(object, object.owner),
  { store: 'keyObjects', key: keyObjectKey(object, object.owner, object.handle) },
  { store: 'lineages', key: lineageKey(object, object.owner) },
  { store: 'materialReferences', key: referencesKey(object) },
];

/**
 * Takes a key off every HSM of its owner. What a backup has of it stays until that backup is gone; without one the material
 * goes too. Its handle is never given again.
 * @param version the owner's
 */
export function removeKeyObject(rows: Rows, { account, region, owner, handle }: KeyObjectRow, version = 0): void {
  const place = { account, region };
  const key = keyObjectKey(place, owner, handle);
  const object = rows.get('keyObjects', key);
  if (!object) return;
  rows.delete('keyObjects', key);
  const counter = rows.get('counters', counterKey(place, owner));
  if (counter) rows.put('counters', { ...counter, count: counter.count - 1 });
  if (seenByBackup(rows.get('lineages', lineageKey(place, owner)), object.added ?? 0, version))
    rows.put('removedKeyObjects', { ...object, removed: version });
  else releaseMaterial(rows, object);
}
