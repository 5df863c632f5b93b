import { expect } from 'chai';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { arnOf, createKey, eventsOf, resourcesOf, type TestKey } from './kms-world.ts';

/** Aliases: facts 4, research 4 and 11. */

const prefix = 'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html';
const pattern = (value: string): string =>
  `1 validation error detected: Value '${value}' at 'aliasName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$`;

/** Names that no alias can have, for Create-, Update- and DeleteAlias alike. */
const names: readonly [name: string, error: string, text?: string][] = [
  ['payments', 'ValidationException', prefix],
  ['Alias/payments', 'ValidationException', prefix],
  [arnOf('alias/payments'), 'ValidationException', prefix],
  ['alias/Service:Test', 'ValidationException', 'alias/Service:Test contains invalid characters for an alias'],
  ['alias/pay ments', 'ValidationException', pattern('alias/pay ments')],
  ['alias/支払', 'ValidationException', pattern('alias/支払')],
  ['alias/aws/mine', 'NotAuthorizedException', ''],
  ['', 'ValidationException'],
  [`alias/${'a'.repeat(251)}`, 'ValidationException'],
];

describe('aliases', () => {
  let world: TestWorld;
  let key: TestKey;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  afterEach(() => {
    world.close();
  });
  const create = (AliasName: string, { KeyId } = key): Promise<unknown> => world.kms('CreateAlias', { AliasName, TargetKeyId: KeyId });
  const update = (AliasName: string, { KeyId } = key): Promise<unknown> => world.kms('UpdateAlias', { AliasName, TargetKeyId: KeyId });
  const remove = (AliasName: string): Promise<unknown> => world.kms('DeleteAlias', { AliasName });
  const list = async (KeyId?: string) => (await world.kms('ListAliases', { ...(KeyId && { KeyId }) })).Aliases ?? [];

  for (const [name, error, text] of names)
    it(`no alias is called ${JSON.stringify(name.slice(0, 60))}: ${error}`, async () => {
      for (const call of [create, update, remove]) await refused(call(name), error, text);
      expect(await list()).to.deep.equal([]);
    });
  it('an alias has a name', () => refused(create('alias/'), 'InvalidAliasNameException'));
  it('up to 256 characters, slashes, dashes and underscores', async () => {
    for (const name of [`alias/${'a'.repeat(250)}`, 'alias/a/b-c_D/9', 'alias/awsome', 'alias/AWS/mine']) {
      await create(name);
      expect((await world.kms('DescribeKey', { KeyId: name })).KeyMetadata?.Arn).to.equal(key.Arn);
    }
  });
  it('a name is taken once in account and Region', async () => {
    const text = `An alias with the name ${arnOf('alias/a')} already exists`;
    await create('alias/a');
    await refused(create('alias/a'), 'AlreadyExistsException', text);
    await refused(create('alias/a', await createKey(world)), 'AlreadyExistsException', text);
    const elsewhere = world.at({ region: 'eu-west-1' });
    await elsewhere.kms('CreateAlias', { AliasName: 'alias/a', TargetKeyId: (await createKey(elsewhere)).KeyId });
  });
  it('what there is not is neither updated nor deleted', async () => {
    for (const call of [update, remove]) await refused(call('alias/none'), 'NotFoundException', `Alias ${arnOf('alias/none')} is not found.`);
  });

  it('is listed with its dates, and moves from one key’s list to the other’s', async () => {
    const other = await createKey(world, 'AWS_CLOUDHSM');
    await create('alias/moves');
    await create('alias/stays');
    const [before] = await list(key.KeyId);
    expect(before).to.deep.equal({
      AliasName: 'alias/moves',
      AliasArn: arnOf('alias/moves'),
      TargetKeyId: key.KeyId,
      CreationDate: before?.CreationDate,
      LastUpdatedDate: before?.CreationDate,
    });
    await world.control.advance({ ms: 60_000 });
    await update('alias/moves', other);
    const [after] = await list(other.Arn);
    expect(after).to.deep.include({ AliasName: 'alias/moves', TargetKeyId: other.KeyId, CreationDate: before?.CreationDate });
    expect(Number(after?.LastUpdatedDate)).to.be.at.least(Number(before?.CreationDate) + 60_000);
    expect((await list(key.KeyId)).map(({ AliasName }) => AliasName)).to.deep.equal(['alias/stays']);
    expect((await list()).map(({ AliasName }) => AliasName)).to.deep.equal(['alias/moves', 'alias/stays']);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: 'alias/moves', Plaintext: new Uint8Array([1]) });
    expect((await world.kms('Decrypt', { CiphertextBlob })).KeyId).to.equal(other.Arn);
    await remove('alias/moves');
    expect(await list(other.KeyId)).to.deep.equal([]);
    await create('alias/moves');
    expect(await list(key.KeyId)).to.have.length(2);
  });

  it('50 a key, by CreateAlias and by UpdateAlias', async () => {
    const other = await createKey(world);
    for (let i = 0; i < 50; i += 1) await create(`alias/${String(i)}`);
    await create('alias/other', other);
    await refused(create('alias/more'), 'LimitExceededException');
    await refused(update('alias/other'), 'LimitExceededException');
    // One that it has already takes no room.
    await update('alias/0');
    expect(await list(key.KeyId)).to.have.length(50);
    expect((await list(other.KeyId)).map(({ AliasName }) => AliasName)).to.deep.equal(['alias/other']);
    await update('alias/0', other);
    await update('alias/other');
    await refused(create('alias/more'), 'LimitExceededException');
    await remove('alias/1');
    await create('alias/more');
  });

  it('a key that is pending deletion can lose an alias, and gets none', async () => {
    const other = await createKey(world);
    await create('alias/moves');
    await create('alias/goes');
    await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId });
    const text = `${key.Arn} is pending deletion.`;
    await refused(create('alias/new'), 'KMSInvalidStateException', text);
    await update('alias/moves', other);
    await refused(update('alias/moves'), 'KMSInvalidStateException', text);
    await remove('alias/goes');
    expect(await list(key.KeyId)).to.deep.equal([]);
  });

  it('events: key and alias, in AWS’s order', async () => {
    const other = await createKey(world);
    const alias = arnOf('alias/a');
    await create('alias/a');
    await update('alias/a', other);
    await list();
    await remove('alias/a');
    const expected: readonly [string, unknown, readonly string[]][] = [
      ['CreateAlias', { aliasName: 'alias/a', targetKeyId: key.KeyId }, [key.Arn, alias]],
      ['UpdateAlias', { aliasName: 'alias/a', targetKeyId: other.KeyId }, [alias, other.Arn]],
      ['DeleteAlias', { aliasName: 'alias/a' }, [alias, other.Arn]],
      ['ListAliases', null, []],
    ];
    for (const [name, requestParameters, arns] of expected) {
      const [record] = await eventsOf(world, name);
      expect(record, name).to.deep.include({ requestParameters, readOnly: name === 'ListAliases' });
      expect(record?.['resources'], name).to.deep.equal(arns.map((ARN) => ({ accountId: '111122223333', type: 'AWS::KMS::Key', ARN })));
    }
    await world.kms('ListAliases', { KeyId: key.KeyId });
    expect(resourcesOf((await eventsOf(world, 'ListAliases'))[0])).to.deep.equal([key.Arn]);
  });
});
