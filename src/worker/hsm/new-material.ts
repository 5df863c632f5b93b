import type { Read } from '../storage/backend.ts';
import { keyOf, type Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyObjectRow, RemovedKeyObjectRow } from '../storage/schema.ts';
import { keyOfMaterial, type Material } from './vault.ts';

/** Material for key objects that came without theirs: a world that was imported has none (control/carry). */

/** A key object as it is in HSMs, or in backups alone. */
export type Held =
  | { readonly store: 'keyObjects'; readonly object: KeyObjectRow }
  | { readonly store: 'removedKeyObjects'; readonly object: RemovedKeyObjectRow };

export const materialKey = ({ account, region, materialId }: Pick<KeyObjectRow, 'account' | 'region' | 'materialId'>): Key => [account, region, materialId];
const objectKey = (held: Held): Key =>
  held.store === 'keyObjects' ? keyOf('keyObjects', held.object) : keyOf('removedKeyObjects', held.object);

/** What {@link giveMaterial} must have read. */
export const giveMaterialReads = (held: Held): Read[] => [
  { store: held.store, key: objectKey(held) },
  { store: 'material', key: materialKey(held.object) },
];

/**
 * Gives new material to a key object, and to all that share its material: in other clusters, and in backups.
 * @returns whether it was given: material that is there stays
 */
export function giveMaterial(rows: Rows, held: Held, material: Material): boolean {
  const { store, object } = held;
  const now = rows.get(store, objectKey(held));
  if (now?.materialId !== object.materialId || rows.get('material', materialKey(object))) return false;
  const { account, region, materialId } = object;
  rows.put('material', { account, region, materialId, key: keyOfMaterial(material) });
  // Nobody hears of material itself, and views are to look again.
  rows.put(store, now);
  return true;
}
