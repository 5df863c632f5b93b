import { expect } from 'chai';
import { scenarioNames } from '../../../src/model/control.ts';
import { SimulatorFault } from '../../../src/worker/errors.ts';
import { storeNames } from '../../../src/worker/storage/schema.ts';
import { inconsistencies } from '../consistency.ts';
import { day } from '../cloudhsm/cluster-world.ts';
import { bytes, createKey, hour, origins, place } from '../kms/kms-world.ts';
import { rowsOf } from '../month.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

/** Base64 of 32 bytes or more, a hexadecimal one, or anything that a browser calls a key. */
const opened: TestWorld[] = [];
const open = async (of: Parameters<typeof openTestWorld>[0] = {}): Promise<TestWorld> => {
  const world = await openTestWorld(of);
  opened.push(world);
  return world;
};
afterEach(() => {
  for (const world of opened.splice(0)) world.close();
});

const fault = async (work: Promise<unknown>): Promise<string> => {
  const [outcome] = await Promise.allSettled([work]);
  if (outcome.status === 'fulfilled') throw new Error('It was not refused.');
  if (!(outcome.reason instanceof SimulatorFault)) throw outcome.reason;
  return outcome.reason.message;
};
const encrypt = async (world: TestWorld, KeyId: string): Promise<Uint8Array> =>
  (await world.kms('Encrypt', { KeyId, Plaintext: bytes('plain text') })).CiphertextBlob ?? new Uint8Array();
const exported = (world: TestWorld): Promise<string> => world.control.exportWorld(undefined);

