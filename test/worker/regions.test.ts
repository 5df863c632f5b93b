import { expect } from 'chai';
import { regions } from '../../src/model/regions.ts';
import { symmetricRates } from '../../src/model/kms/request-rates.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from './world.ts';

const account = '111122223333';

describe('Regions: keys, stores and aliases belong to one', () => {
  let world: TestWorld;
  let there: ReturnType<TestWorld['at']>;
  before(async () => {
    world = await openTestWorld();
    there = world.at({ region: 'eu-south-2' });
  });
  after(() => {
    world.close();
  });

  it('every commercial Region’s host name and credential scope is accepted', async () => {
    for (const region of regions) {
      const { KeyMetadata } = await world.at({ region }).kms('CreateKey');
      expect(KeyMetadata?.Arn, region).to.equal(`arn:aws:kms:${region}:${account}:key/${String(KeyMetadata?.KeyId)}`);
      expect((await world.at({ region }).cloudhsmv2('DescribeClusters')).Clusters, region).to.have.length(region === 'us-west-2' ? 1 : 0);
      expect(symmetricRates, region).to.have.property(region);
    }
  });
  it('a key is not found in another, by its id; its ARN says that it is not there', async () => {
    const { KeyId, Arn } = await createStoreKey(world);
    await refused(there.kms('DescribeKey', { KeyId }), 'NotFoundException', `Key 'arn:aws:kms:eu-south-2:${account}:key/${KeyId}' does not exist`);
    await refused(there.kms('DescribeKey', { KeyId: Arn }), 'NotFoundException');
    const keysThere = (await there.kms('ListKeys')).Keys ?? [];
    expect(keysThere.map((key) => key.KeyId)).not.to.include(KeyId);
  });
  it('a ciphertext is decrypted where it was made, and nowhere else', async () => {
    const { KeyId } = await createStoreKey(world);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array([7]) });
    expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(new Uint8Array([7]));
    await refused(there.kms('Decrypt', { CiphertextBlob }), 'AccessDeniedException');
  });
  it('the same alias names another key in another', async () => {
    const AliasName = 'alias/one-name';
    const here = (await world.kms('CreateKey')).KeyMetadata;
    const other = (await there.kms('CreateKey')).KeyMetadata;
    await world.kms('CreateAlias', { AliasName, TargetKeyId: here?.KeyId });
    await refused(there.kms('DescribeKey', { KeyId: AliasName }), 'NotFoundException', `Alias arn:aws:kms:eu-south-2:${account}:${AliasName} is not found.`);
    await there.kms('CreateAlias', { AliasName, TargetKeyId: other?.KeyId });
    expect((await world.kms('DescribeKey', { KeyId: AliasName })).KeyMetadata?.Arn).to.equal(here?.Arn);
    expect((await there.kms('DescribeKey', { KeyId: AliasName })).KeyMetadata?.Arn).to.equal(other?.Arn);
    await there.kms('DeleteAlias', { AliasName });
    expect((await world.kms('ListAliases')).Aliases?.map((alias) => alias.AliasName)).to.include(AliasName);
    expect((await there.kms('ListAliases')).Aliases).to.deep.equal([]);
  });
  it('a key store and its cluster are unknown in another', async () => {
    await refused(there.kms('DescribeCustomKeyStores', { CustomKeyStoreId: documentStore }), 'CustomKeyStoreNotFoundException');
    await refused(there.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore }), 'CustomKeyStoreNotFoundException');
    await refused(there.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore }), 'CustomKeyStoreNotFoundException');
    expect((await there.kms('DescribeCustomKeyStores')).CustomKeyStores).to.deep.equal([]);
    await refused(there.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-abcdefghijk' }), 'CloudHsmResourceNotFoundException');
    expect((await world.cloudhsmv2('DescribeClusters')).Clusters?.[0]?.Hsms).to.have.length(2);
  });
  it('CloudTrail shows the calls of its own', async () => {
    const { KeyMetadata } = await world.at({ region: 'ca-west-1' }).kms('CreateKey', { Description: 'west' });
    const eventsOf = async (region: string): Promise<string[]> => {
      const { Events = [] } = await world.at({ region }).cloudtrail('LookupEvents', { MaxResults: 50 });
      return Events.map(({ CloudTrailEvent = '' }) => CloudTrailEvent).filter((event) => event.includes(String(KeyMetadata?.KeyId)));
    };
    const [event = '{}', ...others] = await eventsOf('ca-west-1');
    expect(JSON.parse(event)).to.include({ awsRegion: 'ca-west-1', eventName: 'CreateKey' });
    expect(others).to.deep.equal([]);
    expect(await eventsOf('us-west-2')).to.deep.equal([]);
  });
});
