import { expect } from 'chai';
import { inconsistencies } from '../consistency.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { activeCluster, addHsm, backupsOf, clusterOf, connectedStore, newCluster, removeHsms, waitFor } from './cluster-world.ts';

const plaintext = new TextEncoder().encode('remember me');

describe('A cluster from nothing, lost and got back', () => {
  let world: TestWorld;
  afterEach(async () => {
    const problems = await inconsistencies(world.database);
    world.close();
    expect(problems).to.deep.equal([]);
  });

  it('from an empty account to a decrypted ciphertext', async () => {
    world = await openTestWorld({ scenario: 'empty' });
    const ClusterId = await activeCluster(world);
    await addHsm(world, ClusterId, 'b');
    const CustomKeyStoreId = await connectedStore(world, ClusterId);
    const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores');
    expect(CustomKeyStores?.[0]).to.include({ ConnectionState: 'CONNECTED', CloudHsmClusterId: ClusterId });
    const { KeyMetadata } = await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    expect(KeyMetadata).to.include({ CloudHsmClusterId: ClusterId, KeyState: 'Enabled' });
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: KeyMetadata?.KeyId, Plaintext: plaintext });
    const { Plaintext } = await world.kms('Decrypt', { CiphertextBlob });
    expect(Plaintext).to.deep.equal(plaintext);
  });

  it('a lost cluster comes back from a backup; a key that came after the backup does not', async () => {
    world = await openTestWorld();
    const before = await createStoreKey(world);
    const { CiphertextBlob: old } = await world.kms('Encrypt', { KeyId: before.KeyId, Plaintext: plaintext });
    // Adding an HSM backs the cluster up, with the first key and without the second.
    await addHsm(world, documentCluster, 'c');
    const [backup] = await backupsOf(world, documentCluster);
    expect(backup).to.include({ BackupState: 'READY', HsmType: 'hsm1.medium' });
    const after = await createStoreKey(world);
    const { CiphertextBlob: young } = await world.kms('Encrypt', { KeyId: after.KeyId, Plaintext: plaintext });
    await removeHsms(world, documentCluster);
    await world.cloudhsmv2('DeleteCluster', { ClusterId: documentCluster });
    await waitFor(world);
    await refused(world.kms('Decrypt', { CiphertextBlob: old }), 'KMSInvalidStateException');

    const ClusterId = await newCluster(world, { SourceBackupId: backup?.BackupId });
    expect(await clusterOf(world, ClusterId)).to.include({ State: 'UNINITIALIZED', SourceBackupId: backup?.BackupId, HsmType: 'hsm2m.medium' });
    await refused(
      world.cloudhsmv2('InitializeCluster', { ClusterId, SignedCert: 'a', TrustAnchor: 'a' }),
      'CloudHsmInvalidRequestException',
    );
    await addHsm(world, ClusterId, 'a');
    const restored = await clusterOf(world, ClusterId);
    expect(restored.State).to.equal('ACTIVE');
    await addHsm(world, ClusterId, 'b');
    const CustomKeyStoreId = documentStore;
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, CloudHsmClusterId: ClusterId });
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    // kmsuser's rotated password was in the backup, too (facts 1.4).
    expect((await world.kms('DescribeCustomKeyStores')).CustomKeyStores?.[0]?.ConnectionState).to.equal('CONNECTED');
    expect((await world.kms('Decrypt', { CiphertextBlob: old })).Plaintext).to.deep.equal(plaintext);
    await refused(world.kms('Decrypt', { CiphertextBlob: young }), 'KMSInvalidStateException', `${after.Arn} is unavailable.`);
    // Nor does a key that is made now pass for the lost one.
    await createStoreKey(world);
    await refused(world.kms('Decrypt', { CiphertextBlob: young }), 'KMSInvalidStateException');
  });

  it('the last HSM gone, the next one restores the last backup', async () => {
    world = await openTestWorld();
    const { KeyId } = await createStoreKey(world);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: plaintext });
    await removeHsms(world, documentCluster);
    await refused(world.kms('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException');
    const ready = (await backupsOf(world, documentCluster)).filter(({ BackupState }) => BackupState === 'READY');
    expect(ready).to.have.length(2);
    const [last, other] = ready;
    await world.cloudhsmv2('DeleteBackup', { BackupId: other?.BackupId ?? '' });
    await refused(world.cloudhsmv2('DeleteBackup', { BackupId: last?.BackupId ?? '' }), 'CloudHsmInvalidRequestException');
    await addHsm(world, documentCluster, 'c');
    expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(plaintext);
  });

  it('a backup copied to another Region, and used by the account it is shared with', async () => {
    world = await openTestWorld();
    const { KeyId } = await createStoreKey(world);
    await world.kms('Encrypt', { KeyId, Plaintext: plaintext });
    await addHsm(world, documentCluster, 'c');
    const [backup] = await backupsOf(world, documentCluster);
    const BackupId = backup?.BackupId ?? '';
    const { DestinationBackup } = await world.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: 'eu-west-1' });
    expect(DestinationBackup).to.deep.equal({
      CreateTimestamp: backup?.CreateTimestamp,
      SourceRegion: 'us-west-2',
      SourceBackup: BackupId,
      SourceCluster: documentCluster,
    });
    await waitFor(world);
    const ireland = world.at({ region: 'eu-west-1' });
    const { Backups: [copy] = [] } = await ireland.cloudhsmv2('DescribeBackups', { Filters: { sourceBackupIds: [BackupId] } });
    expect(copy).to.include({ SourceRegion: 'us-west-2', SourceBackup: BackupId, SourceCluster: documentCluster, BackupState: 'READY' });
    const place = { account: '111122223333', region: 'eu-west-1' };
    const [vpc] = await world.look.network(place);
    const SubnetIds = vpc?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    const made = await ireland.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId: copy?.BackupId ?? '' });
    await waitFor(world);
    const [key] = await world.look.keyObjects({ ...place, ClusterId: made.Cluster?.ClusterId ?? '' });
    const [original] = await world.look.keyObjects({ ...place, region: 'us-west-2', ClusterId: documentCluster });
    // Label, id and check value of the same material, with the same handle.
    expect(key).to.deep.equal(original);
    // Another account of the first Region.
    const other = world.at({ account: '444455556666' });
    const SourceBackupId = backup?.BackupArn ?? '';
    const here = (await world.look.network({ account: '444455556666', region: 'us-west-2' }))[0]?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    const restore = (): Promise<{ Cluster?: { ClusterId?: string } }> =>
      other.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds: here, SourceBackupId }) as never;
    await refused(restore(), 'CloudHsmAccessDeniedException');
    const Policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: ['cloudhsm:CreateCluster', 'cloudhsm:DescribeBackups'], Resource: SourceBackupId }],
    });
    await world.cloudhsmv2('PutResourcePolicy', { ResourceArn: SourceBackupId, Policy });
    const { Cluster } = await restore();
    await waitFor(world);
    const [shared] = await world.look.keyObjects({ account: '444455556666', region: 'us-west-2', ClusterId: Cluster?.ClusterId ?? '' });
    expect(shared).to.deep.equal(original);
  });
});
