import { expect } from 'chai';
import type { Cluster, ClusterState } from '../../../src/model/cloudhsmv2/types.ts';
import { durations } from '../../../src/model/durations.ts';
import { activateCluster } from '../../../src/worker/cloudhsm/activation.ts';
import { HsmRefusal } from '../../../src/worker/cloudhsm/errors.ts';
import { signClusterCsr } from '../../../src/page/customer-ca/sign.ts';
import { inconsistencies } from '../consistency.ts';
import { rawRows } from '../hsm/raw.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import {
  activeCluster, addHsm, adminPassword, backupsOf, clusterOf, customerCa, day, hour, initializedCluster, momentOf, newCluster, removeHsms,
  subnetIds, waitFor,
} from './cluster-world.ts';
import { unexpected } from './lost-keys.ts';

const invalid = 'CloudHsmInvalidRequestException';
const missing = 'CloudHsmResourceNotFoundException';
const unknown = 'cluster-zzzzzzzzzzz';
const notYetActivated = (id: string): string => `Cluster '${id}' already contains an HSM but has not yet been fully activated`;

describe('CloudHSM v2: the life of a cluster (facts 6.1, 6.4)', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld({ scenario: 'empty' });
  });
  afterEach(async () => {
    const problems = await inconsistencies(world.database);
    world.close();
    expect(problems).to.deep.equal([]);
  });
  const stateOf = async (id: string): Promise<ClusterState | undefined> => (await clusterOf(world, id)).State;

  it('CreateCluster answers what AWS answers, and is UNINITIALIZED when its wait ends', async () => {
    await world.control.setSpeed({ speed: 1 });
    const SubnetIds = await subnetIds(world);
    const TagList = [{ Key: 'stage', Value: 'test' }];
    const { Cluster } = await world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, TagList });
    expect(Cluster).to.deep.include({
      State: 'CREATE_IN_PROGRESS',
      Hsms: [],
      Certificates: {},
      BackupPolicy: 'DEFAULT',
      BackupRetentionPolicy: { Type: 'DAYS', Value: '90' },
      HsmType: 'hsm2m.medium',
      Mode: 'FIPS',
      NetworkType: 'IPV4',
      SubnetMapping: { 'us-west-2a': SubnetIds[0], 'us-west-2b': SubnetIds[1], 'us-west-2c': SubnetIds[2] },
      TagList,
    });
    expect(Cluster?.ClusterId).to.match(/^cluster-[2-7a-z]{11}$/);
    expect(Cluster?.SecurityGroup).to.match(/^sg-[0-9a-f]{17}$/);
    expect(Cluster?.VpcId).to.match(/^vpc-[0-9a-f]{17}$/);
    const id = Cluster?.ClusterId ?? '';
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId: id, AvailabilityZone: 'us-west-2a' }), invalid);
    await waitFor(world, durations['create-cluster'].milliseconds - 5000);
    expect(await stateOf(id)).to.equal('CREATE_IN_PROGRESS');
    expect(await world.look.waits({ account: '111122223333', region: 'us-west-2' })).to.have.length(1);
    await waitFor(world, 5000);
    expect(await stateOf(id)).to.equal('UNINITIALIZED');
  });

  it('from the first HSM to ACTIVE, one state after the other', async () => {
    const ClusterId = await newCluster(world);
    const claim = { ClusterId, SignedCert: 'a', TrustAnchor: 'a' };
    await refused(world.cloudhsmv2('InitializeCluster', claim), invalid);
    await addHsm(world, ClusterId);
    const { Certificates } = await clusterOf(world, ClusterId);
    expect(Object.keys(Certificates ?? {}).sort()).to.deep.equal(['AwsHardwareCertificate', 'ClusterCsr', 'HsmCertificate', 'ManufacturerHardwareCertificate']);
    expect(Certificates?.ClusterCsr).to.include('BEGIN CERTIFICATE REQUEST');
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2b' }), invalid, notYetActivated(ClusterId));
    await refused(world.cloudhsmv2('InitializeCluster', claim), invalid);

    const ca = await customerCa();
    const { now } = await world.control.clock(undefined);
    const SignedCert = await signClusterCsr({ csr: Certificates?.ClusterCsr ?? '', ca, now });
    const answer = await world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert, TrustAnchor: ca.certificate });
    const StateMessage = 'Cluster is initializing. State will change to INITIALIZED upon completion.';
    expect(answer).to.deep.equal({ State: 'INITIALIZE_IN_PROGRESS', StateMessage });
    expect(await clusterOf(world, ClusterId)).to.include({ State: 'INITIALIZE_IN_PROGRESS', StateMessage });
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2b' }), invalid, notYetActivated(ClusterId));
    await waitFor(world);
    const initialized = await clusterOf(world, ClusterId);
    expect(initialized.State).to.equal('INITIALIZED');
    expect(initialized).not.to.have.property('StateMessage');
    expect(initialized.Certificates).not.to.have.property('ClusterCsr');
    expect(initialized.Certificates?.ClusterCertificate).to.equal(SignedCert);
    await refused(world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert, TrustAnchor: ca.certificate }), invalid);
    await refused(world.kms('CreateCustomKeyStore', {
      CustomKeyStoreName: 'Mine', CloudHsmClusterId: ClusterId, TrustAnchorCertificate: ca.certificate, KeyStorePassword: 'kmsPswd1234',
    }), 'CloudHsmClusterNotActiveException');

    await world.control.setSpeed({ speed: 1 });
    await activateCluster(await momentOf(world), ClusterId, adminPassword);
    // DescribeClusters tells some 80 seconds later, and refuses until then (facts 6.3).
    expect(await stateOf(ClusterId)).to.equal('INITIALIZED');
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2b' }), invalid, notYetActivated(ClusterId));
    await waitFor(world, 80_000);
    expect(await stateOf(ClusterId)).to.equal('ACTIVE');
    expect(await backupsOf(world, ClusterId)).to.have.length(1);
    await addHsm(world, ClusterId, 'b');
    expect((await clusterOf(world, ClusterId)).Hsms?.map(({ State }) => State)).to.deep.equal(['ACTIVE', 'ACTIVE']);
    expect(await backupsOf(world, ClusterId)).to.have.length(2);
  });

  it('no certificate of another cluster, and none of a CA that is not the trust anchor', async () => {
    const [one, other] = [await newCluster(world), await newCluster(world)];
    await addHsm(world, one);
    await addHsm(world, other);
    const ca = await customerCa();
    const { now } = await world.control.clock(undefined);
    const csr = (await clusterOf(world, other)).Certificates?.ClusterCsr ?? '';
    const SignedCert = await signClusterCsr({ csr, ca, now });
    await refused(world.cloudhsmv2('InitializeCluster', { ClusterId: one, SignedCert, TrustAnchor: ca.certificate }), invalid);
    await refused(world.cloudhsmv2('InitializeCluster', { ClusterId: other, SignedCert, TrustAnchor: SignedCert }), invalid);
    expect(await stateOf(one)).to.equal('UNINITIALIZED');
  });

  it('the first HSM replaced before it was claimed makes another request', async () => {
    const ClusterId = await newCluster(world);
    await addHsm(world, ClusterId);
    const before = (await clusterOf(world, ClusterId)).Certificates?.ClusterCsr;
    await removeHsms(world, ClusterId);
    expect((await clusterOf(world, ClusterId)).Certificates).to.deep.equal({});
    await addHsm(world, ClusterId);
    expect((await clusterOf(world, ClusterId)).Certificates?.ClusterCsr).to.be.a('string').that.does.not.equal(before);
  });

  it('an HSM that is being deleted cannot be claimed; the next one can, and the cluster becomes ACTIVE', async () => {
    const ClusterId = await newCluster(world);
    const HsmId = await addHsm(world, ClusterId);
    const { Certificates } = await clusterOf(world, ClusterId);
    const ca = await customerCa();
    const { now } = await world.control.clock(undefined);
    const SignedCert = await signClusterCsr({ csr: Certificates?.ClusterCsr ?? '', ca, now });
    await world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId });
    await refused(world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert, TrustAnchor: ca.certificate }), invalid);
    await waitFor(world);
    expect(await clusterOf(world, ClusterId)).to.deep.include({ State: 'UNINITIALIZED', Hsms: [], Certificates: {} });
    await addHsm(world, ClusterId);
    const csr = (await clusterOf(world, ClusterId)).Certificates?.ClusterCsr ?? '';
    const claim = { ClusterId, SignedCert: await signClusterCsr({ csr, ca, now }), TrustAnchor: ca.certificate };
    await world.cloudhsmv2('InitializeCluster', claim);
    await waitFor(world);
    expect(await stateOf(ClusterId)).to.equal('INITIALIZED');
  });

  it('DeleteCluster: without HSMs only; then it is gone, and its backups stay', async () => {
    const ClusterId = await activeCluster(world);
    await refused(world.cloudhsmv2('DeleteCluster', { ClusterId }), invalid);
    await removeHsms(world, ClusterId);
    const { Cluster } = await world.cloudhsmv2('DeleteCluster', { ClusterId });
    expect(Cluster).to.include({ State: 'DELETE_IN_PROGRESS', StateMessage: 'The cluster is being deleted.' });
    await refused(world.cloudhsmv2('DeleteCluster', { ClusterId }), invalid);
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2a' }), invalid);
    await waitFor(world);
    expect((await world.cloudhsmv2('DescribeClusters')).Clusters).to.deep.equal([]);
    await refused(world.cloudhsmv2('DeleteCluster', { ClusterId }), missing);
    expect(await backupsOf(world, ClusterId)).to.have.length(2);
  });

  const refusals: [string, object, string, string?][] = [
    ['hsm1.medium', { HsmType: 'hsm1.medium' }, invalid, 'Provided HsmType is not supported.'],
    ['an unknown HSM type', { HsmType: 'hsm9.large' }, invalid, 'Provided HsmType is not supported.'],
    ['a subnet that does not exist', { SubnetIds: ['subnet-12345678'] }, invalid],
    ['retention of 6 days', { BackupRetentionPolicy: { Type: 'DAYS', Value: '6' } }, invalid],
    ['retention of 380 days', { BackupRetentionPolicy: { Type: 'DAYS', Value: '380' } }, invalid],
    ['a backup that does not exist', { SourceBackupId: 'backup-zzzzzzzzzzz' }, missing],
    ["another Region's backup", { SourceBackupId: 'arn:aws:cloudhsm:eu-west-1:111122223333:backup/backup-zzzzzzzzzzz' }, missing],
    ['a reserved tag', { TagList: [{ Key: 'aws:x', Value: '' }] }, 'CloudHsmTagException'],
    ['a tag twice', { TagList: [{ Key: 'x', Value: '' }, { Key: 'x', Value: '' }] }, 'CloudHsmTagException'],
  ];
  for (const [what, change, error, message] of refusals)
    it(`CreateCluster refuses ${what}`, async () => {
      const SubnetIds = await subnetIds(world);
      await refused(world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, ...change }), error, message);
    });
  it('CreateCluster refuses the same zone twice, and subnets of two VPCs', async () => {
    const other = await openTestWorld();
    const [first = ''] = await subnetIds(other);
    const create = (SubnetIds: string[]): Promise<unknown> => other.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds });
    await refused(create([first, first]), invalid);
    await refused(create([first, 'subnet-b6b10bd2']), invalid);
    await create(['subnet-a6b10bd1', 'subnet-b6b10bd2']);
    other.close();
  });
  it('four clusters a Region, each Region for itself', async () => {
    for (let i = 0; i < 4; i += 1) await newCluster(world, { Mode: 'NON_FIPS', BackupRetentionPolicy: { Value: '7' } });
    const SubnetIds = await subnetIds(world);
    await refused(world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds }), invalid);
    const Clusters = (await world.cloudhsmv2('DescribeClusters')).Clusters ?? [];
    expect(Clusters.map(({ Mode, BackupRetentionPolicy }) => [Mode, BackupRetentionPolicy?.Value])).to.deep.equal(Array(4).fill(['NON_FIPS', '7']));
    const there = world.at({ region: 'ap-northeast-1' });
    await there.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds: await subnetIds(world, 'ap-northeast-1') });
  });
  it('DescribeClusters in pages; a token is good for its list only', async () => {
    for (let i = 0; i < 3; i += 1) await newCluster(world);
    const seen: Cluster[] = [];
    let NextToken: string | undefined;
    do {
      const page = await world.cloudhsmv2('DescribeClusters', { MaxResults: 2, ...(NextToken !== undefined && { NextToken }) });
      seen.push(...(page.Clusters ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(new Set(seen.map(({ ClusterId }) => ClusterId)).size).to.equal(3);
    const { NextToken: other } = await world.cloudhsmv2('DescribeClusters', { MaxResults: 1 });
    expect(other).not.to.include('cluster');
    await refused(world.cloudhsmv2('DescribeBackups', { NextToken: other ?? '' }), invalid);
    await refused(world.cloudhsmv2('DescribeClusters', { NextToken: 'nonsense' }), invalid);
    expect((await world.cloudhsmv2('DescribeClusters', { NextToken: '' })).Clusters).to.have.length(3);
  });
  it('what does not exist', async () => {
    const ClusterId = unknown;
    await refused(world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert: 'a', TrustAnchor: 'a' }), missing);
    await refused(world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType: 'hsm2m.medium' }), missing);
    await refused(world.cloudhsmv2('DeleteCluster', { ClusterId }), missing);
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2a' }), missing);
    await refused(world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId: 'hsm-aaaaaaaaaaa' }), missing);
  });
  it('what is no AWS API refuses in words of its own', async () => {
    const rejected = async (work: Promise<unknown>): Promise<void> => {
      expect(await work.catch((error: unknown) => error)).to.be.instanceOf(HsmRefusal);
    };
    const ClusterId = await newCluster(world);
    await rejected(activateCluster(await momentOf(world), ClusterId, adminPassword));
    await rejected(activateCluster(await momentOf(world), unknown, adminPassword));
    const ready = await initializedCluster(world);
    for (const password of ['short77', 'x'.repeat(33)]) await rejected(activateCluster(await momentOf(world), ready, password));
    await activateCluster(await momentOf(world), ready, adminPassword);
    await rejected(activateCluster(await momentOf(world), ready, adminPassword));
    await refused(world.cloudhsmv2('DeleteHsm', { ClusterId: ready, HsmId: (await clusterOf(world, ready)).Hsms?.[0]?.HsmId ?? '' }), invalid);
  });
  it('CloudTrail has the calls, and no certificate', async () => {
    const ClusterId = await initializedCluster(world);
    const { Events = [] } = await world.cloudtrail('LookupEvents');
    const records = Events.map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent ?? '') as Record<string, unknown>);
    const of = (name: string): Record<string, unknown> | undefined => records.find(({ eventName }) => eventName === name);
    expect(of('CreateCluster')).to.include({ eventSource: 'cloudhsm.amazonaws.com', readOnly: false });
    expect(of('CreateCluster')?.['requestParameters']).to.include({ hsmType: 'hsm2m.medium' });
    expect(of('CreateCluster')?.['responseElements']).to.have.nested.property('cluster.clusterId', ClusterId);
    expect(of('InitializeCluster')?.['requestParameters']).to.deep.equal({ clusterId: ClusterId });
    expect(of('InitializeCluster')?.['responseElements']).to.include({ state: 'INITIALIZE_IN_PROGRESS' });
    expect(JSON.stringify(records)).not.to.include('BEGIN');
  });
  it('what is pasted in place of a certificate is repeated by no error and kept nowhere', async () => {
    const ClusterId = await newCluster(world);
    const secret = 'MIIEpAIBAAKCAQEAsecret';
    // The colon breaks the pattern of certificates.
    const pasted = `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n${secret}`;
    const bad = [
      () => world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert: pasted, TrustAnchor: pasted }),
      () => world.kms('CreateCustomKeyStore', { CustomKeyStoreName: 'Mine', TrustAnchorCertificate: secret.padEnd(5001, 'x') }),
      () => world.kms('RetireGrant', { GrantToken: secret.padEnd(8193, 'x') }),
    ];
    for (const call of bad) {
      const { message } = await refused(call(), 'ValidationException');
      expect(message).to.include('failed to satisfy constraint').and.not.to.include(secret);
    }
    await world.cloudtrail('LookupEvents');
    const events = await rawRows(world.database, 'events');
    expect(JSON.stringify(events)).to.include('trustAnchorCertificate').and.not.to.include(secret);
  });
});

