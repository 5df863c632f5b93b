import { expect } from 'chai';
import type { Backend, Write } from '../../../src/worker/storage/backend.ts';
import { AwsError } from '../../../src/worker/errors.ts';
import { createCommitter, type CommitNotice, type Committer, type Plan } from '../../../src/worker/storage/committer.ts';
import { Stale } from '../../../src/worker/storage/rows.ts';
import { eventsOf, type TrailEvent } from '../../../src/worker/storage/schema.ts';
import { account, backends, policy, policyKey, region } from './backends.ts';

/** What happened in a test, in order. */
type Log = (CommitNotice | string)[];

const event = (name: string): TrailEvent => ({ account, region, eventTime: 0, record: { name } });
const read = (KeyId: string) => ({ store: 'keyPolicies', key: policyKey(KeyId) }) as const;
const all = { store: 'keyPolicies', prefix: [account, region] } as const;
/** Writes one row; its event says whether it could. */
const putting = (KeyId: string, Policy = KeyId): Plan<unknown> => ({
  reads: [],
  decide: (rows) => {
    rows.put('keyPolicies', policy(KeyId, Policy));
    return `put ${KeyId}`;
  },
  event: (outcome) => event('error' in outcome ? `refused ${KeyId}` : `put ${KeyId}`),
});
/** Writes one row and is refused all the same. */
const refusing = (KeyId: string): Plan<unknown> => ({
  ...putting(KeyId),
  decide: (rows) => {
    rows.put('keyPolicies', policy(KeyId, 'half'));
    throw new AwsError('KMSInvalidStateException', KeyId);
  },
});

