import { expect } from 'chai';
import fc from '../../../fast-check.ts';
import type { Rows } from '../../../../src/worker/storage/rows.ts';
import { documentStore, openTestWorld, type TestWorld } from '../../world.ts';
import { holds } from './settings.ts';

const place = { account: '111122223333', region: 'us-west-2' };
const alice = 'arn:aws:iam::111122223333:user/Alice';
const reader = 'arn:aws:iam::111122223333:role/Reader';

interface Page {
  readonly ids: readonly string[];
  readonly NextMarker?: string | undefined;
  readonly Truncated?: boolean | undefined;
}

/** A list that changes while it is being read. */
interface Listing {
  /** @returns the new item's id */
  add(): Promise<string>;
  remove(id: string): Promise<unknown>;
  page(input: { readonly Limit: number; readonly Marker?: string }): Promise<Page>;
}

const idsOf = <T>(list: readonly T[] | undefined, id: (item: T) => string | undefined): string[] => (list ?? []).map((item) => id(item) ?? '');
const newKey = async (world: TestWorld): Promise<string> => (await world.kms('CreateKey')).KeyMetadata?.KeyId ?? '';

/** One entry a paginated operation; `begin` makes a new, empty list in the world. */
const listings: Readonly<Record<string, { readonly begin: (world: TestWorld) => Promise<Listing>; readonly most?: number }>> = {
  'ListKeys': {
    begin: (world) =>
      Promise.resolve({
        add: () => newKey(world),
        async remove(KeyId) {
          await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
          await world.control.advance({ ms: 7 * 24 * 60 * 60_000 });
        },
        async page(input) {
          const { Keys, ...end } = await world.kms('ListKeys', input);
          return { ids: idsOf(Keys, ({ KeyId }) => KeyId), ...end };
        },
      }),
  },
  'ListAliases of all keys': {
    begin: async (world) => {
      const TargetKeyId = await newKey(world);
      return {
        add: () => newAlias(world, TargetKeyId),
        remove: (AliasName) => world.kms('DeleteAlias', { AliasName }),
        async page(input) {
          const { Aliases, ...end } = await world.kms('ListAliases', input);
          return { ids: idsOf(Aliases, ({ AliasName }) => AliasName), ...end };
        },
      };
    },
  },
  'ListAliases of a key': {
    begin: async (world) => {
      const [KeyId, other] = [await newKey(world), await newKey(world)];
      return {
        add: () => newAlias(world, KeyId),
        // Away from this key, and still there.
        remove: (AliasName) => world.kms('UpdateAlias', { AliasName, TargetKeyId: other }),
        async page(input) {
          const { Aliases, ...end } = await world.kms('ListAliases', { KeyId, ...input });
          return { ids: idsOf(Aliases, ({ AliasName }) => AliasName), ...end };
        },
      };
    },
  },
  'ListGrants': {
    begin: async (world) => {
      const KeyId = await newKey(world);
      return {
        add: () => newGrant(world, KeyId),
        remove: (GrantId) => world.kms('RevokeGrant', { KeyId, GrantId }),
        async page(input) {
          const { Grants, ...end } = await world.kms('ListGrants', { KeyId, ...input });
          return { ids: idsOf(Grants, ({ GrantId }) => GrantId), ...end };
        },
      };
    },
  },
  'ListGrants for one of two principals': {
    begin: async (world) => {
      const KeyId = await newKey(world);
      return {
        async add() {
          await world.kms('CreateGrant', { KeyId, GranteePrincipal: reader, Operations: ['Encrypt'] });
          return newGrant(world, KeyId);
        },
        remove: (GrantId) => world.kms('RevokeGrant', { KeyId, GrantId }),
        async page(input) {
          const { Grants, ...end } = await world.kms('ListGrants', { KeyId, GranteePrincipal: alice, ...input });
          return { ids: idsOf(Grants, ({ GrantId }) => GrantId), ...end };
        },
      };
    },
  },
  'ListRetirableGrants': {
    begin: async (world) => {
      const keys = [await newKey(world), await newKey(world)];
      const keyOf = new Map<string, string>();
      return {
        async add() {
          const KeyId = keys[keyOf.size % 2] ?? '';
          const GrantId = await newGrant(world, KeyId);
          keyOf.set(GrantId, KeyId);
          return GrantId;
        },
        remove: (GrantId) => world.kms('RevokeGrant', { KeyId: keyOf.get(GrantId), GrantId }),
        async page(input) {
          const { Grants, ...end } = await world.kms('ListRetirableGrants', { RetiringPrincipal: reader, ...input });
          return { ids: idsOf(Grants, ({ GrantId }) => GrantId), ...end };
        },
      };
    },
  },
  'ListResourceTags': {
    begin: async (world) => {
      const KeyId = await newKey(world);
      return {
        async add() {
          const TagKey = crypto.randomUUID();
          await world.kms('TagResource', { KeyId, Tags: [{ TagKey, TagValue: '' }] });
          return TagKey;
        },
        remove: (TagKey) => world.kms('UntagResource', { KeyId, TagKeys: [TagKey] }),
        async page(input) {
          const { Tags, ...end } = await world.kms('ListResourceTags', { KeyId, ...input });
          return { ids: idsOf(Tags, ({ TagKey }) => TagKey), ...end };
        },
      };
    },
  },
  'ListKeyRotations': {
    begin: async (world) => {
      const KeyId = await newKey(world);
      return {
        async add() {
          await world.kms('RotateKeyOnDemand', { KeyId });
          await world.control.advance({ ms: 60_000 });
          return (await world.kms('DescribeKey', { KeyId })).KeyMetadata?.CurrentKeyMaterialId ?? '';
        },
        // No rotation is ever undone.
        remove: () => Promise.resolve(),
        async page(input) {
          const { Rotations, ...end } = await world.kms('ListKeyRotations', { KeyId, ...input });
          return { ids: idsOf(Rotations, ({ KeyMaterialId }) => KeyMaterialId), ...end };
        },
      };
    },
  },
  'DescribeCustomKeyStores': {
    begin: async (world) => {
      // A world has one cluster, and a cluster one key store: these are of clusters that are gone.
      const row = await world.simulation.storage.get('keyStores', [place.account, place.region, documentStore]);
      if (!row) throw new Error('The document has a key store.');
      const change = (decide: (rows: Rows) => void): Promise<void> => world.simulation.storage.commit({ reads: [], decide });
      await change((rows) => {
        rows.delete('keyStores', [place.account, place.region, documentStore]);
      });
      return {
        async add() {
          const CustomKeyStoreId = `cks-${crypto.randomUUID().replaceAll('-', '').slice(0, 17)}`;
          await change((rows) => {
            rows.put('keyStores', { ...row, CustomKeyStoreId, CustomKeyStoreName: CustomKeyStoreId });
          });
          return CustomKeyStoreId;
        },
        remove: (id) =>
          change((rows) => {
            rows.delete('keyStores', [place.account, place.region, id]);
          }),
        async page(input) {
          const { CustomKeyStores, ...end } = await world.kms('DescribeCustomKeyStores', input);
          return { ids: idsOf(CustomKeyStores, ({ CustomKeyStoreId }) => CustomKeyStoreId), ...end };
        },
      };
    },
  },
};

