import { activeHsms, clusterKey } from '../cloudhsm/for-kms.ts';
import type { Moment, TrailNote } from '../call.ts';
import { AwsError } from '../errors.ts';
import { keyObjectKey, kmsFleet } from '../hsm/objects.ts';
import type { KeyObjectRow } from '../storage/schema.ts';
import type { ResolvedKey } from './subjects.ts';

/**
 * The key object behind a KMS key: in the cluster of its key store, or in KMS's own fleet.
 * @throws AwsError KMSInvalidStateException where the cluster is gone, has no active HSM, or lacks the key (facts 3.3)
 */
export async function keyObjectOf(moment: Moment, key: ResolvedKey): Promise<KeyObjectRow> {
  const owner = await ownerOf(moment, key);
  if (owner === undefined) return unavailable(key);
  const object = await moment.storage.get('keyObjects', keyObjectKey(moment, owner, key.row.handle));
  // A cluster from a backup may have given the handle of a key that the backup did not have to another one.
  return object?.backingKeyId === key.row.backingKeyId ? object : unavailable(key);
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

/** What CloudTrail shows of the material that a cryptographic operation used (facts 7). */
export const materialNote = ({ row }: ResolvedKey): TrailNote => ({
  additionalEventData:
    row.CustomKeyStoreId === undefined
      ? { keyMaterialId: row.backingKeyId }
      : { customKeyStoreId: row.CustomKeyStoreId, backingKeyId: row.backingKeyId },
});
