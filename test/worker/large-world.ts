import { addKeyObject, keyObjectReads } from '../../src/worker/hsm/objects.ts';
import type { Material } from '../../src/worker/hsm/vault.ts';
import { documentCluster, documentStore, openTestWorld } from './world.ts';

const place = { account: '111122223333', region: 'us-west-2' };
/** Keys a transaction writes. */
const step = 2000;

/**
 * A test-only world: the document's, but with a cluster of hsm2m.medium that holds many keys. They share one key material,
 * as none of them is used.
 * @param aliased every second key has an alias, and all have a tag
 * @returns its database
 */
export async function largeWorld(count: number, { aliased = false } = {}): Promise<string> {
  const { database, simulation, close } = await openTestWorld();
  const { storage, hsm } = simulation;
  const cluster = await storage.get('clusters', [place.account, place.region, documentCluster]);
  if (!cluster) throw new Error('The document has a cluster.');
  const material: Material = await hsm.generate();
  const counters = ['keys', `keys/${documentStore}`];
  for (let begin = 1; begin <= count; begin += step)
    await storage.commit({
      reads: keyObjectReads(place, documentCluster),
      decide: (rows) => {
        const end = Math.min(begin + step, count + 1);
        for (let number = begin; number < end; number += 1) {
          const KeyId = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
          const backingKeyId = String(number).padStart(64, '0');
          const label = `arn:aws:kms:${place.region}:${place.account}:key/${KeyId}`;
          const object = addKeyObject(rows, place, documentCluster, material, { label, username: 'kmsuser', backingKeyId }, count);
          const tags = aliased ? [{ TagKey: 'team', TagValue: 'red' }] : [];
          rows.put('keys', {
            ...place,
            KeyId,
            CreationDate: 1_700_000_000_000 + number,
            Description: '',
            Origin: 'AWS_CLOUDHSM',
            CustomKeyStoreId: documentStore,
            enabled: true,
            handle: object.handle,
            backingKeyId,
            tags,
            number,
          });
          const isAliased = aliased && number % 2 === 0;
          rows.put(isAliased ? 'aliasedKeyOrder' : 'keyOrder', { ...place, number, KeyId });
          if (isAliased) {
            const AliasName = `alias/${String(count - number).padStart(6, '0')}`;
            rows.put('aliases', { ...place, AliasName, TargetKeyId: KeyId, CreationDate: number, LastUpdatedDate: number });
            rows.put('keyAliases', { ...place, KeyId, AliasName });
          }
          for (const tag of tags) rows.put('keyTags', { ...place, ...tag, number, KeyId });
        }
        for (const name of counters) rows.put('counters', { ...place, name, count: end - 1, next: end });
        rows.put('clusters', { ...cluster, HsmType: 'hsm2m.medium' });
      },
    });
  close();
  return database;
}
