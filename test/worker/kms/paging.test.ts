import { expect } from 'chai';
import type { KeyStoreRow } from '../../../src/worker/storage/schema.ts';
import type { Values } from '../../../src/model/shapes.ts';
import { documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { anyKms, operations } from './any-input.ts';
import { alice, createKey, hour, place, type TestKey } from './kms-world.ts';

/** Paging: facts 8.6. One row for each of the paginated operations. */

interface Paginated {
  readonly members: string;
  /** Items of a page if no Limit is given, and at the most. */
  readonly usual: number;
  readonly most: number;
  /** Makes this many more items; they are listed anywhere. */
  readonly add: (world: TestWorld, key: TestKey, count: number, from: number) => Promise<void>;
  /** Takes one of the items away. */
  readonly remove: (world: TestWorld, key: TestKey, item: Values) => Promise<unknown>;
  readonly idOf: (item: Values) => unknown;
  readonly input: (key: TestKey) => Values;
  /** How many items the test needs at the most; where fewer can be, a smaller page shows the same. */
  readonly can?: number;
}

/** Rows that are quicker put than made by calls. */
const rows = (world: TestWorld): TestWorld['simulation']['storage'] => world.simulation.storage;
const id = (i: number): string => i.toString(16).padStart(64, '0');
const grant = (KeyId: string, i: number) => ({
  ...place,
  KeyId,
  GrantId: id(i * 7919),
  CreationDate: i,
  GranteePrincipal: alice,
  RetiringPrincipal: alice,
  IssuingAccount: 'arn:aws:iam::111122223333:root',
  Operations: ['Encrypt' as const],
});
const addGrants: Paginated['add'] = (world, { KeyId }, count, from) =>
  rows(world).commit({
    reads: [],
    decide: (view) => {
      for (let i = from; i < from + count; i += 1) {
        view.put('grants', grant(KeyId, i));
        view.put('retirableGrants', { ...place, RetiringPrincipal: alice, KeyId, GrantId: grant(KeyId, i).GrantId });
      }
      view.put('counters', { ...place, name: `grants/${KeyId}`, count: from + count, next: 0 });
    },
  });
const revoke: Paginated['remove'] = (world, { KeyId }, { GrantId }) => world.kms('RevokeGrant', { KeyId, GrantId: GrantId as string });

const paginated: Readonly<Record<string, Paginated>> = {
  ListKeys: {
    members: 'Keys',
    usual: 100,
    most: 1000,
    add: async (world, _key, count) => {
      await Promise.all(Array.from({ length: count }, () => createKey(world)));
    },
    remove: async (world, _key, { KeyId }) => {
      await world.kms('ScheduleKeyDeletion', { KeyId: KeyId as string, PendingWindowInDays: 7 });
      await world.control.advance({ ms: 8 * 24 * hour });
    },
    idOf: ({ KeyId }) => KeyId,
    input: () => ({}),
    can: 105,
  },
  ListAliases: {
    members: 'Aliases',
    usual: 50,
    most: 100,
    add: (world, { KeyId }, count, from) =>
      rows(world).commit({
        reads: [],
        decide: (view) => {
          for (let i = from; i < from + count; i += 1) {
            const AliasName = `alias/${id(i * 7919)}`;
            view.put('aliases', { ...place, AliasName, TargetKeyId: KeyId, CreationDate: i, LastUpdatedDate: i });
            view.put('keyAliases', { ...place, AliasName, KeyId });
          }
        },
      }),
    remove: (world, _key, { AliasName }) => world.kms('DeleteAlias', { AliasName: AliasName as string }),
    idOf: ({ AliasName }) => AliasName,
    input: () => ({}),
  },
  ListGrants: {
    members: 'Grants',
    usual: 50,
    most: 100,
    add: addGrants,
    remove: revoke,
    idOf: ({ GrantId }) => GrantId,
    input: ({ KeyId }) => ({ KeyId, GranteePrincipal: alice }),
  },
  ListRetirableGrants: {
    members: 'Grants',
    usual: 50,
    most: 100,
    add: addGrants,
    remove: revoke,
    idOf: ({ GrantId }) => GrantId,
    input: () => ({ RetiringPrincipal: alice }),
  },
  ListResourceTags: {
    members: 'Tags',
    usual: 50,
    most: 50,
    add: (world, { KeyId }, count, from) =>
      world.kms('TagResource', { KeyId, Tags: Array.from({ length: count }, (_, i) => ({ TagKey: id((from + i) * 7919), TagValue: '' })) }) as Promise<never>,
    remove: (world, { KeyId }, { TagKey }) => world.kms('UntagResource', { KeyId, TagKeys: [TagKey as string] }),
    idOf: ({ TagKey }) => TagKey,
    input: ({ KeyId }) => ({ KeyId }),
    can: 48,
  },
  ListKeyRotations: {
    members: 'Rotations',
    usual: 100,
    most: 1000,
    add: (world, { KeyId }, count, from) =>
      rows(world).commit({
        reads: [],
        decide: (view) => {
          for (let number = from; number < from + count; number += 1)
            view.put('keyMaterials', { ...place, KeyId, number, backingKeyId: id(number), handle: number, RotationDate: number, RotationType: 'ON_DEMAND' });
        },
      }),
    // A rotation is never undone.
    remove: () => Promise.resolve(),
    idOf: ({ KeyMaterialId }) => KeyMaterialId,
    input: ({ KeyId }) => ({ KeyId }),
  },
  DescribeCustomKeyStores: {
    members: 'CustomKeyStores',
    usual: 1000,
    most: 1000,
    add: async (world, _key, count, from) => {
      const store = (await rows(world).get('keyStores', [place.account, place.region, documentStore])) as KeyStoreRow;
      await rows(world).commit({
        reads: [],
        decide: (view) => {
          for (let i = from; i < from + count; i += 1) {
            const CustomKeyStoreId = `cks-${id(i * 7919).slice(-17)}`;
            view.put('keyStores', { ...store, CustomKeyStoreId, CustomKeyStoreName: CustomKeyStoreId, ConnectionState: 'DISCONNECTED' });
          }
        },
      });
    },
    remove: async (world, _key, { CustomKeyStoreId }) => {
      if (CustomKeyStoreId !== documentStore) await world.kms('DeleteCustomKeyStore', { CustomKeyStoreId: CustomKeyStoreId as string });
    },
    idOf: ({ CustomKeyStoreId }) => CustomKeyStoreId,
    input: () => ({}),
    can: 9,
  },
};

const limitText = (value: number, constraint: string): string =>
  `1 validation error detected: Value '${String(value)}' at 'limit' failed to satisfy constraint: Member must have value ${constraint}`;

describe('paging', () => {
  let world: TestWorld;
  let key: TestKey;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  afterEach(() => {
    world.close();
  });
  interface Page {
    readonly items: readonly Values[];
    readonly Truncated: unknown;
    readonly NextMarker: string | undefined;
  }
  const pageOf = async (name: string, more: Values = {}): Promise<Page> => {
    const { members, input } = paginated[name] as Paginated;
    const answer = await anyKms(world)(name, { ...input(key), ...more });
    expect(Object.keys(answer).sort()).to.deep.equal([members, 'Truncated', ...(answer['Truncated'] ? ['NextMarker'] : [])].sort());
    return { items: answer[members] as readonly Values[], Truncated: answer['Truncated'], NextMarker: answer['NextMarker'] as string | undefined };
  };

  it('every operation with a Marker is in the table; ListKeyPolicies has one policy', () => {
    const all = Object.entries(operations).filter(([, { input }]) => 'Marker' in input).map(([name]) => name);
    expect([...Object.keys(paginated), 'ListKeyPolicies']).to.have.members(all);
  });

  for (const [name, { usual, most, add, remove, idOf, can }] of Object.entries(paginated))
    describe(name, () => {
      const count = Math.min(most + 10, can ?? Infinity);
      it(`${String(usual)} items a page, ${String(most)} at the most`, async () => {
        await add(world, key, count, 1);
        const there = (await pageOf(name, { Limit: 1000 })).items.length;
        expect(there).to.equal(Math.min(most, there));
        const first = await pageOf(name);
        expect(first.items).to.have.length(Math.min(usual, there));
        expect(first.Truncated).to.equal(count > usual);
        const largest = await pageOf(name, { Limit: most });
        expect(largest.items).to.have.length(Math.min(most, there));
        const one = await pageOf(name, { Limit: 1 });
        expect(one.items).to.have.length(1);
        expect(one.Truncated).to.equal(true);
      });
      it('each item once, also where others come and go between the pages', async () => {
        const size = Math.min(8, can ?? 8);
        await add(world, key, size, 1);
        const stays = (await pageOf(name, { Limit: 50 })).items.map(idOf);
        const seen: unknown[] = [];
        const gone: unknown[] = [];
        let Marker: string | undefined;
        for (let page = 0; ; page += 1) {
          const answer = await pageOf(name, { Limit: 3, ...(Marker && { Marker }) });
          expect(answer.items.length).to.be.at.most(3);
          seen.push(...answer.items.map(idOf));
          if (!answer.Truncated) break;
          Marker = answer.NextMarker;
          if (page === 0) {
            // The last item of the page, which the marker is made of, and one that is still to come; and a new one.
            const last = answer.items.at(-1) as Values;
            await remove(world, key, last);
            gone.push(idOf(last));
            await add(world, key, 1, 900);
          }
        }
        expect(new Set(seen).size).to.equal(seen.length);
        expect(seen).to.include.members(stays.filter((item) => !gone.includes(item)));
      });
      it('a page that ends with the list has no marker', async () => {
        await add(world, key, 2, 1);
        const { items } = await pageOf(name);
        const whole = await pageOf(name, { Limit: items.length });
        expect(whole.Truncated).to.equal(false);
      });
      it('refuses markers that it did not make: nonsense, another operation’s, another key’s', async () => {
        await add(world, key, 2, 1);
        const others = await Promise.all(Object.keys(paginated).filter((other) => other !== name).map(async (other) => {
          if (other !== 'ListRetirableGrants' && other !== 'ListGrants') await paginated[other]?.add(world, key, 2, 1);
          return (await pageOf(other, { Limit: 1 })).NextMarker;
        }));
        for (const Marker of ['x', 'bm9uc2Vuc2U=', 'W10=', 'bnVsbA==', 'eyJhIjoxfQ==', ' ', ...others.filter((marker) => marker !== undefined)])
          await refused(anyKms(world)(name, { ...paginated[name]?.input(key), Marker }), 'InvalidMarkerException');
        const { NextMarker } = await pageOf(name, { Limit: 1 });
        const before = key;
        key = await createKey(world);
        // What is listed of one key has a marker of this key.
        if ('KeyId' in (paginated[name]?.input(key) ?? {}))
          await refused(anyKms(world)(name, { ...paginated[name]?.input(key), Marker: NextMarker }), 'InvalidMarkerException');
        key = before;
        expect((await pageOf(name, { Limit: 1, Marker: NextMarker })).items).to.have.length(1);
      });
      it('a Limit of 1 to 1000, a Marker of 1 to 1024', async () => {
        const call = (more: Values): Promise<unknown> => anyKms(world)(name, { ...paginated[name]?.input(key), ...more });
        await refused(call({ Limit: 0 }), 'ValidationException', limitText(0, 'greater than or equal to 1'));
        await refused(call({ Limit: -1 }), 'ValidationException', limitText(-1, 'greater than or equal to 1'));
        await refused(call({ Limit: 1001 }), 'ValidationException', limitText(1001, 'less than or equal to 1000'));
        await call({ Limit: 1000 });
        await refused(call({ Marker: '' }), 'ValidationException');
        await refused(call({ Marker: 'a'.repeat(1025) }), 'ValidationException');
      });
    });

  it('ListKeyPolicies: one policy, whatever the page; InvalidMarkerException is not in its model', async () => {
    const answer = { PolicyNames: ['default'], Truncated: false };
    expect(await world.kms('ListKeyPolicies', { KeyId: key.KeyId, Limit: 1 })).to.deep.equal(answer);
    expect(await world.kms('ListKeyPolicies', { KeyId: key.KeyId, Marker: 'x' })).to.deep.equal(answer);
    await refused(world.kms('ListKeyPolicies', { KeyId: key.KeyId, Limit: 0 }), 'ValidationException', limitText(0, 'greater than or equal to 1'));
    await refused(world.kms('ListKeyPolicies', { KeyId: key.KeyId, Limit: 1001 }), 'ValidationException', limitText(1001, 'less than or equal to 1000'));
  });
  it('ListAliases of a key: its marker is not that of all aliases', async () => {
    await paginated['ListAliases']?.add(world, key, 20, 1);
    const seen: unknown[] = [];
    let Marker: string | undefined;
    do {
      const page = await pageOf('ListAliases', { KeyId: key.KeyId, Limit: 6, ...(Marker && { Marker }) });
      seen.push(...page.items.map(({ AliasName }) => AliasName));
      Marker = page.NextMarker;
      if (Marker) await refused(world.kms('ListAliases', { Marker }), 'InvalidMarkerException');
    } while (Marker);
    expect(new Set(seen).size).to.equal(20);
    expect(seen).to.have.length(20);
  });
  it('ListGrants: what a filter leaves out does not fill pages', async () => {
    await addGrants(world, key, 30, 1);
    const { GrantId } = await world.kms('CreateGrant', { KeyId: key.KeyId, GranteePrincipal: 'arn:aws:iam::111122223333:user/Bob', Operations: ['Decrypt'] });
    const answer = await world.kms('ListGrants', { KeyId: key.KeyId, GranteePrincipal: 'arn:aws:iam::111122223333:user/Bob', Limit: 1 });
    expect(answer.Grants?.map((each) => each.GrantId)).to.deep.equal([GrantId]);
    expect(answer.Truncated).to.equal(false);
  });
});
