import { expect } from 'chai';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from './world.ts';

/**
 * The source document (AWS's Japanese page on creating KMS keys in a CloudHSM key store), sentence by sentence: what it
 * says of behaviour is here. Corrected where facts section 11 says real AWS differs.
 */
describe('the source document', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });

  const removeHsm = (HsmId: string): Promise<unknown> =>
    world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });

  describe('what can be created', () => {
    const given = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore } as const;
    it('対称暗号化 KMS キー: a symmetric encryption key whose material KMS generates', async () => {
      const { KeyMetadata } = await world.kms('CreateKey', given);
      expect(KeyMetadata).to.include({ KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT' });
    });
    for (const [what, KeySpec, KeyUsage] of [
      ['非対称 KMS キー: no asymmetric key', 'RSA_2048', 'SIGN_VERIFY'],
      ['HMAC KMS キー: no HMAC key', 'HMAC_256', 'GENERATE_VERIFY_MAC'],
    ] as const)
      it(what, () => refused(world.kms('CreateKey', { ...given, KeySpec, KeyUsage }), 'UnsupportedOperationException'));
    it('インポートされたキーマテリアル: no imported key material', () =>
      refused(world.kms('CreateKey', { Origin: 'EXTERNAL' }), 'UnsupportedOperationException'));
    it('マルチリージョンキーは…作成できません: no multi-Region key', () =>
      refused(world.kms('CreateKey', { ...given, MultiRegion: true }), 'UnsupportedOperationException'));
    for (const name of ['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'] as const)
      it(`非対称データキーペアを生成することもできません: ${name} is refused`, async () => {
        const { KeyId } = await createStoreKey(world);
        await refused(world.kms(name, { KeyId, KeyPairSpec: 'RSA_2048' }), 'UnsupportedOperationException');
      });
  });

  describe('what must hold before', () => {
    it('接続されていない (CustomKeyStoreInvalidStateException): the store must be connected', async () => {
      await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
      await refused(createStoreKey(world), 'CustomKeyStoreInvalidStateException');
      await world.control.advance({ ms: 60 * 60 * 1000 });
      await refused(createStoreKey(world), 'CustomKeyStoreInvalidStateException');
    });
    it('2 つのアクティブな HSM がない (CloudHsmClusterInvalidConfigurationException): two active HSMs', async () => {
      await removeHsm('hsm-zyxwvutsrqp');
      await refused(createStoreKey(world), 'CloudHsmClusterInvalidConfigurationException');
    });
    it('アベイラビリティーゾーンの異なる: and they are in different Availability Zones', async () => {
      await removeHsm('hsm-zyxwvutsrqp');
      await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2a' });
      await world.control.advance({ ms: 60 * 60 * 1000 });
      const { Clusters } = await world.cloudhsmv2('DescribeClusters');
      expect(Clusters?.[0]?.Hsms?.map(({ State }) => State)).to.deep.equal(['ACTIVE', 'ACTIVE']);
      await refused(createStoreKey(world), 'CloudHsmClusterInvalidConfigurationException');
    });
    it('an HSM in another zone repairs it', async () => {
      await removeHsm('hsm-zyxwvutsrqp');
      await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
      await refused(createStoreKey(world), 'CloudHsmClusterInvalidConfigurationException');
      await world.control.advance({ ms: 60 * 60 * 1000 });
      await createStoreKey(world);
    });
    it('connecting again repairs it', async () => {
      await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
      await world.control.advance({ ms: 60 * 60 * 1000 });
      await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId: documentStore });
      await refused(createStoreKey(world), 'CustomKeyStoreInvalidStateException');
      await world.control.advance({ ms: 60 * 60 * 1000 });
      await createStoreKey(world);
    });
  });

  describe('what is made', () => {
    it('キーステータスは Enabled、オリジンは AWS_CLOUDHSM: state, origin, and the ids of store and cluster', async () => {
      const { KeyMetadata } = await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore });
      expect(KeyMetadata).to.include({
        AWSAccountId: '111122223333',
        Enabled: true,
        MultiRegion: false,
        KeyManager: 'CUSTOMER',
        KeyState: 'Enabled',
        KeyUsage: 'ENCRYPT_DECRYPT',
        Origin: 'AWS_CLOUDHSM',
        CloudHsmClusterId: documentCluster,
        CustomKeyStoreId: documentStore,
        KeySpec: 'SYMMETRIC_DEFAULT',
        CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        Description: '',
      });
      expect(KeyMetadata?.EncryptionAlgorithms).to.deep.equal(['SYMMETRIC_DEFAULT']);
      expect(KeyMetadata?.KeyId).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(KeyMetadata?.Arn).to.equal(`arn:aws:kms:us-west-2:111122223333:key/${KeyMetadata?.KeyId ?? ''}`);
      expect(KeyMetadata).not.to.have.any.keys('CurrentKeyMaterialId', 'DeletionDate');
      const described = await world.kms('DescribeKey', { KeyId: KeyMetadata?.KeyId ?? '' });
      expect(described.KeyMetadata).to.deep.equal(KeyMetadata);
    });
    it('kmsuser CU としてサインインし…永続的で抽出不可能な 256 ビットの AES 対称キー…キーラベルに ARN', async () => {
      const { Arn } = await createStoreKey(world);
      const [object] = await world.look.keyObjects({ ClusterId: documentCluster, account: '111122223333', region: 'us-west-2' });
      expect(object?.owner).to.equal('kmsuser');
      expect(object?.attributes).to.include({
        label: Arn,
        'key-type': 'aes',
        'key-length-bytes': 32,
        token: true,
        extractable: false,
        class: 'secret-key',
      });
      expect(object?.attributes['check-value']).to.match(/^0x[0-9a-f]{6}$/);
    });
    it('作成後にオリジンを変更することはできません: no operation changes the origin', async () => {
      const { KeyId } = await createStoreKey(world);
      await world.kms('UpdateKeyDescription', { KeyId, Description: 'changed' });
      const { KeyMetadata } = await world.kms('DescribeKey', { KeyId });
      expect(KeyMetadata).to.include({ Origin: 'AWS_CLOUDHSM', Description: 'changed' });
    });
    it('ExternalKeyStore ではなく: the key is listed', async () => {
      const { KeyId, Arn } = await createStoreKey(world);
      expect((await world.kms('ListKeys')).Keys).to.deep.equal([{ KeyId, KeyArn: Arn }]);
    });
    it('コンソールまたは API: Origin and CustomKeyStoreId must both be given', async () => {
      await refused(world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM' }), 'ValidationException');
      await refused(world.kms('CreateKey', { CustomKeyStoreId: documentStore }), 'ValidationException');
      await refused(
        world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-00000000000000000' }),
        'CustomKeyStoreNotFoundException',
      );
    });
    it('Policy, PutKeyPolicy, 説明, タグ, エイリアス: given at once or added later', async () => {
      const { KeyMetadata } = await world.kms('CreateKey', {
        Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId: documentStore,
        Description: 'Example key',
        Tags: [{ TagKey: 'Team', TagValue: 'payments' }],
      });
      const KeyId = KeyMetadata?.KeyId ?? '';
      expect(KeyMetadata?.Description).to.equal('Example key');
      await world.kms('TagResource', { KeyId, Tags: [{ TagKey: 'Stage', TagValue: 'test' }] });
      expect((await world.kms('ListResourceTags', { KeyId })).Tags).to.deep.equal([
        { TagKey: 'Stage', TagValue: 'test' },
        { TagKey: 'Team', TagValue: 'payments' },
      ]);
      const { Policy = '' } = await world.kms('GetKeyPolicy', { KeyId });
      const changed = Policy.replace('key-default-1', 'mine');
      await world.kms('PutKeyPolicy', { KeyId, Policy: changed });
      expect((await world.kms('GetKeyPolicy', { KeyId })).Policy).to.equal(changed);
      await world.kms('CreateAlias', { AliasName: 'alias/payments', TargetKeyId: KeyId });
      expect((await world.kms('DescribeKey', { KeyId: 'alias/payments' })).KeyMetadata?.KeyId).to.equal(KeyId);
    });
  });

  describe('what is described', () => {
    it('DescribeCustomKeyStores: all stores, or the one named by id or by name', async () => {
      const all = await world.kms('DescribeCustomKeyStores');
      expect(all.CustomKeyStores?.[0]).to.include({
        CustomKeyStoreId: documentStore,
        CustomKeyStoreName: 'ExampleKeyStore',
        CustomKeyStoreType: 'AWS_CLOUDHSM',
        CloudHsmClusterId: documentCluster,
        ConnectionState: 'CONNECTED',
      });
      expect(all.CustomKeyStores?.[0]?.CreationDate).to.deep.equal(new Date(1_499_288_695_918));
      expect(all.CustomKeyStores?.[0]?.TrustAnchorCertificate).to.match(/^-----BEGIN CERTIFICATE-----\n/);
      expect(all.CustomKeyStores?.[0]).not.to.have.property('ConnectionErrorCode');
      expect(await world.kms('DescribeCustomKeyStores', { CustomKeyStoreId: documentStore })).to.deep.equal(all);
      expect(await world.kms('DescribeCustomKeyStores', { CustomKeyStoreName: 'ExampleKeyStore' })).to.deep.equal(all);
    });
    it('一方のみ: id and name together are refused', () =>
      refused(
        world.kms('DescribeCustomKeyStores', { CustomKeyStoreId: documentStore, CustomKeyStoreName: 'ExampleKeyStore' }),
        'ValidationException',
      ));
    it('DescribeClusters: the HSMs, their states and zones', async () => {
      const { Clusters } = await world.cloudhsmv2('DescribeClusters');
      expect(Clusters).to.have.length(1);
      const { Hsms, Certificates, ...cluster } = Clusters?.[0] ?? {};
      expect(cluster).to.deep.include({
        ClusterId: documentCluster,
        CreateTimestamp: new Date(1_507_133_412_351),
        SecurityGroup: 'sg-865af2fb',
        HsmType: 'hsm1.medium',
        VpcId: 'vpc-1a2b3c4d',
        BackupPolicy: 'DEFAULT',
        State: 'ACTIVE',
        SubnetMapping: {
          'us-west-2a': 'subnet-a6b10bd1',
          'us-west-2b': 'subnet-b6b10bd2',
          'us-west-2c': 'subnet-c6b10bd3',
        },
      });
      expect(Certificates?.ClusterCertificate).to.match(/^-----BEGIN CERTIFICATE-----\n[^]+\n-----END CERTIFICATE-----\n$/);
      expect(Hsms).to.deep.equal([
        {
          AvailabilityZone: 'us-west-2a',
          EniIp: '10.0.1.11',
          ClusterId: documentCluster,
          EniId: 'eni-ea8647e1',
          StateMessage: 'HSM created.',
          SubnetId: 'subnet-a6b10bd1',
          HsmId: 'hsm-abcdefghijk',
          HsmType: 'hsm1.medium',
          State: 'ACTIVE',
        },
        {
          AvailabilityZone: 'us-west-2b',
          EniIp: '10.0.0.2',
          ClusterId: documentCluster,
          EniId: 'eni-ea8647e2',
          StateMessage: 'HSM created.',
          SubnetId: 'subnet-b6b10bd2',
          HsmId: 'hsm-zyxwvutsrqp',
          HsmType: 'hsm1.medium',
          State: 'ACTIVE',
        },
      ]);
    });
    it('CloudTrail: description and tags are shown in plain text, and the key in the HSM', async () => {
      const { KeyMetadata } = await world.kms('CreateKey', {
        Origin: 'AWS_CLOUDHSM',
        CustomKeyStoreId: documentStore,
        Description: 'Example key',
        Tags: [{ TagKey: 'Team', TagValue: 'payments' }],
      });
      const { Events } = await world.cloudtrail('LookupEvents', {
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }],
      });
      const record = JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}') as Record<string, never>;
      expect(record['requestParameters']).to.deep.equal({
        keyUsage: 'ENCRYPT_DECRYPT',
        bypassPolicyLockoutSafetyCheck: false,
        origin: 'AWS_CLOUDHSM',
        keySpec: 'SYMMETRIC_DEFAULT',
        customerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        customKeyStoreId: documentStore,
        description: 'Example key',
        tags: [{ tagKey: 'Team', tagValue: 'payments' }],
      });
      expect(record['resources']).to.deep.equal([
        { accountId: '111122223333', type: 'AWS::KMS::Key', ARN: KeyMetadata?.Arn },
      ]);
    });
  });
});
