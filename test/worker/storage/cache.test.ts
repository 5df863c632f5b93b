import { expect } from 'chai';
import { createCache, type Cache } from '../../../src/worker/storage/cache.ts';
import type { Row } from '../../../src/worker/storage/backend.ts';
import { policy, policyKey } from './backends.ts';

/** The orders in which reads, our commits and notices of other tabs can meet. */
describe('the memory copies', () => {
  let cache: Cache;
  let missed: number[];
  let reads: number;
  beforeEach(() => {
    missed = [];
    reads = 0;
    cache = createCache((sequence) => missed.push(sequence));
    cache.checked(4);
    missed = [];
  });

  /** A row as the database has it when it is read now. */
  const get = (KeyId: string, Policy: string): Promise<Row | undefined> =>
    cache.get('keyPolicies', policyKey(KeyId), () => {
      reads += 1;
      return Promise.resolve(policy(KeyId, Policy));
    });
  /** A read that ends when the test says so. */
  function slowGet(KeyId: string): { row: Promise<Row | undefined>; end: (Policy: string) => void } {
    let end: (Policy: string) => void = () => undefined;
    const row = cache.get(
      'keyPolicies',
      policyKey(KeyId),
      () =>
        new Promise((resolve) => {
          reads += 1;
          end = (Policy) => {
            resolve(policy(KeyId, Policy));
          };
        }),
    );
    return {
      row,
      end: (Policy) => {
        end(Policy);
      },
    };
  }
  const write = (KeyId: string, Policy: string) =>
    ({ store: 'keyPolicies', key: policyKey(KeyId), row: policy(KeyId, Policy) }) as const;
  const change = (KeyId: string) => ({ store: 'keyPolicies', key: policyKey(KeyId) }) as const;

  it('save a second read', async () => {
    expect(await get('a', '1')).to.deep.equal(policy('a', '1'));
    expect(await get('a', 'not read')).to.deep.equal(policy('a', '1'));
    expect(reads).to.equal(1);
  });

  it('share a read that is under way', async () => {
    const { row, end } = slowGet('a');
    const same = get('a', 'not read');
    end('1');
    expect([await row, await same]).to.deep.equal([policy('a', '1'), policy('a', '1')]);
    expect(reads).to.equal(1);
  });

  it('remember that there is no row', async () => {
    const none = (): Promise<undefined> => {
      reads += 1;
      return Promise.resolve(undefined);
    };
    await cache.get('keys', policyKey('a'), none);
    await cache.get('keys', policyKey('a'), none);
    expect(reads).to.equal(1);
  });

  it('are as we wrote them', async () => {
    await get('a', '1');
    cache.wrote(5, [write('a', '2'), { store: 'keyPolicies', key: policyKey('b'), row: undefined }]);
    expect(await get('a', 'not read')).to.deep.equal(policy('a', '2'));
    expect(await cache.get('keyPolicies', policyKey('b'), () => Promise.reject(new Error('read')))).to.equal(undefined);
    expect(missed).to.deep.equal([]);
  });

  it('are gone where another tab wrote, and only there', async () => {
    await get('a', '1');
    await get('b', '1');
    cache.changed(5, [change('a')]);
    expect(await get('a', '2')).to.deep.equal(policy('a', '2'));
    expect(await get('b', 'not read')).to.deep.equal(policy('b', '1'));
    expect(missed).to.deep.equal([]);
  });

  it('are not kept where a notice for the row arrived while it was being read', async () => {
    const { row, end } = slowGet('a');
    cache.changed(5, [change('a')]);
    const after = get('a', '2');
    end('1');
    expect(await row).to.deep.equal(policy('a', '1'));
    expect(await after).to.deep.equal(policy('a', '2'));
    expect(await get('a', 'not read')).to.deep.equal(policy('a', '2'));
  });

  it('are what we wrote, not what was being read meanwhile', async () => {
    const { row, end } = slowGet('a');
    cache.wrote(5, [write('a', '2')]);
    end('1');
    await row;
    expect(await get('a', 'not read')).to.deep.equal(policy('a', '2'));
  });

  it('are gone after a gap in the notices, those being read too', async () => {
    await get('a', '1');
    const { row, end } = slowGet('b');
    cache.changed(6, [change('c')]);
    expect(missed).to.deep.equal([6]);
    end('1');
    await row;
    expect(await get('a', '2')).to.deep.equal(policy('a', '2'));
    expect(await get('b', '2')).to.deep.equal(policy('b', '2'));
  });

  it('are gone after a gap before our own commit, but for what it wrote', async () => {
    await get('a', '1');
    cache.wrote(6, [write('b', '2')]);
    expect(missed).to.deep.equal([6]);
    expect(await get('a', '2')).to.deep.equal(policy('a', '2'));
    expect(await get('b', 'not read')).to.deep.equal(policy('b', '2'));
    // The notice that we had not heard yet arrives: no gap any more.
    cache.changed(5, [change('b')]);
    expect(missed).to.deep.equal([6]);
    expect(await get('b', '3')).to.deep.equal(policy('b', '3'));
  });

  it('are not as we wrote them where another tab’s later commit was heard of before', async () => {
    // Ours is 5, and 6 wrote the same row.
    cache.changed(6, [change('a')]);
    cache.wrote(5, [write('a', 'ours')]);
    expect(await get('a', 'theirs')).to.deep.equal(policy('a', 'theirs'));
  });

  it('are gone when the database is further than we know', async () => {
    await get('a', '1');
    cache.checked(4);
    expect(await get('a', 'not read')).to.deep.equal(policy('a', '1'));
    cache.checked(5);
    expect(missed).to.deep.equal([5]);
    expect(await get('a', '2')).to.deep.equal(policy('a', '2'));
  });

  it('stay where our own commit overtook the check', async () => {
    cache.wrote(5, [write('a', '1')]);
    cache.checked(4);
    expect(await get('a', 'not read')).to.deep.equal(policy('a', '1'));
    cache.wrote(6, []);
    expect(missed).to.deep.equal([]);
  });

  it('are gone with the first notice where nobody had looked how far the database is', async () => {
    cache = createCache((sequence) => missed.push(sequence));
    await get('a', '1');
    cache.changed(5, []);
    expect(missed).to.deep.equal([5]);
    expect(await get('a', '2')).to.deep.equal(policy('a', '2'));
  });

  it('of a read that failed are none', async () => {
    const failing = cache.get('keyPolicies', policyKey('a'), () => Promise.reject(new Error('disk')));
    let caught: unknown;
    await failing.catch((error: unknown) => {
      caught = error;
    });
    expect(caught).to.have.property('message', 'disk');
    expect(await get('a', '1')).to.deep.equal(policy('a', '1'));
  });

  it('are never of material or events', async () => {
    const row = { account: '1', region: 'r', sequence: 1, events: '[]' };
    cache.wrote(5, [{ store: 'events', key: ['1', 'r', 1], row }]);
    let read = false;
    await cache.get('events', ['1', 'r', 1], () => {
      read = true;
      return Promise.resolve(row);
    });
    expect(read).to.equal(true);
  });

  it('are the 20,000 that were written or read last', async () => {
    await get('oldest', '1');
    cache.wrote(5, Array.from({ length: 20_000 }, (_, i) => write(String(i), '1')));
    expect(await get('0', 'not read')).to.deep.equal(policy('0', '1'));
    // Too many now: the one that nobody has asked for since longest falls out.
    expect(await get('oldest', '2')).to.deep.equal(policy('oldest', '2'));
    expect(await get('1', '2')).to.deep.equal(policy('1', '2'));
    expect(await get('0', 'not read')).to.deep.equal(policy('0', '1'));
  });
});