/** A world with something of everything, and the ids of what is in it. */
async function full(): Promise<{ world: TestWorld; KeyId: string; ofKms: string; ciphertext: Uint8Array }> {
  const world = await open();
  const { KeyId } = await createStoreKey(world);
  const { KeyId: ofKms } = await createKey(world);
  await world.kms('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: KeyId });
  await world.kms('CreateGrant', { KeyId, Name: 'a', GranteePrincipal: 'arn:aws:iam::111122223333:user/Bob', RetiringPrincipal: 'arn:aws:iam::111122223333:user/Bob', Operations: ['Encrypt'], Constraints: { EncryptionContextEquals: { a: 'b' } } });
  await world.kms('TagResource', { KeyId, Tags: [{ TagKey: 'k', TagValue: '鍵 🔑' }] });
  await world.kms('EnableKeyRotation', { KeyId: ofKms });
  await world.kms('RotateKeyOnDemand', { KeyId: ofKms });
  await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
  await world.control.advance({ ms: hour });
  const gone = await createStoreKey(world);
  await world.control.advance({ ms: 2 * day });
  await world.kms('ScheduleKeyDeletion', { KeyId: gone.KeyId, PendingWindowInDays: 7 });
  await world.control.injectFault({ fault: 'throttling', active: true });
  await world.control.setSpeed({ speed: 7 });
  const ciphertext = await encrypt(world, KeyId);
  await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
  return { world, KeyId, ofKms, ciphertext };
}

describe('a world that is taken along', () => {
  it('comes back with all its rows but key material, and goes on where it was', async () => {
    const { world } = await full();
    const text = await exported(world);
    const before = await rowsOf(world.database);
    const { now } = await world.control.clock(undefined);
    const other = await open({ scenario: 'empty' });
    await other.control.importWorld({ text });
    const after = await rowsOf(other.database);
    const carried = storeNames.filter((store) => store !== 'world' && store !== 'material' && store !== 'materialReferences');
    for (const store of carried) expect(after[store], store).to.deep.equal(before[store]);
    expect(after.material).to.deep.equal([]);
    expect(await other.control.clock(undefined)).to.include({ speed: 7 });
    expect((await other.control.clock(undefined)).now - now).to.be.within(-hour, hour / 60);
    expect(await other.control.faults(undefined)).to.deep.equal(await world.control.faults(undefined));
    expect(await other.control.notes(undefined)).to.deep.equal(await world.control.notes(undefined));
    // Only what has no material is not as in any other world.
    const problems = await inconsistencies(other.database);
    expect(problems.filter((problem) => !problem.endsWith('has no material'))).to.deep.equal([]);
    expect(await exported(other)).to.satisfy((again: string) => sameStores(again, text));
  });
  const sameStores = (one: string, other: string): boolean => {
    const [a, b] = [one, other].map((text) => {
      const { materialReferences: _counts, ...stores } = (JSON.parse(text) as { stores: Record<string, unknown> }).stores;
      return JSON.stringify(stores);
    });
    return a === b;
  };

  it('stands still in the file: what is due happens after it is opened, however late that is', async () => {
    const { world } = await full();
    const text = await exported(world);
    const file = JSON.parse(text) as { now: number; stores: { due: { dueAt: number; kind: string }[] } };
    // A file of long ago.
    const ago = 400 * day;
    file.now -= ago;
    for (const row of file.stores.due) row.dueAt -= ago;
    const later = await open({ world: JSON.stringify(file) });
    const { now } = await later.control.clock(undefined);
    expect(now).to.be.within(file.now, file.now + hour / 60);
    const { CustomKeyStores } = await later.kms('DescribeCustomKeyStores');
    expect(CustomKeyStores?.[0]?.ConnectionState).to.equal('DISCONNECTING');
    await later.control.advance({ ms: hour });
    const { CustomKeyStores: then } = await later.kms('DescribeCustomKeyStores');
    expect(then?.[0]?.ConnectionState).to.equal('DISCONNECTED');
  });

  it('says first what it is, and holds no key, no password that a person chose, and no plaintext', async () => {
    const { world } = await full();
    const { SessionId = '' } = await world.cloudhsmCli('Login', { ClusterId: documentCluster, Username: 'admin', Password: 'adminPswd1234', Role: 'admin' });
    await world.cloudhsmCli('UserCreate', { ClusterId: documentCluster, SessionId, Username: 'Dana', Role: 'crypto-user', Password: 'ownPswd5678' });
    const text = await exported(world);
    expect((JSON.parse(text) as { stores: { clusterUsers: { username: string }[] } }).stores.clusterUsers.map(({ username }) => username)).to.include('dana');
    expect(text.startsWith('{"glassHsmWorld":1,"about":"A simulated world of GlassHSM')).to.equal(true);
    for (const secret of ['kmsPswd1234', 'ownPswd5678', 'plain text', btoa('plain text')]) expect(text).not.to.include(secret);
    expect(JSON.parse(text)).not.to.have.nested.property('stores.material');
  });

  it('begins a new database, once: an existing world is never changed', async () => {
    const { world, KeyId } = await full();
    const text = await exported(world);
    const beside = await open({ world: text });
    expect((await beside.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyId).to.equal(KeyId);
    const { KeyMetadata } = await beside.kms('CreateKey', {});
    const again = await open({ database: beside.database, world: text });
    expect((await again.kms('DescribeKey', { KeyId: KeyMetadata?.KeyId ?? '' })).KeyMetadata?.Enabled).to.equal(true);
    // Its events are not written over by what comes later.
    const { Events = [] } = await again.cloudtrail('LookupEvents', {});
    expect(new Set(Events.map(({ EventId }) => EventId)).size).to.equal(Events.length);
    expect(Events[0]?.EventName).to.equal('DescribeKey');
    expect(Events.map(({ EventName }) => EventName)).to.include.members(['CreateGrant', 'DisconnectCustomKeyStore']);
  });

  for (const scenario of scenarioNames)
    it(`can be any scenario: ${scenario}`, async () => {
      const text = await exported(await open({ scenario }));
      const other = await open({ world: text });
      expect((await other.control.notes(undefined)).scenario).to.equal(scenario);
      expect(sameStores(await exported(other), text)).to.equal(true);
    });

  it('is told of without being opened', async () => {
    const { world } = await full();
    const { now, ...summary } = await world.control.inspectWorld({ text: await exported(world) });
    expect(summary).to.include({ scenario: 'default', clusters: 1, keyStores: 1, keys: 3, users: 2, backups: 3 });
    expect(summary.events).to.be.above(8);
    expect(now).to.be.closeTo((await world.control.clock(undefined)).now, hour / 60);
  });

  it('replaces the world in every tab, and a reset goes back to what the database began with', async () => {
    const { world, KeyId } = await full();
    const mine = await open({ scenario: 'cluster' });
    const tab = await open({ database: mine.database });
    await tab.look.map(place);
    const heard = new Promise<void>((resolve) => {
      tab.simulation.storage.onNotice(({ anything }) => {
        if (anything) resolve();
      });
    });
    await mine.control.importWorld({ text: await exported(world) });
    await heard;
    expect((await tab.look.key({ ...place, KeyId }))?.KeyId).to.equal(KeyId);
    await tab.control.reset(undefined);
    expect((await mine.control.notes(undefined)).scenario).to.equal('cluster');
  });
});

describe('keys of an imported world', () => {
  for (const Origin of origins)
    it(`${Origin}: unavailable until new material is made; what was encrypted before stays closed`, async () => {
      const first = await open();
      const { KeyId, Arn } = await createKey(first, Origin);
      const before = await encrypt(first, KeyId);
      const world = await open({ world: await exported(first) });
      expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata).to.include({ KeyState: 'Enabled', Origin });
      const text = `${Arn} is unavailable.`;
      await refused(encrypt(world, KeyId), 'KMSInvalidStateException', text);
      await refused(world.kms('Decrypt', { CiphertextBlob: before }), 'KMSInvalidStateException', text);
      await refused(world.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256' }), 'KMSInvalidStateException', text);
      await refused(world.kms('Encrypt', { KeyId, Plaintext: bytes('x'), DryRun: true }), 'KMSInvalidStateException', text);
      const view = await world.look.keyObject({ ...place, KeyId });
      expect(view.withoutMaterial).to.equal(true);
      expect(view.attributes).to.include({ 'check-value': '', label: Arn });

      expect(await world.control.makeMaterial({ ...place, KeyId })).to.equal(1);
      await refused(world.kms('Decrypt', { CiphertextBlob: before }), 'InvalidCiphertextException', '');
      const { Plaintext } = await world.kms('Decrypt', { CiphertextBlob: await encrypt(world, KeyId) });
      expect(Plaintext).to.deep.equal(bytes('plain text'));
      const now = await world.look.keyObject({ ...place, KeyId });
      expect(now.withoutMaterial).to.equal(undefined);
      expect(now.attributes['check-value']).to.match(/^0x[0-9a-f]{6}$/);
      expect(await world.control.makeMaterial({ ...place, KeyId })).to.equal(0);
      expect(await inconsistencies(world.database)).to.deep.equal([]);
    });

  it('are shown without material on the map, and are not when they have some', async () => {
    const { world } = await full();
    const other = await open({ world: await exported(world) });
    const chips = async (): Promise<unknown[]> => (await other.look.map(place)).clusters.flatMap(({ newestKeys }) => newestKeys.map(({ withoutMaterial }) => withoutMaterial));
    expect(await chips()).to.deep.equal([true, true]);
    const heard = new Promise<void>((resolve) => {
      other.simulation.storage.onNotice(({ changes }) => {
        if (changes.some(({ store }) => store === 'keyObjects')) resolve();
      });
    });
    await other.control.makeMaterial(undefined);
    await heard;
    expect(await chips()).to.deep.equal([undefined, undefined]);
  });

  it('all at once: current and old materials, in HSMs and in backups', async () => {
    const { world, ofKms } = await full();
    const other = await open({ world: await exported(world) });
    const { keyObjects, removedKeyObjects } = await rowsOf(other.database);
    const materials = new Set([...keyObjects, ...removedKeyObjects].map(({ materialId }) => materialId));
    expect(await other.control.missingMaterial(undefined)).to.equal(materials.size);
    expect(await other.control.makeMaterial(undefined)).to.equal(materials.size);
    expect(await other.control.missingMaterial(undefined)).to.equal(0);
    expect(materials.size).to.equal(4);
    await encrypt(other, ofKms);
    expect(await inconsistencies(other.database)).to.deep.equal([]);
    expect(await other.control.makeMaterial(undefined)).to.equal(0);
  });

  it('one key object of a cluster; none where there is no such key', async () => {
    const { world, KeyId } = await full();
    const other = await open({ world: await exported(world) });
    const [object] = (await rowsOf(other.database)).keyObjects.filter(({ label }) => label.endsWith(KeyId));
    const reference = `0x${(object?.handle ?? 0).toString(16).padStart(16, '0')}`;
    expect(await other.control.makeMaterial({ ...place, ClusterId: documentCluster, 'key-reference': reference })).to.equal(1);
    expect((await rowsOf(other.database)).material).to.have.length(1);
    expect(await fault(other.control.makeMaterial({ ...place, KeyId: 'nobody' }))).to.equal('There is no key nobody.');
    expect(await fault(other.control.makeMaterial({ ...place, ClusterId: documentCluster, 'key-reference': '0x7' }))).to.include('do not hold this key');
  });

  it('are copied with a backup, and deleted, without theirs', async () => {
    const { world } = await full();
    const other = await open({ world: await exported(world) });
    const { Backups = [] } = await other.cloudhsmv2('DescribeBackups', {});
    const ready = Backups.find(({ BackupState }) => BackupState === 'READY')?.BackupId ?? '';
    for (const _twice of [1, 2]) await other.cloudhsmv2('CopyBackupToRegion', { DestinationRegion: 'eu-west-1', BackupId: ready });
    await other.control.advance({ ms: 8 * day });
    await other.control.makeMaterial(undefined);
    expect(await inconsistencies(other.database)).to.deep.equal([]);
  });
});

describe('what is no world is refused, and nothing is lost', () => {
  type File = { [name: string]: unknown; stores: Record<string, Record<string, unknown>[]> };
  const rowOf = (file: File, store: string): Record<string, unknown> => file.stores[store]?.[0] ?? {};
  const cases: Readonly<Record<string, { change: (file: File) => unknown; says: string }>> = {
    'no JSON': { change: () => 'glassHsmWorld', says: 'it is not JSON, or only a part of it.' },
    'half of it': { change: (file) => JSON.stringify(file).slice(0, 5000), says: 'it is not JSON, or only a part of it.' },
    'other JSON': { change: () => '[1, 2]', says: 'it was not made by GlassHSM.' },
    'nothing': { change: () => 'null', says: 'it was not made by GlassHSM.' },
    'no text': { change: () => 7, says: 'it is not text.' },
    'too much': { change: () => ' '.repeat(64 * 1024 * 1024 + 1), says: 'it is larger than 64 MB.' },
    'another version': { change: (file) => void (file['glassHsmWorld'] = 2), says: 'its format is 2, and this GlassHSM knows 1.' },
    'a version that is none': { change: (file) => void (file['glassHsmWorld'] = '1'), says: 'its format is "1"' },
    'an unknown member': { change: (file) => void (file['more'] = 1), says: 'nobody knows what "more" in it is.' },
    'an unknown store': { change: (file) => void (file.stores['secrets'] = []), says: 'it has "secrets", which this GlassHSM does not know.' },
    'a store that only has a name': { change: (file) => void (file.stores['toString'] = []), says: 'it has "toString"' },
    'key material': { change: (file) => void (file.stores['material'] = []), says: 'it has key material' },
    'the world as rows': { change: (file) => void (file.stores['world'] = []), says: 'it has "world"' },
    'no rows': { change: (file) => void (file.stores['keys'] = 'all' as never), says: 'its "stores" is not as it must be.' },
    'another scenario': { change: (file) => void (file['world'] = { id: 'world', scenario: 'nobody' }), says: 'its "world" is not as it must be.' },
    'no time': { change: (file) => void (file['now'] = '2026'), says: 'its "now" is not as it must be.' },
    'a time that no date has': { change: (file) => void (file['now'] = 1e300), says: 'its "now" is not as it must be.' },
    'a speed backwards': { change: (file) => void (file['speed'] = -1), says: 'its "speed" is not as it must be.' },
    'a row that is none': { change: (file) => void file.stores['keys']?.push(null as never), says: 'row 4 of "keys" is not as it must be.' },
    'a row without its key': { change: (file) => void delete rowOf(file, 'keys')['KeyId'], says: 'row 1 of "keys" is not as it must be.' },
    'a key of another kind': { change: (file) => void (rowOf(file, 'keyOrder')['number'] = 'first'), says: 'row 1 of "keyOrder" is not as it must be.' },
    'a member too many': { change: (file) => void (rowOf(file, 'keys')['secret'] = 'x'), says: 'row 1 of "keys" is not as it must be.' },
    'a member of a kind that views do not know': { change: (file) => void (rowOf(file, 'keyStores')['ConnectionState'] = '<b>'), says: 'row 1 of "keyStores" is not as it must be.' },
    'a Region that is none': { change: (file) => void (rowOf(file, 'clusters')['region'] = 'moon-1'), says: 'row 1 of "clusters" is not as it must be.' },
    'HSMs that are none': { change: (file) => void (rowOf(file, 'clusters')['hsms'] = [{}]), says: 'row 1 of "clusters" is not as it must be.' },
    'a network of all addresses': { change: (file) => void (rowOf(file, 'vpcs')['subnets'] = [{ SubnetId: 's', AvailabilityZone: 'a', cidr: '0.0.0.0/0' }]), says: 'row 1 of "vpcs" is not as it must be.' },
    'events that are none': { change: (file) => void (rowOf(file, 'events')['events'] = '[1]'), says: 'row 1 of "events" is not as it must be.' },
    'a row twice': { change: (file) => void file.stores['keys']?.push(rowOf(file, 'keys')), says: 'row 4 of "keys" is there twice.' },
    'years of what is due': { change: (file) => void (rowOf(file, 'due')['dueAt'] = 0), says: 'has not happened when it should.' },
  };
  let text: string;
  before(async () => {
    const { world } = await full();
    text = await exported(world);
  });
  for (const [what, { change, says }] of Object.entries(cases))
    it(what, async () => {
      const file = JSON.parse(text) as File;
      const changed = change(file) ?? JSON.stringify(file);
      const world = await open();
      const { KeyId } = await createStoreKey(world);
      const before = await encrypt(world, KeyId);
      const message = await fault(world.control.importWorld({ text: changed as string }));
      expect(message).to.include(says);
      expect(message).to.match(/^This is no world that can be opened: .* Nothing was changed\.$/);
      expect(await fault(world.control.inspectWorld({ text: changed as string }))).to.equal(message);
      await world.kms('Decrypt', { CiphertextBlob: before });
      const database = `test-${crypto.randomUUID()}`;
      expect(await fault(open({ database, world: changed as string }))).to.equal(message);
      expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include(database);
    });
});

describe('a world that was opened beside', () => {
  it('becomes the own one with its keys, and stays as it is', async () => {
    const beside = await open({ scenario: 'cluster' });
    const { KeyId } = await createKey(beside);
    const ciphertext = await encrypt(beside, KeyId);
    await beside.control.advance({ ms: 3 * day });
    const mine = await open();
    await mine.control.keepWorld({ database: beside.database });
    expect((await mine.kms('Decrypt', { CiphertextBlob: ciphertext })).Plaintext).to.deep.equal(bytes('plain text'));
    expect((await mine.control.notes(undefined)).scenario).to.equal('cluster');
    expect((await mine.control.clock(undefined)).now).to.be.closeTo((await beside.control.clock(undefined)).now, hour / 60);
    expect(await inconsistencies(mine.database)).to.deep.equal([]);
    await beside.kms('Decrypt', { CiphertextBlob: ciphertext });
    await mine.control.reset(undefined);
    expect((await mine.control.notes(undefined)).scenario).to.equal('default');
  });

  it('is refused where there is none, and none is made', async () => {
    const mine = await open();
    expect(await fault(mine.control.keepWorld({ database: 'nowhere' }))).to.equal('There is no world "nowhere" in this browser.');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include('nowhere');
  });
});
