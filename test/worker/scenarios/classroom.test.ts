import { expect } from 'chai';
import { inconsistencies } from '../consistency.ts';
import { openTestWorld, type TestWorld } from '../world.ts';
import { observe } from './observe.ts';

/** Something to look at of everything. */
describe('scenario classroom', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld({ scenario: 'classroom' });
  });
  afterEach(async () => {
    const problems = await inconsistencies(world.database);
    world.close();
    expect(problems).to.deep.equal([]);
  });

  it('has key stores in several states and Regions, users, and keys in every state', async () => {
    const { trail, ...seen } = await observe(world);
    expect(seen).to.deep.equal({
      stores: { ExampleKeyStore: 'CONNECTED', PaymentsKeyStore: 'DISCONNECTED' },
      keys: {
        'alias/archive': 'Disabled',
        'alias/disabled': 'Disabled',
        'alias/experiment': 'PendingDeletion',
        'alias/orders': 'Enabled',
        'alias/payments': 'Unavailable',
        'alias/reports': 'Enabled',
        'alias/retired': 'PendingDeletion',
      },
      clusters: ['ACTIVE a b', 'ACTIVE a b'],
      users: ['kmsuser, student', 'kmsuser'],
      faults: [],
    });
    expect(trail).to.include.members(['CreateGrant', 'TagResource', 'RotateKeyOnDemand', 'CopyBackupToRegion']);
    const europe = world.at({ region: 'eu-west-1' });
    const { CustomKeyStores } = await europe.kms('DescribeCustomKeyStores');
    expect(CustomKeyStores?.[0]).to.include({ CustomKeyStoreName: 'EuropeanKeyStore', ConnectionState: 'CONNECTED' });
    await europe.kms('Encrypt', { KeyId: 'alias/orders', Plaintext: new Uint8Array(1) });
  });

  for (const region of ['us-west-2', 'eu-west-1'])
    it(`in ${region} nothing was used before it was made`, async () => {
      const { cloudhsmv2, kms } = world.at({ region });
      const { Clusters = [] } = await cloudhsmv2('DescribeClusters');
      const { CustomKeyStores = [] } = await kms('DescribeCustomKeyStores');
      const made = new Map(Clusters.map(({ ClusterId, CreateTimestamp }) => [ClusterId, Number(CreateTimestamp)]));
      // The document gives its own key store a date before its cluster's.
      for (const { CustomKeyStoreName, CloudHsmClusterId, CreationDate } of CustomKeyStores)
        if (CustomKeyStoreName !== 'ExampleKeyStore') expect(Number(CreationDate), CustomKeyStoreName).to.be.above(made.get(CloudHsmClusterId) ?? Infinity);
    });

  it('has aliases, tags, grants, rotations, and ciphertexts that can be decrypted', async () => {
    const { ids, ciphertexts = {}, passwords } = await world.control.notes(undefined);
    const { KeyId } = ids;
    expect((await world.kms('ListResourceTags', { KeyId })).Tags).to.have.length(2);
    expect((await world.kms('ListGrants', { KeyId })).Grants).to.have.length(1);
    const { KeyMetadata } = await world.kms('DescribeKey', { KeyId: 'alias/reports' });
    expect((await world.kms('ListKeyRotations', { KeyId: KeyMetadata?.KeyId })).Rotations).to.have.length(1);
    expect((await world.kms('GetKeyRotationStatus', { KeyId: KeyMetadata?.KeyId })).KeyRotationEnabled).to.equal(true);
    expect(Object.keys(ciphertexts)).to.deep.equal(['alias/orders', 'alias/reports']);
    for (const ciphertext of Object.values(ciphertexts)) await world.kms('Decrypt', { CiphertextBlob: Uint8Array.fromBase64(ciphertext) });
    for (const [Username, Role] of [['admin', 'admin'], ['instructor', 'admin'], ['student', 'crypto-user']] as const)
      await world.cloudhsmCli('Login', { ClusterId: ids['ClusterId'] ?? '', Username, Role, Password: passwords[Username] ?? '' });
  });
});
