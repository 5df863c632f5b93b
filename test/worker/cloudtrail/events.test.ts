import { expect } from 'chai';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

type CloudTrailRecord = Readonly<Record<string, unknown>> & { readonly userIdentity: unknown; readonly requestID: string };

describe('CloudTrail (facts 7)', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const events = async (name: string): Promise<CloudTrailRecord[]> => {
    const { Events = [] } = await world.cloudtrail('LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
    });
    return Events.map(({ CloudTrailEvent = '{}' }) => JSON.parse(CloudTrailEvent) as CloudTrailRecord);
  };

  it('the envelope', async () => {
    const { Arn } = await createStoreKey(world);
    const [record] = await events('CreateKey');
    expect(record).to.deep.include({
      eventVersion: '1.11',
      eventSource: 'kms.amazonaws.com',
      eventName: 'CreateKey',
      awsRegion: 'us-west-2',
      userAgent: 'glass-hsm-test',
      readOnly: false,
      eventType: 'AwsApiCall',
      managementEvent: true,
      recipientAccountId: '111122223333',
      eventCategory: 'Management',
      resources: [{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: Arn }],
    });
    expect(record?.userIdentity).to.deep.include({
      type: 'IAMUser',
      arn: 'arn:aws:iam::111122223333:user/Alice',
      accountId: '111122223333',
      userName: 'Alice',
    });
    expect(record?.['eventTime']).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const [object] = await world.look.keyObjects({ ClusterId: documentCluster, account: '111122223333', region: 'us-west-2' });
    const { backingKey } = record?.['additionalEventData'] as { backingKey: string };
    const { keyHandle, backingKeyId } = JSON.parse(backingKey) as { keyHandle: string; backingKeyId: string };
    expect(Number(object?.['key-reference'])).to.equal(Number(keyHandle));
    expect(object?.attributes['id']).to.equal(`0x${[...backingKeyId].map((c) => c.charCodeAt(0).toString(16)).join('')}`);
    const { keyMetadata } = record?.['responseElements'] as { keyMetadata: Record<string, unknown> };
    expect(keyMetadata).to.deep.include({ aWSAccountId: '111122223333', arn: Arn, encryptionAlgorithms: ['SYMMETRIC_DEFAULT'] });
    expect(keyMetadata['creationDate']).to.match(/^[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d\d:\d\d [AP]M$/);
  });

  it('key store operations name store and cluster, and never the password', async () => {
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await world.control.advance({ ms: 60 * 60 * 1000 });
    await world.kms('UpdateCustomKeyStore', { CustomKeyStoreId: documentStore, KeyStorePassword: 'sesameOpen1' });
    const [disconnect] = await events('DisconnectCustomKeyStore');
    expect(disconnect?.['requestParameters']).to.deep.equal({ customKeyStoreId: documentStore });
    expect(disconnect?.['responseElements']).to.equal(null);
    expect(disconnect?.['additionalEventData']).to.deep.equal({ customKeyStoreName: 'ExampleKeyStore', clusterId: documentCluster });
    expect(disconnect).not.to.have.property('resources');
    const [update] = await events('UpdateCustomKeyStore');
    expect(JSON.stringify(update)).not.to.include('sesameOpen1');
    expect(update?.['requestParameters']).to.deep.equal({ customKeyStoreId: documentStore });
  });

  it('cryptographic events are read-only and hold neither plaintext nor ciphertext', async () => {
    const { KeyId, Arn } = await createStoreKey(world);
    const Plaintext = new TextEncoder().encode('top secret plaintext');
    const EncryptionContext = { Purpose: 'test' };
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext, EncryptionContext });
    const [record] = await events('Encrypt');
    expect(record).to.deep.include({ readOnly: true, responseElements: null });
    // The context's keys are the caller's, not AWS's: they keep their spelling.
    expect(record?.['requestParameters']).to.deep.equal({
      keyId: KeyId,
      encryptionContext: { Purpose: 'test' },
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    });
    expect(record?.['resources']).to.deep.equal([{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: Arn }]);
    expect(record?.['additionalEventData']).to.include({ customKeyStoreId: documentStore });
    expect(JSON.stringify(record)).not.to.include(Plaintext.toBase64()).and.not.to.include(CiphertextBlob?.toBase64() ?? '?');
  });

  it('failed calls are there too: validation, not found, wrong state, denied', async () => {
    const error = await refused(world.kms('DescribeKey', { KeyId: 'nope' }), 'NotFoundException');
    const [record] = await events('DescribeKey');
    expect(record).to.deep.include({
      errorCode: 'NotFoundException',
      errorMessage: "Invalid keyId 'nope'",
      requestID: error.requestId,
      requestParameters: { keyId: 'nope' },
      responseElements: null,
    });
    await refused(world.kms('ConnectCustomKeyStore', {} as never), 'ValidationException');
    expect((await events('ConnectCustomKeyStore'))[0]).to.include({ errorCode: 'ValidationException', readOnly: false });
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-zyxwvutsrqp' });
    await refused(createStoreKey(world), 'CloudHsmClusterInvalidConfigurationException');
    expect((await events('CreateKey'))[0]).to.include({ errorCode: 'CloudHsmClusterInvalidConfigurationException' });
  });

  it('a refused call names the key, and its defaults', async () => {
    const { KeyId, Arn } = await createStoreKey(world);
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await refused(world.kms('Encrypt', { KeyId, Plaintext: new Uint8Array([1]) }), 'KMSInvalidStateException');
    const [encrypt] = await events('Encrypt');
    expect(encrypt?.['resources']).to.deep.equal([{ accountId: '111122223333', type: 'AWS::KMS::Key', ARN: Arn }]);
    await refused(createStoreKey(world), 'CustomKeyStoreInvalidStateException');
    expect((await events('CreateKey'))[0]?.['requestParameters']).to.deep.include({ keyUsage: 'ENCRYPT_DECRYPT', description: '' });
  });

  it('CreateCustomKeyStore answers its id, CreateAlias names key and alias', async () => {
    const cluster = await openTestWorld({ scenario: 'cluster' });
    const notes = await cluster.control.notes(undefined);
    const { CustomKeyStoreId } = await cluster.kms('CreateCustomKeyStore', {
      CustomKeyStoreName: 'Mine',
      CloudHsmClusterId: documentCluster,
      KeyStorePassword: 'kmsPswd1234',
      TrustAnchorCertificate: notes['customerCA.crt'],
    });
    const { Events = [] } = await cluster.cloudtrail('LookupEvents');
    const record = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}') as CloudTrailRecord;
    expect(record['requestParameters']).to.deep.equal({ customKeyStoreName: 'Mine', clusterId: documentCluster });
    expect(record['responseElements']).to.deep.equal({ customKeyStoreId: CustomKeyStoreId });
    cluster.close();
    const { KeyId, Arn } = await createStoreKey(world);
    await world.kms('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    const [alias] = await events('CreateAlias');
    expect(alias?.['responseElements']).to.deep.equal({ keyId: Arn });
    expect((alias?.['resources'] as { ARN: string }[]).map(({ ARN }) => ARN)).to.deep.equal([
      Arn,
      'arn:aws:kms:us-west-2:111122223333:alias/a',
    ]);
  });

  it('CreateHsm in lower camel case, from CloudHSM', async () => {
    const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
    const [record] = await events('CreateHsm');
    expect(record).to.deep.include({
      eventSource: 'cloudhsm.amazonaws.com',
      requestParameters: { clusterId: documentCluster, availabilityZone: 'us-west-2c' },
    });
    expect((record?.['responseElements'] as { hsm: Record<string, unknown> }).hsm).to.deep.include({
      hsmId: Hsm?.HsmId,
      eniId: Hsm?.EniId,
      state: 'CREATE_IN_PROGRESS',
    });
  });

  it('reads and changes are in the order of their calls', async () => {
    await world.kms('ListKeys');
    await createStoreKey(world);
    await world.kms('ListAliases');
    const { Events = [] } = await world.cloudtrail('LookupEvents');
    expect(Events.map(({ EventName }) => EventName)).to.deep.equal(['ListAliases', 'CreateKey', 'ListKeys']);
  });

  it('LookupEvents: newest first, by attribute and time, in pages that lose and repeat nothing', async () => {
    for (let i = 0; i < 30; i += 1) await createStoreKey(world);
    await world.kms('ListKeys');
    const all = await world.cloudtrail('LookupEvents');
    expect(all.Events?.[0]?.EventName).to.equal('ListKeys');
    const ids: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await world.cloudtrail('LookupEvents', {
        MaxResults: 7,
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }],
        ...(NextToken && { NextToken }),
      });
      ids.push(...(page.Events ?? []).map(({ EventId }) => EventId ?? ''));
      expect(page.Events?.length).to.be.at.most(7);
      NextToken = page.NextToken;
    } while (NextToken);
    expect(ids).to.have.length(30);
    expect(new Set(ids).size).to.equal(30);
    const future = await world.cloudtrail('LookupEvents', { StartTime: new Date(Date.now() + 60 * 60 * 1000) });
    expect(future.Events).to.deep.equal([]);
    await refused(world.cloudtrail('LookupEvents', { NextToken: 'x' }), 'InvalidNextTokenException');
    await refused(
      world.cloudtrail('LookupEvents', { StartTime: new Date(2000), EndTime: new Date(1000) }),
      'InvalidTimeRangeException',
    );
    const keyed = await world.cloudtrail('LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'Username', AttributeValue: 'Alice' }],
    });
    expect(keyed.Events?.[0]).to.include({ Username: 'Alice', EventSource: 'cloudtrail.amazonaws.com' });
  });
});

describe('events that were not written yet when the world was replaced', () => {
  it('do not appear in the next world, whichever tab replaced it', async () => {
    const world = await openTestWorld();
    const other = await openTestWorld({ database: world.database });
    await world.kms('ListKeys');
    await other.control.reset(undefined);
    // The other tab's message takes its time; a call until then ends in a fault that says so.
    await world.simulation.storage.catchUp();
    const { Events } = await world.cloudtrail('LookupEvents');
    expect(Events).to.deep.equal([]);
    world.close();
    other.close();
  });
});
