import { expect } from 'chai';
import type { KeyFilter, KeyListInput } from '../../../src/model/look.ts';
import { documentStore, openTestWorld, type TestWorld } from '../world.ts';
import { arnOf, createKey, hour, place } from './kms-world.ts';

/** The look questions about KMS keys: lists in every order, filtered and by pages; and one key with all that is its own. */

describe('lists of KMS keys', () => {
  let world: TestWorld;
  /** By a name that is not an alias: the order of creation. */
  const ids: string[] = [];
  const nameOf = (KeyId: string): number => ids.indexOf(KeyId);
  /** All pages of a list, each key by its number in the order of creation. */
  const list = async (input: KeyListInput, limit = 2): Promise<number[]> => {
    const found: number[] = [];
    for (let after: KeyListInput['after']; ; ) {
      const page = await world.look.keys({ ...place, ...input, limit, after });
      expect(page.keys.length).to.be.at.most(limit);
      found.push(...page.keys.map(({ KeyId }) => nameOf(KeyId)));
      if (!page.next) return found;
      after = page.next;
    }
  };
  const alias = (AliasName: string, key: number): Promise<unknown> => world.kms('CreateAlias', { AliasName, TargetKeyId: ids[key] ?? '' });

  before(async () => {
    world = await openTestWorld();
    for (const number of [0, 1, 2, 3, 4, 5, 6]) {
      const { KeyId } = await createKey(world, number % 2 === 0 ? 'AWS_CLOUDHSM' : 'AWS_KMS');
      ids.push(KeyId);
    }
    await alias('alias/pay/b', 1);
    await alias('alias/archive', 3);
    await alias('alias/pay/a', 4);
    await alias('alias/pay/c', 4);
    await alias('alias/zoo', 1);
    // These come and go: the key has no alias in the end, and one has another's.
    await alias('alias/gone', 2);
    await world.kms('DeleteAlias', { AliasName: 'alias/gone' });
    await alias('alias/moves', 5);
    await world.kms('UpdateAlias', { AliasName: 'alias/moves', TargetKeyId: ids[6] ?? '' });
    const tag = (key: number, TagKey: string, TagValue: string): Promise<unknown> => world.kms('TagResource', { KeyId: ids[key] ?? '', Tags: [{ TagKey, TagValue }] });
    for (const key of [5, 0, 2]) await tag(key, 'team', 'red');
    await tag(1, 'team', 'blue');
    await tag(2, 'team', 'blue');
    await tag(2, 'stage', 'red');
    await tag(6, 'team', 'red');
    await world.kms('UntagResource', { KeyId: ids[6] ?? '', TagKeys: ['team'] });
    // The same names elsewhere are not listed here.
    await world.at({ region: 'eu-west-1' }).kms('CreateKey', { Tags: [{ TagKey: 'team', TagValue: 'red' }] });
  });
  after(() => {
    world.close();
  });

  const byId = (): number[] => ids.toSorted().map(nameOf);
  const orders: Readonly<Record<string, readonly [KeyListInput, () => readonly number[]]>> = {
    'creation, the newest first, is usual': [{}, () => [6, 5, 4, 3, 2, 1, 0]],
    'creation, the oldest first': [{ order: 'creation', descending: false }, () => [0, 1, 2, 3, 4, 5, 6]],
    'first alias; those without one last, the newest first': [{ order: 'name' }, () => [3, 6, 4, 1, 5, 2, 0]],
    'first alias, the other way round': [{ order: 'name', descending: true }, () => [0, 2, 5, 1, 4, 6, 3]],
    'key id': [{ order: 'KeyId' }, byId],
    'key id, the other way round': [{ order: 'KeyId', descending: true }, () => byId().reverse()],
  };
  for (const [name, [input, expected]] of Object.entries(orders))
    for (const limit of [1, 3, 7, 200])
      it(`by ${name}; ${String(limit)} a page`, async () => {
        expect(await list(input, limit)).to.deep.equal(expected());
      });

  const filters: readonly (readonly [KeyFilter, readonly number[]])[] = [
    [{ AliasName: 'alias/' }, [6, 4, 3, 1]],
    [{ AliasName: 'alias/pay' }, [4, 1]],
    [{ AliasName: 'alias/pay/c' }, [4]],
    [{ AliasName: 'alias/pay/cc' }, []],
    [{ AliasName: 'pay' }, []],
    [{ TagKey: 'team' }, [5, 2, 1, 0]],
    [{ TagKey: 'team', TagValue: 'red' }, [5, 0]],
    [{ TagKey: 'team', TagValue: 'blue' }, [2, 1]],
    [{ TagKey: 'tea' }, []],
    [{ TagKey: 'stage', TagValue: '' }, []],
    [{ KeySpec: 'SYMMETRIC_DEFAULT' }, [6, 5, 4, 3, 2, 1, 0]],
    [{ KeySpec: 'RSA_2048' }, []],
    [{ MultiRegion: false }, [6, 5, 4, 3, 2, 1, 0]],
    [{ MultiRegion: true }, []],
  ];
  for (const [filter, expected] of filters)
    it(`filtered by ${JSON.stringify(filter)}, in any order`, async () => {
      expect(await list({ filter })).to.deep.equal(expected);
      expect(await list({ filter, descending: false })).to.deep.equal(expected.toReversed());
      const named = [3, 6, 4, 1, 5, 2, 0].filter((key) => expected.includes(key));
      expect(await list({ filter, order: 'name' })).to.deep.equal(named);
      expect(await list({ filter, order: 'name', descending: true }, 3)).to.deep.equal(named.toReversed());
      expect((await world.look.keys({ ...place, filter })).total).to.equal(expected.length);
    });

  it('filtered by what a key id begins with', async () => {
    for (const id of ids) for (const length of [0, 1, 2, 36]) {
      const begins = id.slice(0, length);
      expect(await list({ filter: { KeyId: begins }, order: 'KeyId' })).to.deep.equal(byId().filter((key) => ids[key]?.startsWith(begins)));
    }
  });

  it('a key that is deleted is in no list, and by no filter', async () => {
    const own = await openTestWorld();
    const { KeyId } = await createKey(own);
    await own.kms('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    await own.kms('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: 'b' }] });
    const counts = (): Promise<number[]> =>
      Promise.all([{}, { order: 'name' as const }, { filter: { AliasName: '' } }, { filter: { TagKey: 'a' } }].map(async (input) => (await own.look.keys({ ...place, ...input })).keys.length));
    expect(await counts()).to.deep.equal([1, 1, 1, 1]);
    await own.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await own.control.advance({ ms: 8 * 24 * hour });
    expect(await counts()).to.deep.equal([0, 0, 0, 0]);
    expect(await own.look.key({ ...place, KeyId })).to.equal(undefined);
    own.close();
  });
});

