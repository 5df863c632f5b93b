import { durations } from '../model/durations.ts';
import type { KeyChip, KeyObjectView, KeyStoreView, Place, Wait } from '../model/look.ts';
import { clusterKey } from './cloudhsm/clusters.ts';
import { describeKeyObject, keyReference } from './hsm/attributes.ts';
import { keyStoreCounterKey, keyStoreKey } from './kms/key-stores.ts';
import { keyKey, keyState } from './kms/keys.ts';
import type { Vault } from './hsm/vault.ts';
import type { DueRow, KeyObjectRow, KeyRow, KeyStoreRow } from './storage/schema.ts';
import type { Storage } from './storage/storage.ts';

/** From rows to what views show. */

/** AWS's waits are few, and periods are not among them; keys that are being rotated may be many. */
const mostWaits = 1000;

/** Waits that are under way, by the id that the waiting thing knows. */
export type Waits = ReadonlyMap<string, Wait>;

export async function runningWaits(storage: Storage, { account, region }: Place): Promise<Waits> {
  const rows = await storage.page({ store: 'due', prefix: ['wait'], limit: mostWaits });
  return new Map(
    rows.flatMap(({ kind, target, startedAt, dueAt, awsDuration, ...row }) =>
      row.account === account && row.region === region && isShown(kind)
        ? [[row.id, { kind, id: target, startedAt, dueAt, awsDuration }]]
        : [],
    ),
  );
}

/** No view shows that a key is being rotated: GetKeyRotationStatus tells. */
const isShown = (kind: DueRow['kind']): kind is Wait['kind'] => kind in durations && kind !== 'rotate-key';

export async function keyStoreView(storage: Storage, seen: KeyStoreRow, running: Waits): Promise<KeyStoreView> {
  const { store, wait } = await withWait(storage, seen, running);
  const counter = await storage.get('counters', keyStoreCounterKey(store, store.CustomKeyStoreId));
  return {
    CustomKeyStoreId: store.CustomKeyStoreId,
    CustomKeyStoreName: store.CustomKeyStoreName,
    CloudHsmClusterId: store.CloudHsmClusterId,
    ConnectionState: store.ConnectionState,
    ...(store.ConnectionErrorCode && { ConnectionErrorCode: store.ConnectionErrorCode }),
    keyCount: counter?.count ?? 0,
    ...(wait && { wait }),
  };
}

/** A key store's change and its wait begin and end together, but are read one after the other: what came between is read again. */
async function withWait(storage: Storage, store: KeyStoreRow, running: Waits): Promise<{ readonly store: KeyStoreRow; readonly wait: Wait | undefined }> {
  const { transition } = store;
  if (transition === undefined) return { store, wait: undefined };
  const wait = running.get(transition) ?? (await runningWaits(storage, store)).get(transition);
  if (wait) return { store, wait };
  return { store: (await storage.get('keyStores', keyStoreKey(store, store.CustomKeyStoreId))) ?? store, wait };
}

/** The newest key objects of a cluster, with what the KMS keys behind them are called, and the states of those. */
export async function newestKeys(storage: Storage, hsm: Vault, place: Place, ClusterId: string, limit: number): Promise<KeyChip[]> {
  const objects = await storage.page({ store: 'keyObjects', prefix: clusterKey(place, ClusterId), limit, reverse: true });
  return Promise.all(
    objects.map(async (object) => {
      const KeyId = keyIdOf(object);
      const key = await keyBehind(storage, object);
      const [AliasName] = await aliasesOf(storage, place, KeyId, 1);
      return {
        ClusterId,
        'key-reference': keyReference(object),
        KeyId,
        ...(key && { KeyState: keyState(key, await storeOf(storage, key)) }),
        ...(AliasName !== undefined && { AliasName }),
        ...(!(await hsm.holds(object)) && { withoutMaterial: true }),
      };
    }),
  );
}

/** A key object as views show it; what no KMS key has is marked. */
export async function keyObjectView(storage: Storage, hsm: Vault, object: KeyObjectRow): Promise<KeyObjectView> {
  const view = await describeKeyObject(hsm, object);
  return {
    ...view,
    ...(!(await keyBehind(storage, object)) && { orphaned: true }),
    ...(!(await hsm.holds(object)) && { withoutMaterial: true }),
  };
}

/** The label is the KMS key's ARN, and nothing else in the cluster tells which key it is. */
const keyIdOf = ({ label }: KeyObjectRow): string => label.slice(label.lastIndexOf('/') + 1);

/** The KMS key that a key object is for, where there still is one: of another Region or account, in a cluster from a copied backup. */
export function keyBehind(storage: Storage, object: KeyObjectRow): Promise<KeyRow | undefined> {
  const [, , , region = '', account = ''] = object.label.split(':');
  return storage.get('keys', keyKey({ account, region }, keyIdOf(object)));
}

export const storeOf = async (storage: Storage, { CustomKeyStoreId, ...place }: KeyRow): Promise<KeyStoreRow | undefined> =>
  CustomKeyStoreId === undefined ? undefined : storage.get('keyStores', keyStoreKey(place, CustomKeyStoreId));

export async function aliasesOf(storage: Storage, place: Place, KeyId: string, limit: number): Promise<string[]> {
  const rows = await storage.page({ store: 'keyAliases', prefix: keyKey(place, KeyId), limit });
  return rows.map(({ AliasName }) => AliasName);
}
