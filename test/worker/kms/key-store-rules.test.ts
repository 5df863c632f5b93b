import { expect } from 'chai';
import type { ClusterRow, HsmEntry, KeyStoreRow } from '../../../src/worker/storage/schema.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { hour, place } from './kms-world.ts';

/** Key stores: the rules of facts 1.1 to 1.9 that need clusters as no few calls make them. */

/** Another cluster, with an id of AWS's pattern. */
const otherCluster = 'cluster-abcdefghijk';
const inUse = 'CloudHsmClusterInUseException';
const day = 24 * hour;

async function clusterRow(world: TestWorld): Promise<ClusterRow> {
  const row = await world.simulation.storage.get('clusters', [place.account, place.region, documentCluster]);
  if (!row) throw new Error('The document has a cluster.');
  return row;
}
/** Changes the document's cluster, or makes another out of it. */
async function putCluster(world: TestWorld, change: (row: ClusterRow) => Partial<ClusterRow>): Promise<void> {
  const row = await clusterRow(world);
  await world.simulation.storage.commit({ reads: [], decide: (rows) => { rows.put('clusters', { ...row, ...change(row) }); } });
}
const inOneZone = (hsms: readonly HsmEntry[]): readonly HsmEntry[] => hsms.map((hsm) => ({ ...hsm, AvailabilityZone: 'us-west-2a' }));
const another = ({ Certificates }: ClusterRow): Partial<ClusterRow> => ({
  ClusterId: otherCluster,
  Certificates: { ...Certificates, ClusterCertificate: '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----' },
});

/** What the cluster must be, for CreateCustomKeyStore (facts 1.3) and UpdateCustomKeyStore (1.9) alike. */
const clusters: readonly [what: string, change: (row: ClusterRow) => Partial<ClusterRow>, error: string][] = [
  ['UNINITIALIZED', () => ({ State: 'UNINITIALIZED' }), 'CloudHsmClusterNotActiveException'],
  ['INITIALIZED', () => ({ State: 'INITIALIZED' }), 'CloudHsmClusterNotActiveException'],
  ['DEGRADED', () => ({ State: 'DEGRADED' }), 'CloudHsmClusterNotActiveException'],
  ['without HSMs', () => ({ hsms: [] }), 'CloudHsmClusterInvalidConfigurationException'],
  ['of one HSM', ({ hsms }) => ({ hsms: hsms.slice(1) }), 'CloudHsmClusterInvalidConfigurationException'],
  ['of two HSMs in one zone', ({ hsms }) => ({ hsms: inOneZone(hsms) }), 'CloudHsmClusterInvalidConfigurationException'],
  ['with one HSM that is not active yet', ({ hsms }) => ({ hsms: hsms.map((hsm, i) => (i ? hsm : { ...hsm, State: 'CREATE_IN_PROGRESS' as const })) }), 'CloudHsmClusterInvalidConfigurationException'],
];

