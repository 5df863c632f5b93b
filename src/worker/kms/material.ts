import type { Place } from '../../model/look.ts';
import { activeHsms, clusterKey } from '../cloudhsm/for-kms.ts';
import type { Moment } from '../call.ts';
import { AwsError } from '../errors.ts';
import { keyObjectKey, kmsFleet } from '../hsm/objects.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyMaterialRow, KeyObjectRow, KeyRow } from '../storage/schema.ts';
import { requireReachable } from './reach.ts';
import type { ResolvedKey } from './subjects.ts';

/** What holds a material of a KMS key: the object's handle in its owner, and what the material is called. */
export type MaterialName = Pick<KeyMaterialRow, 'backingKeyId' | 'handle'>;

export const keyMaterialsPrefix = ({ account, region }: Place, KeyId: string): Key => [account, region, KeyId];

/** More than 200 years of the shortest rotation period. */
export const mostMaterials = 1000;

/** All materials of a key, oldest first. Only a key that was rotated has rows of them. */
export async function materialsOf(moment: Moment, key: KeyRow): Promise<readonly (MaterialName & Partial<KeyMaterialRow>)[]> {
  const prefix = keyMaterialsPrefix(moment, key.KeyId);
  const rows = await moment.storage.page({ store: 'keyMaterials', prefix, limit: mostMaterials });
  return rows.length > 0 ? rows : [key];
}

/** Reads with which {@link materialsIn} finds them in a commit. */
export const materialReads = (place: Place, { KeyId }: KeyRow): Read[] => [
  { store: 'keyMaterials', prefix: keyMaterialsPrefix(place, KeyId) },
];
/** {@link materialsOf}, in a commit. */
export function materialsIn(rows: Rows, place: Place, key: KeyRow): readonly MaterialName[] {
  const materials = rows.range('keyMaterials', keyMaterialsPrefix(place, key.KeyId));
  return materials.length > 0 ? materials : [key];
}

/** The material that a ciphertext names by the first digits of its backing key id. */
export async function materialNamed(moment: Moment, key: KeyRow, digits: string): Promise<MaterialName | undefined> {
  if (key.backingKeyId.startsWith(digits)) return key;
  return (await materialsOf(moment, key)).find(({ backingKeyId }) => backingKeyId.startsWith(digits));
}

/**
 * The key object behind a KMS key: in the cluster of its key store, or in KMS's own fleet.
 * @param material one of the key's, by default the current one
 * @throws AwsError KMSInvalidStateException where the cluster is gone, has no active HSM, or lacks the key (facts 3.3)
 */
export async function keyObjectOf(moment: Moment, key: ResolvedKey, material: MaterialName = key.row): Promise<KeyObjectRow> {
  const owner = await ownerOf(moment, key);
  if (owner === undefined) return unavailable(key);
  if (key.store) await requireReachable(moment, key.store, 'KMSInvalidStateException');
  const object = await moment.storage.get('keyObjects', keyObjectKey(moment, owner, material.handle));
  // A cluster from a backup may have given the handle of a key that the backup did not have to another one; and keys of a
  // world that was imported have no material. KMS itself never loses that of a key of its own: ours answers the same for it.
  return object?.backingKeyId === material.backingKeyId && (await moment.hsm.holds(object)) ? object : unavailable(key);
}

async function ownerOf(moment: Moment, { store }: ResolvedKey): Promise<string | undefined> {
  if (!store) return kmsFleet;
  const cluster = await moment.storage.get('clusters', clusterKey(moment, store.CloudHsmClusterId));
  return cluster && activeHsms(cluster).count > 0 ? cluster.ClusterId : undefined;
}

/** @throws AwsError in the words of the key state table's footnote 11 */
export function unavailable({ arn }: ResolvedKey): never {
  throw new AwsError('KMSInvalidStateException', `${arn} is unavailable.`);
}
