import type { CreateKeyCommandInput } from '@aws-sdk/client-kms';
import { clusterReads, findCluster, keyCapacity, kmsUser } from '../../cloudhsm/for-kms.ts';
import { AwsError } from '../../errors.ts';
import { addKeyObject, keyObjectReads, kmsFleet, OwnerFull } from '../../hsm/objects.ts';
import type { Material } from '../../hsm/vault.ts';
import { newBackingKeyId, newUuid } from '../../ids.ts';
import type { Read } from '../../storage/backend.ts';
import type { Rows } from '../../storage/rows.ts';
import type { KeyObjectRow, KeyRow, KeyStoreRow } from '../../storage/schema.ts';
import { requireTwoZones, requireWritable } from '../cluster-rules.ts';
import type { KmsCall, KmsHandler } from '../handler.ts';
import {
  invalidKeyStoreState,
  keyStoreCounterKey,
  keyStoreKey,
  keyStoreNotFound,
  keyStoreRead,
  requireKeyStore,
} from '../key-stores.ts';
import { keyArn, keyCounterKey, keyMetadata } from '../keys.ts';
import { checkCreateKey } from '../new-key-rules.ts';
import { checkPolicy } from '../policies.ts';
import { faultsOf, requireReachable, requireSecurityGroup } from '../reach.ts';
import { indexTags, withTags } from '../tags.ts';

/** KMS keys an account can have in a Region (facts 2.2). */
const keyQuota = 100_000;

/**
 * A KMS key; for a CloudHSM key store its material is made in the store's cluster, where KMS is signed in as `kmsuser`,
 * and labelled with the key's ARN.
 */
export const createKey: KmsHandler<'CreateKey'> = async (call, input) => {
  const Origin = checkCreateKey(input);
  const KeyId = newUuid();
  if (input.Policy !== undefined)
    checkPolicy(input.Policy, call.principal, keyArn(call, KeyId), input.BypassPolicyLockoutSafetyCheck ?? false);
  const tags = withTags([], input.Tags ?? []);
  const before = await readKeyStore(call, input.CustomKeyStoreId);
  // Refused before any key is made; the commit decides.
  if (before) {
    requireConnected(before);
    requireSecurityGroup(await faultsOf(call), before);
    await requireReachable(call, before);
  }
  const material = await call.hsm.generate();

  const backingKeyId = newBackingKeyId();
  const { account, region, now } = call;
  return call.commit(readsOf(call, before), (rows) => {
    const store = before && requireConnected(requireKeyStore(rows, call, before.CustomKeyStoreId));
    const object = addToOwner(rows, call, store, material, { label: keyArn(call, KeyId), username: kmsUser, backingKeyId });
    const row: KeyRow = {
      account,
      region,
      KeyId,
      CreationDate: now,
      Description: input.Description ?? '',
      Origin,
      ...(store && { CustomKeyStoreId: store.CustomKeyStoreId }),
      enabled: true,
      handle: object.handle,
      backingKeyId,
      tags,
      number: count(rows, call, store),
    };
    rows.put('keys', row);
    rows.put('keyOrder', { account, region, number: row.number, KeyId });
    indexTags(rows, row, []);
    if (input.Policy !== undefined) rows.put('keyPolicies', { account, region, KeyId, Policy: input.Policy });
    call.note({
      keys: [keyArn(call, KeyId)],
      // The key in the HSM, as AWS's sample has it (facts 7).
      ...(store && {
        additionalEventData: { backingKey: JSON.stringify({ keyHandle: String(object.handle), backingKeyId }) },
      }),
    });
    return { KeyMetadata: keyMetadata(row, store) };
  });
};

async function readKeyStore(
  call: KmsCall,
  CustomKeyStoreId: CreateKeyCommandInput['CustomKeyStoreId'],
): Promise<KeyStoreRow | undefined> {
  if (CustomKeyStoreId === undefined) return undefined;
  return (await call.storage.get('keyStores', keyStoreKey(call, CustomKeyStoreId))) ?? keyStoreNotFound(CustomKeyStoreId);
}

function requireConnected(store: KeyStoreRow): KeyStoreRow {
  return store.ConnectionState === 'CONNECTED' ? store : invalidKeyStoreState(store, 'Connect it to create keys in it.');
}

const readsOf = (call: KmsCall, store: KeyStoreRow | undefined): Read[] => [
  { store: 'counters', key: keyCounterKey(call) },
  ...(store
    ? [
        keyStoreRead(call, store.CustomKeyStoreId),
        { store: 'counters' as const, key: keyStoreCounterKey(call, store.CustomKeyStoreId) },
        ...clusterReads(call, store.CloudHsmClusterId),
        ...keyObjectReads(call, store.CloudHsmClusterId),
      ]
    : keyObjectReads(call, kmsFleet)),
];

/** Makes the key object in the store's cluster, or in KMS's own fleet. */
function addToOwner(
  rows: Rows,
  call: KmsCall,
  store: KeyStoreRow | undefined,
  material: Material,
  attributes: { readonly label: string; readonly username: string; readonly backingKeyId: string },
): KeyObjectRow {
  if (!store) return addKeyObject(rows, call, kmsFleet, material, attributes, Infinity);
  const cluster = findCluster(rows, call, store.CloudHsmClusterId);
  requireTwoZones(cluster);
  requireWritable(cluster);
  try {
    return addKeyObject(rows, call, store.CloudHsmClusterId, material, attributes, cluster ? keyCapacity(cluster) : 0, cluster?.version);
  } catch (error) {
    // What AWS answers for a full cluster is not documented (facts 2.2).
    if (error instanceof OwnerFull)
      throw new AwsError('KMSInternalException', `CloudHSM cluster ${store.CloudHsmClusterId} cannot hold more keys.`);
    throw error;
  }
}

/** Counts the new key in its account and Region and in its store; @returns its number */
function count(rows: Rows, call: KmsCall, store: KeyStoreRow | undefined): number {
  const { account, region } = call;
  const all = rows.get('counters', keyCounterKey(call)) ?? { count: 0, next: 1 };
  if (all.count >= keyQuota)
    throw new AwsError('LimitExceededException', `The account has ${String(keyQuota)} KMS keys in this Region.`);
  rows.put('counters', { account, region, name: 'keys', count: all.count + 1, next: all.next + 1 });
  if (!store) return all.next;
  const key = keyStoreCounterKey(call, store.CustomKeyStoreId);
  const inStore = rows.get('counters', key)?.count ?? 0;
  rows.put('counters', { account, region, name: `keys/${store.CustomKeyStoreId}`, count: inStore + 1, next: 0 });
  return all.next;
}
