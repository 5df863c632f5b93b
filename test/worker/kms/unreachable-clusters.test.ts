import { expect } from 'chai';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { bytes, createKey, eventsOf, hour } from './kms-world.ts';

/** Facts 3.3, 5: the store is CONNECTED and the key Enabled, and KMS does not get to the cluster all the same. */
const cutOff = 'KMS cannot communicate with your CloudHSM cluster';

interface Effect {
  readonly fault: string;
  readonly encrypt?: string;
  readonly createKey?: string;
  readonly random?: string;
  readonly connect?: string;
  readonly failed?: string;
  readonly deletes: 'SUCCESS' | 'FAILURE';
}

/**
 * What each fault does: to cryptography, CreateKey and GenerateRandom in a store that is CONNECTED, and to connecting it: an exception
 * (the store stays DISCONNECTED) or the code with which it is FAILED. `undefined`: nothing.
 */
const effects: readonly Effect[] = [
  { fault: 'network', encrypt: 'KMSInvalidStateException', createKey: 'KMSInternalException', random: 'KMSInternalException', failed: 'NETWORK_ERRORS', deletes: 'FAILURE' },
  { fault: 'security-group', encrypt: 'KMSInvalidStateException', createKey: 'CloudHsmClusterInvalidConfigurationException', random: 'KMSInternalException', connect: 'CloudHsmClusterInvalidConfigurationException', deletes: 'FAILURE' },
  { fault: 'pkcs11-sessions', encrypt: 'KMSInternalException', createKey: 'KMSInternalException', random: 'KMSInternalException', deletes: 'FAILURE' },
  { fault: 'subnet-deleted', failed: 'SUBNET_NOT_FOUND', deletes: 'SUCCESS' },
  { fault: 'subnet-full', failed: 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET', deletes: 'SUCCESS' },
  { fault: 'internal-error', failed: 'INTERNAL_ERROR', deletes: 'SUCCESS' },
];

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
  const is = async (call: Promise<unknown>, error: string | undefined): Promise<unknown> => (error === undefined ? call : refused(call, error));
  const state = async (): Promise<string> => {
    const { ConnectionState, ConnectionErrorCode } = (await world.kms('DescribeCustomKeyStores', store)).CustomKeyStores?.[0] ?? {};
    return [ConnectionState, ConnectionErrorCode].filter(Boolean).join(' ');
  };
  const bring = async (step: 'ConnectCustomKeyStore' | 'DisconnectCustomKeyStore'): Promise<void> => {
    await world.kms(step, store);
    await world.control.advance({ ms: hour });
  };

  for (const { fault, encrypt, createKey: create, random } of effects)
    for (const target of [undefined, documentStore, documentCluster])
      it(`${fault}, at ${target ?? 'all'}: what is connected stays so, and what fails works again`, async () => {
        const { KeyId } = await createStoreKey(world);
        const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: bytes('x') });
        await inject(fault, true, target);
        const text = encrypt === 'KMSInvalidStateException' ? cutOff : undefined;
        for (const call of [
          () => world.kms('Encrypt', { KeyId, Plaintext: bytes('x') }),
          () => world.kms('Decrypt', { CiphertextBlob }),
          () => world.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256', DryRun: true }),
        ])
          if (encrypt !== undefined) await refused(call(), encrypt, text);
        await is(world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', ...store }), create);
        await is(world.kms('GenerateRandom', { NumberOfBytes: 1, ...store }), random);
        expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Enabled');
        expect(await state()).to.equal('CONNECTED');
        const own = await createKey(world, 'AWS_KMS');
        await world.kms('Encrypt', { KeyId: own.KeyId, Plaintext: bytes('KMS’s own fleet is not concerned') });
        await inject(fault, false, target);
        expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(bytes('x'));
        await createStoreKey(world);
      });

  for (const { fault, connect, failed } of effects)
    it(`${fault}: connecting ${connect ?? failed ?? 'works'}, and does when it is over`, async () => {
      await bring('DisconnectCustomKeyStore');
      await inject(fault, true, documentCluster);
      await is(world.kms('ConnectCustomKeyStore', store), connect);
      await world.control.advance({ ms: hour });
      expect(await state()).to.equal(connect ? 'DISCONNECTED' : failed ? `FAILED ${failed}` : 'CONNECTED');
      await inject(fault, false, documentCluster);
      if (failed) await bring('DisconnectCustomKeyStore');
      await bring('ConnectCustomKeyStore');
      await createStoreKey(world);
    });

  it('rules of the security group that change while KMS is connecting are found on the way', async () => {
    await bring('DisconnectCustomKeyStore');
    await world.kms('ConnectCustomKeyStore', store);
    await inject('security-group', true);
    await world.control.advance({ ms: hour });
    expect(await state()).to.equal('FAILED NETWORK_ERRORS');
  });

  it('a cluster without HSMs is told before what is wrong with its network', async () => {
    await bring('DisconnectCustomKeyStore');
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
    await inject('subnet-deleted', true, documentCluster);
    await bring('ConnectCustomKeyStore');
    expect(await state()).to.equal('FAILED INSUFFICIENT_CLOUDHSM_HSMS');
  });

  for (const { fault, deletes } of effects)
    it(`${fault}: the deletion of a key's material is a ${deletes}`, async () => {
      const { KeyId } = await createStoreKey(world);
      await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
      await inject(fault, true, documentStore);
      await world.control.advance({ ms: 7 * 24 * hour });
      expect((await eventsOf(world, 'DeleteKey'))[0]?.['additionalEventData']).to.have.property('backingKeysDeletionStatus').that.contains(`"${deletes}"`);
    });

  it('a fault that lasts for a while passes by itself', async () => {
    const { KeyId } = await createStoreKey(world);
    await world.control.injectFault({ fault: 'network', active: true, target: documentStore, lasts: hour });
    await refused(world.kms('Encrypt', { KeyId, Plaintext: bytes('x') }), 'KMSInvalidStateException', cutOff);
    await world.control.advance({ ms: hour });
    await world.kms('Encrypt', { KeyId, Plaintext: bytes('x') });
    expect(await world.control.faults(undefined)).to.deep.equal([]);
  });

  it('pkcs11-sessions: the error mentions PKCS #11, and is a failure of KMS’s', async () => {
    const { KeyId } = await createStoreKey(world);
    await inject('pkcs11-sessions', true, documentCluster);
    const error = await refused(world.kms('Encrypt', { KeyId, Plaintext: bytes('x') }), 'KMSInternalException');
    expect(error.status).to.equal(500);
    expect(error.message).to.contain('PKCS #11');
  });

  it('security-group: no key store is made of the cluster, and none moves to it', async () => {
    await bring('DisconnectCustomKeyStore');
    const [known] = (await world.kms('DescribeCustomKeyStores', store)).CustomKeyStores ?? [];
    await inject('security-group', true, documentCluster);
    await refused(
      world.kms('UpdateCustomKeyStore', { ...store, CloudHsmClusterId: documentCluster }),
      'CloudHsmClusterInvalidConfigurationException',
    );
    // What says nothing of a cluster does not look at it.
    await world.kms('UpdateCustomKeyStore', { ...store, NewCustomKeyStoreName: 'Another' });
    await world.kms('DeleteCustomKeyStore', store);
    const create = (): Promise<unknown> =>
      world.kms('CreateCustomKeyStore', {
        CustomKeyStoreName: 'Mine',
        CloudHsmClusterId: documentCluster,
        TrustAnchorCertificate: known?.TrustAnchorCertificate,
        KeyStorePassword: 'kmsPswd1234',
      });
    await refused(create(), 'CloudHsmClusterInvalidConfigurationException');
    await inject('security-group', false, documentCluster);
    await create();
  });
});
