import { expect } from 'chai';
import { eventsOf } from '../../src/worker/storage/schema.ts';
import { activeCluster, addHsm, connectedStore, day, hour, minute } from './cloudhsm/cluster-world.ts';
import { inconsistencies } from './consistency.ts';
import { lifeOf, moveClock, rowsOf, twinOf, type Rows } from './month.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, type TestWorld } from './world.ts';

/** So slow that AWS's waits take days: disconnecting and deleting an HSM 8.7, creating one 22.6, a backup 8.7. */
const slow = 0.00016;
/** Not at the hour when something falls due. */
const month = 30 * day + 9.4 * hour;

/** A world in which much is about to happen within a month. */
async function prepare(): Promise<Rows> {
  const world = await openTestWorld();
  const ClusterId = await activeCluster(world);
  await addHsm(world, ClusterId, 'b');
  const mine = await connectedStore(world, ClusterId);
  const inTime = await newKey(world, { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: mine });
  await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: mine });
  await world.cloudhsmv2('ModifyCluster', { ClusterId: documentCluster, BackupRetentionPolicy: { Type: 'DAYS', Value: '7' } });
  const rotated = await newKey(world);
  await world.kms('EnableKeyRotation', { KeyId: rotated, RotationPeriodInDays: 90 });
  await world.control.advance({ ms: 75 * day });

  // Of those that are deleted, one goes when its key store is connected again, one when it no longer is.
  const [tooLate, stays] = [await createStoreKey(world), await createStoreKey(world)];
  await world.kms('CreateAlias', { AliasName: 'alias/too-late', TargetKeyId: tooLate.KeyId });
  await world.kms('ScheduleKeyDeletion', { KeyId: inTime, PendingWindowInDays: 7 });
  await world.kms('ScheduleKeyDeletion', { KeyId: tooLate.KeyId, PendingWindowInDays: 10 });
  const granted = await newKey(world);
  await world.kms('CreateGrant', { KeyId: granted, GranteePrincipal: 'arn:aws:iam::111122223333:user/Bob', Operations: ['Encrypt'] });
  await world.kms('ScheduleKeyDeletion', { KeyId: granted, PendingWindowInDays: 9 });
  await world.kms('Encrypt', { KeyId: stays.KeyId, Plaintext: new Uint8Array(1) });

  await world.control.setSpeed({ speed: 1 });
  await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId: mine });
  await world.control.advance({ ms: 19 * minute });
  await world.control.setSpeed({ speed: slow });
  await world.kms('RotateKeyOnDemand', { KeyId: rotated });
  await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
  await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
  await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-abcdefghijk' });
  world.close();
  return rowsOf(world.database);
}

async function newKey(world: TestWorld, of: { readonly Origin?: 'AWS_CLOUDHSM'; readonly CustomKeyStoreId?: string } = {}): Promise<string> {
  const { KeyMetadata } = await world.kms('CreateKey', of);
  return KeyMetadata?.KeyId ?? '';
}

describe('a month', () => {
  let eventful: Rows;
  let atOnce: Rows;
  const live = async (how: (world: TestWorld) => Promise<void>): Promise<Rows> => {
    const world = await twinOf(eventful);
    await how(world);
    world.close();
    expect((await inconsistencies(world.database)).join('\n')).to.equal('');
    return rowsOf(world.database);
  };
  before(async function () {
    this.timeout(60_000);
    eventful = await prepare();
    atOnce = await live(async ({ control }) => {
      await control.advance({ ms: month });
    });
  });

  const ways: Readonly<Record<string, (world: TestWorld) => Promise<void>>> = {
    'in a thousand steps': async ({ control }) => {
      for (let step = 0; step < 1000; step += 1) await control.advance({ ms: month / 1000 });
    },
    'in steps of ever other lengths, with a tab closed and opened between': async (world) => {
      const shares = [0.001, 0.2, 0.03, 0.009, 0.26, 0.4, 0.1];
      for (const share of shares) {
        await world.control.advance({ ms: month * share });
        const other = await openTestWorld({ database: world.database });
        await other.control.clock(undefined);
        other.close();
      }
    },
    'by two tabs that race': async (world) => {
      const other = await openTestWorld({ database: world.database });
      for (let step = 0; step < 5; step += 1)
        await Promise.all([world.control.advance({ ms: month / 10 }), other.control.advance({ ms: month / 10 })]);
      other.close();
    },
    'while no tab is open': async ({ database, simulation, close }) => {
      await moveClock(simulation.storage, month);
      close();
      const again = await openTestWorld({ database });
      await again.control.clock(undefined);
      again.close();
    },
  };
  for (const [how, way] of Object.entries(ways))
    it(`${how} is the same as at once`, async function () {
      this.timeout(120_000);
      const stepped = lifeOf(await live(way), eventful);
      const same = lifeOf(atOnce, eventful);
      for (const [store, rows] of Object.entries(stepped.rows)) expect(rows, store).to.deep.equal(same.rows[store]);
      expect(stepped.events).to.deep.equal(same.events);
    });

  it('has happened, each at its own moment', () => {
    const events = atOnce.events.flatMap(eventsOf).filter(({ record }) => record['eventType'] === 'AwsServiceEvent');
    expect(events.map(({ record }) => record['eventName'])).to.deep.equal(['RotateKey', 'DeleteKey', 'DeleteKey', 'DeleteKey', 'RotateKey']);
    const times = atOnce.events.flatMap(eventsOf).map(({ eventTime }) => eventTime);
    expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
    for (const { eventTime, record } of events) expect(record['eventTime']).to.equal(`${new Date(eventTime).toISOString().slice(0, 19)}Z`);
    const dates = new Set(eventful.keys.map(({ DeletionDate }) => DeletionDate));
    for (const { eventTime, record } of events) if (record['eventName'] === 'DeleteKey') expect(dates).to.include(eventTime);
    const statuses = events.flatMap(({ record }) => {
      const { backingKeysDeletionStatus } = (record['additionalEventData'] ?? {}) as Record<string, string>;
      return backingKeysDeletionStatus === undefined ? [] : /SUCCESS|FAILURE/.exec(backingKeysDeletionStatus);
    });
    expect(statuses).to.deep.equal(['SUCCESS', 'FAILURE']);
    expect(atOnce.keyStores.map(({ ConnectionState }) => ConnectionState)).to.have.members(['DISCONNECTED', 'CONNECTED']);
    const document = atOnce.clusters.find(({ ClusterId }) => ClusterId === documentCluster);
    expect(document?.hsms.map(({ AvailabilityZone, State }) => `${AvailabilityZone} ${State}`)).to.deep.equal(['us-west-2b ACTIVE', 'us-west-2c ACTIVE']);
    // Daily ones are kept for seven days and can be restored for seven more.
    const states = Object.groupBy(atOnce.backups.filter(({ ClusterId }) => ClusterId === documentCluster), ({ BackupState }) => BackupState);
    expect(Object.keys(states)).to.have.members(['CREATE_IN_PROGRESS', 'READY', 'PENDING_DELETION']);
    expect(atOnce.grants).to.deep.equal([]);
  });
});