describe('CreateCustomKeyStore', () => {
  let world: TestWorld;
  let good: Record<string, string>;
  beforeEach(async () => {
    world = await openTestWorld({ scenario: 'cluster' });
    const notes = await world.control.notes(undefined);
    good = {
      CustomKeyStoreName: 'Mine',
      CloudHsmClusterId: documentCluster,
      KeyStorePassword: 'kmsPswd1234',
      TrustAnchorCertificate: notes['customerCA.crt'] ?? '',
    };
  });
  afterEach(() => {
    world.close();
  });
  const create = async (change: Record<string, string | undefined> = {}): Promise<string> =>
    (await world.kms('CreateCustomKeyStore', { ...good, ...change } as never)).CustomKeyStoreId ?? '';
  const ids = async (): Promise<unknown> => (await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.map(({ CustomKeyStoreId }) => CustomKeyStoreId);

  for (const [what, change, error] of clusters)
    it(`a cluster ${what}: ${error}`, async () => {
      await putCluster(world, change);
      await refused(create(), error);
      expect(await ids()).to.deep.equal([]);
    });

  describe('the same again', () => {
    const others: readonly [string, Record<string, string>, string][] = [
      ['another name', { CustomKeyStoreName: 'Other' }, inUse],
      ['another password', { KeyStorePassword: 'another12' }, 'CustomKeyStoreNameInUseException'],
      ['another certificate', { TrustAnchorCertificate: '-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----' }, 'CustomKeyStoreNameInUseException'],
      ['another cluster', { CloudHsmClusterId: otherCluster }, 'CustomKeyStoreNameInUseException'],
    ];
    it('answers the id of the store that is there, and makes none', async () => {
      const id = await create();
      expect(await create()).to.equal(id);
      expect(await create({ CustomKeyStoreType: 'AWS_CLOUDHSM' })).to.equal(id);
      expect(await ids()).to.deep.equal([id]);
    });
    for (const [what, change, error] of others)
      it(`with ${what} it is not the same: ${error}`, async () => {
        const id = await create();
        await refused(create(change), error);
        expect(await ids()).to.deep.equal([id]);
      });
    it('not once it is CONNECTING, CONNECTED, DISCONNECTING or FAILED', async () => {
      const id = await create({ KeyStorePassword: 'wrong1234' });
      const repeat = (): Promise<unknown> => refused(create({ KeyStorePassword: 'wrong1234' }), 'CustomKeyStoreNameInUseException');
      await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId: id });
      await repeat();
      await world.control.advance({ ms: hour });
      expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]?.ConnectionState).to.equal('FAILED');
      await repeat();
      await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: id });
      await repeat();
      await world.control.advance({ ms: hour });
      expect(await create({ KeyStorePassword: 'wrong1234' })).to.equal(id);
    });
  });

  it('one store for a cluster and all that share its backup history', async () => {
    const id = await create();
    await putCluster(world, () => ({ ClusterId: otherCluster }));
    await refused(create({ CustomKeyStoreName: 'Other', CloudHsmClusterId: otherCluster }), inUse);
    await world.kms('DeleteCustomKeyStore', { CustomKeyStoreId: id });
    await create({ CustomKeyStoreName: 'Other', CloudHsmClusterId: otherCluster });
    await refused(create(), inUse);
  });
  it('again on a cluster whose store was deleted, by the same name too', async () => {
    const id = await create();
    await world.kms('DeleteCustomKeyStore', { CustomKeyStoreId: id });
    expect(await create()).not.to.equal(id);
  });
  it('a cluster of its own has a store of its own', async () => {
    await create();
    await putCluster(world, another);
    await refused(create({ CloudHsmClusterId: otherCluster }), 'CustomKeyStoreNameInUseException');
    await create({ CustomKeyStoreName: 'Other', CloudHsmClusterId: otherCluster });
    expect(await ids()).to.have.length(2);
  });
  it('ten in account and Region, in any state', async () => {
    const id = await create();
    const { storage } = world.simulation;
    const row = (await storage.get('keyStores', [place.account, place.region, id])) as KeyStoreRow;
    await putCluster(world, another);
    const next = (): Promise<string> => create({ CustomKeyStoreName: 'Tenth', CloudHsmClusterId: otherCluster });
    await storage.commit({
      reads: [],
      decide: (rows) => {
        for (let i = 1; i < 10; i += 1) {
          const CustomKeyStoreId = `cks-0000000000000000${String(i)}`;
          rows.put('keyStores', { ...row, CustomKeyStoreId, CustomKeyStoreName: CustomKeyStoreId, ConnectionState: i === 1 ? 'DISCONNECTED' : 'FAILED' });
        }
      },
    });
    await refused(next(), 'LimitExceededException');
    // What makes no store needs no room.
    expect(await create()).to.equal(id);
    await world.kms('DeleteCustomKeyStore', { CustomKeyStoreId: 'cks-00000000000000001' });
    await next();
  });

  const tooShort = (at: string, n: number): string => `Value at '${at}' failed to satisfy constraint: Member must have length greater than or equal to ${String(n)}`;
  const limits: readonly [what: string, change: Record<string, string | undefined>, text?: string][] = [
    ['no name', { CustomKeyStoreName: undefined }, "1 validation error detected: Value null at 'customKeyStoreName' failed to satisfy constraint: Member must not be null"],
    ['an empty name', { CustomKeyStoreName: '' }],
    ['a name of 257', { CustomKeyStoreName: 'a'.repeat(257) }],
    ['a password of 6', { KeyStorePassword: 'abc123' }, `1 validation error detected: ${tooShort('keyStorePassword', 7)}`],
    ['a password of 33', { KeyStorePassword: 'a'.repeat(33) }, "1 validation error detected: Value at 'keyStorePassword' failed to satisfy constraint: Member must have length less than or equal to 32"],
    ['a certificate of 5001', { TrustAnchorCertificate: 'a'.repeat(5001) }],
    ['a cluster id of other letters', { CloudHsmClusterId: 'cluster-10890890890' }, "1 validation error detected: Value 'cluster-10890890890' at 'cloudHsmClusterId' failed to satisfy constraint: Member must satisfy regular expression pattern: cluster-[2-7a-zA-Z]{11,16}"],
    ['a cluster id that is too short', { CloudHsmClusterId: 'cluster-abcdefghij' }],
    ['a type that is none', { CustomKeyStoreType: 'AWS' }, "1 validation error detected: Value 'AWS' at 'customKeyStoreType' failed to satisfy constraint: Member must satisfy enum value set: [AWS_CLOUDHSM, EXTERNAL_KEY_STORE]"],
    ['no certificate', { TrustAnchorCertificate: undefined }],
    ['no password', { KeyStorePassword: undefined }],
    ['no cluster', { CloudHsmClusterId: undefined }],
  ];
  for (const [what, change, text] of limits) it(`${what}: ValidationException`, () => refused(create(change), 'ValidationException', text));
  for (const KeyStorePassword of ['abc1234', 'a'.repeat(32)])
    it(`a password of ${String(KeyStorePassword.length)} is taken, and not verified`, async () => {
      await create({ KeyStorePassword });
    });
});

