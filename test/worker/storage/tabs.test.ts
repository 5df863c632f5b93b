import { expect } from 'chai';
import { keyPaths } from '../../../src/worker/storage/schema.ts';
import { createDue } from '../../../src/worker/due.ts';
import { SimulatorFault } from '../../../src/worker/errors.ts';
import { endDisconnecting } from '../../../src/worker/kms/connection.ts';
import { openWorld } from '../../../src/worker/open.ts';
import { indexedDbBackend } from '../../../src/worker/storage/indexeddb.ts';
import { createStorage, type Storage, type StorageNotice } from '../../../src/worker/storage/storage.ts';
import { createStoreKey, documentStore, openTestWorld, type TestWorld } from '../world.ts';
import { account, policy, policyKey, region } from './backends.ts';

/** The next notice in a tab that is so. */
const heard = (storage: Storage, so: (notice: StorageNotice) => boolean): Promise<StorageNotice> =>
  new Promise((resolve) => {
    storage.onNotice((notice) => {
      if (so(notice)) resolve(notice);
    });
  });
const ofPolicy =
  (KeyId: string) =>
  ({ changes }: StorageNotice): boolean =>
    changes.some(({ store, key }) => store === 'keyPolicies' && key.at(-1) === KeyId);
const put = (storage: Storage, KeyId: string, Policy: string): Promise<void> =>
  storage.commit({
    reads: [],
    decide: (rows) => {
      rows.put('keyPolicies', policy(KeyId, Policy));
    },
  });
const get = (storage: Storage, KeyId: string) => storage.get('keyPolicies', policyKey(KeyId));

const unexpected = (message: string): never => {
  throw new Error(message);
};
/** A tab whose commits nobody hears of, as after a frozen tab woke up. */
const silentTab = async (database: string): Promise<Storage> =>
  createStorage(await indexedDbBackend(database, unexpected), undefined);

