import { defaultVpc } from '../../cloudhsm/networks.ts';
import { anotherCa } from '../second-certificates.ts';
import { documentAnd, secondCluster } from '../second-cluster.ts';
import type { Clients, Stage } from '../stage.ts';
import type { Story } from '../stories.ts';
import { connect, day, disconnect, encrypted, hour, kmsPassword, kmsUser, loggedIn, makeKey, minute, newestBackup, pass, store, type MadeKey } from './steps.ts';

const abroad = 'eu-west-1';
const account = '111122223333';

/** Something to look at of everything: key stores in several states and Regions, users, keys in every state. */
export const classroom: Story = {
  lasts: 12 * day,
  begin: documentAnd(secondCluster),
  async tell(stage) {
    await students(stage);
    const { orders, retired } = await storeKeys(stage);
    const reports = await kmsKeys(stage);
    const SecondCustomKeyStoreId = await secondStore(stage);
    const inEurope = await storeAbroad(stage);
    await pass(stage, 9 * day);
    await stage.kms('ScheduleKeyDeletion', { KeyId: retired.KeyId, PendingWindowInDays: 30 });
    // Years of use in the trail would be too much: some of the last hours.
    for (const KeyId of ['alias/orders', 'alias/reports']) await stage.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
    return {
      ids: { KeyId: orders.KeyId, SecondClusterId: secondCluster.ClusterId, SecondCustomKeyStoreId, ...inEurope },
      passwords: { instructor: password, student: password },
      ciphertexts: { 'alias/orders': orders.ciphertext, 'alias/reports': reports },
    };
  },
};

const password = 'classroom1234';

/** Users of the first cluster, beside its admin and kmsuser. */
const students = (stage: Stage): Promise<void> =>
  loggedIn(stage, 'admin', async (session) => {
    await stage.cloudhsmCli('UserCreate', { ...session, Username: 'instructor', Role: 'admin', Password: password });
    await stage.cloudhsmCli('UserCreate', { ...session, Username: 'student', Role: 'crypto-user', Password: password });
  });

/** Keys of the document's key store: one that is used, with all that a key can have; disabled, and soon to be deleted. */
async function storeKeys(stage: Stage): Promise<{ readonly orders: MadeKey; readonly retired: MadeKey }> {
  const orders = await makeKey(stage, 'alias/orders');
  const { KeyId } = orders;
  await stage.kms('TagResource', { KeyId, Tags: [{ TagKey: 'Department', TagValue: 'Sales' }, { TagKey: 'Course', TagValue: 'KMS 101' }] });
  await stage.kms('UpdateKeyDescription', { KeyId, Description: 'Orders of the web shop' });
  await stage.kms('CreateGrant', { KeyId, Name: 'shop', GranteePrincipal: `arn:aws:iam::${account}:user/Shop`, Operations: ['Encrypt', 'Decrypt', 'GenerateDataKey'] });
  await stage.kms('DisableKey', { KeyId: (await makeKey(stage, 'alias/disabled')).KeyId });
  return { orders, retired: await makeKey(stage, 'alias/retired') };
}

/** Keys of KMS itself: rotated by schedule and on demand; disabled. */
async function kmsKeys(stage: Stage): Promise<string> {
  const make = async (AliasName: string): Promise<string> => {
    const { KeyMetadata } = await stage.kms('CreateKey', { Description: AliasName.slice('alias/'.length), Tags: [{ TagKey: 'Course', TagValue: 'KMS 101' }] });
    await stage.kms('CreateAlias', { AliasName, TargetKeyId: KeyMetadata?.KeyId });
    return KeyMetadata?.KeyId ?? '';
  };
  const KeyId = await make('alias/reports');
  const ciphertext = await encrypted(stage, KeyId);
  await stage.kms('EnableKeyRotation', { KeyId, RotationPeriodInDays: 90 });
  await stage.kms('RotateKeyOnDemand', { KeyId });
  await pass(stage, 5 * minute);
  await stage.kms('DisableKey', { KeyId: await make('alias/archive') });
  await stage.kms('ScheduleKeyDeletion', { KeyId: await make('alias/experiment'), PendingWindowInDays: 30 });
  return ciphertext;
}

/** A key store of the second cluster, disconnected: its key is Unavailable. */
async function secondStore(stage: Stage): Promise<string> {
  const { CustomKeyStoreId = '' } = await stage.kms('CreateCustomKeyStore', {
    CustomKeyStoreName: 'PaymentsKeyStore',
    CloudHsmClusterId: secondCluster.ClusterId,
    TrustAnchorCertificate: anotherCa,
    KeyStorePassword: kmsPassword,
  });
  await stage.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
  await pass(stage, 20 * minute);
  await makeKey(stage, 'alias/payments', CustomKeyStoreId);
  await stage.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
  await pass(stage, 3 * minute);
  return CustomKeyStoreId;
}

/** A copy of the first cluster's backup, a cluster of it in another Region, and a key store there. */
async function storeAbroad(stage: Stage): Promise<Record<string, string>> {
  // An admin sets the password that the backup shall have: KMS alone knows the rotated one.
  await disconnect(stage);
  await loggedIn(stage, 'admin', (session) => stage.cloudhsmCli('UserChangePassword', { ...session, ...kmsUser, Password: kmsPassword }));
  await stage.kms('UpdateCustomKeyStore', { ...store, KeyStorePassword: kmsPassword });
  await pass(stage, 25 * hour);
  const BackupId = await newestBackup(stage);
  await connect(stage);
  const { DestinationBackup: _copied } = await stage.cloudhsmv2('CopyBackupToRegion', { BackupId, DestinationRegion: abroad });
  await pass(stage, 5 * minute);
  const there = stage.at({ region: abroad });
  const { Backups: [copy] = [] } = await there.cloudhsmv2('DescribeBackups', { Filters: { sourceBackupIds: [BackupId] } });
  const EuropeanClusterId = await clusterAbroad(stage, there, copy?.BackupId ?? '');
  const { CustomKeyStores: [first] = [] } = await stage.kms('DescribeCustomKeyStores', store);
  const { CustomKeyStoreId = '' } = await there.kms('CreateCustomKeyStore', {
    CustomKeyStoreName: 'EuropeanKeyStore',
    CloudHsmClusterId: EuropeanClusterId,
    TrustAnchorCertificate: first?.TrustAnchorCertificate,
    KeyStorePassword: kmsPassword,
  });
  await there.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
  await pass(stage, 20 * minute);
  await makeKey(there, 'alias/orders', CustomKeyStoreId);
  return { Region: abroad, EuropeanClusterId, EuropeanCustomKeyStoreId: CustomKeyStoreId };
}

async function clusterAbroad(stage: Stage, there: Clients, SourceBackupId: string): Promise<string> {
  // What EC2 would tell: there is none here.
  const SubnetIds = defaultVpc({ account, region: abroad }).subnets.map(({ SubnetId }) => SubnetId);
  const { Cluster } = await there.cloudhsmv2('CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds, SourceBackupId });
  await pass(stage, 5 * minute);
  for (const zone of ['a', 'b']) {
    await there.cloudhsmv2('CreateHsm', { ClusterId: Cluster?.ClusterId ?? '', AvailabilityZone: `${abroad}${zone}` });
    await pass(stage, 8 * minute);
  }
  return Cluster?.ClusterId ?? '';
}
