import { expect } from 'chai';
import type { ClusterRow } from '../../../src/worker/storage/schema.ts';
import { inconsistencies } from '../consistency.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

const hour = 60 * 60 * 1000;
const store = { CustomKeyStoreId: documentStore };
const place = ['111122223333', 'us-west-2'] as const;
const Plaintext = new Uint8Array([1, 2, 3]);

describe('keys of a key store that comes and goes (facts 3.2)', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(async () => {
    expect(await inconsistencies(world.database)).to.deep.equal([]);
    world.close();
  });
  const wait = (): Promise<undefined> => world.control.advance({ ms: hour });
  const disconnect = (): Promise<unknown> => world.kms('DisconnectCustomKeyStore', store);
  const connect = (): Promise<unknown> => world.kms('ConnectCustomKeyStore', store);
  const stateOf = async (KeyId: string): Promise<string | undefined> => {
    const { KeyMetadata } = await world.kms('DescribeKey', { KeyId });
    expect(KeyMetadata?.Enabled).to.equal(KeyMetadata?.KeyState === 'Enabled');
    expect(KeyMetadata).to.include({ CustomKeyStoreId: documentStore, CloudHsmClusterId: documentCluster });
    return KeyMetadata?.KeyState;
  };

  it('all flip at once, in every state of the connection but CONNECTED, and come back as they were', async () => {
    const [enabled, disabled, pending] = [await createStoreKey(world), await createStoreKey(world), await createStoreKey(world)];
    await world.kms('DisableKey', disabled);
    await world.kms('ScheduleKeyDeletion', pending);
    const states = async (): Promise<unknown> => Promise.all([enabled, disabled, pending].map(({ KeyId }) => stateOf(KeyId)));
    const away = ['Unavailable', 'Unavailable', 'PendingDeletion'];
    const connection = async (): Promise<unknown> => (await world.kms('DescribeCustomKeyStores', store)).CustomKeyStores?.[0]?.ConnectionState;

    await disconnect();
    expect(await connection()).to.equal('DISCONNECTING');
    expect(await states()).to.deep.equal(away);
    await wait();
    expect(await connection()).to.equal('DISCONNECTED');
    expect(await states()).to.deep.equal(away);
    await world.kms('UpdateCustomKeyStore', { ...store, KeyStorePassword: 'notThePassword1' });
    await connect();
    expect(await connection()).to.equal('CONNECTING');
    expect(await states()).to.deep.equal(away);
    await wait();
    expect(await connection()).to.equal('FAILED');
    expect(await states()).to.deep.equal(away);
  });

  it('a former state comes back with the connection', async () => {
    const [enabled, disabled] = [await createStoreKey(world), await createStoreKey(world)];
    await world.kms('DisableKey', disabled);
    await disconnect();
    await wait();
    await connect();
    await wait();
    expect(await stateOf(enabled.KeyId)).to.equal('Enabled');
    expect(await stateOf(disabled.KeyId)).to.equal('Disabled');
    await refused(world.kms('Encrypt', { ...disabled, Plaintext }), 'DisabledException', `${disabled.Arn} is disabled.`);
  });

  it('EnableKey and DisableKey meanwhile say nothing, and show when it is connected again (footnote 12)', async () => {
    const [one, other] = [await createStoreKey(world), await createStoreKey(world)];
    await world.kms('DisableKey', other);
    await disconnect();
    await world.kms('DisableKey', one);
    await world.kms('EnableKey', other);
    expect([await stateOf(one.KeyId), await stateOf(other.KeyId)]).to.deep.equal(['Unavailable', 'Unavailable']);
    await wait();
    await connect();
    await wait();
    expect([await stateOf(one.KeyId), await stateOf(other.KeyId)]).to.deep.equal(['Disabled', 'Enabled']);
  });

  it('PendingDeletion wins, and cancelling it leaves the key Unavailable, then Disabled (footnote 13)', async () => {
    const key = await createStoreKey(world);
    await world.kms('ScheduleKeyDeletion', key);
    await disconnect();
    await wait();
    expect(await stateOf(key.KeyId)).to.equal('PendingDeletion');
    expect(await world.kms('CancelKeyDeletion', key)).to.deep.equal({ KeyId: key.Arn });
    expect(await stateOf(key.KeyId)).to.equal('Unavailable');
    const { KeyMetadata } = await world.kms('DescribeKey', key);
    expect(KeyMetadata).not.to.have.property('DeletionDate');
    await connect();
    await wait();
    expect(await stateOf(key.KeyId)).to.equal('Disabled');
    await world.kms('EnableKey', key);
    expect(await stateOf(key.KeyId)).to.equal('Enabled');
  });

  it('one that is scheduled for deletion while it is Unavailable is PendingDeletion at once', async () => {
    const key = await createStoreKey(world);
    await disconnect();
    await world.kms('ScheduleKeyDeletion', key);
    expect(await stateOf(key.KeyId)).to.equal('PendingDeletion');
    await refused(world.kms('Encrypt', { ...key, Plaintext }), 'KMSInvalidStateException', `${key.Arn} is pending deletion.`);
  });
});

