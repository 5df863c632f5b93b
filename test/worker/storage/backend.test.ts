import { expect } from 'chai';
import fc from '../../fast-check.ts';
import type { Backend, Page, Row, Write } from '../../../src/worker/storage/backend.ts';
import { compareKeys, keyOf } from '../../../src/worker/storage/keys.ts';
import { keyPaths, storeNames, type KeyObjectRow, type Schema, type StoreName } from '../../../src/worker/storage/schema.ts';
import { account, backends, policy, policyKey, region } from './backends.ts';

const put = <S extends StoreName>(store: S, row: Schema[S]): Write => ({ store, row, key: keyOf(store, row) });
const object = (owner: string, handle: number): KeyObjectRow => ({
  account,
  region,
  owner,
  handle,
  label: `${owner}/${String(handle)}`,
  username: 'kmsuser',
  backingKeyId: 'b',
  materialId: 'm',
});

for (const [name, open] of Object.entries(backends))
  describe(`rows in ${name}`, () => {
    let backend: Backend;
    beforeEach(async () => {
      backend = await open();
    });
    afterEach(() => {
      backend.close();
    });

    const write = (...writes: Write[]): Promise<void> => backend.transact([], 'strict', () => writes);
    const handles = async (page: Omit<Page<'keyObjects'>, 'store'>): Promise<number[]> =>
      (await backend.page({ store: 'keyObjects', ...page })).map(({ handle }) => handle);

    it('are read by key, and are undefined where there is none', async () => {
      await write(put('keyPolicies', policy('a', '1')));
      expect(await backend.get('keyPolicies', policyKey('a'))).to.deep.equal(policy('a', '1'));
      expect(await backend.get('keyPolicies', policyKey('b'))).to.equal(undefined);
      expect(await backend.get('keys', policyKey('a'))).to.equal(undefined);
    });

    it('are replaced and deleted', async () => {
      await write(put('keyPolicies', policy('a', '1')), put('keyPolicies', policy('b', '1')));
      await write(put('keyPolicies', policy('a', '2')), { store: 'keyPolicies', row: undefined, key: policyKey('b') });
      expect(await backend.get('keyPolicies', policyKey('a'))).to.deep.equal(policy('a', '2'));
      expect(await backend.get('keyPolicies', policyKey('b'))).to.equal(undefined);
    });

    it('of every store can be written in one transaction', async () => {
      const rows = storeNames.map((store): Write => {
        const row = Object.fromEntries(keyPaths[store].map((member, i) => [member, i]));
        return put(store, row as unknown as Schema[typeof store]);
      });
      await write(...rows);
      for (const { store, key, row } of rows) expect(await backend.get(store, key), store).to.deep.equal(row);
    });

    it('of a transaction are handed over in the order they were asked for', async () => {
      await write(put('keyPolicies', policy('a', '1')), put('keyPolicies', policy('b', '2')), put('keyObjects', object('c', 1)));
      let found: readonly (readonly Row[])[] = [];
      await backend.transact(
        [
          { store: 'keyObjects', prefix: [account, region] },
          { store: 'keyPolicies', key: policyKey('b') },
          { store: 'keyPolicies', key: policyKey('missing') },
          { store: 'keyPolicies', prefix: [account, region] },
        ],
        'relaxed',
        (rows) => {
          found = rows;
          return [];
        },
      );
      expect(found).to.deep.equal([
        [object('c', 1)],
        [policy('b', '2')],
        [],
        [policy('a', '1'), policy('b', '2')],
      ]);
    });

    it('stay as they were where `decide` throws', async () => {
      await write(put('keyPolicies', policy('a', '1')));
      const thrown = new Error('no');
      let caught: unknown;
      try {
        await backend.transact([{ store: 'keyPolicies', key: policyKey('a') }], 'strict', () => {
          throw thrown;
        });
      } catch (error) {
        caught = error;
      }
      expect(caught).to.equal(thrown);
      expect(await backend.get('keyPolicies', policyKey('a'))).to.deep.equal(policy('a', '1'));
    });

    it('are all gone but the new ones after a replacement', async () => {
      await write(put('keyPolicies', policy('a', '1')), put('keyObjects', object('c', 1)));
      let before: readonly (readonly Row[])[] = [];
      await backend.transact(
        [{ store: 'keyPolicies', key: policyKey('a') }],
        'strict',
        (rows) => {
          before = rows;
          return [put('keyPolicies', policy('b', '2'))];
        },
        true,
      );
      expect(before).to.deep.equal([[policy('a', '1')]]);
      expect(await backend.page({ store: 'keyPolicies', prefix: [account], limit: 9 })).to.deep.equal([policy('b', '2')]);
      expect(await backend.page({ store: 'keyObjects', prefix: [account], limit: 9 })).to.deep.equal([]);
    });

    it('come by pages, in the order of their keys, and from the end', async () => {
      await write(...[8, 9, 10, 100, 11].map((n) => put('keyObjects', object('cluster', n))), put('keyObjects', object('cluster2', 1)));
      const prefix = [account, region, 'cluster'];
      expect(await handles({ prefix, limit: 9 })).to.deep.equal([8, 9, 10, 11, 100]);
      expect(await handles({ prefix, limit: 2 })).to.deep.equal([8, 9]);
      expect(await handles({ prefix, limit: 2, after: 9 })).to.deep.equal([10, 11]);
      expect(await handles({ prefix, limit: 2, after: 99 })).to.deep.equal([100]);
      expect(await handles({ prefix, limit: 9, after: 100 })).to.deep.equal([]);
      expect(await handles({ prefix, limit: 2, reverse: true })).to.deep.equal([100, 11]);
      expect(await handles({ prefix, limit: 9, after: 11, reverse: true })).to.deep.equal([10, 9, 8]);
      expect(await handles({ prefix, limit: 9, after: 8, reverse: true })).to.deep.equal([]);
      expect(await handles({ prefix: [account, region], limit: 1, reverse: true })).to.deep.equal([1]);
    });

    it('come by pages that begin so, and go on after several members', async () => {
      const alias = (AliasName: string): Write => put('keyAliases', { account, region, KeyId: 'k', AliasName });
      await write(...['alias/a', 'alias/b', 'alias/b/1', 'alias/bc', 'alias/c'].map(alias));
      const names = async (page: Omit<Page<'keyAliases'>, 'store' | 'prefix'>): Promise<string[]> =>
        (await backend.page({ store: 'keyAliases', prefix: [account, region, 'k'], ...page })).map(({ AliasName }) => AliasName.slice(6));
      expect(await names({ begins: 'alias/b', limit: 9 })).to.deep.equal(['b', 'b/1', 'bc']);
      expect(await names({ begins: 'alias/b', limit: 1, after: 'alias/b' })).to.deep.equal(['b/1']);
      expect(await names({ begins: 'alias/b', limit: 9, reverse: true })).to.deep.equal(['bc', 'b/1', 'b']);
      expect(await names({ begins: 'alias/b', limit: 9, reverse: true, after: 'alias/bc' })).to.deep.equal(['b/1', 'b']);
      expect(await names({ begins: '', limit: 9 })).to.deep.equal(['a', 'b', 'b/1', 'bc', 'c']);
      const tag = (TagValue: string, number: number): Write => put('keyTags', { account, region, TagKey: 't', TagValue, number, KeyId: '' });
      await write(tag('x', 1), tag('x', 2), tag('y', 1));
      const tags = async (page: Omit<Page<'keyTags'>, 'store' | 'prefix'>): Promise<string[]> =>
        (await backend.page({ store: 'keyTags', prefix: [account, region, 't'], ...page })).map(({ TagValue, number }) => `${TagValue}${String(number)}`);
      expect(await tags({ limit: 9, after: ['x', 1] })).to.deep.equal(['x2', 'y1']);
      expect(await tags({ limit: 9, after: ['y', 1], reverse: true })).to.deep.equal(['x2', 'x1']);
    });

    it('of another account or Region are not in a range', async () => {
      await write(
        put('keyPolicies', policy('a', 'mine')),
        put('keyPolicies', { ...policy('a', 'east'), region: 'us-west-20' }),
        put('keyPolicies', { ...policy('a', 'other'), account: '444455556666' }),
      );
      const prefix = [account, region];
      expect(await backend.page({ store: 'keyPolicies', prefix, limit: 9 })).to.deep.equal([policy('a', 'mine')]);
      expect(await backend.page({ store: 'keyPolicies', prefix, limit: 9, reverse: true })).to.deep.equal([policy('a', 'mine')]);
    });

    it('any set of rows, any page: as a sorted list has it', async () => {
      const page = fc.record({
        after: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
        limit: fc.integer({ min: 1, max: 6 }),
        reverse: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 8 }), page, async (numbers, { after, limit, reverse }) => {
          const owner = crypto.randomUUID();
          await write(...numbers.map((n) => put('keyObjects', object(owner, n))));
          const sorted = numbers.toSorted((a, b) => compareKeys([a], [b]) * (reverse ? -1 : 1));
          const rest = sorted.filter((n) => after === undefined || (reverse ? n < after : n > after));
          expect(
            await handles({ prefix: [account, region, owner], limit, reverse, ...(after !== undefined && { after }) }),
          ).to.deep.equal(rest.slice(0, limit));
        }),
        { numRuns: 40 },
      );
    });
  });
