import { documentCluster, documentStore, type TestWorld } from '../../../world.ts';
import type { FromPool, PoolName } from './values.ts';

/** What there is in a world, so that requests can be about it. */
export type Pool = Readonly<Record<PoolName, string[]>>;

/** A world with keys in every state, and everything that belongs to keys; @returns what it holds */
export async function furnish(world: TestWorld): Promise<Pool> {
  const notes = await world.control.notes(undefined);
  const pool: Pool = {
    alias: ['alias/one', 'alias/two', 'alias/new', 'alias/other'],
    arn: ['arn:aws:s3:::bucket', 'arn:aws:kms:us-west-2:111122223333:key/x'],
    certificate: [notes['customerCA.crt'] ?? ''],
    ciphertext: [],
    cluster: [documentCluster, 'cluster-234abcdefgh'],
    grant: [],
    hsm: ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp'],
    key: [],
    marker: [],
    material: [],
    policy: [],
    principal: ['arn:aws:iam::111122223333:user/Alice', 'arn:aws:iam::111122223333:role/Reader'],
    store: [documentStore, documentStore, 'cks-00000000000000000'],
    storeName: ['ExampleKeyStore', 'Another'],
    token: [],
    zone: ['us-west-2a', 'us-west-2b', 'us-west-2c'],
  };
  const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore } as const;
  for (const [i, input] of [inStore, {}, {}, inStore, {}].entries()) {
    const { KeyMetadata: { KeyId = '' } = {} } = await world.kms('CreateKey', { ...input, Tags: [{ TagKey: 'a', TagValue: '1' }] });
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array([1]) });
    const { GrantId = '', GrantToken = '' } = await world.kms('CreateGrant', {
      KeyId,
      GranteePrincipal: pool.principal[0],
      RetiringPrincipal: pool.principal[1],
      Operations: ['Decrypt', 'CreateGrant'],
    });
    pool.grant.push(GrantId);
    pool.token.push(GrantToken);
    pool.key.push(KeyId, KeyId, `arn:aws:kms:us-west-2:111122223333:key/${KeyId}`);
    pool.ciphertext.push((CiphertextBlob as Uint8Array<ArrayBuffer>).toBase64());
    if (i < 2) await world.kms('CreateAlias', { AliasName: `alias/${i === 0 ? 'one' : 'two'}`, TargetKeyId: KeyId });
    if (i === 2) await world.kms('ScheduleKeyDeletion', { KeyId });
    if (i === 3) await world.kms('DisableKey', { KeyId });
    const { Policy = '' } = await world.kms('GetKeyPolicy', { KeyId });
    pool.policy.push(Policy);
    if (i !== 4) continue;
    await world.kms('RotateKeyOnDemand', { KeyId });
    await world.control.advance({ ms: 60_000 });
    const { Rotations = [] } = await world.kms('ListKeyRotations', { KeyId, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' });
    pool.material.push(...Rotations.map(({ KeyMaterialId = '' }) => KeyMaterialId));
  }
  pool.key.push('alias/one', 'alias/two', 'arn:aws:kms:us-west-2:111122223333:alias/one', '11111111-2222-3333-4444-555555555555');
  const { NextMarker = '' } = await world.kms('ListKeys', { Limit: 1 });
  pool.marker.push(NextMarker);
  return pool;
}

/** Which pool an answer's member belongs to. */
const learned: Readonly<Record<string, PoolName>> = {
  CiphertextBlob: 'ciphertext',
  CustomKeyStoreId: 'store',
  GrantId: 'grant',
  GrantToken: 'token',
  KeyId: 'key',
  NextMarker: 'marker',
  NextToken: 'marker',
  HsmId: 'hsm',
};

/** Later requests are about what earlier ones made, too. */
export function learn(pool: Pool, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  for (const [name, value] of Object.entries(answer)) {
    const into = learned[name];
    if (into && typeof value === 'string' && !pool[into].includes(value)) pool[into].push(value);
    else learn(pool, value);
  }
}

/** @returns the input with what the world holds in place of each {@link FromPool} */
export function filled(pool: Pool, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => filled(pool, item));
  if (typeof value !== 'object' || value === null) return value;
  if (isFromPool(value)) return pool[value.$pool][value.index % pool[value.$pool].length];
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(pool, inner)]));
}

/** A mutation may have made half of one. */
const isFromPool = (value: object): value is FromPool =>
  '$pool' in value && typeof value.$pool === 'string' && 'index' in value && Number.isSafeInteger(value.index);
