import type { KeyCursor, KeyDetails, KeyList, KeyListInput, KeyRotationView, KeyView, Place } from '../model/look.ts';
import { filteredBy, orderOf, sorted, type KeySource, type Numbered } from './key-orders.ts';
import { keyArn, keyCounterKey, keyKey, keyState } from './kms/keys.ts';
import { defaultPolicy } from './kms/policies.ts';
import { onDemandQuota } from './kms/rotation.ts';
import type { KeyMaterialRow, KeyRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';
import { aliasesOf, keyStoreView, storeOf, type Waits } from './views.ts';

/** What is seen of KMS keys: lists of them, and one with all that belongs to it. */

/** Keys an answer has at the most. */
const mostKeys = 200;
/** Aliases a key can have (facts 4). */
const mostAliases = 50;

/** A page of keys; what fits a filter is sorted as asked where it fits into one answer, else it stands as its rows do. */
export async function keyList(storage: Storage, place: Place, input: KeyListInput): Promise<KeyList> {
  const { order = 'creation', descending = order === 'creation', filter, after } = input;
  const limit = Math.min(input.limit ?? 50, mostKeys);
  const source = filter && filteredBy(storage, place, filter);
  if (!source) {
    const counter = await storage.get('counters', keyCounterKey(place));
    const page = await take(storage, place, orderOf(storage, place, order, descending), after, limit);
    return { ...answer(page), total: counter?.count ?? 0 };
  }
  if (await areMore(source)) return { ...answer(await take(storage, place, source, after, limit)), total: undefined };
  const found = await take(storage, place, source, undefined, mostKeys);
  const [from = 0] = (after ?? []).map(Number);
  const end = from + limit;
  const keys = sorted(found.keys, order, descending).slice(from, end);
  return { ...answer({ keys, next: end < found.keys.length ? [end] : undefined }), total: found.keys.length };
}

interface Taken {
  readonly keys: readonly Numbered[];
  readonly next: KeyCursor | undefined;
}

const answer = ({ keys, next }: Taken): Pick<KeyList, 'keys' | 'next'> => ({ keys: keys.map(({ view }) => view), ...(next && { next }) });

/** Whether more keys fit than an answer has; by the rows of the order alone. */
async function areMore(source: KeySource): Promise<boolean> {
  const ids = new Set<string>();
  for (let at: KeyCursor | undefined; ; ) {
    const entries = await source(at, mostKeys + 1);
    for (const { KeyId } of entries) ids.add(KeyId);
    at = entries.at(-1)?.cursor;
    if (!at || ids.size > mostKeys) return ids.size > mostKeys;
  }
}

/** So many keys of a source. */
async function take(storage: Storage, place: Place, source: KeySource, after: KeyCursor | undefined, limit: number): Promise<Taken> {
  const found: (Numbered & { readonly cursor: KeyCursor })[] = [];
  for (let at = after; ; ) {
    // One more than is shown tells whether there are more.
    const entries = await source(at, limit + 1);
    const read = entries.map(async ({ KeyId, cursor, stands }) => {
      const row = await storage.get('keys', keyKey(place, KeyId));
      const view = row && (await viewOf(storage, row));
      // One that went while this was read is followed by a notice.
      return view && stands(view) ? [{ view, number: row.number, cursor }] : [];
    });
    found.push(...(await Promise.all(read)).flat());
    at = entries.at(-1)?.cursor;
    if (!at || found.length > limit)
      return { keys: found.slice(0, limit), next: found.length > limit ? found[limit - 1]?.cursor : undefined };
  }
}

async function viewOf(storage: Storage, key: KeyRow): Promise<KeyView> {
  const { KeyId, Origin, CustomKeyStoreId, CreationDate, DeletionDate, Description } = key;
  return {
    KeyId,
    Arn: keyArn(key, KeyId),
    KeyState: keyState(key, await storeOf(storage, key)),
    ...(DeletionDate !== undefined && { DeletionDate }),
    KeySpec: 'SYMMETRIC_DEFAULT',
    KeyUsage: 'ENCRYPT_DECRYPT',
    MultiRegion: false,
    Origin,
    ...(CustomKeyStoreId !== undefined && { CustomKeyStoreId }),
    CreationDate,
    Description,
    aliases: await aliasesOf(storage, key, KeyId, mostAliases),
  };
}

/** One key, as its page shows it. */
export async function keyDetails(storage: Storage, place: Place, KeyId: string, running: Waits): Promise<KeyDetails | undefined> {
  const key = await storage.get('keys', keyKey(place, KeyId));
  if (!key) return undefined;
  const [store, policy, view] = await Promise.all([storeOf(storage, key), storage.get('keyPolicies', keyKey(place, KeyId)), viewOf(storage, key)]);
  return {
    ...view,
    tags: key.tags,
    Policy: policy?.Policy ?? defaultPolicy(place),
    ...(store && { keyStore: await keyStoreView(storage, store, running) }),
    ...(key.Origin === 'AWS_KMS' && { rotation: await rotationOf(storage, key) }),
  };
}

async function rotationOf(storage: Storage, key: KeyRow): Promise<KeyRotationView> {
  const { account, region, KeyId, rotation, onDemand, DeletionDate, backingKeyId } = key;
  const rows = await storage.page({ store: 'keyMaterials', prefix: [account, region, KeyId], limit: mostKeys, reverse: true });
  const materials: readonly Partial<KeyMaterialRow>[] = rows.length > 0 ? rows : [{ backingKeyId }];
  return {
    ...(rotation && DeletionDate === undefined && { automatic: rotation }),
    ...(onDemand?.startedAt !== undefined && { onDemandStartedAt: onDemand.startedAt }),
    onDemandLeft: onDemandQuota - (onDemand?.rotations ?? 0),
    materials: materials.map(({ backingKeyId: KeyMaterialId = '', RotationDate, RotationType }) => ({
      KeyMaterialId,
      ...(RotationDate !== undefined && RotationType && { RotationDate, RotationType }),
    })),
  };
}