describe('DescribeCustomKeyStores', () => {
  let world: TestWorld;
  before(async () => {
    world = await openTestWorld();
  });
  after(() => {
    world.close();
  });
  const describeStores = (input: Record<string, unknown> = {}) => world.kms('DescribeCustomKeyStores', input);

  it('by id, by name and all: AWS’s members in AWS’s order, never the password', async () => {
    const all = await describeStores();
    expect(Object.keys(all)).to.deep.equal(['CustomKeyStores', 'Truncated']);
    expect(Object.keys(all.CustomKeyStores?.[0] ?? {})).to.deep.equal([
      'CustomKeyStoreId',
      'CustomKeyStoreName',
      'CloudHsmClusterId',
      'TrustAnchorCertificate',
      'ConnectionState',
      'CreationDate',
      'CustomKeyStoreType',
    ]);
    expect(all.CustomKeyStores?.[0]?.CustomKeyStoreType).to.equal('AWS_CLOUDHSM');
    expect(await describeStores({ CustomKeyStoreId: documentStore })).to.deep.equal(all);
    expect(await describeStores({ CustomKeyStoreName: 'ExampleKeyStore' })).to.deep.equal(all);
  });
  it('not by both', () => refused(describeStores({ CustomKeyStoreId: documentStore, CustomKeyStoreName: 'ExampleKeyStore' }), 'ValidationException'));
  for (const input of [{ CustomKeyStoreId: 'cks-none' }, { CustomKeyStoreName: 'none' }, { CustomKeyStoreName: 'examplekeystore' }])
    it(`${JSON.stringify(input)}: there is none`, () => refused(describeStores(input), 'CustomKeyStoreNotFoundException'));
  it('belongs to its account and Region', async () => {
    for (const at of [world.at({ region: 'eu-west-1' }), world.at({ account: '444455556666' })]) {
      expect(await at.kms('DescribeCustomKeyStores')).to.deep.equal({ CustomKeyStores: [], Truncated: false });
      await refused(at.kms('DescribeCustomKeyStores', { CustomKeyStoreId: documentStore }), 'CustomKeyStoreNotFoundException');
      await refused(at.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore }), 'CustomKeyStoreNotFoundException');
    }
  });
});

