import { expect } from 'chai';
import { authorization, openTestWorld, type TestWorld } from './world.ts';

const account = '111122223333';

describe('the door: requests as the wire carries them (facts 8)', () => {
  let world: TestWorld;
  before(async () => {
    world = await openTestWorld();
  });
  after(() => {
    world.close();
  });
  const headers = (target: string, service = 'kms'): Record<string, string> => ({
    'x-amz-target': target,
    authorization: authorization(account, 'us-west-2', service),
  });

  it('answers JSON 1.1 with a request id; timestamps are seconds with a fraction', async () => {
    const response = await world.send({ headers: headers('TrentService.DescribeCustomKeyStores') });
    expect(response.status).to.equal(200);
    expect(response.headers['content-type']).to.equal('application/x-amz-json-1.1');
    expect(response.headers['x-amzn-requestid']).to.match(/^[0-9a-f-]{36}$/);
    expect(response.body).to.include('"CreationDate":1499288695.918').and.include('"Truncated":false');
  });
  it('an operation without output has an empty body, one with an empty output {}', async () => {
    const created = await world.send({ headers: headers('TrentService.CreateKey') });
    const { KeyMetadata } = JSON.parse(created.body) as { KeyMetadata: { KeyId: string } };
    const body = JSON.stringify({ KeyId: KeyMetadata.KeyId, Description: 'x' });
    const none = await world.send({ headers: headers('TrentService.UpdateKeyDescription'), body });
    expect([none.status, none.body]).to.deep.equal([200, '']);
    const empty = await world.send({
      headers: headers('TrentService.ConnectCustomKeyStore'),
      body: '{"CustomKeyStoreId":"cks-1234567890abcdef0"}',
    });
    expect([empty.status, empty.body]).to.deep.equal([200, '{}']);
  });

  it('CloudHSM names its message Message', async () => {
    const response = await world.send({
      headers: headers('BaldrApiService.DeleteHsm', 'cloudhsm'),
      body: '{"ClusterId":"cluster-abcdefghijk","HsmId":"hsm-aaaaaaaaaaa"}',
    });
    expect(response.status).to.equal(400);
    expect(JSON.parse(response.body)).to.deep.equal({
      __type: 'CloudHsmResourceNotFoundException',
      Message: "Cluster 'cluster-abcdefghijk' does not exist.",
    });
  });
  it('members that are null or unknown are ignored, as AWS does', async () => {
    const response = await world.send({ headers: headers('TrentService.ListKeys'), body: '{"Limit":null,"Foo":1}' });
    expect(response.status).to.equal(200);
  });
  it('LookupEvents under both targets', async () => {
    for (const target of ['CloudTrail_20131101.LookupEvents', 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'])
      expect((await world.send({ headers: headers(target, 'cloudtrail') })).status).to.equal(200);
  });
  it('several validation errors in one sentence', async () => {
    const response = await world.send({
      headers: headers('TrentService.CreateAlias'),
      body: JSON.stringify({ AliasName: 'a b' }),
    });
    expect((JSON.parse(response.body) as { message: string }).message).to.equal(
      "2 validation errors detected: Value 'a b' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$; Value null at 'targetKeyId' failed to satisfy constraint: Member must not be null",
    );
  });
  it('an access key that was not issued here stands for the caller of the client’s account', async () => {
    const response = await world.send({
      headers: {
        'x-amz-target': 'TrentService.CreateKey',
        authorization:
          'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/eu-west-1/kms/aws4_request, SignedHeaders=host, Signature=0',
      },
      account: '444455556666',
    });
    expect((JSON.parse(response.body) as { KeyMetadata: { Arn: string } }).KeyMetadata.Arn).to.match(
      /^arn:aws:kms:eu-west-1:444455556666:key\//,
    );
  });
});