for (const [name, open] of Object.entries(backends))
  describe(`group commit in ${name}`, () => {
    let backend: Backend;
    let committer: Committer;
    let log: Log;
    beforeEach(async () => {
      backend = await open();
      log = [];
      committer = createCommitter(backend, (notice) => log.push(notice));
    });
    afterEach(() => {
      backend.close();
    });

    const notices = (): CommitNotice[] => log.filter((entry) => typeof entry !== 'string');
    /** Commits these in one transaction: they arrive while another one is in flight. */
    async function together(of: Committer, ...plans: Plan<unknown>[]): Promise<PromiseSettledResult<unknown>[]> {
      const first = of.commit(putting('first'));
      const outcomes = Promise.allSettled(plans.map((plan) => of.commit(plan)));
      await first;
      return outcomes;
    }
    const stored = async (): Promise<Record<string, string>> =>
      Object.fromEntries(
        (await backend.page({ store: 'keyPolicies', prefix: [account], limit: 999 })).map(({ KeyId, Policy }) => [KeyId, Policy]),
      );
    /** The events of each transaction. */
    const events = async (): Promise<[number, unknown[]][]> =>
      (await backend.page({ store: 'events', prefix: [account, region], limit: 999 })).map((row) => [
        row.sequence,
        eventsOf(row).map(({ record }) => record['name']),
      ]);
    const sequence = async (): Promise<unknown> => {
      const row = await backend.get('world', ['sequence']);
      return row?.id === 'sequence' ? row.value : undefined;
    };

    it('answers with what `decide` returned, and has stored its rows and its event in one transaction', async () => {
      const transactions: Write[][] = [];
      const watched: Backend = {
        ...backend,
        transact: (reads, durability, decide) =>
          backend.transact(reads, durability, (rows) => {
            const writes = [...decide(rows)];
            transactions.push(writes);
            return writes;
          }),
      };
      expect(await createCommitter(watched, () => undefined).commit(putting('a'))).to.equal('put a');
      expect(transactions.map((writes) => writes.map(({ store }) => store))).to.deep.equal([['keyPolicies', 'events', 'world']]);
      expect(await stored()).to.deep.equal({ a: 'a' });
      expect(await events()).to.deep.equal([[1, ['put a']]]);
    });

    it('puts what arrives meanwhile in one transaction, with one sequence number and one row of events', async () => {
      await together(committer, putting('a'), putting('b'), putting('c'));
      expect(await stored()).to.deep.equal({ first: 'first', a: 'a', b: 'b', c: 'c' });
      expect(await events()).to.deep.equal([
        [1, ['put first']],
        [2, ['put a', 'put b', 'put c']],
      ]);
      expect(notices().map((notice) => notice.sequence)).to.deep.equal([1, 2]);
      expect(notices()[1]?.changes).to.deep.equal([
        { store: 'keyPolicies', key: policyKey('a') },
        { store: 'keyPolicies', key: policyKey('b') },
        { store: 'keyPolicies', key: policyKey('c') },
        { store: 'events', key: [account, region, 2] },
      ]);
      expect(await sequence()).to.equal(2);
    });

    it('loses only the one that is refused; its event is stored instead of its writes', async () => {
      const outcomes = await together(committer, putting('a'), refusing('b'), putting('c'));
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).to.have.nested.property('reason.name', 'KMSInvalidStateException');
      expect(await stored()).to.deep.equal({ first: 'first', a: 'a', c: 'c' });
      expect(await events()).to.deep.equal([
        [1, ['put first']],
        [2, ['put a', 'refused b', 'put c']],
      ]);
    });

    it('stores the event of one that is refused alone', async () => {
      const [outcome] = await Promise.allSettled([committer.commit(refusing('a'))]);
      expect(outcome.status).to.equal('rejected');
      expect(await stored()).to.deep.equal({});
      expect(await events()).to.deep.equal([[1, ['refused a']]]);
    });

    it('writes nothing, and tells nobody, where there is nothing to write', async () => {
      const looked = await committer.commit({ reads: [read('a')], decide: (rows) => rows.get('keyPolicies', policyKey('a')) });
      expect(looked).to.equal(undefined);
      expect(log).to.deep.equal([]);
      expect(await sequence()).to.equal(undefined);
    });

    it('keeps events of different accounts and Regions apart', async () => {
      const other = { ...event('other'), region: 'eu-west-1' };
      await together(committer, putting('a'), { ...putting('b'), event: () => other });
      expect(await events()).to.deep.equal([
        [1, ['put first']],
        [2, ['put a']],
      ]);
      const [row] = await backend.page({ store: 'events', prefix: [account, 'eu-west-1'], limit: 9 });
      expect(row).to.deep.equal({ account, region: 'eu-west-1', sequence: 2, events: JSON.stringify([other]) });
    });

    it('shows each the writes of those before it, by key', async () => {
      const get = (KeyId: string): Plan<unknown> => ({
        reads: [read(KeyId)],
        decide: (rows) => rows.get('keyPolicies', policyKey(KeyId)),
      });
      const deleting: Plan<unknown> = {
        reads: [],
        decide: (rows) => {
          rows.delete('keyPolicies', policyKey('a'));
          return undefined;
        },
      };
      const outcomes = await together(committer, get('a'), putting('a', '1'), get('a'), putting('a', '2'), get('a'), deleting, get('a'));
      expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined))).to.deep.equal([
        undefined,
        'put a',
        policy('a', '1'),
        'put a',
        policy('a', '2'),
        undefined,
        undefined,
      ]);
      expect(await stored()).to.deep.equal({ first: 'first' });
    });

    it('shows each the writes of those before it, and its own, by range', async () => {
      await together(committer, putting('b', 'old'), putting('d', 'old'));
      const range = (): Plan<unknown> => ({
        reads: [all],
        decide: (rows) => rows.range('keyPolicies', [account, region]).map(({ KeyId, Policy }) => `${KeyId} ${Policy}`),
      });
      const own: Plan<unknown> = {
        reads: [all],
        decide: (rows) => {
          rows.delete('keyPolicies', policyKey('a'));
          rows.put('keyPolicies', policy('e', 'own'));
          rows.put('keyPolicies', { ...policy('z', 'elsewhere'), region: 'eu-west-1' });
          return range().decide(rows);
        },
      };
      const deleteD: Plan<unknown> = { reads: [], decide: (rows) => { rows.delete('keyPolicies', policyKey('d')); } };
      const outcomes = await together(
        committer,
        range(),
        putting('c'),
        putting('a'),
        putting('b', 'new'),
        deleteD,
        refusing('x'),
        range(),
        own,
        range(),
      );
      const values = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && Array.isArray(outcome.value) ? [outcome.value as unknown] : []));
      expect(values).to.deep.equal([
        ['b old', 'd old', 'first first'],
        ['a a', 'b new', 'c c', 'first first'],
        ['b new', 'c c', 'e own', 'first first'],
        ['b new', 'c c', 'e own', 'first first'],
      ]);
    });

    it('does not show half of one that was refused', async () => {
      const seen: Plan<unknown> = { reads: [read('a'), all], decide: (rows) => [rows.get('keyPolicies', policyKey('a')), rows.range('keyPolicies', [account, region]).length] };
      const outcomes = await together(committer, refusing('a'), seen);
      expect(outcomes[1]).to.deep.equal({ status: 'fulfilled', value: [undefined, 1] });
    });

    it('throws Stale for a row or a range that was not named, and stores nothing of it', async () => {
      const getting: Plan<unknown> = { ...putting('b'), decide: (rows) => { rows.put('keyPolicies', policy('b', '1')); return rows.get('keyPolicies', policyKey('a')); }, event: () => undefined };
      const ranging: Plan<unknown> = { reads: [read('c')], decide: (rows) => rows.range('keyPolicies', [account, region]) };
      const outcomes = await together(committer, getting, ranging, putting('c'));
      expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof Stale)).to.deep.equal([true, true, false]);
      expect(await stored()).to.deep.equal({ first: 'first', c: 'c' });
    });

    it('tells what changed before it answers', async () => {
      const answer = committer.commit(putting('a')).then((value) => log.push(String(value)));
      const second = committer.commit(putting('b')).then((value) => log.push(String(value)));
      await Promise.all([answer, second]);
      expect(log.map((entry) => (typeof entry === 'string' ? entry : entry.sequence))).to.deep.equal([1, 'put a', 2, 'put b']);
    });

    it('answers once the rows are stored, not before', async () => {
      await committer.commit(putting('a'));
      expect(await backend.get('keyPolicies', policyKey('a'))).to.deep.equal(policy('a', 'a'));
    });

    it('goes on where who is told of a commit fails, and says so loudly', async () => {
      const loud = new Promise<unknown>((resolve) => {
        const real = console.error;
        console.error = (_what: string, error: unknown) => {
          console.error = real;
          resolve(error);
        };
      });
      let told = 0;
      const broken = createCommitter(backend, () => {
        told += 1;
        if (told === 1) throw new Error('listener');
      });
      expect(await broken.commit(putting('a'))).to.equal('put a');
      expect(await broken.commit(putting('b'))).to.equal('put b');
      expect(await loud).to.have.property('message', 'listener');
    });

    it('raises the sequence by one a transaction, with what another tab committed between', async () => {
      const other = createCommitter(backend, (notice) => log.push(notice));
      for (const who of [committer, other, other, committer]) await who.commit(putting('a'));
      expect(notices().map((notice) => notice.sequence)).to.deep.equal([1, 2, 3, 4]);
      expect(await sequence()).to.equal(4);
    });

    it('runs what storage refuses as a whole again, one by one', async () => {
      const refused = createCommitter(narrow(backend, 3), (notice) => log.push(notice));
      // Alone each writes its row, its event and the sequence.
      const outcomes = await together(refused, putting('a'), refusing('b'), putting('c'));
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).to.have.nested.property('reason.name', 'KMSInvalidStateException');
      expect(await stored()).to.deep.equal({ first: 'first', a: 'a', c: 'c' });
      expect(await events()).to.deep.equal([
        [1, ['put first']],
        [2, ['put a']],
        [3, ['refused b']],
        [4, ['put c']],
      ]);
      expect(notices().map((notice) => notice.sequence)).to.deep.equal([1, 2, 3, 4]);
    });

    it('loses only the one that storage refuses alone, with its event, and goes on', async () => {
      const large: Plan<unknown> = {
        ...putting('large'),
        decide: (rows) => {
          for (const n of ['1', '2']) rows.put('keyPolicies', policy(n, n));
          return 'large';
        },
      };
      const refused = createCommitter(narrow(backend, 3), (notice) => log.push(notice));
      const outcomes = await together(refused, putting('a'), large, putting('c'));
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).to.have.nested.property('reason.name', 'QuotaExceededError');
      expect(await stored()).to.deep.equal({ first: 'first', a: 'a', c: 'c' });
      expect(await events()).to.deep.equal([
        [1, ['put first']],
        [2, ['put a']],
        [3, ['put c']],
      ]);
      expect(await refused.commit(putting('d'))).to.equal('put d');
    });

    it('is strict as soon as one of a transaction is', async () => {
      const durabilities: string[] = [];
      const watched: Backend = {
        ...backend,
        transact: (reads, durability, decide) => {
          durabilities.push(durability);
          return backend.transact(reads, durability, decide);
        },
      };
      const relaxed = (KeyId: string): Plan<unknown> => ({ ...putting(KeyId), durability: 'relaxed' });
      const of = createCommitter(watched, () => undefined);
      await together(of, relaxed('a'), relaxed('b'));
      await together(of, relaxed('a'), putting('b'));
      expect(durabilities).to.deep.equal(['strict', 'relaxed', 'strict', 'strict']);
    });
  });

