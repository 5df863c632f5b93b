import { expect } from 'chai';
import { scenarioNames, troubleNames } from '../../../src/model/control.ts';
import { SimulatorFault } from '../../../src/worker/errors.ts';
import { newWorld } from '../../../src/worker/scenarios/scenarios.ts';
import { createSimulation } from '../../../src/worker/simulation.ts';
import { memoryBackend } from '../../../src/worker/storage/memory.ts';
import { createStorage } from '../../../src/worker/storage/storage.ts';
import { inconsistencies } from '../consistency.ts';
import { createStoreKey, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { observe } from './observe.ts';

const replaced = 'The simulated world was replaced while the call was under way. Call again.';

/** The next notice that all is another. */
const anything = ({ simulation }: TestWorld): Promise<void> =>
  new Promise((resolve) => {
    simulation.storage.onNotice((notice) => {
      if (notice.anything) resolve();
    });
  });

/** Loading a scenario and reset: one world, then another, and nothing between. */
describe('replacing the world', () => {
  const worlds: TestWorld[] = [];
  const open = async (options: Parameters<typeof openTestWorld>[0] = {}): Promise<TestWorld> => {
    const world = await openTestWorld(options);
    worlds.push(world);
    return world;
  };
  afterEach(async () => {
    const [first] = worlds;
    const problems = first ? await inconsistencies(first.database) : [];
    for (const world of worlds.splice(0)) world.close();
    expect(problems).to.deep.equal([]);
  });

  const inFlight: Readonly<Record<string, (world: TestWorld, KeyId: string) => Promise<unknown>>> = {
    Encrypt: (world, KeyId) => world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array(4096) }),
    CreateKey: (world) => world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore }),
    DescribeKey: (world, KeyId) => world.kms('DescribeKey', { KeyId }),
    'UpdateCustomKeyStore, which is refused': (world) =>
      world.kms('UpdateCustomKeyStore', { CustomKeyStoreId: documentStore, KeyStorePassword: 'another1234' }),
    DescribeClusters: (world) => world.cloudhsmv2('DescribeClusters'),
    'UserList of CloudHSM CLI': (world) => world.cloudhsmCli('UserList', {}),
    advance: (world) => world.control.advance({ ms: 40 * 24 * 60 * 60 * 1000 }),
    setSpeed: (world) => world.control.setSpeed({ speed: 1 }),
    injectFault: (world) => world.control.injectFault({ fault: 'network', active: true }),
  };
  for (const [what, call] of Object.entries(inFlight))
    it(`${what} that is in flight ends in a fault that says so, and is in no world`, async () => {
      const world = await open();
      const { KeyId } = await createStoreKey(world);
      const rows = await newWorld('disconnected', 'default');
      // The call has begun and has read which world it is in, when that is exchanged before all else that it asks for.
      const { storage } = world.simulation;
      const real = storage.get;
      const begun = new Promise<void>((resolve) => {
        storage.get = async (store, key) => {
          const row = await real(store, key);
          if (store === 'world' && key[0] === 'world') {
            storage.get = real;
            await storage.replace(rows);
            resolve();
          }
          return row;
        };
      });
      const [outcome] = await Promise.allSettled([call(world, KeyId), begun]);
      expect(outcome.status).to.equal('rejected');
      expect((outcome as PromiseRejectedResult).reason).to.be.instanceOf(SimulatorFault).with.property('message', replaced);
      const other = await open({ scenario: 'disconnected' });
      expect(await observe(world)).to.deep.equal(await observe(other));
      expect(await world.control.clock(undefined)).to.have.property('speed', 60);
    });

  it('a question that is in flight is answered of the next world, wholly', async () => {
    const world = await open();
    await createStoreKey(world);
    const place = { account: '111122223333', region: 'us-west-2' };
    const [before, asked] = [await world.look.map(place), world.look.map(place)];
    await world.control.loadScenario({ name: 'one-hsm' });
    const after = await world.look.map(place);
    const shape = ({ clusters }: typeof before): unknown => clusters.map(({ hsms, newestKeys }) => [hsms.length, newestKeys.length]);
    expect([shape(before), shape(after)]).to.deep.include(shape(await asked));
  });

  it('in every tab: states, notes, faults and the clock', async () => {
    const one = await open();
    const two = await open({ database: one.database });
    await one.control.advance({ ms: 1e9 });
    await createStoreKey(two);
    let heard = anything(two);
    await one.control.loadScenario({ name: 'throttled' });
    await heard;
    expect(await observe(two)).to.deep.equal(await observe(one));
    expect(await two.control.notes(undefined)).to.deep.equal(await one.control.notes(undefined));
    expect((await two.control.clock(undefined)).now).to.be.closeTo(Date.now(), 2000);
    heard = anything(one);
    await two.control.reset(undefined);
    await heard;
    expect(await observe(one)).to.deep.include({ stores: { ExampleKeyStore: 'CONNECTED' }, keys: {}, faults: [], trail: [] });
  });

  it('reset goes back to the database’s first scenario, with ids of its own', async () => {
    const world = await open({ scenario: 'one-zone' });
    const first = await world.control.notes(undefined);
    await world.control.loadScenario({ name: 'empty' });
    await world.control.reset(undefined);
    const again = await world.control.notes(undefined);
    expect(again.scenario).to.equal('one-zone');
    expect(Object.keys(again.ids)).to.deep.equal(Object.keys(first.ids));
    expect(again.ids['KeyId']).not.to.equal(first.ids['KeyId']);
    await world.kms('DescribeKey', { KeyId: again.ids['KeyId'] });
    await refused(world.kms('DescribeKey', { KeyId: first.ids['KeyId'] }), 'NotFoundException');
  });

  it('tabs that open a new database at once are in one world, with one set of notes', async () => {
    const database = `test-${crypto.randomUUID()}`;
    const tabs = await Promise.all(['old-backup', 'old-backup', 'one-hsm'].map((scenario) => open({ database, scenario })));
    const notes = await Promise.all(tabs.map((tab) => tab.control.notes(undefined)));
    expect(new Set(notes.map((each) => JSON.stringify(each))).size).to.equal(1);
    for (const tab of tabs) await tab.kms('DescribeKey', { KeyId: notes[0]?.ids['KeyId'] });
  });

  it('a page that may not store plays the same in its memory', async () => {
    for (const scenario of ['key-material-deleted', 'classroom'] as const) {
      const storage = createStorage(memoryBackend(), undefined);
      await storage.begin(await newWorld(scenario, scenario));
      const world = await createSimulation(storage).readWorld();
      expect(world).to.include({ scenario });
      const [material] = await storage.page({ store: 'material', prefix: [], limit: 1 });
      expect(material?.key).to.be.instanceOf(CryptoKey).with.property('extractable', false);
      storage.close();
    }
  });

  for (const name of ['atlantis', 'constructor', ''])
    it(`the name "${name}" is refused with the names that there are, and nothing happens`, async () => {
      const world = await open();
      const { KeyId } = await createStoreKey(world);
      const message = `There is no scenario "${name}". Scenarios: ${scenarioNames.join(', ')}.`;
      for (const attempt of [world.control.loadScenario({ name }), openTestWorld({ scenario: name })]) {
        const error: unknown = await attempt.then(() => undefined, (thrown: unknown) => thrown);
        expect(error).to.be.instanceOf(SimulatorFault).with.property('message', message);
      }
      await world.kms('DescribeKey', { KeyId });
    });

  it('there are the scenarios that people name', () => {
    expect(troubleNames).to.have.length(24);
    expect(scenarioNames.slice(0, 5)).to.deep.equal(['default', 'cluster', 'empty', 'classroom', 'disconnected']);
  });
});