async function newAlias(world: TestWorld, TargetKeyId: string): Promise<string> {
  const AliasName = `alias/${crypto.randomUUID()}`;
  await world.kms('CreateAlias', { AliasName, TargetKeyId });
  return AliasName;
}

async function newGrant(world: TestWorld, KeyId: string): Promise<string> {
  const { GrantId = '' } = await world.kms('CreateGrant', { KeyId, GranteePrincipal: alice, RetiringPrincipal: reader, Operations: ['Encrypt'] });
  return GrantId;
}

/** What happens between two pages: so many items come, and of those there are, these go. */
const change = fc.record({ come: fc.nat(2), go: fc.array(fc.nat(), { maxLength: 2 }) });

describe('paging under concurrent change', () => {
  for (const [name, { begin }] of Object.entries(listings))
    it(`${name}: what is there throughout is listed once, and what was never there or is listed twice, not`, async () => {
      await holds(
        fc.asyncProperty(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 }), fc.array(change, { maxLength: 5 }), async (size, Limit, changes) => {
          const world = await openTestWorld();
          try {
            const list = await begin(world);
            const there = new Set<string>();
            for (let i = 0; i < size; i += 1) there.add(await list.add());
            const throughout = new Set(there);
            const ever = new Set(there);
            const listed: string[] = [];
            let Marker: string | undefined;
            for (let pages = 0; ; pages += 1) {
              const page = await list.page({ Limit, ...(Marker !== undefined && { Marker }) });
              expect(page.ids).to.have.lengthOf.at.most(Limit);
              expect(page.Truncated).to.equal(page.NextMarker !== undefined);
              // A page is short only where it is the last.
              if (page.Truncated) expect(page.ids).to.have.lengthOf(Limit);
              listed.push(...page.ids);
              if (page.NextMarker === undefined) break;
              Marker = page.NextMarker;
              const { come = 0, go = [] } = changes[pages] ?? {};
              for (const at of go) {
                const id = [...there][at % (there.size || 1)];
                if (id === undefined || name === 'ListKeyRotations') continue;
                await list.remove(id);
                there.delete(id);
                throughout.delete(id);
              }
              for (let i = 0; i < come; i += 1) {
                const id = await list.add();
                there.add(id);
                ever.add(id);
              }
            }
            expect(new Set(listed), 'listed twice').to.have.property('size', listed.length);
            expect([...throughout].filter((id) => !listed.includes(id)), 'left out').to.deep.equal([]);
            expect(listed.filter((id) => !ever.has(id)), 'never there').to.deep.equal([]);
          } finally {
            world.close();
          }
        }),
        8,
      );
    });
});
