import { expect } from 'chai';
import type { KeyStoreDiagnosis } from '../../src/model/look.ts';
import { openTestWorld, type TestWorld } from './world.ts';

const place = { account: '111122223333', region: 'us-west-2' };
const ClusterId = 'cluster-1a23b4cdefg';
const CustomKeyStoreId = 'cks-1234567890abcdef0';
const hour = 3_600_000;

describe('what stands between a key store and its cluster', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const diagnosis = async (): Promise<KeyStoreDiagnosis> => {
    const found = await world.look.keyStoreDiagnosis({ ...place, CustomKeyStoreId });
    if (!found) throw new Error('There is no key store.');
    return found;
  };
  const createKey = async (): Promise<string> => (await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId })).KeyMetadata?.KeyId ?? '';
  const calls = async (operation: 'ConnectCustomKeyStore' | 'DisconnectCustomKeyStore'): Promise<void> => {
    await world.kms(operation, { CustomKeyStoreId });
    await world.control.advance({ ms: hour });
  };
  const removeHsms = async (): Promise<void> => {
    for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId });
    await world.control.advance({ ms: hour });
  };

  it('is nothing where there is no such store', async () => {
    expect(await world.look.keyStoreDiagnosis({ ...place, CustomKeyStoreId: 'cks-0' })).to.equal(undefined);
  });

  it('is nothing in the way while the store works: AWS KMS alone knows the password, no key is missing', async () => {
    await createKey();
    expect(await diagnosis()).to.deep.equal({ passwordMatches: true, passwordKnown: false, missingKeys: [], orphans: [], others: [], backups: [] });
  });

  it('sees that AWS KMS was told another password', async () => {
    await calls('DisconnectCustomKeyStore');
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword: 'notTheOne1' });
    expect(await diagnosis()).to.include({ passwordMatches: false, passwordKnown: false });
  });

  it('sees which backups and other clusters have the keys that went with the cluster', async () => {
    const early = await createKey();
    // Adding an HSM makes a backup; the second key comes after it.
    await world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' });
    await world.control.advance({ ms: hour });
    const late = await createKey();
    await world.kms('CreateAlias', { AliasName: 'alias/early', TargetKeyId: early });
    expect((await diagnosis()).backups.map(({ missingKeys }) => missingKeys), 'nothing is lost yet, but a cluster from the backup would lack it').to.deep.equal([[late]]);
    await removeHsms();
    const [third] = (await world.cloudhsmv2('DescribeClusters')).Clusters?.[0]?.Hsms ?? [];
    await world.cloudhsmv2('DeleteHsm', { ClusterId, HsmId: third?.HsmId ?? '' });
    await world.control.advance({ ms: hour });
    await world.cloudhsmv2('DeleteCluster', { ClusterId });
    await world.control.advance({ ms: hour });

    const gone = await diagnosis();
    expect(gone.missingKeys).to.deep.equal([late, early]);
    expect(gone.backups[0]?.missingKeys, 'the newest backup has both').to.deep.equal([]);
    expect(gone.backups.at(-1)?.missingKeys, 'the oldest was taken between them').to.deep.equal([late]);

    const restore = gone.backups.at(-1)?.BackupId ?? '';
    const [vpc] = await world.look.network(place);
    const SubnetIds = vpc?.subnets.map(({ SubnetId }) => SubnetId) ?? [];
    const { Cluster } = await world.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId: restore });
    await world.control.advance({ ms: hour });
    await world.cloudhsmv2('CreateHsm', { ClusterId: Cluster?.ClusterId ?? '', AvailabilityZone: 'us-west-2a' });
    await world.control.advance({ ms: hour });
    const { others } = await diagnosis();
    expect(others).to.deep.equal([{ ClusterId: Cluster?.ClusterId, passwordMatches: true, passwordKnown: false, missingKeys: [late] }]);
  });

  it('sees material that no KMS key has any more', async () => {
    const KeyId = await createKey();
    await world.kms('ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    await calls('DisconnectCustomKeyStore');
    await world.control.advance({ ms: 9 * 24 * hour });
    const { orphans, missingKeys } = await diagnosis();
    expect(orphans.map(({ label }) => label)).to.deep.equal([`arn:aws:kms:us-west-2:111122223333:key/${KeyId}`]);
    expect(missingKeys).to.deep.equal([]);
  });
});