/** How a connected store comes to lack the key (facts 3.3): each shows only when the key is used. */
const lost: Readonly<Record<string, (world: TestWorld, KeyId: string) => Promise<unknown>>> = {
  'no HSM is active': async (world) => {
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
  },
  'the cluster is gone': (world) => change(world, (rows) => { rows.delete('clusters', [...place, documentCluster]); }),
  'the key object is not in the HSM': async (world, KeyId) => {
    const { handle = 0 } = (await world.simulation.storage.get('keys', [...place, KeyId])) ?? {};
    await change(world, (rows) => { rows.delete('keyObjects', [...place, documentCluster, handle]); });
  },
  'the store has another cluster, where another key has the handle': async (world, KeyId) => {
    const { handle = 0 } = (await world.simulation.storage.get('keys', [...place, KeyId])) ?? {};
    const other = 'cluster-igklspoyj5v';
    const [cluster, keyStore, object] = await Promise.all([
      world.simulation.storage.get('clusters', [...place, documentCluster]),
      world.simulation.storage.get('keyStores', [...place, documentStore]),
      world.simulation.storage.get('keyObjects', [...place, documentCluster, handle]),
    ]);
    await change(world, (rows) => {
      if (!keyStore || !object) throw new Error('no key store, or no key');
      rows.put('clusters', { ...(cluster as ClusterRow), ClusterId: other });
      rows.put('keyStores', { ...keyStore, CloudHsmClusterId: other });
      rows.put('keyObjects', { ...object, owner: other, backingKeyId: 'f'.repeat(64) });
    });
  },
};
type Decide = Parameters<TestWorld['simulation']['storage']['commit']>[0]['decide'];
const change = (world: TestWorld, decide: Decide): Promise<unknown> => world.simulation.storage.commit({ reads: [], decide });

describe('a key that cannot be used although its key store is connected (facts 3.3)', () => {
  for (const [how, lose] of Object.entries(lost))
    it(how, async () => {
      const world = await openTestWorld();
      const key = await createStoreKey(world);
      const { KeyId, Arn } = key;
      const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext });
      const elsewhere = await world.kms('CreateKey');
      const other = elsewhere.KeyMetadata?.KeyId ?? '';
      const { CiphertextBlob: otherBlob } = await world.kms('Encrypt', { KeyId: other, Plaintext });
      await lose(world, KeyId);

      const calls = [
        () => world.kms('Encrypt', { KeyId, Plaintext }),
        () => world.kms('Encrypt', { KeyId, Plaintext, DryRun: true }),
        () => world.kms('Decrypt', { CiphertextBlob }),
        () => world.kms('Decrypt', { CiphertextBlob, DryRun: true }),
        () => world.kms('Decrypt', { KeyId, DryRun: true, DryRunModifiers: ['IGNORE_CIPHERTEXT'] }),
        () => world.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256' }),
        () => world.kms('GenerateDataKeyWithoutPlaintext', { KeyId, KeySpec: 'AES_256' }),
        () => world.kms('ReEncrypt', { CiphertextBlob, DestinationKeyId: other }),
        () => world.kms('ReEncrypt', { CiphertextBlob: otherBlob, DestinationKeyId: KeyId }),
      ];
      for (const call of calls) await refused(call(), 'KMSInvalidStateException', `${Arn} is unavailable.`);
      // The states stay: AWS notices only when a key is used.
      expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata).to.include({ KeyState: 'Enabled', Enabled: true });
      expect((await world.kms('DescribeCustomKeyStores', store)).CustomKeyStores?.[0]?.ConnectionState).to.equal('CONNECTED');
      // Keys that are elsewhere are not concerned.
      expect((await world.kms('Decrypt', { CiphertextBlob: otherBlob })).Plaintext).to.deep.equal(Plaintext);
      // What failed is no usage.
      expect((await world.kms('GetKeyLastUsage', { KeyId })).KeyLastUsage?.Operation).to.equal('Encrypt');
      world.close();
    });

  it('works again when there is an HSM', async () => {
    const world = await openTestWorld();
    const { KeyId } = await createStoreKey(world);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext });
    await lost['no HSM is active']?.(world, KeyId);
    await refused(world.kms('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException');
    await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2b' });
    await world.control.advance({ ms: hour });
    expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(Plaintext);
    world.close();
  });
});
