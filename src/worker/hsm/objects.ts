import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyObjectRow } from '../storage/schema.ts';
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

/** What {@link removeKeyObject} must have read. */
export const removalReads = (place: Place, owner: string, handle: number): Read[] => [
  ...keyObjectReads(place, owner),
  { store: 'keyObjects', key: keyObjectKey(place, owner, handle) },
];

/** Deletes a key from every HSM of an owner, and its material. @returns whether it was there */
export function removeKeyObject(rows: Rows, place: Place, owner: string, handle: number): boolean {
  const object = rows.get('keyObjects', keyObjectKey(place, owner, handle));
  if (!object) return false;
  const { account, region } = place;
  const counter = rows.get('counters', counterKey(place, owner));
  rows.delete('keyObjects', keyObjectKey(place, owner, handle));
  rows.delete('material', [account, region, object.materialId]);
  rows.put('counters', {
    account,
    region,
    name: counterName(owner),
    count: Math.max(0, (counter?.count ?? 0) - 1),
    next: counter?.next ?? firstHandle,
  });
  return true;
}

/** An owner that can hold no further key. */
export class OwnerFull extends Error {}

/**
 * Puts a key on every HSM of an owner: its material and the object with label and owner, in one commit.
 * @param capacity how many keys the owner holds at the most
 * @throws OwnerFull
 */
export function addKeyObject(
  rows: Rows,
  place: Place,
  owner: string,
  material: Material,
  attributes: { readonly label: string; readonly username: string; readonly backingKeyId: string },
  capacity: number,
): KeyObjectRow {
  const counter = rows.get('counters', counterKey(place, owner));
  const count = counter?.count ?? 0;
  const handle = counter?.next ?? firstHandle;
  if (count >= capacity) throw new OwnerFull(`${owner} holds ${String(count)} keys.`);
  const { account, region } = place;
  const { materialId } = material;
  const object: KeyObjectRow = { account, region, owner, handle, materialId, ...attributes };
  rows.put('material', { account, region, materialId, key: keyOfMaterial(material) });
  rows.put('keyObjects', object);
  rows.put('counters', { account, region, name: counterName(owner), count: count + 1, next: handle + 1 });
  return object;
}
