import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyObjectRow, LineageRow, RemovedKeyObjectRow } from '../storage/schema.ts';
import type { RowAccess } from '../storage/storage.ts';

/**
 * Versions of an owner's key objects. A backup is a number: it sees the objects that came with this version or before and
 * were removed in a later one, so that it costs one record however many keys there are. Material is shared by all objects
 * that have it, and goes with the last of them.
 */

/** The key objects that a backup sees. */
export interface Version extends Place {
  readonly owner: string;
  readonly version: number;
}

export const lineageKey = ({ account, region }: Place, owner: string): Key => [account, region, owner];
export const referencesKey = ({ account, region, materialId }: Place & { readonly materialId: string }): Key => [
  account,
  region,
  materialId,
];
export const referencesRead = (object: Place & { readonly materialId: string }): Read => ({
  store: 'materialReferences',
  key: referencesKey(object),
});

/** @returns whether a backup sees what was there from version `added` until `removed` */
export const seenByBackup = (lineage: LineageRow | undefined, added: number, removed: number): boolean =>
  lineage?.backups.some(({ version }) => version >= added && version < removed) ?? false;

/** One more key object has the material. */
export function shareMaterial(rows: Rows, { account, region, materialId }: Place & { readonly materialId: string }): void {
  const count = rows.get('materialReferences', [account, region, materialId])?.count ?? 1;
  rows.put('materialReferences', { account, region, materialId, count: count + 1 });
}

/** One key object less has the material; it goes with the last. */
export function releaseMaterial(rows: Rows, object: Place & { readonly materialId: string }): void {
  const key = referencesKey(object);
  const { account, region, materialId } = object;
  const count = rows.get('materialReferences', key)?.count ?? 1;
  if (count > 2) rows.put('materialReferences', { account, region, materialId, count: count - 1 });
  else if (count === 2) rows.delete('materialReferences', key);
  else {
    rows.delete('material', key);
    rows.delete('materialReferences', key);
  }
}

/** Objects a page of a long list has. */
const pageSize = 1000;

/** All live objects of an owner, in the order of their handles. */
export async function liveObjects(storage: RowAccess, { account, region, owner }: Omit<Version, 'version'>): Promise<KeyObjectRow[]> {
  const objects: KeyObjectRow[] = [];
  for (;;) {
    const last = objects.at(-1);
    const page = await storage.page({
      store: 'keyObjects',
      prefix: [account, region, owner],
      limit: pageSize,
      ...(last && { after: last.handle }),
    });
    objects.push(...page);
    if (page.length < pageSize) return objects;
  }
}

/** The objects that were removed in the versions `from` to `to`, both included. */
async function removedObjects(
  storage: RowAccess,
  { account, region, owner }: Omit<Version, 'version'>,
  from: number,
  to: number,
): Promise<RemovedKeyObjectRow[]> {
  const objects: RemovedKeyObjectRow[] = [];
  for (let removed = from; removed <= to; removed += 1) {
    let page: RemovedKeyObjectRow[];
    let after: number | undefined;
    do {
      page = await storage.page({
        store: 'removedKeyObjects',
        prefix: [account, region, owner, removed],
        limit: pageSize,
        ...(after !== undefined && { after }),
      });
      objects.push(...page);
      after = page.at(-1)?.handle;
    } while (page.length === pageSize);
  }
  return objects;
}

/** All that a backup sees, in the order of the handles. */
export async function visibleObjects(storage: RowAccess, version: Version, next: number): Promise<KeyObjectRow[]> {
  const sees = ({ added = 0 }: KeyObjectRow): boolean => added <= version.version;
  const removed = (await removedObjects(storage, version, version.version + 1, next)).filter(sees);
  const live = (await liveObjects(storage, version)).filter(sees);
  return [...live, ...removed.map(({ removed: _version, ...object }) => object)].sort((a, b) => a.handle - b.handle);
}

/** What no backup sees any more when the one of this version is gone. */
export async function unseenWithout(storage: RowAccess, lineage: LineageRow, version: number): Promise<RemovedKeyObjectRow[]> {
  const backups = lineage.backups.filter((backup) => backup.version !== version);
  // What was removed behind the next backup that stays is seen by that one, unless it came after it.
  const next = backups.find((backup) => backup.version > version)?.version ?? lineage.next;
  const removed = await removedObjects(storage, lineage, version + 1, next);
  return removed.filter((object) => !seenByBackup({ ...lineage, backups }, object.added ?? 0, object.removed));
}

/** What {@link copyObjects} must have read; material itself only where it must be copied, too. */
export const copyReads = (objects: readonly KeyObjectRow[], to: Place): Read[] =>
  objects.flatMap((object) => {
    const copy = { ...object, account: to.account, region: to.region };
    return isAway(object, to)
      ? [referencesRead(copy), materialRead(copy), materialRead(object)]
      : [referencesRead(copy)];
  });

const isAway = ({ account, region }: Place, to: Place): boolean => account !== to.account || region !== to.region;
const materialRead = (object: KeyObjectRow): Read => ({ store: 'material', key: referencesKey(object) });

/**
 * Gives the objects to another owner too, with the same handles and the same material.
 * @param put writes one of them
 */
export function copyObjects(
  rows: Rows,
  objects: readonly KeyObjectRow[],
  { account, region, owner }: Omit<Version, 'version'>,
  put: (object: KeyObjectRow) => void,
): void {
  for (const { added: _version, ...object } of objects) {
    const copy = { ...object, account, region, owner };
    const isKnown = (): boolean => (rows.get('material', referencesKey(copy)) ?? rows.get('materialReferences', referencesKey(copy))) !== undefined;
    if (isAway(object, copy) && !isKnown()) {
      const material = rows.get('material', referencesKey(object));
      if (material) rows.put('material', { ...material, account, region });
      // The caller knows that the objects are there: those of an imported world have no material, and are counted all the same.
      else rows.put('materialReferences', { account, region, materialId: copy.materialId, count: 1 });
    } else shareMaterial(rows, copy);
    put(copy);
  }
}