describe('two tabs', () => {
  let database: string;
  let one: TestWorld;
  let two: TestWorld;
  beforeEach(async () => {
    one = await openTestWorld();
    ({ database } = one);
    two = await openTestWorld({ database });
  });
  afterEach(() => {
    one.close();
    two.close();
  });

  it('opened at once on a new database make one world', async () => {
    const fresh = `test-${crypto.randomUUID()}`;
    const worlds = await Promise.all(['default', 'cluster', 'empty'].map((scenario) => openTestWorld({ database: fresh, scenario })));
    const rows = await Promise.all(worlds.map((world) => world.simulation.readWorld()));
    expect(new Set(rows.map(({ generation }) => generation)).size).to.equal(1);
    const stores = rows[0]?.scenario === 'default' ? 1 : 0;
    for (const world of worlds) {
      expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores).to.have.length(stores);
      world.close();
    }
  });

  it('hear of each other’s commits, with the keys of the rows and never the rows', async () => {
    const notice = heard(two.simulation.storage, ofPolicy('a'));
    await put(one.simulation.storage, 'a', 'secret');
    expect((await notice).changes).to.deep.equal([{ store: 'keyPolicies', key: policyKey('a') }]);
    expect(JSON.stringify(await notice)).not.to.contain('secret');
  });

  it('see each other’s changes, whatever they had in memory', async () => {
    const { storage } = two.simulation;
    await put(one.simulation.storage, 'a', '1');
    expect(await get(storage, 'a')).to.deep.equal(policy('a', '1'));
    const notice = heard(storage, ofPolicy('a'));
    await put(one.simulation.storage, 'a', '2');
    await notice;
    expect(await get(storage, 'a')).to.deep.equal(policy('a', '2'));
    expect(await get(one.simulation.storage, 'a')).to.deep.equal(policy('a', '2'));
  });

  it('see each other’s keys, tags and connection through the door', async () => {
    const { KeyId } = await createStoreKey(one);
    await two.kms('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: '1' }] });
    const tagged = heard(two.simulation.storage, ({ changes }) => changes.some(({ store, key }) => store === 'keys' && key.at(-1) === KeyId));
    await one.kms('TagResource', { KeyId, Tags: [{ TagKey: 'a', TagValue: '2' }] });
    await tagged;
    expect((await two.kms('ListResourceTags', { KeyId })).Tags).to.deep.equal([{ TagKey: 'a', TagValue: '2' }]);
    const disconnected = heard(two.simulation.storage, ({ changes }) => changes.some(({ store }) => store === 'keyStores'));
    await one.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await disconnected;
    expect((await two.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Unavailable');
  });

  it('see what was committed without a notice, once the next one shows the gap', async () => {
    const { storage } = two.simulation;
    await put(one.simulation.storage, 'a', '1');
    await get(storage, 'a');
    const silent = await silentTab(database);
    await put(silent, 'a', '2');
    silent.close();
    const anything = heard(storage, (notice) => notice.anything === true);
    await put(one.simulation.storage, 'b', '1');
    await anything;
    expect(await get(storage, 'a')).to.deep.equal(policy('a', '2'));
  });

  it('see what was committed without any notice, after a second', async () => {
    const silent = await silentTab(database);
    const { KeyId } = await createStoreKey(one);
    await one.kms('DescribeKey', { KeyId });
    const row = await one.simulation.storage.get('keyStores', [account, region, documentStore]);
    if (!row) throw new Error('no store');
    await silent.commit({ reads: [], decide: (rows) => { rows.put('keyStores', { ...row, ConnectionState: 'FAILED' }); } });
    silent.close();
    const real = performance.now;
    try {
      performance.now = () => real.call(performance) + 60_000;
      expect((await one.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Unavailable');
    } finally {
      performance.now = real;
    }
  });

  it('settle what fell due without any notice, after a second', async () => {
    const now = await one.control.clock(undefined);
    const silent = await silentTab(database);
    const row = await silent.get('keyStores', [account, region, documentStore]);
    if (!row) throw new Error('no store');
    await silent.commit({
      reads: [],
      decide: (rows) => {
        rows.put('keyStores', { ...row, ConnectionState: 'DISCONNECTING', transition: 't' });
        rows.put('due', { account, region, id: 't', pace: 'wait', dueAt: now.now, startedAt: now.now, awsDuration: 1, kind: 'disconnect', target: documentStore });
      },
    });
    silent.close();
    const real = performance.now;
    try {
      performance.now = () => real.call(performance) + 60_000;
      const { CustomKeyStores } = await one.kms('DescribeCustomKeyStores');
      expect(CustomKeyStores?.[0]?.ConnectionState).to.equal('DISCONNECTED');
    } finally {
      performance.now = real;
    }
  });

  it('see what the other has settled before its notice arrives', async () => {
    const { storage } = two.simulation;
    await one.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    const [row] = await storage.page({ store: 'due', prefix: ['wait'], limit: 1 });
    const before = await storage.get('keyStores', [account, region, documentStore]);
    if (!row || before?.ConnectionState !== 'DISCONNECTING') throw new Error('no wait');
    const due = createDue(two.simulation);
    await due.settle();
    const silent = await silentTab(database);
    await endDisconnecting({ ...two.simulation.momentAt(row, row.dueAt), storage: silent, commit: (reads, decide) => silent.commit({ reads, decide }) }, row);
    silent.close();
    const real = Date.now;
    try {
      Date.now = () => real() + 60 * 60 * 1000;
      await due.settle();
    } finally {
      Date.now = real;
    }
    due.stop();
    expect(await storage.get('keyStores', [account, region, documentStore])).to.have.property('ConnectionState', 'DISCONNECTED');
  });

  for (const [what, replace] of [
    ['reset', (world: TestWorld) => world.control.reset(undefined)],
    ['loadScenario', (world: TestWorld) => world.control.loadScenario({ name: 'default' })],
  ] as const)
    it(`see a new world after the other’s ${what}`, async () => {
      const { storage } = two.simulation;
      const { KeyId } = await createStoreKey(two);
      await two.kms('DescribeKey', { KeyId });
      await two.kms('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
      const generation = (await two.simulation.readWorld()).generation;
      const anything = heard(storage, (notice) => notice.anything === true);
      await replace(one);
      await anything;
      expect(await storage.get('keys', [account, region, KeyId])).to.equal(undefined);
      expect((await two.simulation.readWorld()).generation).not.to.equal(generation);
      expect((await two.kms('ListKeys')).Keys).to.deep.equal([]);
      expect(await two.look.keyObjects({ ClusterId: 'cluster-1a23b4cdefg', account, region })).to.deep.equal([]);
    });

  it('a commit of a call that began in the world before is refused, whenever it comes', async () => {
    const { hsm } = two.simulation;
    // The vault makes the key while another tab replaces the world.
    const generate = hsm.generate.bind(hsm);
    (hsm as { generate: typeof generate }).generate = async () => {
      const material = await generate();
      await one.control.reset(undefined);
      return material;
    };
    const [outcome] = await Promise.allSettled([createStoreKey(two)]);
    expect(outcome.status === 'rejected' && outcome.reason instanceof SimulatorFault).to.equal(true);
    for (const store of ['keys', 'keyObjects', 'material', 'counters', 'events'] as const)
      expect(await one.simulation.storage.page({ store, prefix: [account], limit: 9 }), store).to.deep.equal([]);
  });

  it('a tab that closes with a commit under way answers it', async () => {
    const { storage } = await openWorld({ database, scenario: 'default' }, unexpected);
    const underWay = put(storage, 'a', '1');
    storage.close();
    await underWay;
    expect(await get(one.simulation.storage, 'a')).to.deep.equal(policy('a', '1'));
  });
});

describe('a database', () => {
  const newerVersion = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 99);
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error as Error);
      };
    });

  it('of a newer version is left alone, with a fault that says what to do', async () => {
    const database = `test-${crypto.randomUUID()}`;
    (await newerVersion(database)).close();
    const [outcome] = await Promise.allSettled([openWorld({ database, scenario: 'default' }, unexpected)]);
    const reason: unknown = outcome.status === 'rejected' ? outcome.reason : undefined;
    expect(reason).to.be.instanceOf(SimulatorFault);
    expect((reason as Error).message).to.contain('newer version').and.to.contain('Reload');
  });

  it('of version 2 gets the lists of keys and the sessions that it did not have', async () => {
    const database = `test-${crypto.randomUUID()}`;
    const added: readonly string[] = ['aliasedKeyOrder', 'keyTags', 'clusterSessions'];
    const place = { account: '111122223333', region: 'us-west-2' };
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(database, 2);
      request.onupgradeneeded = () => {
        const stores = Object.entries(keyPaths).filter(([name]) => !added.includes(name));
        const made = Object.fromEntries(stores.map(([name, path]) => [name, request.result.createObjectStore(name, { keyPath: [...path] })]));
        for (const [number, KeyId] of [[1, 'named'], [2, 'plain']] as const) {
          made['keys']?.put({ ...place, KeyId, number, tags: [{ TagKey: 'team', TagValue: KeyId }] });
          made['keyOrder']?.put({ ...place, number, KeyId });
        }
        made['keyStores']?.put({ ...place, CustomKeyStoreId: documentStore, CloudHsmClusterId: 'cluster-a', ConnectionState: 'CONNECTED', CreationDate: 1 });
        for (const AliasName of ['alias/a', 'alias/b']) made['keyAliases']?.put({ ...place, KeyId: 'named', AliasName });
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => {
        reject(request.error as Error);
      };
    });
    const { storage } = await openWorld({ database, scenario: 'default' }, unexpected);
    const all = { prefix: [place.account, place.region], limit: 9 };
    expect(await storage.page({ store: 'keyOrder', ...all })).to.deep.equal([{ ...place, number: 2, KeyId: 'plain' }]);
    expect(await storage.page({ store: 'aliasedKeyOrder', ...all })).to.deep.equal([{ ...place, number: 1, KeyId: 'named' }]);
    expect((await storage.page({ store: 'keyTags', ...all })).map(({ TagValue, number }) => [TagValue, number])).to.deep.equal([['named', 1], ['plain', 2]]);
    expect((await storage.page({ store: 'clusterSessions', ...all })).find(({ ClusterId }) => ClusterId === 'cluster-a')).to.include({ SessionId: documentStore, username: 'kmsuser' });
    storage.close();
  });

  it('is given up for a newer version, which is then not blocked', async () => {
    const database = `test-${crypto.randomUUID()}`;
    const lost: string[] = [];
    const { storage } = await openWorld({ database, scenario: 'default' }, (message) => lost.push(message));
    (await newerVersion(database)).close();
    expect(lost).to.have.length(1);
    expect(lost[0]).to.contain('newer version').and.to.contain('Reload');
    // Calls that come now end in the same words.
    const calls = await Promise.allSettled([put(storage, 'a', '1'), storage.page({ store: 'keys', prefix: [], limit: 1 }), get(storage, 'a')]);
    for (const call of calls) {
      const reason: unknown = call.status === 'rejected' ? call.reason : undefined;
      expect(reason).to.be.instanceOf(SimulatorFault);
      expect(reason).to.have.property('message', lost[0]);
    }
  });

  it('is given up where it is deleted', async () => {
    const database = `test-${crypto.randomUUID()}`;
    const lost: string[] = [];
    await openWorld({ database, scenario: 'default' }, (message) => lost.push(message));
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = resolve;
      request.onblocked = reject;
      request.onerror = reject;
    });
    expect(lost).to.have.length(1);
    expect(lost[0]).to.contain('deleted').and.to.contain('Reload');
  });

  for (const [name, message] of [
    ['SecurityError', 'denied'],
    ['UnknownError', 'disk'],
    ['QuotaExceededError', 'full'],
    ['InvalidStateError', 'private'],
  ] as const)
    it(`that cannot be opened (${name}) is replaced by memory, which says why`, async () => {
      const real = indexedDB.open.bind(indexedDB);
      indexedDB.open = () => {
        throw new DOMException(message, name);
      };
      const { storage, result } = await openWorld({ database: `test-${crypto.randomUUID()}`, scenario: 'default' }, unexpected).finally(() => {
        indexedDB.open = real;
      });
      expect(result.storage).to.equal('memory');
      expect(result.reason).to.contain(`${name}: ${message}`);
      await put(storage, 'a', '1');
      expect(await get(storage, 'a')).to.deep.equal(policy('a', '1'));
      storage.close();
    });

  it('name of a scenario that there is not is refused before anything is made', async () => {
    const database = `test-${crypto.randomUUID()}`;
    const [outcome] = await Promise.allSettled([openWorld({ database, scenario: 'nonsense' }, unexpected)]);
    expect(outcome.status === 'rejected' && outcome.reason instanceof SimulatorFault).to.equal(true);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include(database);
  });
});