/** Storage with room for so many writes in one transaction. */
const narrow = (backend: Backend, room: number): Backend => ({
  ...backend,
  transact: (reads, durability, decide, replace) =>
    backend.transact(
      reads,
      durability,
      (rows) => {
        const writes = [...decide(rows)];
        if (writes.length > room) throw new DOMException('full', 'QuotaExceededError');
        return writes;
      },
      replace,
    ),
});

describe('group commit', () => {
  it('loses only the row that IndexedDB cannot clone', async () => {
    const backend = await (backends['indexeddb'] as () => Promise<Backend>)();
    const committer = createCommitter(backend, () => undefined);
    const uncloneable = putting('b', (() => undefined) as unknown as string);
    const outcomes = await Promise.allSettled(['first', 'a', uncloneable, 'c'].map((plan) => committer.commit(typeof plan === 'string' ? putting(plan) : plan)));
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[2]).to.have.nested.property('reason.name', 'DataCloneError');
    const rows = await backend.page({ store: 'keyPolicies', prefix: [account], limit: 9 });
    expect(rows).to.deep.equal([policy('a', 'a'), policy('c', 'c'), policy('first', 'first')]);
    backend.close();
  });

  it('loses only the one whose event cannot be written', async () => {
    const backend = await (backends['indexeddb'] as () => Promise<Backend>)();
    const committer = createCommitter(backend, () => undefined);
    const broken: Plan<unknown> = {
      ...putting('b'),
      event: () => {
        throw new TypeError('a bug in the trail');
      },
    };
    const outcomes = await Promise.allSettled([putting('first'), putting('a'), broken, putting('c')].map((plan) => committer.commit(plan)));
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    const rows = await backend.page({ store: 'keyPolicies', prefix: [account], limit: 9 });
    expect(rows.map(({ KeyId }) => KeyId)).to.deep.equal(['a', 'c', 'first']);
    backend.close();
  });

  it('rejects and never hangs once the database is closed', async () => {
    const backend = await (backends['indexeddb'] as () => Promise<Backend>)();
    const committer = createCommitter(backend, () => undefined);
    const underWay = committer.commit(putting('a'));
    backend.close();
    expect(await underWay).to.equal('put a');
    const outcomes = await Promise.allSettled([committer.commit(putting('b')), committer.commit(putting('c'))]);
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && (outcome.reason as Error).name)).to.deep.equal([
      'InvalidStateError',
      'InvalidStateError',
    ]);
  });
});