describe('CloudHSM v2: ModifyCluster', () => {
  let world: TestWorld;
  /** A key that a rollback took with it is still a KMS key. */
  const lost = new Set<string>();
  const ClusterId = documentCluster;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(async () => {
    const problems = await unexpected(world.database, lost);
    world.close();
    expect(problems).to.deep.equal([]);
  });

  it('retention: 7 to 379 days, for the backups that there are too', async () => {
    await addHsm(world, ClusterId, 'c');
    for (const Value of ['6', '380']) await refused(world.cloudhsmv2('ModifyCluster', { ClusterId, BackupRetentionPolicy: { Type: 'DAYS', Value } }), invalid);
    await refused(world.cloudhsmv2('ModifyCluster', { ClusterId }), invalid);
    const { Cluster } = await world.cloudhsmv2('ModifyCluster', { ClusterId, BackupRetentionPolicy: { Type: 'DAYS', Value: '7' } });
    expect(Cluster?.BackupRetentionPolicy).to.deep.equal({ Type: 'DAYS', Value: '7' });
    await waitFor(world, 7 * day);
    const states = (await backupsOf(world, ClusterId)).map(({ BackupState }) => BackupState);
    expect(states.at(-1)).to.equal('PENDING_DELETION');
    expect(states.filter((state) => state === 'READY')).to.have.length(7);
  });
  it('the HSM type, half an hour for each HSM, and back within a day: without what came in between', async () => {
    await world.control.setSpeed({ speed: 1 });
    const modify = (HsmType: string): Promise<{ Cluster?: Cluster }> => world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType }) as never;
    await refused(modify('hsm1.medium'), invalid);
    const key = await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    const { Cluster } = await modify('hsm2m.medium');
    expect(Cluster).to.include({ State: 'MODIFY_IN_PROGRESS', HsmType: 'hsm2m.medium' });
    const { now } = await world.control.clock(undefined);
    expect(Cluster?.HsmTypeRollbackExpiration?.getTime()).to.be.closeTo(now + day, 5000);
    await refused(world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' }), invalid);
    await refused(world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId: 'hsm-abcdefghijk' }), invalid);
    await waitFor(world, hour - 10_000);
    expect((await clusterOf(world, ClusterId)).State).to.equal('MODIFY_IN_PROGRESS');
    await waitFor(world, 10_000);
    expect(await clusterOf(world, ClusterId)).to.include({ State: 'ACTIVE', HsmType: 'hsm2m.medium' });
    const young = await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    lost.add(young.KeyMetadata?.KeyId ?? '');
    expect((await modify('hsm1.medium')).Cluster).to.include({ State: 'ROLLBACK_IN_PROGRESS', HsmType: 'hsm1.medium' });
    await waitFor(world, hour);
    const after = await clusterOf(world, ClusterId);
    expect(after).to.include({ State: 'ACTIVE', HsmType: 'hsm1.medium' });
    expect(after).not.to.have.property('HsmTypeRollbackExpiration');
    const encrypt = (KeyId: string | undefined): Promise<unknown> => world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array(1) });
    await encrypt(key.KeyMetadata?.KeyId);
    await refused(encrypt(young.KeyMetadata?.KeyId), 'KMSInvalidStateException');
    await modify('hsm2m.medium');
    await waitFor(world, day);
    await refused(modify('hsm1.medium'), invalid);
  });
  for (const [State, types] of [['MODIFY_IN_PROGRESS', ['hsm2m.medium']], ['ROLLBACK_IN_PROGRESS', ['hsm2m.medium', 'hsm1.medium']]] as const)
    it(`${State}: limited-write mode makes and deletes no keys, and does not let KMS rotate its password`, async () => {
      const CustomKeyStoreId = documentStore;
      const [old, other] = [await createStoreKey(world), await createStoreKey(world)];
      const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: other.KeyId, Plaintext: new Uint8Array(1) });
      await world.kms('ScheduleKeyDeletion', { KeyId: old.KeyId, PendingWindowInDays: 7 });
      await waitFor(world, 7 * day - 2 * 60_000);
      // An HSM takes half an hour, also where waits are a thousand times shorter than AWS's.
      await world.control.setSpeed({ speed: 1 });
      for (const HsmType of types) await world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType });
      expect((await clusterOf(world, ClusterId)).State).to.equal(State);
      await refused(world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }), 'CloudHsmClusterInvalidConfigurationException');
      await world.kms('Decrypt', { CiphertextBlob });
      await waitFor(world, 3 * 60_000);
      // The key is gone; what the HSM has of it stays, and its event says so.
      await refused(world.kms('DescribeKey', { KeyId: old.KeyId }), 'NotFoundException');
      const { Events = [] } = await world.cloudtrail('LookupEvents');
      const deleted = Events.find(({ EventName }) => EventName === 'DeleteKey')?.CloudTrailEvent ?? '';
      expect(deleted).to.include('FAILURE');
      const objects = await world.look.keyObjects({ account: '111122223333', region: 'us-west-2', ClusterId });
      expect(objects).to.have.length(2);
      await waitFor(world, 2 * hour);
      expect((await clusterOf(world, ClusterId)).State).to.equal('ACTIVE');
      await createStoreKey(world);
    });
  it('limited-write mode: a key store that is still connecting fails, as kmsuser gets no other password', async () => {
    const CustomKeyStoreId = documentStore;
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    await world.control.setSpeed({ speed: 1 });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await world.cloudhsmv2('ModifyCluster', { ClusterId, HsmType: 'hsm2m.medium' });
    await waitFor(world, 25 * 60_000);
    const store = async (): Promise<unknown> => (await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0];
    expect(await store()).to.include({ ConnectionState: 'FAILED', ConnectionErrorCode: 'INTERNAL_ERROR' });
    await waitFor(world);
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    expect(await store()).to.include({ ConnectionState: 'CONNECTED' });
  });
});
