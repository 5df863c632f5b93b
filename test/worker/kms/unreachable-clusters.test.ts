import { expect } from 'chai';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { bytes, createKey, eventsOf, hour } from './kms-world.ts';

/** Facts 3.3: the store is CONNECTED and the key Enabled, and KMS does not get to the cluster all the same. */
const network = 'KMS cannot communicate with your CloudHSM cluster';

describe('a cluster that KMS does not get to (facts 3.3)', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const store = { CustomKeyStoreId: documentStore };
  const inject = (fault: string, active: boolean, target?: string): Promise<undefined> => world.control.injectFault({ fault, active, target });

  for (const target of [undefined, documentStore, documentCluster])
    it(`network, at ${target ?? 'all'}: cryptography fails in AWS’s words, the states stay, and it passes`, async () => {
      const { KeyId } = await createStoreKey(world);
      const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: bytes('x') });
      await inject('network', true, target);
      await refused(world.kms('Encrypt', { KeyId, Plaintext: bytes('x') }), 'KMSInvalidStateException', network);
      await refused(world.kms('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException', network);
      await refused(world.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256', DryRun: true }), 'KMSInvalidStateException', network);
      await refused(world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', ...store }), 'KMSInternalException');
      await refused(world.kms('GenerateRandom', { NumberOfBytes: 1, ...store }), 'KMSInternalException');
      expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Enabled');
      expect((await world.kms('DescribeCustomKeyStores', store)).CustomKeyStores?.[0]?.ConnectionState).to.equal('CONNECTED');
      const own = await createKey(world, 'AWS_KMS');
      await world.kms('Encrypt', { KeyId: own.KeyId, Plaintext: bytes('KMS’s own fleet is not concerned') });
      await inject('network', false, target);
      expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(bytes('x'));
    });

  it('pkcs11-sessions: KMSInternalException that mentions PKCS #11, status 500', async () => {
    const { KeyId } = await createStoreKey(world);
    await inject('pkcs11-sessions', true, documentCluster);
    const error = await refused(world.kms('Encrypt', { KeyId, Plaintext: bytes('x') }), 'KMSInternalException');
    expect(error.status).to.equal(500);
    expect(error.message).to.contain('PKCS #11');
    await inject('pkcs11-sessions', false, documentCluster);
    await world.kms('Encrypt', { KeyId, Plaintext: bytes('x') });
  });

  it('network: Connect ends in FAILED with NETWORK_ERRORS, and the material of a deleted key stays', async () => {
    const { KeyId } = await createStoreKey(world);
    await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await inject('network', true);
    await world.control.advance({ ms: 7 * 24 * hour });
    expect((await eventsOf(world, 'DeleteKey'))[0]?.['additionalEventData']).to.have.property('backingKeysDeletionStatus').that.contains('"FAILURE"');
    await world.kms('DisconnectCustomKeyStore', store);
    await world.control.advance({ ms: hour });
    await world.kms('ConnectCustomKeyStore', store);
    await world.control.advance({ ms: hour });
    const failed = (await world.kms('DescribeCustomKeyStores', store)).CustomKeyStores?.[0];
    expect([failed?.ConnectionState, failed?.ConnectionErrorCode]).to.deep.equal(['FAILED', 'NETWORK_ERRORS']);
    await inject('network', false);
    for (const step of ['DisconnectCustomKeyStore', 'ConnectCustomKeyStore'] as const) {
      await world.kms(step, store);
      await world.control.advance({ ms: hour });
    }
    await createStoreKey(world);
  });
});
