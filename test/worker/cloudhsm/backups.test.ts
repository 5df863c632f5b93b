import { expect } from 'chai';
import type { BackupState } from '../../../src/model/cloudhsmv2/types.ts';
import { purgeBackup } from '../../../src/worker/cloudhsm/backup-changes.ts';
import { addKeyObject, keyObjectKey, keyObjectReads, removeKeyObject, removeKeyObjectReads } from '../../../src/worker/hsm/objects.ts';
import { Stale } from '../../../src/worker/storage/rows.ts';
import type { KeyObjectRow } from '../../../src/worker/storage/schema.ts';
import { rawRows } from '../hsm/raw.ts';
import { createStoreKey, documentCluster, openTestWorld, refused, type TestWorld } from '../world.ts';
import { addHsm, backupsOf, clusterOf, day, hour, newCluster, place, removeHsms, waitFor } from './cluster-world.ts';
import { unexpected } from './lost-keys.ts';

const invalid = 'CloudHsmInvalidRequestException';
const missing = 'CloudHsmResourceNotFoundException';
const unknown = 'backup-zzzzzzzzzzz';
const ClusterId = documentCluster;

describe('CloudHSM v2: backups (facts 6.4)', () => {
  let world: TestWorld;
  /** KMS keys whose key objects were removed. */
  let lost: Set<string>;
  beforeEach(async () => {
    lost = new Set();
    world = await openTestWorld();
  });
  afterEach(async () => {
    const problems = await unexpected(world.database, lost);
    world.close();
    expect(problems).to.deep.equal([]);
  });
  const states = async (): Promise<(BackupState | undefined)[]> => (await backupsOf(world, ClusterId)).map(({ BackupState }) => BackupState);
  /** One backup, by adding an HSM and taking it away again there are two. */
  const backUp = async (): Promise<string> => {
    await addHsm(world, ClusterId, 'c');
    return (await backupsOf(world, ClusterId))[0]?.BackupId ?? '';
  };

  it('are made when an HSM is added or removed, and READY when their wait ends', async () => {
    await world.control.setSpeed({ speed: 1 });
    await world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' });
    const [backup] = await backupsOf(world, ClusterId);
    expect(backup).to.deep.include({ BackupState: 'CREATE_IN_PROGRESS', ClusterId, NeverExpires: false, HsmType: 'hsm1.medium', Mode: 'FIPS', TagList: [] });
    expect(backup?.BackupId).to.match(/^backup-[2-7a-z]{11}$/);
    expect(backup?.BackupArn).to.equal(`arn:aws:cloudhsm:us-west-2:111122223333:backup/${backup?.BackupId ?? ''}`);
    for (const member of ['CopyTimestamp', 'DeleteTimestamp', 'SourceBackup', 'SourceRegion', 'SourceCluster']) expect(backup).not.to.have.property(member);
    await refused(world.cloudhsmv2('DeleteBackup', { BackupId: backup?.BackupId ?? '' }), invalid);
    await waitFor(world, hour);
    await world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId: 'hsm-abcdefghijk' });
    expect(await states()).to.deep.equal(['CREATE_IN_PROGRESS', 'READY']);
    await waitFor(world, hour);
    expect(await states()).to.deep.equal(['READY', 'READY']);
  });
  it('daily, where there is an HSM to take them from', async () => {
    await waitFor(world, 3 * day + hour);
    expect(await states()).to.deep.equal(['READY', 'READY', 'READY']);
    await removeHsms(world, ClusterId);
    await waitFor(world, 3 * day);
    expect(await states()).to.have.length(5);
  });
  it('are purged by the retention policy, can be restored for seven days, and the last one is kept', async () => {
    const first = await backUp();
    await removeHsms(world, ClusterId);
    await waitFor(world, 90 * day - 6 * hour);
    expect((await states()).every((state) => state === 'READY')).to.equal(true);
    await waitFor(world, 12 * hour);
    const all = await backupsOf(world, ClusterId);
    expect(all.map(({ BackupState }) => BackupState)).to.deep.equal(['READY', 'PENDING_DELETION', 'PENDING_DELETION', 'PENDING_DELETION']);
    const purged = all.find(({ BackupId }) => BackupId === first);
    // Restored under the same policy it expires again; longer retention first ("to prevent a race condition").
    await world.cloudhsmv2('ModifyCluster', { ClusterId, BackupRetentionPolicy: { Type: 'DAYS', Value: '95' } });
    const { Backup } = await world.cloudhsmv2('RestoreBackup', { BackupId: first });
    expect(Backup).to.include({ BackupState: 'READY' }).and.not.to.have.property('DeleteTimestamp');
    await waitFor(world, 4 * day);
    expect(await states()).to.deep.equal(['READY', 'PENDING_DELETION', 'PENDING_DELETION', 'READY']);
    await waitFor(world, 30 * day);
    expect(await states()).to.deep.equal(['READY']);
    expect(purged?.DeleteTimestamp).to.be.instanceOf(Date);
    // Still the last when a new one is made; then it is no longer.
    await addHsm(world, ClusterId, 'a');
    await waitFor(world, day);
    expect(await states()).to.deep.equal(['READY', 'PENDING_DELETION']);
  });
  it('NeverExpires exempts a backup, and lets it go again', async () => {
    const BackupId = await backUp();
    expect((await world.cloudhsmv2('ModifyBackupAttributes', { BackupId, NeverExpires: true })).Backup).to.include({ NeverExpires: true });
    await waitFor(world, 120 * day);
    const stateNow = async (): Promise<BackupState | undefined> =>
      (await world.cloudhsmv2('DescribeBackups', { Filters: { backupIds: [BackupId] } })).Backups?.[0]?.BackupState;
    expect(await stateNow()).to.equal('READY');
    await world.cloudhsmv2('ModifyBackupAttributes', { BackupId, NeverExpires: false });
    expect(await stateNow()).to.equal('PENDING_DELETION');
  });
  it('DeleteBackup: seven days, then gone', async () => {
    const BackupId = await backUp();
    const { Backup } = await world.cloudhsmv2('DeleteBackup', { BackupId });
    const { now } = await world.control.clock(undefined);
    expect(Backup?.BackupState).to.equal('PENDING_DELETION');
    expect(Backup?.DeleteTimestamp?.getTime()).to.be.closeTo(now + 7 * day, 5000);
    await refused(world.cloudhsmv2('DeleteBackup', { BackupId }), invalid);
    await refused(world.cloudhsmv2('ModifyBackupAttributes', { BackupId, NeverExpires: true }), invalid);
    await refused(world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: 'eu-west-1' }), invalid);
    await refused(world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds: ['subnet-a6b10bd1'], SourceBackupId: BackupId }), invalid);
    await world.cloudhsmv2('RestoreBackup', { BackupId });
    await refused(world.cloudhsmv2('RestoreBackup', { BackupId }), invalid);
    await world.cloudhsmv2('DeleteBackup', { BackupId });
    await waitFor(world, 7 * day + hour);
    await refused(world.cloudhsmv2('RestoreBackup', { BackupId }), missing);
  });
  it('what does not exist, and a copy to the same Region', async () => {
    for (const name of ['DeleteBackup', 'RestoreBackup'] as const) await refused(world.cloudhsmv2(name, { BackupId: unknown }), missing);
    await refused(world.cloudhsmv2('ModifyBackupAttributes', { BackupId: unknown, NeverExpires: true }), missing);
    await refused(world.cloudhsmv2('CopyBackupToRegion', { BackupId: unknown, DestinationRegion: 'eu-west-1' }), missing);
    const BackupId = await backUp();
    await refused(world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: 'us-west-2' }), invalid);
  });
  it('DescribeBackups: filters, order, pages, shared ones', async () => {
    await waitFor(world, 5 * day + hour);
    const BackupId = await backUp();
    await world.cloudhsmv2('ModifyBackupAttributes', { BackupId, NeverExpires: true });
    const found = async (Filters: Record<string, string[]>): Promise<number | undefined> =>
      (await world.cloudhsmv2('DescribeBackups', { Filters })).Backups?.length;
    expect(await found({})).to.equal(6);
    expect(await found({ backupIds: [BackupId, unknown] })).to.equal(1);
    expect(await found({ clusterIds: [ClusterId], neverExpires: ['false'] })).to.equal(5);
    expect(await found({ neverExpires: ['true'] })).to.equal(1);
    expect(await found({ states: ['PENDING_DELETION'] })).to.equal(0);
    expect(await found({ sourceBackupIds: [BackupId] })).to.equal(0);
    expect(await found({ clusterIds: ['cluster-zzzzzzzzzzz'] })).to.equal(0);
    await refused(world.cloudhsmv2('DescribeBackups', { Filters: { names: ['x'] } }), invalid);
    for (const SortAscending of [true, false]) {
      const times: number[] = [];
      let NextToken: string | undefined;
      do {
        const page = await world.cloudhsmv2('DescribeBackups', { MaxResults: 4, SortAscending, ...(NextToken !== undefined && { NextToken }) });
        times.push(...(page.Backups ?? []).map(({ CreateTimestamp }) => CreateTimestamp?.getTime() ?? 0));
        NextToken = page.NextToken;
      } while (NextToken !== undefined);
      expect(times).to.have.length(6);
      expect(times).to.deep.equal(times.toSorted((a, b) => (SortAscending ? a - b : b - a)));
    }
    expect((await world.cloudhsmv2('DescribeBackups', { Shared: true })).Backups).to.deep.equal([]);
    const views = await world.look.backups({ ...place, ClusterId, limit: 2 });
    expect(views.map((view) => view.BackupId)[0]).to.equal(BackupId);
    expect(await world.look.backups({ ...place, before: views[1]?.number ?? 0 })).to.have.length(4);
  });
  it('a copy has no retention policy, its own tags or those of its source', async () => {
    const BackupId = await backUp();
    await world.cloudhsmv2('TagResource', { ResourceId: BackupId, TagList: [{ Key: 'a', Value: '1' }] });
    await world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: 'eu-west-1' });
    await world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: 'eu-west-1', TagList: [{ Key: 'b', Value: '2' }] });
    await waitFor(world, 100 * day);
    const { Backups = [] } = await world.at({ region: 'eu-west-1' }).cloudhsmv2('DescribeBackups', { SortAscending: true });
    expect(Backups.map(({ BackupState, TagList }) => [BackupState, TagList?.[0]?.Key])).to.deep.equal([['READY', 'a'], ['READY', 'b']]);
  });

  const objectOf = async (KeyId: string): Promise<NonNullable<Awaited<ReturnType<typeof world.simulation.storage.get<'keyObjects'>>>>> => {
    const key = await world.simulation.storage.get('keys', [place.account, place.region, KeyId]);
    const object = await world.simulation.storage.get('keyObjects', keyObjectKey(place, ClusterId, key?.handle ?? 0));
    if (!object) throw new Error('no object');
    return object;
  };
  /** As key deletion does it: no AWS API removes a key object yet. */
  const remove = async (KeyId: string): Promise<void> => {
    const object = await objectOf(KeyId);
    const { version } = (await world.simulation.storage.get('clusters', [place.account, place.region, ClusterId])) ?? {};
    await world.simulation.storage.commit({
      reads: removeKeyObjectReads(object),
      decide: (rows) => {
        removeKeyObject(rows, object, version);
      },
    });
    lost.add(KeyId);
  };
  const materials = async (): Promise<number> => (await rawRows(world.database, 'material')).length;

  it('a removed key lasts as long as a backup has it, and no longer', async () => {
    const { KeyId } = await createStoreKey(world);
    const BackupId = await backUp();
    const young = await createStoreKey(world);
    await remove(young.KeyId);
    expect(await materials()).to.equal(1);
    await remove(KeyId);
    expect(await materials()).to.equal(1);
    const restored = await newCluster(world, { SourceBackupId: BackupId });
    await addHsm(world, restored, 'a');
    expect(await world.look.keyObjects({ ...place, ClusterId: restored })).to.have.length(1);
    expect(await world.look.keyObjects({ ...place, ClusterId })).to.have.length(0);
    await world.cloudhsmv2('DeleteBackup', { BackupId });
    await waitFor(world, 8 * day);
    // The restored cluster has it still.
    expect(await rawRows(world.database, 'removedKeyObjects')).to.deep.equal([]);
    expect(await materials()).to.equal(1);
    await removeHsms(world, restored);
    await world.cloudhsmv2('DeleteCluster', { ClusterId: restored });
    await waitFor(world);
    for (const { BackupId: each } of await backupsOf(world, restored)) await world.cloudhsmv2('DeleteBackup', { BackupId: each ?? '' }).catch(() => undefined);
    await waitFor(world, 8 * day);
    expect(await backupsOf(world, restored)).to.deep.equal([]);
    expect(await materials()).to.equal(0);
    expect((await rawRows<{ owner: string }>(world.database, 'lineages')).map(({ owner }) => owner)).to.deep.equal([ClusterId]);
  });
  it('a material that several clusters have goes with the last of them', async () => {
    await createStoreKey(world);
    const BackupId = await backUp();
    const references = async (): Promise<number[]> => (await rawRows<{ count: number }>(world.database, 'materialReferences')).map(({ count }) => count);
    const restored = [];
    for (let i = 0; i < 3; i += 1) restored.push(await newCluster(world, { SourceBackupId: BackupId }));
    expect(await references()).to.deep.equal([4]);
    // Without an HSM, and so without a backup, there is nothing to keep.
    for (const [left, id] of [[[3], restored[0]], [[2], restored[1]], [[], restored[2]]] as const) {
      await world.cloudhsmv2('DeleteCluster', { ClusterId: id ?? '' });
      await waitFor(world);
      expect(await references()).to.deep.equal(left);
    }
    expect(await materials()).to.equal(1);
  });
  /** Something happens while a long list is being read: behind the first page of what was removed. */
  const meanwhile = (act: () => Promise<unknown>): void => {
    const { storage } = world.simulation;
    const { page } = storage;
    const read = async (asked: Parameters<typeof page>[0]): Promise<unknown> => {
      const rows = await page(asked);
      if (asked.store === 'removedKeyObjects') {
        storage.page = page;
        await act();
      }
      return rows;
    };
    storage.page = read as typeof page;
  };
  const restoredHas = async (SourceBackupId: string, ...keys: { readonly Arn: string }[]): Promise<void> => {
    const restored = await newCluster(world, { SourceBackupId });
    const objects = await world.look.keyObjects({ ...place, ClusterId: restored });
    expect(objects.map(({ attributes }) => attributes['label']).sort()).to.deep.equal(keys.map(({ Arn }) => Arn).sort());
  };
  it('a key that is removed while a backup is restored or copied is in it', async () => {
    const keys = [await createStoreKey(world), await createStoreKey(world)] as const;
    const BackupId = await backUp();
    meanwhile(() => remove(keys[0].KeyId));
    await restoredHas(BackupId, ...keys);
    meanwhile(() => remove(keys[1].KeyId));
    await world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: 'eu-west-1' });
    expect(await rawRows<{ region: string }>(world.database, 'removedKeyObjects').then((rows) => rows.filter(({ region }) => region === 'eu-west-1'))).to.have.length(2);
  });
  it('a backup of a migrated cluster has its keys, although a rollback exchanges as many while it is restored', async () => {
    const old = await createStoreKey(world);
    await world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType: 'hsm2m.medium' });
    await waitFor(world);
    await remove(old.KeyId);
    const young = await createStoreKey(world);
    const BackupId = await backUp();
    await world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType: 'hsm1.medium' });
    meanwhile(() => waitFor(world));
    await restoredHas(BackupId, young);
    expect((await clusterOf(world, ClusterId)).HsmType).to.equal('hsm1.medium');
    lost = new Set([young.KeyId]);
    expect(await world.look.keyObjects({ ...place, ClusterId })).to.have.length(1);
  });
  it('a key that is removed while its only backup is purged goes too, although another one comes', async () => {
    const { KeyId } = await createStoreKey(world);
    const BackupId = await backUp();
    await world.cloudhsmv2('DeleteBackup', { BackupId });
    const { storage, hsm, momentAt } = world.simulation;
    const due = (await storage.page({ store: 'due', prefix: ['period'], limit: 99 })).find(({ kind }) => kind === 'delete-backup');
    if (!due) throw new Error('nothing is purged');
    const purge = (): Promise<unknown> => purgeBackup(momentAt(place, due.dueAt), due);
    const material = await hsm.generate();
    const other: KeyObjectRow[] = [];
    meanwhile(async () => {
      await remove(KeyId);
      const attributes = { label: 'x', username: 'kmsuser', backingKeyId: 'f'.repeat(64) };
      await storage.commit({
        reads: keyObjectReads(place, ClusterId),
        decide: (rows) => other.push(addKeyObject(rows, place, ClusterId, material, attributes, 99, 1)),
      });
    });
    await purge().catch((error: unknown) => {
      if (!(error instanceof Stale)) throw error;
    });
    await purge();
    expect(await backupsOf(world, ClusterId)).to.deep.equal([]);
    expect(await rawRows(world.database, 'removedKeyObjects')).to.deep.equal([]);
    for (const object of other)
      await storage.commit({
        reads: removeKeyObjectReads(object),
        decide: (rows) => {
          removeKeyObject(rows, object, 1);
        },
      });
    expect(await materials()).to.equal(0);
  });
  it('a cluster has what its backup had, also where that is purged before it is there', async () => {
    const key = await createStoreKey(world);
    const SourceBackupId = await backUp();
    // A month for what takes AWS four minutes.
    await world.control.setSpeed({ speed: 0.0001 });
    const { Cluster } = await world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds: ['subnet-a6b10bd1'], SourceBackupId });
    await world.cloudhsmv2('DeleteBackup', { BackupId: SourceBackupId });
    await waitFor(world, 8 * day);
    await refused(world.cloudhsmv2('RestoreBackup', { BackupId: SourceBackupId }), missing);
    const restored = Cluster?.ClusterId ?? '';
    expect((await clusterOf(world, restored)).State).to.equal('CREATE_IN_PROGRESS');
    await world.control.setSpeed({ speed: 60 });
    await waitFor(world, hour);
    await addHsm(world, restored, 'a');
    expect((await clusterOf(world, restored)).State).to.equal('ACTIVE');
    expect((await world.look.keyObjects({ ...place, ClusterId: restored })).map(({ attributes }) => attributes['label'])).to.deep.equal([key.Arn]);
  });
  it('a copy goes to a Region that there is', async () => {
    const BackupId = await backUp();
    for (const DestinationRegion of ['us-west-9', 'us-gov-west-1'])
      await refused(world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion }), invalid);
    expect(await rawRows(world.database, 'backups')).to.have.length(1);
  });
  it('a key that was removed after a migration began is back after its rollback', async () => {
    const { KeyId } = await createStoreKey(world);
    await world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType: 'hsm2m.medium' });
    await waitFor(world);
    await remove(KeyId);
    const encrypt = (): Promise<unknown> => world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    await refused(encrypt(), 'KMSInvalidStateException');
    await world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType: 'hsm1.medium' });
    await waitFor(world);
    await encrypt();
    expect((await rawRows<{ count: number }>(world.database, 'materialReferences')).map(({ count }) => count)).to.deep.equal([2]);
    await remove(KeyId);
    await waitFor(world, 110 * day);
    // The backups that had it are gone; the later ones were made without it.
    expect(await rawRows(world.database, 'removedKeyObjects')).to.deep.equal([]);
    expect(await materials()).to.equal(0);
  });
  it('a cluster from a backup is of its mode, and has its own backups', async () => {
    const BackupId = await backUp();
    await refused(
      world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', Mode: 'NON_FIPS', SubnetIds: ['subnet-a6b10bd1'], SourceBackupId: BackupId }),
      invalid,
    );
    await refused(
      world.cloudhsmv2('CreateCluster', { HsmType: 'hsm1.medium', SubnetIds: ['subnet-a6b10bd1'], SourceBackupId: BackupId }),
      invalid,
      'Provided HsmType is not supported.',
    );
    const restored = await newCluster(world, { SourceBackupId: BackupId });
    await addHsm(world, restored, 'a');
    const [one, other] = [await clusterOf(world, ClusterId), await clusterOf(world, restored)];
    expect(other.Certificates).to.deep.equal(one.Certificates);
    await waitFor(world, day);
    expect(await backupsOf(world, restored)).to.have.length(1);
  });
});
