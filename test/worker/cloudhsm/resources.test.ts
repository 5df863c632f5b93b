import { expect } from 'chai';
import { documentCluster, openTestWorld, refused, type TestWorld } from '../world.ts';
import { addHsm, backupsOf } from './cluster-world.ts';

const invalid = 'CloudHsmInvalidRequestException';
const missing = 'CloudHsmResourceNotFoundException';

describe('CloudHSM v2: tags and resource policies', () => {
  let world: TestWorld;
  let BackupId: string;
  beforeEach(async () => {
    world = await openTestWorld();
    await addHsm(world, documentCluster, 'c');
    BackupId = (await backupsOf(world, documentCluster))[0]?.BackupId ?? '';
  });
  afterEach(() => {
    world.close();
  });
  const tags = async (ResourceId: string): Promise<string[]> =>
    (await world.cloudhsmv2('ListTags', { ResourceId })).TagList.map(({ Key, Value }) => `${Key}=${Value}`);

  for (const what of ['a cluster', 'a backup'])
    it(`tags of ${what}: added, overwritten, removed, listed in pages`, async () => {
      const ResourceId = what === 'a cluster' ? documentCluster : BackupId;
      expect(await tags(ResourceId)).to.deep.equal([]);
      await world.cloudhsmv2('TagResource', { ResourceId, TagList: [{ Key: 'b', Value: '1' }, { Key: 'a', Value: '' }] });
      await world.cloudhsmv2('TagResource', { ResourceId, TagList: [{ Key: 'b', Value: '2' }, { Key: 'c', Value: '3' }] });
      expect(await tags(ResourceId)).to.deep.equal(['a=', 'b=2', 'c=3']);
      const first = await world.cloudhsmv2('ListTags', { ResourceId, MaxResults: 2 });
      const second = await world.cloudhsmv2('ListTags', { ResourceId, MaxResults: 2, NextToken: first.NextToken ?? '' });
      expect([...first.TagList, ...second.TagList].map(({ Key }) => Key)).to.deep.equal(['a', 'b', 'c']);
      expect(second).not.to.have.property('NextToken');
      await world.cloudhsmv2('UntagResource', { ResourceId, TagKeyList: ['a', 'none'] });
      expect(await tags(ResourceId)).to.deep.equal(['b=2', 'c=3']);
      const described =
        what === 'a cluster' ? (await world.cloudhsmv2('DescribeClusters')).Clusters?.[0] : (await backupsOf(world, documentCluster))[0];
      expect(described?.TagList).to.deep.equal([{ Key: 'b', Value: '2' }, { Key: 'c', Value: '3' }]);
    });
  it('50 tags, no reserved or repeated key', async () => {
    const ResourceId = documentCluster;
    const many = (n: number): { Key: string; Value: string }[] => Array.from({ length: n }, (_, i) => ({ Key: `k${String(i)}`, Value: '' }));
    await world.cloudhsmv2('TagResource', { ResourceId, TagList: many(50) });
    await refused(world.cloudhsmv2('TagResource', { ResourceId, TagList: [{ Key: 'more', Value: '' }] }), 'CloudHsmResourceLimitExceededException');
    await world.cloudhsmv2('TagResource', { ResourceId, TagList: [{ Key: 'k0', Value: 'new' }] });
    await refused(world.cloudhsmv2('TagResource', { ResourceId, TagList: [{ Key: 'AWS:x', Value: '' }] }), 'CloudHsmTagException');
    await refused(world.cloudhsmv2('TagResource', { ResourceId, TagList: [...many(1), ...many(1)] }), 'CloudHsmTagException');
  });
  it('tokens are no longer than they may be, however long the keys', async () => {
    const ResourceId = BackupId;
    const TagList = ['一', '二', '三'].map((digit) => ({ Key: digit.repeat(100), Value: '' }));
    await world.cloudhsmv2('TagResource', { ResourceId, TagList });
    const seen: string[] = [];
    let NextToken: string | undefined;
    do {
      const page = await world.cloudhsmv2('ListTags', { ResourceId, MaxResults: 1, ...(NextToken !== undefined && { NextToken }) });
      seen.push(...page.TagList.map(({ Key }) => Key.charAt(0)));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(seen).to.have.members(['一', '二', '三']);
  });
  it('tags of what does not exist', async () => {
    for (const ResourceId of ['cluster-zzzzzzzzzzz', 'backup-zzzzzzzzzzz']) {
      await refused(world.cloudhsmv2('ListTags', { ResourceId }), missing);
      await refused(world.cloudhsmv2('TagResource', { ResourceId, TagList: [{ Key: 'a', Value: '' }] }), missing);
      await refused(world.cloudhsmv2('UntagResource', { ResourceId, TagKeyList: ['a'] }), missing);
    }
  });

  const arnOf = (id: string, account = '111122223333'): string => `arn:aws:cloudhsm:us-west-2:${account}:${id.split('-')[0] ?? ''}/${id}`;
  const Policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'cloudhsm:CreateCluster' }] });
  it('a policy is put, got and deleted', async () => {
    const ResourceArn = arnOf(BackupId);
    expect(await world.cloudhsmv2('GetResourcePolicy', { ResourceArn })).to.deep.equal({});
    expect(await world.cloudhsmv2('PutResourcePolicy', { ResourceArn, Policy })).to.deep.equal({ ResourceArn, Policy });
    expect(await world.cloudhsmv2('GetResourcePolicy', { ResourceArn })).to.deep.equal({ Policy });
    expect(await world.cloudhsmv2('DeleteResourcePolicy', { ResourceArn })).to.deep.equal({ ResourceArn, Policy });
    expect(await world.cloudhsmv2('GetResourcePolicy', { ResourceArn })).to.deep.equal({});
  });
  const refusals: [string, () => object, string][] = [
    ['no ARN', () => ({ Policy }), invalid],
    ['no policy', () => ({ ResourceArn: arnOf(BackupId) }), invalid],
    ['a policy that is no JSON', () => ({ ResourceArn: arnOf(BackupId), Policy: 'no' }), invalid],
    ['a policy without statements', () => ({ ResourceArn: arnOf(BackupId), Policy: '{}' }), invalid],
    ['a statement without principal', () => ({ ResourceArn: arnOf(BackupId), Policy: '{"Statement":{"Effect":"Allow","Action":"*"}}' }), invalid],
    ["a cluster's ARN", () => ({ ResourceArn: arnOf('cluster-abcdefghijk'), Policy }), invalid],
    ['a backup that does not exist', () => ({ ResourceArn: arnOf('backup-zzzzzzzzzzz'), Policy }), missing],
    ["another account's backup", () => ({ ResourceArn: arnOf(BackupId, '444455556666'), Policy }), missing],
  ];
  for (const [what, input, error] of refusals)
    it(`PutResourcePolicy refuses ${what}`, () => refused(world.cloudhsmv2('PutResourcePolicy', input()), error));
  it('a backup that is not READY cannot be shared', async () => {
    await world.cloudhsmv2('DeleteBackup', { BackupId });
    await refused(world.cloudhsmv2('PutResourcePolicy', { ResourceArn: arnOf(BackupId), Policy }), invalid);
  });
  const sharing: [string, unknown, boolean][] = [
    ['the account', [{ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'cloudhsm:CreateCluster' }], true],
    ['its root, among others', [{ Effect: 'Allow', Principal: { AWS: ['1', 'arn:aws:iam::444455556666:root'] }, Action: ['cloudhsm:*'] }], true],
    ['everyone', [{ Effect: 'Allow', Principal: '*', Action: '*' }], true],
    ['another account', [{ Effect: 'Allow', Principal: { AWS: '777788889999' }, Action: '*' }], false],
    ['another action', [{ Effect: 'Allow', Principal: '*', Action: 'cloudhsm:DescribeBackups' }], false],
    ['everyone but the account', [{ Effect: 'Allow', Principal: '*', Action: '*' }, { Effect: 'Deny', Principal: { AWS: '444455556666' }, Action: '*' }], false],
  ];
  for (const [whom, Statement, may] of sharing)
    it(`shared with ${whom}: another account ${may ? 'may' : 'may not'} restore it`, async () => {
      await world.cloudhsmv2('PutResourcePolicy', { ResourceArn: arnOf(BackupId), Policy: JSON.stringify({ Statement }) });
      const [vpc] = await world.look.network({ account: '444455556666', region: 'us-west-2' });
      const restored = world.at({ account: '444455556666' }).cloudhsmv2('CreateCluster', {
        HsmType: 'hsm2m.medium',
        SubnetIds: vpc?.subnets.map(({ SubnetId }) => SubnetId) ?? [],
        SourceBackupId: arnOf(BackupId),
      });
      if (may) expect((await restored).Cluster).to.include({ SourceBackupId: BackupId });
      else await refused(restored, 'CloudHsmAccessDeniedException');
    });
});
