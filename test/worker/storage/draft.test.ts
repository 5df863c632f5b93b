import { expect } from 'chai';
import fc from '../../fast-check.ts';
import type { Backend, Page } from '../../../src/worker/storage/backend.ts';
import { beginDraft } from '../../../src/worker/storage/draft.ts';
import { Stale } from '../../../src/worker/storage/rows.ts';
import { eventsOf, type TrailEvent } from '../../../src/worker/storage/schema.ts';
import { createStorage, type RowAccess, type Storage } from '../../../src/worker/storage/storage.ts';
import { account, backends, policy, policyKey, region } from './backends.ts';

const all: Page<'keyPolicies'> = { store: 'keyPolicies', prefix: [account, region], limit: 99 };
const put = (rows: RowAccess, KeyId: string, Policy: string): Promise<void> =>
  rows.commit({ reads: [], decide: (view) => {
    view.put('keyPolicies', policy(KeyId, Policy));
  } });
const take = (rows: RowAccess, KeyId: string): Promise<void> =>
  rows.commit({ reads: [], decide: (view) => {
    view.delete('keyPolicies', policyKey(KeyId));
  } });
const event = (eventName: string, eventTime: number): TrailEvent => ({ account, region, eventTime, record: { eventName } });

for (const [kind, open] of Object.entries(backends))
  describe(`a draft of commits, ${kind}`, () => {
    let backend: Backend;
    let storage: Storage;
    beforeEach(async () => {
      backend = await open();
      storage = createStorage(backend, undefined);
      await put(storage, 'b', 'stored');
    });
    afterEach(() => {
      storage.close();
    });

    it('sees what was done in it, and nobody else does until it is stored', async () => {
      const draft = await beginDraft(storage);
      await put(draft, 'a', 'first');
      const seen = await draft.commit({
        reads: [{ store: 'keyPolicies', key: policyKey('a') }, { store: 'keyPolicies', prefix: [account, region] }],
        decide: (rows) => {
          rows.put('keyPolicies', policy('a', `${rows.get('keyPolicies', policyKey('a'))?.Policy ?? ''}, second`));
          return rows.range('keyPolicies', [account, region]).map(({ KeyId }) => KeyId);
        },
      });
      expect(seen).to.deep.equal(['a', 'b']);
      expect(await draft.get('keyPolicies', policyKey('a'))).to.include({ Policy: 'first, second' });
      expect(await storage.get('keyPolicies', policyKey('a'))).to.equal(undefined);
      await draft.store();
      expect(await storage.get('keyPolicies', policyKey('a'))).to.include({ Policy: 'first, second' });
      expect(await backend.get('keyPolicies', policyKey('a'))).to.include({ Policy: 'first, second' });
    });

    it('has its events in one row, in their order', async () => {
      const draft = await beginDraft(storage);
      for (const [i, name] of ['DeleteKey', 'RotateKey'].entries())
        await draft.commit({ reads: [], decide: () => name, event: (outcome) => ('value' in outcome ? event(outcome.value, i) : undefined) });
      await draft.store();
      const rows = await storage.page({ store: 'events', prefix: [account, region], limit: 99 });
      expect(rows.map((row) => eventsOf(row).map(({ eventTime }) => eventTime))).to.deep.equal([[0, 1]]);
    });

    it('is not stored where something else was committed since it began', async () => {
      const draft = await beginDraft(storage);
      await put(draft, 'a', 'draft');
      await put(storage, 'c', 'meanwhile');
      const [outcome] = await Promise.allSettled([draft.store()]);
      expect(outcome.status === 'rejected' && outcome.reason instanceof Stale).to.equal(true);
      expect(await backend.get('keyPolicies', policyKey('a'))).to.equal(undefined);
    });

    it('goes before what waits for the same transaction', async () => {
      const draft = await beginDraft(storage);
      await put(draft, 'a', 'draft');
      const seen: unknown[] = [];
      await Promise.all([
        // It writes nothing, and has its transaction for itself: the other two wait for the next one.
        storage.commit({ reads: [], decide: () => undefined }),
        storage.commit({
          reads: [{ store: 'keyPolicies', key: policyKey('a') }],
          decide: (rows) => {
            seen.push(rows.get('keyPolicies', policyKey('a'))?.Policy);
            rows.put('keyPolicies', policy('c', 'too'));
          },
        }),
        draft.store(),
      ]);
      expect(seen).to.deep.equal(['draft']);
      expect(await backend.get('keyPolicies', policyKey('c'))).to.include({ Policy: 'too' });
    });

    it('pages as if all were stored', async () => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
      const change = fc.record({ id: fc.constantFrom(...ids), gone: fc.boolean() });
      const page = fc.record(
        { limit: fc.integer({ min: 1, max: 7 }), after: fc.constantFrom(...ids), reverse: fc.boolean() },
        { requiredKeys: ['limit'] },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(change), fc.array(change), fc.array(page, { minLength: 1 }), async (before, during, pages) => {
          for (const id of ids) await take(storage, id);
          for (const { id, gone } of before) await (gone ? take : put)(storage, id, 'before');
          const draft = await beginDraft(storage);
          const asked: string[][] = [];
          for (const { id, gone } of during) {
            await draft.page({ ...all, limit: 1 });
            await (gone ? take : put)(draft, id, 'during');
          }
          for (const wanted of pages) asked.push((await draft.page({ ...all, ...wanted })).map(({ KeyId, Policy }) => `${KeyId} ${Policy}`));
          await draft.store();
          for (const [i, wanted] of pages.entries())
            expect((await storage.page({ ...all, ...wanted })).map(({ KeyId, Policy }) => `${KeyId} ${Policy}`)).to.deep.equal(asked[i]);
        }),
        { numRuns: 40 },
      );
    });
  });
