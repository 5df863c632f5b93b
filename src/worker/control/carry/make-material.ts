import type { KeyObjectName, Place } from '../../../model/look.ts';
import { SimulatorFault } from '../../errors.ts';
import { giveMaterial, giveMaterialReads, materialKey, type Held } from '../../hsm/new-material.ts';
import { keyObjectKey, kmsFleet } from '../../hsm/objects.ts';
import type { Vault } from '../../hsm/vault.ts';
import { keyStoreKey } from '../../kms/key-stores.ts';
import { keyKey } from '../../kms/keys.ts';
import { mostMaterials, keyMaterialsPrefix } from '../../kms/material.ts';
import { readId } from '../../storage/rows.ts';
import type { Storage } from '../../storage/storage.ts';

/** Keys that one transaction gives material to. */
const batch = 200;

/**
 * Makes new material for keys that have none, as those of an imported world: they can be used again, and what was encrypted
 * with the material that they had cannot be decrypted.
 * @param name one key, or one key object of a cluster; all where nothing is named
 * @returns how many materials were made: none for what has its own
 * @throws SimulatorFault where there is no such key, or its HSMs do not hold it
 */
export async function makeMaterial(
  { storage, hsm }: { readonly storage: Storage; readonly hsm: Vault },
  name: (Place & KeyObjectName) | undefined,
): Promise<number> {
  const wanted = name ? await namedObjects(storage, name) : await allObjects(storage);
  const missing = await withoutMaterial(storage, wanted);
  let made = 0;
  for (let begin = 0; begin < missing.length; begin += batch) {
    const some = missing.slice(begin, begin + batch);
    const materials = await Promise.all(some.map(async (held) => ({ held, material: await hsm.generate() })));
    made += await storage.commit({
      reads: some.flatMap(giveMaterialReads),
      decide: (rows) => materials.filter(({ held, material }) => giveMaterial(rows, held, material)).length,
    });
  }
  return made;
}

/** @returns how many materials keys lack, in HSMs and backups of all accounts and Regions */
export const missingMaterial = async (storage: Storage): Promise<number> => (await withoutMaterial(storage, await allObjects(storage))).length;

/** One for each material that is not there. */
async function withoutMaterial(storage: Storage, objects: readonly Held[]): Promise<Held[]> {
  const byMaterial = new Map(objects.map((held) => [readId({ store: 'material', key: materialKey(held.object) }), held]));
  const missing: Held[] = [];
  for (const held of byMaterial.values()) if (!(await storage.get('material', materialKey(held.object)))) missing.push(held);
  return missing;
}

const allObjects = (storage: Storage): Promise<Held[]> =>
  storage.commit({
    reads: [{ store: 'keyObjects', prefix: [] }, { store: 'removedKeyObjects', prefix: [] }],
    decide: (rows) => [
      ...rows.range('keyObjects', []).map((object): Held => ({ store: 'keyObjects', object })),
      ...rows.range('removedKeyObjects', []).map((object): Held => ({ store: 'removedKeyObjects', object })),
    ],
  });

async function namedObjects(storage: Storage, { account, region, ...name }: Place & KeyObjectName): Promise<Held[]> {
  const place = { account, region };
  const [owner, handles] = 'ClusterId' in name ? [name.ClusterId, [Number(name['key-reference'])]] : await handlesOf(storage, place, name.KeyId);
  const objects = await Promise.all(handles.map((handle) => storage.get('keyObjects', keyObjectKey(place, owner, handle))));
  if (objects.some((object) => !object))
    throw new SimulatorFault('The HSMs do not hold this key: it was deleted from them, and only a backup of the cluster has it.');
  return objects.flatMap((object): Held[] => (object ? [{ store: 'keyObjects', object }] : []));
}

/** What holds the materials of a KMS key, old ones too. */
async function handlesOf(storage: Storage, place: Place, KeyId: string): Promise<readonly [string, readonly number[]]> {
  const key = await storage.get('keys', keyKey(place, KeyId));
  if (!key) throw new SimulatorFault(`There is no key ${KeyId}.`);
  const store = key.CustomKeyStoreId === undefined ? undefined : await storage.get('keyStores', keyStoreKey(place, key.CustomKeyStoreId));
  const older = await storage.page({ store: 'keyMaterials', prefix: keyMaterialsPrefix(place, KeyId), limit: mostMaterials });
  return [store?.CloudHsmClusterId ?? kmsFleet, older.length > 0 ? older.map(({ handle }) => handle) : [key.handle]];
}
