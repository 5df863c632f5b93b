import { expect } from 'chai';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

const hour = 60 * 60 * 1000;

describe('CreateCustomKeyStore (facts 1.3)', () => {
  let world: TestWorld;
  let good: Parameters<TestWorld['kms']>[1] & Record<string, string>;
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
  const create = (change: Record<string, string | undefined> = {}): Promise<{ CustomKeyStoreId?: string | undefined }> =>
    world.kms('CreateCustomKeyStore', { ...good, ...change } as never);

  it('answers an id; the store is DISCONNECTED and not connected by itself', async () => {
    const { CustomKeyStoreId } = await create();
    expect(CustomKeyStoreId).to.match(/^cks-[0-9a-f]{17}$/);
    await world.control.advance({ ms: 24 * hour });
    const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores', { CustomKeyStoreId });
    expect(CustomKeyStores?.[0]).to.include({ ConnectionState: 'DISCONNECTED', CustomKeyStoreName: 'Mine' });
  });

  const refusals: [string, Record<string, string>, string][] = [
    ['an unknown cluster', { CloudHsmClusterId: 'cluster-abcdefghijk' }, 'CloudHsmClusterNotFoundException'],
    ['another certificate', { TrustAnchorCertificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' }, 'IncorrectTrustAnchorException'],
    ['no password', { KeyStorePassword: undefined as never }, 'ValidationException'],
    ['no cluster', { CloudHsmClusterId: undefined as never }, 'ValidationException'],
    ['a password of 6', { KeyStorePassword: 'abcdef' }, 'ValidationException'],
    ['an external key store', { CustomKeyStoreType: 'EXTERNAL_KEY_STORE' }, 'UnsupportedOperationException'],
  ];
  for (const [what, change, error] of refusals)
    it(`refuses ${what}: ${error}`, async () => {
      await refused(create(change), error);
      expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores).to.deep.equal([]);
    });

  it('the password is not in the message that refuses it', async () => {
    const { message } = await refused(create({ KeyStorePassword: 'sesame' }), 'ValidationException');
    expect(message).to.equal(
      "1 validation error detected: Value at 'keyStorePassword' failed to satisfy constraint: Member must have length greater than or equal to 7",
    );
  });
  it('the certificate may have other line ends', async () => {
    await create({ TrustAnchorCertificate: (good['TrustAnchorCertificate'] ?? '').replaceAll('\n', '\r\n') });
  });
  it('a name is taken once, a cluster too', async () => {
    await create();
    await refused(create({ KeyStorePassword: 'different1' }), 'CustomKeyStoreNameInUseException');
    await refused(create({ CustomKeyStoreName: 'Other' }), 'CloudHsmClusterInUseException');
  });
  it('the same again while disconnected answers the existing id', async () => {
    const { CustomKeyStoreId } = await create();
    expect((await create()).CustomKeyStoreId).to.equal(CustomKeyStoreId);
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId: CustomKeyStoreId ?? '' });
    await refused(create(), 'CustomKeyStoreNameInUseException');
  });
  it('needs two active HSMs in different zones', async () => {
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-zyxwvutsrqp' });
    await refused(create(), 'CloudHsmClusterInvalidConfigurationException');
  });
  it('a wrong password shows at Connect only', async () => {
    const { CustomKeyStoreId = '' } = await create({ KeyStorePassword: 'wrongPswd' });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]).to.include({
      ConnectionState: 'FAILED',
      ConnectionErrorCode: 'INVALID_CREDENTIALS',
    });
    // Every repair: disconnect, update, connect (facts 1.8).
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: 'kmsPswd1234' });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]?.ConnectionState).to.equal('CONNECTED');
  });
});

describe('UpdateCustomKeyStore and DeleteCustomKeyStore', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const CustomKeyStoreId = documentStore;

  it('a rename frees the old name and takes the new one', async () => {
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, NewCustomKeyStoreName: 'Renamed' });
    await refused(
      world.kms('DescribeCustomKeyStores', { CustomKeyStoreName: 'ExampleKeyStore' }),
      'CustomKeyStoreNotFoundException',
    );
    const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores', { CustomKeyStoreName: 'Renamed' });
    expect(CustomKeyStores?.[0]?.CustomKeyStoreId).to.equal(CustomKeyStoreId);
  });
  it('without anything to update, and with an unknown store or cluster', async () => {
    await refused(world.kms('UpdateCustomKeyStore', { CustomKeyStoreId }), 'ValidationException');
    await refused(
      world.kms('UpdateCustomKeyStore', { CustomKeyStoreId: 'cks-0', NewCustomKeyStoreName: 'x' }),
      'CustomKeyStoreNotFoundException',
    );
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
    await refused(
      world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: 'cluster-abcdefghijk' }),
      'CloudHsmClusterNotFoundException',
    );
  });
  it('a store with keys is not deleted; one without is, and the cluster stays', async () => {
    const other = await openTestWorld();
    await createStoreKey(world);
    for (const at of [world, other]) {
      await at.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
      await at.control.advance({ ms: hour });
    }
    await refused(world.kms('DeleteCustomKeyStore', { CustomKeyStoreId }), 'CustomKeyStoreHasCMKsException');
    await other.kms('DeleteCustomKeyStore', { CustomKeyStoreId });
    await refused(other.kms('DescribeCustomKeyStores', { CustomKeyStoreId }), 'CustomKeyStoreNotFoundException');
    expect((await other.cloudhsmv2('DescribeClusters')).Clusters).to.have.length(1);
    other.close();
  });
  for (const name of ['ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'DeleteCustomKeyStore', 'DescribeCustomKeyStores'] as const)
    it(`${name} of an unknown store`, () =>
      refused(world.kms(name, { CustomKeyStoreId: 'cks-unknown' }), 'CustomKeyStoreNotFoundException'));
});
