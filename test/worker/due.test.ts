import { expect } from 'chai';
import fc from '../fast-check.ts';
import { durations } from '../../src/model/durations.ts';
import { rescheduled } from '../../src/worker/clock.ts';
import { endCreatingHsm } from '../../src/worker/cloudhsm/hsm-changes.ts';
import { createDue } from '../../src/worker/due.ts';
import { SimulatorFault } from '../../src/worker/errors.ts';
import { endDisconnecting } from '../../src/worker/kms/connection.ts';
import { openWorld } from '../../src/worker/open.ts';
import { createSimulation } from '../../src/worker/simulation.ts';
import type { DueRow } from '../../src/worker/storage/schema.ts';
import type { Storage, StorageNotice } from '../../src/worker/storage/storage.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from './world.ts';

const place = { account: '111122223333', region: 'us-west-2' };
const hour = 60 * 60 * 1000;
const store = { CustomKeyStoreId: documentStore };

/** Whether a notice tells of a connection that was made: only that rotates kmsuser's password. */
const settles = ({ changes }: StorageNotice): boolean => changes.some((change) => change.store === 'clusterUsers');
const heard = (storage: Storage, so: (notice: StorageNotice) => boolean | Promise<boolean>): Promise<void> =>
  new Promise((resolve, reject) => {
    storage.onNotice((notice) => {
      Promise.resolve(so(notice)).then((yes) => {
        if (yes) resolve();
      }, reject);
    });
  });
const stateOf = async (world: TestWorld): Promise<string | undefined> =>
  (await world.simulation.storage.get('keyStores', [place.account, place.region, documentStore]))?.ConnectionState;
const waitsOf = (world: TestWorld): Promise<DueRow[]> =>
  world.simulation.storage.page({ store: 'due', prefix: ['wait'], limit: 99 });
const theWait = async (world: TestWorld): Promise<DueRow> => {
  const [row, ...more] = await waitsOf(world);
  if (!row || more.length > 0) throw new Error(`${String(more.length)} waits`);
  return row;
};
const connected = async (world: TestWorld): Promise<void> => {
  await world.kms('DisconnectCustomKeyStore', store);
  await world.control.advance({ ms: hour });
};

