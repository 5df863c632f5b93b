import { expect } from 'chai';
import { identities, identitiesIn, type Identity } from '../../../src/model/identities.ts';
import { accessKeyIdOf, identityOf } from '../../../src/wire/credentials.ts';
import { createStoreKey, openTestWorld, refused, type TestWorld } from '../world.ts';

const account = '111122223333';
const named = (name: string): Identity => identities.find((each) => each.name === name) ?? identities[0];

/** CloudTrail User Guide, "CloudTrail userIdentity element". */
const userIdentities: readonly [name: string, account: string, username: string, userIdentity: object][] = [
  ['Alice', account, 'Alice', { type: 'IAMUser', principalId: 'AIDAGLASSHSMALICE2222', arn: 'arn:aws:iam::111122223333:user/Alice', userName: 'Alice' }],
  ['Bob', account, 'Bob', { type: 'IAMUser', principalId: 'AIDAGLASSHSMBOB222222', arn: 'arn:aws:iam::111122223333:user/Bob', userName: 'Bob' }],
  [
    'KeyAdminRole',
    account,
    'Alice',
    { type: 'AssumedRole', principalId: 'AROAGLASSHSMKEYADMIN2:Alice', arn: 'arn:aws:sts::111122223333:assumed-role/KeyAdminRole/Alice' },
  ],
  ['Dave', '444455556666', 'Dave', { type: 'IAMUser', principalId: 'AIDAGLASSHSMDAVE22222', arn: 'arn:aws:iam::444455556666:user/Dave', userName: 'Dave' }],
];

describe('callers', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });

  for (const [name, of, username, userIdentity] of userIdentities)
    it(`${name} stands in CloudTrail’s events, and is found there by the name ${username}`, async () => {
      const there = world.at({ account: of, identity: named(name) });
      await there.kms('CreateKey');
      const { Events } = await there.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey: 'Username', AttributeValue: username }] });
      expect(Events).to.have.lengthOf(1);
      const accessKeyId = accessKeyIdOf(of, named(name));
      expect(Events?.[0]).to.include({ EventName: 'CreateKey', Username: username, AccessKeyId: accessKeyId });
      const record = JSON.parse(Events?.[0]?.CloudTrailEvent ?? '') as { userIdentity: object };
      expect(record.userIdentity).to.deep.include({ ...userIdentity, accountId: of, accessKeyId });
    });

  it('a role’s session says who issued it and when', async () => {
    await world.at({ identity: named('AppRole') }).kms('CreateKey');
    const { Events } = await world.cloudtrail('LookupEvents');
    const { userIdentity, eventTime } = JSON.parse(Events?.[0]?.CloudTrailEvent ?? '') as { userIdentity: object; eventTime: string };
    expect(userIdentity).to.deep.equal({
      type: 'AssumedRole',
      principalId: 'AROAGLASSHSMAPP222222:i-1234567890abcdef0',
      arn: 'arn:aws:sts::111122223333:assumed-role/AppRole/i-1234567890abcdef0',
      accountId: account,
      accessKeyId: accessKeyIdOf(account, named('AppRole')),
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAGLASSHSMAPP222222',
          arn: 'arn:aws:iam::111122223333:role/AppRole',
          accountId: account,
          userName: 'AppRole',
        },
        attributes: { creationDate: `${eventTime.slice(0, 13)}:00:00Z`, mfaAuthenticated: 'false' },
      },
    });
  });

  it('a policy may name a role’s session by the role', async () => {
    const admin = world.at({ identity: named('KeyAdminRole') });
    const Policy = (AWS: string): string =>
      JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'kms:*', Resource: '*' }] });
    for (const name of ['arn:aws:iam::111122223333:role/KeyAdminRole', 'arn:aws:sts::111122223333:assumed-role/KeyAdminRole/Alice'])
      await admin.kms('CreateKey', { Policy: Policy(name) });
    for (const name of ['arn:aws:iam::111122223333:role/AppRole', 'arn:aws:iam::111122223333:user/Alice'])
      await refused(admin.kms('CreateKey', { Policy: Policy(name) }), 'MalformedPolicyDocumentException');
  });

  it('are refused by their own names in another account', async () => {
    const { Arn } = await createStoreKey(world);
    const error = await refused(
      world.at({ account: '444455556666', identity: named('PartnerRole') }).kms('DescribeKey', { KeyId: Arn }),
      'AccessDeniedException',
    );
    expect(error.message).to.contain('User: arn:aws:sts::444455556666:assumed-role/PartnerRole/Dave is not authorized');
  });

  it('are known by their access keys: a role’s session has a temporary one', () => {
    for (const identity of identities)
      for (const of of [account, '444455556666']) {
        const key = accessKeyIdOf(of, identity);
        expect(key).to.match(identity.type === 'Role' ? /^ASIA[A-Z2-7]{16}$/ : /^AKIA[A-Z2-7]{16}$/);
        expect(identityOf(key)).to.deep.equal({ account: of, identity });
      }
  });

  it('of the second account are its own', () => {
    expect(identitiesIn('444455556666').map(({ name }) => name)).to.deep.equal(['Dave', 'PartnerRole']);
    for (const of of [account, '777788889999'])
      expect(identitiesIn(of).map(({ name }) => name)).to.deep.equal(['Alice', 'Bob', 'Carol', 'KeyAdminRole', 'AppRole']);
  });
});