describe('UpdateCustomKeyStore', () => {
  let world: TestWorld;
  const CustomKeyStoreId = documentStore;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const update = (change: Record<string, string>): Promise<unknown> => world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, ...change });
  const disconnect = async (): Promise<void> => {
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
  };
  const store = async () => (await world.kms('DescribeCustomKeyStores', { CustomKeyStoreId })).CustomKeyStores?.[0];

  it('name, password and cluster at once', async () => {
    await disconnect();
    await putCluster(world, () => ({ ClusterId: otherCluster }));
    await update({ NewCustomKeyStoreName: 'New', KeyStorePassword: 'wrong1234', CloudHsmClusterId: otherCluster });
    expect(await store()).to.include({ CustomKeyStoreName: 'New', CloudHsmClusterId: otherCluster, ConnectionState: 'DISCONNECTED' });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
    expect((await store())?.ConnectionState).to.equal('FAILED');
  });
  it('all or nothing', async () => {
    const before = await store();
    await refused(update({ NewCustomKeyStoreName: 'New', KeyStorePassword: 'another12' }), 'CustomKeyStoreInvalidStateException');
    await refused(update({ NewCustomKeyStoreName: 'New', CloudHsmClusterId: documentCluster }), 'CustomKeyStoreInvalidStateException');
    expect(await store()).to.deep.equal(before);
    await disconnect();
    await refused(update({ NewCustomKeyStoreName: 'New', CloudHsmClusterId: otherCluster }), 'CloudHsmClusterNotFoundException');
    expect((await store())?.CustomKeyStoreName).to.equal('ExampleKeyStore');
  });
  it('to its own name; not to another’s', async () => {
    await update({ NewCustomKeyStoreName: 'ExampleKeyStore' });
    await world.simulation.storage.commit({
      reads: [],
      decide: (rows) => { rows.put('keyStoreNames', { ...place, CustomKeyStoreName: 'Taken', CustomKeyStoreId: 'cks-other' }); },
    });
    await refused(update({ NewCustomKeyStoreName: 'Taken' }), 'CustomKeyStoreNameInUseException');
    expect((await store())?.CustomKeyStoreName).to.equal('ExampleKeyStore');
  });
  it('to a cluster of another history: CloudHsmClusterNotRelatedException', async () => {
    await disconnect();
    await putCluster(world, another);
    await refused(update({ CloudHsmClusterId: otherCluster }), 'CloudHsmClusterNotRelatedException');
  });
  for (const [what, change, error] of clusters)
    it(`to a cluster ${what}: ${error}`, async () => {
      await disconnect();
      await putCluster(world, (row) => ({ ...change(row), ClusterId: otherCluster }));
      await refused(update({ CloudHsmClusterId: otherCluster }), error);
      expect((await store())?.CloudHsmClusterId).to.equal(documentCluster);
    });
  for (const [what, change] of [
    ['nothing', {}],
    ['an empty name', { NewCustomKeyStoreName: '' }],
    ['a password of 6', { KeyStorePassword: 'abc123' }],
    ['a password of 33', { KeyStorePassword: 'a'.repeat(33) }],
    ['a cluster id that is none', { CloudHsmClusterId: 'cluster-1' }],
  ] as const)
    it(`${what}: ValidationException`, () => refused(update(change as never), 'ValidationException'));
});

describe('DeleteCustomKeyStore', () => {
  it('not while it has keys, disabled and pending deletion ones too; when they are gone, it is', async () => {
    const world = await openTestWorld();
    const CustomKeyStoreId = documentStore;
    const [a, b] = [await createStoreKey(world), await createStoreKey(world)];
    await world.kms('DisableKey', { KeyId: a.KeyId });
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
    const remove = (): Promise<unknown> => world.kms('DeleteCustomKeyStore', { CustomKeyStoreId });
    await refused(remove(), 'CustomKeyStoreHasCMKsException');
    for (const { KeyId } of [a, b]) await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await refused(remove(), 'CustomKeyStoreHasCMKsException');
    await world.control.advance({ ms: 7 * day });
    await remove();
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores).to.deep.equal([]);
    world.close();
  });
});