describe('more than 200 keys that fit a filter', () => {
  it('stand in the order of what they are filtered by, and all are reached', async () => {
    const world = await openTestWorld();
    const count = 203;
    const numbers = Array.from({ length: count }, (_, i) => i);
    await world.simulation.storage.commit({
      reads: [],
      decide: (rows) => {
        for (const number of numbers) {
          const KeyId = `${String(count - number).padStart(8, '0')}-0000-4000-8000-000000000000`;
          rows.put('keys', { ...place, KeyId, CreationDate: number, Description: '', Origin: 'AWS_KMS', enabled: true, handle: number, backingKeyId: KeyId, tags: [{ TagKey: 'a', TagValue: 'b' }], number });
          rows.put('keyOrder', { ...place, number, KeyId });
          rows.put('keyTags', { ...place, TagKey: 'a', TagValue: 'b', number, KeyId });
        }
      },
    });
    const first = await world.look.keys({ ...place, filter: { TagKey: 'a' }, order: 'KeyId', limit: 200 });
    expect(first.total).to.equal(undefined);
    expect(first.keys.map(({ CreationDate }) => CreationDate)).to.deep.equal(numbers.slice(0, 200));
    const { keys, next } = await world.look.keys({ ...place, filter: { TagKey: 'a' }, limit: 200, after: first.next });
    expect(keys.map(({ CreationDate }) => CreationDate)).to.deep.equal(numbers.slice(200));
    expect(next).to.equal(undefined);
    world.close();
  });
});

describe('one KMS key', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });

  it('in a key store: with tags, policy and the store', async () => {
    const { KeyId } = await createKey(world, 'AWS_CLOUDHSM');
    await world.kms('TagResource', { KeyId, Tags: [{ TagKey: 'team', TagValue: 'red' }] });
    await world.kms('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    const { CreationDate, ...view } = (await world.look.key({ ...place, KeyId })) ?? {};
    expect(CreationDate).to.be.a('number');
    const { Policy } = await world.kms('GetKeyPolicy', { KeyId });
    expect(view).to.deep.equal({
      KeyId, Arn: arnOf(`key/${KeyId}`), KeyState: 'Enabled', KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', MultiRegion: false, Origin: 'AWS_CLOUDHSM',
      CustomKeyStoreId: documentStore, Description: '', aliases: ['alias/a'], tags: [{ TagKey: 'team', TagValue: 'red' }], Policy,
      keyStore: { CustomKeyStoreId: documentStore, CustomKeyStoreName: 'ExampleKeyStore', CloudHsmClusterId: 'cluster-1a23b4cdefg', ConnectionState: 'CONNECTED', keyCount: 1 },
    });
    await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    const deleted = await world.look.key({ ...place, KeyId });
    expect(deleted).to.include({ KeyState: 'PendingDeletion', DeletionDate: (await world.kms('DescribeKey', { KeyId })).KeyMetadata?.DeletionDate?.getTime() });
  });

  it('of AWS KMS: with its rotations', async () => {
    const { KeyId } = await createKey(world);
    const rotation = async (): Promise<unknown> => (await world.look.key({ ...place, KeyId }))?.rotation;
    const first = (await world.kms('DescribeKey', { KeyId })).KeyMetadata?.CurrentKeyMaterialId;
    expect(await rotation()).to.deep.equal({ onDemandLeft: 25, materials: [{ KeyMaterialId: first }] });
    await world.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 100 });
    await world.kms('RotateKeyOnDemand', { KeyId });
    const status = await world.kms('GetKeyRotationStatus', { KeyId });
    expect(await rotation()).to.deep.equal({
      automatic: { RotationPeriodInDays: 100, NextRotationDate: status.NextRotationDate?.getTime() },
      onDemandStartedAt: status.OnDemandRotationStartDate?.getTime(), onDemandLeft: 24, materials: [{ KeyMaterialId: first }],
    });
    await world.control.advance({ ms: hour });
    const { Rotations = [] } = await world.kms('ListKeyRotations', { KeyId });
    expect(await rotation()).to.have.deep.property('materials', [
      { KeyMaterialId: Rotations[0]?.KeyMaterialId, RotationDate: Rotations[0]?.RotationDate?.getTime(), RotationType: 'ON_DEMAND' },
      { KeyMaterialId: first },
    ]);
  });
});