describe('waits', () => {
  let world: TestWorld;
  const others: TestWorld[] = [];
  const another = async (): Promise<TestWorld> => {
    const other = await openTestWorld({ database: world.database });
    others.push(other);
    return other;
  };
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    for (const open of [world, ...others.splice(0)]) open.close();
  });

  it('that were over before a fault began do not suffer from it', async () => {
    await connected(world);
    await world.kms('ConnectCustomKeyStore', store);
    // The machine slept meanwhile: nothing has been settled when the fault begins.
    const clock = await world.simulation.readClock();
    await world.simulation.storage.commit({
      reads: [],
      decide: (rows) => {
        rows.put('world', { ...clock, offset: clock.offset + hour });
      },
    });
    await world.control.injectFault({ fault: 'network', active: true });
    await world.control.clock(undefined);
    expect(await stateOf(world)).to.equal('CONNECTED');
  });

  it('last as long as AWS’s, divided by the speed', async () => {
    const { speed } = await world.control.clock(undefined);
    expect(speed).to.equal(60);
    await world.kms('DisconnectCustomKeyStore', store);
    const row = await theWait(world);
    expect(row).to.include({ kind: 'disconnect', target: documentStore, awsDuration: durations.disconnect.milliseconds });
    expect(row.dueAt - row.startedAt).to.be.closeTo(row.awsDuration / 60, 0.01);
  });

  it('end when their time has come, not before', async () => {
    await connected(world);
    await world.kms('ConnectCustomKeyStore', store);
    const { startedAt, dueAt } = await theWait(world);
    const { now } = await world.control.clock(undefined);
    // Real time goes on in a test too; ten seconds of twenty are left.
    await world.control.advance({ ms: dueAt - 10_000 - now });
    expect(await stateOf(world)).to.equal('CONNECTING');
    await refused(createStoreKey(world), 'CustomKeyStoreInvalidStateException');
    await world.control.advance({ ms: 10_000 });
    expect(await stateOf(world)).to.equal('CONNECTED');
    expect(await waitsOf(world)).to.deep.equal([]);
    expect(dueAt - startedAt).to.be.closeTo(20_000, 0.01);
  });

  it('are settled oldest first, several in one commit', async () => {
    await world.control.setSpeed({ speed: 1 });
    await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' }); // 313 s
    await world.kms('DisconnectCustomKeyStore', store); // 120 s
    await world.kms('ConnectCustomKeyStore', store).catch(() => undefined);
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-abcdefghijk' }); // 120 s, later
    const rows = await waitsOf(world);
    // Adding and removing an HSM each make a backup, 120 s.
    expect(rows.map(({ kind }) => kind)).to.have.members(['create-backup', 'disconnect', 'delete-hsm', 'create-backup', 'create-hsm']);
    const ended: string[][] = [];
    world.simulation.storage.onNotice(({ changes }) => {
      ended.push(changes.filter(({ store, key }) => store === 'due' && key[0] === 'wait').map(({ key }) => String(key[2])));
    });
    await world.control.advance({ ms: hour });
    expect(ended.flat()).to.deep.equal(rows.map(({ id }) => id));
    expect(Math.max(...ended.map((ids) => ids.length))).to.be.above(1);
    expect(await stateOf(world)).to.equal('DISCONNECTED');
    const [cluster] = await world.look.clusters(place);
    expect(cluster?.hsms.map(({ AvailabilityZone, State }) => `${AvailabilityZone} ${State}`)).to.deep.equal([
      'us-west-2b ACTIVE',
      'us-west-2c ACTIVE',
    ]);
  });

  it('happen at their own time, however late they are settled', async () => {
    await world.control.setSpeed({ speed: 1 });
    await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
    await world.kms('DisconnectCustomKeyStore', store);
    const dueAt = (await waitsOf(world)).map((row) => row.dueAt);
    world.close();
    // Opened again without the world's own settling, to look over its shoulder.
    const { storage } = await openWorld({ database: world.database, scenario: 'default' }, (message) => {
      throw new Error(message);
    });
    const simulation = createSimulation(storage);
    const moments: number[] = [];
    const due = createDue({
      ...simulation,
      momentAt: (at, now, rows) => {
        moments.push(now);
        return simulation.momentAt(at, now, rows);
      },
    });
    await storage.commit({
      reads: [{ store: 'world', key: ['clock'] }],
      decide: (rows) => {
        const clock = rows.get('world', ['clock']);
        if (clock?.id === 'clock') rows.put('world', { ...clock, offset: clock.offset + hour });
      },
    });
    await due.settle();
    due.stop();
    storage.close();
    expect(moments).to.deep.equal(dueAt);
  });

  it('two that race settle once', async () => {
    const other = await another();
    await connected(world);
    for (let round = 0; round < 10; round += 1) {
      await world.kms('ConnectCustomKeyStore', store);
      const seen: StorageNotice[] = [];
      const { storage } = other.simulation;
      storage.onNotice((notice) => {
        if (settles(notice)) seen.push(notice);
      });
      await Promise.all([world.control.advance({ ms: hour }), other.control.advance({ ms: hour })]);
      expect([await stateOf(world), await stateOf(other)]).to.deep.equal(['CONNECTED', 'CONNECTED']);
      // Whatever the first tab told has been heard once its next notice is.
      const last = heard(storage, ({ changes }) => changes.some(({ key }) => key.includes(`last-${String(round)}`)));
      await world.simulation.storage.commit({
        reads: [],
        decide: (rows) => {
          rows.put('counters', { ...place, name: `last-${String(round)}`, count: 0, next: 0 });
        },
      });
      await last;
      expect(seen).to.have.length(1);
      await connected(world);
    }
    // kmsuser's password was rotated as often as KMS knows: it can sign in again.
    await world.kms('ConnectCustomKeyStore', store);
    await world.control.advance({ ms: hour });
    expect(await stateOf(world)).to.equal('CONNECTED');
  });

  it('are seen by another tab that does nothing', async () => {
    const other = await another();
    await world.kms('DisconnectCustomKeyStore', store);
    const seen = heard(other.simulation.storage, async () => (await stateOf(other)) === 'DISCONNECTED');
    await world.control.advance({ ms: hour });
    await seen;
  });

  it('end without any call', async () => {
    await world.control.setSpeed({ speed: durations.disconnect.milliseconds / 5 });
    const ended = heard(world.simulation.storage, async () => (await stateOf(world)) === 'DISCONNECTED');
    await world.kms('DisconnectCustomKeyStore', store);
    await ended;
  });

  it('end without any call, in a tab that was opened after they began', async () => {
    await world.control.setSpeed({ speed: 1 });
    await world.kms('DisconnectCustomKeyStore', store);
    world.close();
    world = await openTestWorld({ database: world.database });
    const ended = heard(world.simulation.storage, async () => (await stateOf(world)) === 'DISCONNECTED');
    // Only the clock is moved: the timer has to hear of it.
    await world.simulation.storage.commit({
      reads: [{ store: 'world', key: ['clock'] }],
      decide: (rows) => {
        const clock = rows.get('world', ['clock']);
        if (clock?.id === 'clock') rows.put('world', { ...clock, offset: clock.offset + durations.disconnect.milliseconds });
      },
    });
    await ended;
  });

  it('go on where a tab is closed in the middle and opened again', async () => {
    await world.kms('DisconnectCustomKeyStore', store);
    const before = await theWait(world);
    world.close();
    world = await openTestWorld({ database: world.database });
    expect(await theWait(world)).to.deep.equal(before);
    expect(await stateOf(world)).to.equal('DISCONNECTING');
    await world.control.advance({ ms: hour });
    expect(await stateOf(world)).to.equal('DISCONNECTED');
  });

  it('that ended while no tab was open are settled before the first call', async () => {
    await world.kms('DisconnectCustomKeyStore', store);
    const { storage } = world.simulation;
    await storage.commit({
      reads: [{ store: 'world', key: ['clock'] }],
      decide: (rows) => {
        const clock = rows.get('world', ['clock']);
        if (clock?.id === 'clock') rows.put('world', { ...clock, offset: clock.offset + hour });
      },
    });
    world.close();
    world = await openTestWorld({ database: world.database });
    const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores');
    expect(CustomKeyStores?.[0]?.ConnectionState).to.equal('DISCONNECTED');
  });

  it('that were overtaken do nothing', async () => {
    await connected(world);
    await world.kms('ConnectCustomKeyStore', store); // 20 minutes
    await world.kms('DisconnectCustomKeyStore', store); // 2 minutes
    const rows = await waitsOf(world);
    expect(rows.map(({ kind }) => kind)).to.deep.equal(['disconnect', 'connect']);
    const { now } = await world.control.clock(undefined);
    const [first, second] = rows;
    await world.control.advance({ ms: (first?.dueAt ?? 0) - now });
    expect(await stateOf(world)).to.equal('DISCONNECTED');
    await world.control.advance({ ms: (second?.dueAt ?? 0) - now });
    expect(await stateOf(world)).to.equal('DISCONNECTED');
    expect(await waitsOf(world)).to.deep.equal([]);
    // Nor does it end a later connection before its time.
    await world.kms('ConnectCustomKeyStore', store);
    expect(await stateOf(world)).to.equal('CONNECTING');
  });

  it('that were put off meanwhile are not ended by a tab that has not heard of it', async () => {
    await world.kms('DisconnectCustomKeyStore', store);
    await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
    const rows = await waitsOf(world);
    await world.control.setSpeed({ speed: 1 });
    for (const row of rows) {
      const moment = world.simulation.momentAt(row, row.dueAt);
      await (row.kind === 'disconnect' ? endDisconnecting : endCreatingHsm)(moment, row);
    }
    expect(await stateOf(world)).to.equal('DISCONNECTING');
    const [cluster] = await world.look.clusters(place);
    expect(cluster?.hsms.map(({ State }) => State)).to.include('CREATE_IN_PROGRESS');
    expect((await waitsOf(world)).map(({ id }) => id)).to.deep.equal(rows.map(({ id }) => id));
  });

  it('of another account and Region are settled too', async () => {
    const elsewhere = world.at({ account: '444455556666', region: 'eu-west-1' });
    await world.simulation.storage.commit({
      reads: [],
      decide: (rows) => {
        const there = { account: '444455556666', region: 'eu-west-1' };
        const CustomKeyStoreId = 'cks-11111111111111111';
        rows.put('keyStores', { ...there, CustomKeyStoreId, CustomKeyStoreName: 'x', CloudHsmClusterId: 'c', TrustAnchorCertificate: '', clusterCertificate: '', ConnectionState: 'CONNECTED', CreationDate: 0, passwordDigest: '' });
      },
    });
    await elsewhere.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: 'cks-11111111111111111' });
    await world.control.advance({ ms: hour });
    const { CustomKeyStores } = await elsewhere.kms('DescribeCustomKeyStores');
    expect(CustomKeyStores?.[0]?.ConnectionState).to.equal('DISCONNECTED');
  });

  it('are forgotten with their world', async () => {
    await world.kms('DisconnectCustomKeyStore', store);
    await world.control.reset(undefined);
    await world.control.advance({ ms: hour });
    expect(await waitsOf(world)).to.deep.equal([]);
    expect(await stateOf(world)).to.equal('CONNECTED');
  });

  it('are settled though many calls come at once', async () => {
    await world.kms('DisconnectCustomKeyStore', store);
    const advanced = world.control.advance({ ms: hour });
    const calls = Array.from({ length: 20 }, () => world.kms('DescribeCustomKeyStores'));
    await advanced;
    calls.push(world.kms('DescribeCustomKeyStores'));
    const states = (await Promise.all(calls)).map(({ CustomKeyStores }) => CustomKeyStores?.[0]?.ConnectionState);
    expect(states.at(-1)).to.equal('DISCONNECTED');
    expect(states.every((state) => state === 'DISCONNECTING' || state === 'DISCONNECTED')).to.equal(true);
  });

  describe('and speed', () => {
    it('the remaining share of a wait goes on at the new speed', async () => {
      await connected(world);
      await world.kms('ConnectCustomKeyStore', store);
      const before = await theWait(world);
      await world.control.advance({ ms: 5_000 });
      const from = (await world.control.clock(undefined)).now;
      await world.control.setSpeed({ speed: 120 });
      const to = (await world.control.clock(undefined)).now;
      const after = await theWait(world);
      expect(after).to.include({ id: before.id, startedAt: before.startedAt, awsDuration: before.awsDuration });
      // It was changed at some moment between the two.
      for (const now of [from, to]) expect(after.dueAt).to.be.closeTo(now + (before.dueAt - now) / 2, to - from + 0.01);
      await world.control.setSpeed({ speed: 60 });
      expect((await theWait(world)).dueAt).to.be.closeTo(before.dueAt, (to - from) * 2 + 1000);
      await world.control.advance({ ms: before.dueAt - to });
      expect(await stateOf(world)).to.equal('CONNECTED');
    });

    it('any change leaves the same share of AWS’s duration', () => {
      const speed = fc.double({ min: 0.001, max: 1e6, noNaN: true });
      fc.assert(
        fc.property(speed, speed, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, share) => {
          const awsDuration = durations.connect.milliseconds;
          const row: DueRow = { ...place, pace: 'wait', id: 'id', kind: 'connect', target: 't', startedAt: 1000, dueAt: 1000 + awsDuration / one, awsDuration };
          const now = row.startedAt + share * (row.dueAt - row.startedAt);
          const changed = rescheduled(row, now, one, other);
          expect((changed.dueAt - now) * other).to.be.closeTo(row.awsDuration * (1 - share), 1e-3 * row.awsDuration + 1e-3 * other);
          expect(changed.dueAt).to.be.at.least(now);
        }),
      );
    });

    it('Infinity answers with the state between, and it is over before the next call', async () => {
      await world.control.setSpeed({ speed: Infinity });
      const disconnecting = heard(world.simulation.storage, async () => (await stateOf(world)) === 'DISCONNECTING');
      await world.kms('DisconnectCustomKeyStore', store);
      await disconnecting;
      const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores');
      expect(CustomKeyStores?.[0]?.ConnectionState).to.equal('DISCONNECTED');
      const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
      expect(Hsm?.State).to.equal('CREATE_IN_PROGRESS');
      const { Clusters } = await world.cloudhsmv2('DescribeClusters');
      expect(Clusters?.[0]?.Hsms?.map(({ State }) => State)).to.deep.equal(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    });

    it('Infinity ends what is waiting', async () => {
      await world.kms('DisconnectCustomKeyStore', store);
      await world.control.setSpeed({ speed: Infinity });
      expect(await stateOf(world)).to.equal('DISCONNECTED');
    });

    it('from Infinity back, waits take their time again', async () => {
      await world.control.setSpeed({ speed: Infinity });
      await world.kms('DisconnectCustomKeyStore', store);
      await world.control.setSpeed({ speed: 1 });
      expect(await stateOf(world)).to.equal('DISCONNECTED');
      await world.kms('ConnectCustomKeyStore', store);
      const { startedAt, dueAt } = await theWait(world);
      expect(dueAt - startedAt).to.be.closeTo(durations.connect.milliseconds, 0.01);
    });

    it('is the same in every tab', async () => {
      const other = await another();
      const seen = heard(other.simulation.storage, async () => (await other.control.clock(undefined)).speed === 7);
      await world.control.setSpeed({ speed: 7 });
      await seen;
    });

    it('is not moved by advance, nor time by speed', async () => {
      const before = await world.control.clock(undefined);
      await world.control.advance({ ms: 30 * 24 * hour });
      const after = await world.control.clock(undefined);
      expect(after.speed).to.equal(before.speed);
      expect(after.now - before.now).to.be.within(30 * 24 * hour, 30 * 24 * hour + 20_000);
      await world.control.setSpeed({ speed: 1e6 });
      expect((await world.control.clock(undefined)).now - after.now).to.be.within(0, 20_000);
    });
  });

  describe('are refused', () => {
    const fault = async (work: Promise<unknown>): Promise<void> => {
      const [outcome] = await Promise.allSettled([work]);
      expect(outcome.status === 'rejected' && outcome.reason instanceof SimulatorFault).to.equal(true);
    };
    for (const speed of [NaN, 0, -1, -Infinity, '60' as unknown as number, undefined as unknown as number])
      it(`setSpeed(${String(speed)}), and nothing changes`, async () => {
        const { storage } = world.simulation;
        const before = await storage.get('world', ['clock']);
        await fault(world.control.setSpeed({ speed }));
        expect(await storage.get('world', ['clock'])).to.deep.equal(before);
      });
    for (const ms of [NaN, -1, Infinity, -Infinity, '60' as unknown as number, undefined as unknown as number])
      it(`advance(${String(ms)}), and nothing changes`, async () => {
        const { storage } = world.simulation;
        const before = await storage.get('world', ['clock']);
        await fault(world.control.advance({ ms }));
        expect(await storage.get('world', ['clock'])).to.deep.equal(before);
      });
  });
});
