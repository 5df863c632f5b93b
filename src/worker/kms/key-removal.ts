import type { Moment } from '../call.ts';
import { beginPeriod, periodKey } from '../clock.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf, type Key } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyRow } from '../storage/schema.ts';
import { aliasKey, keyAliasesRead } from './aliases.ts';
import { grantCounterKey } from './grants.ts';
import { keyStoreCounterKey } from './key-stores.ts';
import { keyCounterKey, keyKey } from './keys.ts';
import { keyMaterialsPrefix, materialReads } from './material.ts';
import { indexTags } from './tags.ts';

/** What {@link removeKeyMetadata} must have read. */
export const keyMetadataReads = (moment: Moment, key: KeyRow): Read[] => [
  keyAliasesRead(moment, key.KeyId),
  { store: 'counters', key: grantCounterKey(moment, key.KeyId) },
  ...materialReads(moment, key),
  ...countersOf(moment, key).map((counter): Read => ({ store: 'counters', key: counter })),
];

/** Takes away all that KMS knows of a key, its grants a little later: aliases, policy, tags, periods, last usage, and its place in the counters. */
export function removeKeyMetadata(rows: Rows, moment: Moment, key: KeyRow): void {
  const { account, region } = moment;
  const { KeyId, rotation } = key;
  for (const store of ['keys', 'keyPolicies', 'keyUsage'] as const) rows.delete(store, keyKey(moment, KeyId));
  for (const store of ['keyOrder', 'aliasedKeyOrder'] as const) rows.delete(store, [account, region, key.number]);
  indexTags(rows, { ...key, tags: [] }, key.tags);
  for (const alias of rows.range('keyAliases', keyAliasesRead(moment, KeyId).prefix)) {
    rows.delete('aliases', aliasKey(moment, alias.AliasName));
    rows.delete('keyAliases', keyOf('keyAliases', alias));
  }
  for (const material of rows.range('keyMaterials', keyMaterialsPrefix(moment, KeyId)))
    rows.delete('keyMaterials', keyOf('keyMaterials', material));
  if (rows.get('counters', grantCounterKey(moment, KeyId)))
    beginPeriod(rows, moment, { kind: 'remove-grants', target: KeyId }, moment.now);
  if (rotation) rows.delete('due', periodKey({ kind: 'rotate-key-automatically', target: KeyId }, rotation.NextRotationDate));
  for (const name of countersOf(moment, key)) {
    const counter = rows.get('counters', name);
    if (counter) rows.put('counters', { ...counter, count: counter.count - 1 });
  }
}

/** What the key is counted in. */
const countersOf = (moment: Moment, { CustomKeyStoreId }: KeyRow): Key[] => [
  keyCounterKey(moment),
  ...(CustomKeyStoreId === undefined ? [] : [keyStoreCounterKey(moment, CustomKeyStoreId)]),
];
