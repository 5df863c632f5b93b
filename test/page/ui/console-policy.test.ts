import { expect } from 'chai';
import { connect } from '../../../src/page/index.ts';
import { consolePolicy, permissionsIn, withPermissions, type Permissions } from '../../../src/page/ui/key-policy/console-policy.ts';

const account = '111122223333';
const nobody: Permissions = { administrators: [], mayDelete: true, users: [], otherAccounts: [] };

const own = { Sid: 'Enable IAM User Permissions', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' };
/** Facts 2.5: Developer Guide, "Default key policy". */
const manage = (AWS: string | string[], ...more: string[]): object => ({
  Sid: 'Allow access for Key Administrators',
  Effect: 'Allow',
  Principal: { AWS },
  Action: [
    'kms:Create*', 'kms:Describe*', 'kms:Enable*', 'kms:List*', 'kms:Put*', 'kms:Update*', 'kms:Revoke*', 'kms:Disable*', 'kms:Get*', 'kms:Delete*',
    'kms:TagResource', 'kms:UntagResource', ...more,
  ],
  Resource: '*',
});
const remove = ['kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'];
const use = (AWS: string | string[]): object[] => [
  {
    Sid: 'Allow use of the key',
    Effect: 'Allow',
    Principal: { AWS },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    Resource: '*',
  },
  {
    Sid: 'Allow attachment of persistent resources',
    Effect: 'Allow',
    Principal: { AWS },
    Action: ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'],
    Resource: '*',
    Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
  },
];

const alice = 'arn:aws:iam::111122223333:user/Alice';
const keyAdmin = 'arn:aws:iam::111122223333:role/KeyAdminRole';
const app = 'arn:aws:iam::111122223333:role/AppRole';

const policies: readonly [what: string, permissions: Partial<Permissions>, statements: readonly object[]][] = [
  ['nobody: the account’s statement alone', {}, [own]],
  ['nobody, and no deletion: nothing to say it of', { mayDelete: false }, [own]],
  ['one administrator', { administrators: [keyAdmin] }, [own, manage(keyAdmin, ...remove)]],
  ['administrators who may not delete', { administrators: [alice, keyAdmin], mayDelete: false }, [own, manage([alice, keyAdmin])]],
  ['one user of the key: two statements', { users: [app] }, [own, ...use(app)]],
  ['another account alone', { otherAccounts: ['444455556666'] }, [own, ...use('arn:aws:iam::444455556666:root')]],
  [
    'all of them',
    { administrators: [alice], users: [alice, app], otherAccounts: ['444455556666', '777788889999'] },
    [own, manage(alice, ...remove), ...use([alice, app, 'arn:aws:iam::444455556666:root', 'arn:aws:iam::777788889999:root'])],
  ],
];

describe('the key policy of AWS’s console', () => {
  for (const [what, permissions, statements] of policies)
    it(what, () => {
      const text = consolePolicy(account, { ...nobody, ...permissions });
      expect(JSON.parse(text)).to.deep.equal({ Id: 'key-consolepolicy-3', Version: '2012-10-17', Statement: statements });
      // Without administrators there is nothing that says whether they may delete.
      expect(permissionsIn(text)).to.deep.equal({ ...nobody, ...permissions, ...(!permissions.administrators && { mayDelete: true }) });
      expect(withPermissions(text, { ...nobody, ...permissions }), 'changed to what it is').to.equal(text);
    });

  const [, , , , , , [, everybody = {}] = []] = policies;
  const all = consolePolicy(account, { ...nobody, ...everybody });
  /** The policy with one of its statements changed; none without `part`. */
  const changed = (sid: string, part?: object): string => {
    const { Statement, ...rest } = JSON.parse(all) as { Statement: { Sid: string }[] };
    return JSON.stringify({ ...rest, Statement: Statement.flatMap((each) => (each.Sid === sid ? (part ? [{ ...each, ...part }] : []) : [each])) });
  };
  const [administration, usage, attachment] = ['Allow access for Key Administrators', 'Allow use of the key', 'Allow attachment of persistent resources'];

  const unshown: readonly (readonly [what: string, Policy: string])[] = [
    ['a key that the console has not created', JSON.stringify({ Id: 'key-default-1', Version: '2012-10-17', Statement: own })],
    ['no statement but others', '{"Statement":{"Effect":"Allow","Principal":"*"}}'],
    ['a Deny', changed(administration, { Effect: 'Deny' })],
    ['everybody', changed(usage, { Principal: '*' })],
    ['a service', changed(usage, { Principal: { AWS: alice, Service: 'ec2.amazonaws.com' } })],
    ['all but somebody', changed(attachment, { Principal: undefined, NotPrincipal: { AWS: alice } })],
    ['no actions', changed(attachment, { Action: undefined })],
    ['half of a deletion', changed(administration, { Action: ['kms:Create*', 'kms:ScheduleKeyDeletion'] })],
    ['deletion by a wildcard', changed(administration, { Action: 'kms:*' })],
    ['a statement that is there twice', changed(usage, { Sid: attachment })],
  ];
  for (const [what, Policy] of unshown)
    it(`has no default view where it says what that cannot show: ${what}`, () => {
      expect(permissionsIn(Policy)).to.equal(undefined);
    });

  it('is changed without losing what else a person has written', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 'kms:PutKeyPolicy', Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } };
    const Action = ['kms:Encrypt', 'kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion'];
    const Policy = JSON.stringify({
      Id: 'key-consolepolicy-3', Version: '2012-10-17',
      Statement: [{ ...manage('444455556666'), Action }, own, { ...use(alice)[0], Action: 'kms:Encrypt' }, deny],
    });
    expect(permissionsIn(Policy)).to.deep.equal({ administrators: ['444455556666'], mayDelete: true, users: [alice], otherAccounts: [] });
    expect(JSON.parse(withPermissions(Policy, { administrators: [alice], mayDelete: false, users: [], otherAccounts: ['444455556666'] }))).to.deep.equal({
      Id: 'key-consolepolicy-3', Version: '2012-10-17',
      // Its console wrote no statement about attachments, as it does for some kinds of keys.
      Statement: [own, deny, { ...manage(alice), Action: ['kms:Encrypt'] }, { ...use('arn:aws:iam::444455556666:root')[0], Action: 'kms:Encrypt' }],
    });
  });

  it('is taken by KMS as it is, and given back so', async () => {
    const simulator = await connect({ database: crypto.randomUUID(), workerUrl: '/public/build/worker.js' });
    try {
      for (const [, permissions] of policies) {
        const text = consolePolicy(account, { ...nobody, ...permissions });
        const { KeyMetadata } = await simulator.kms.createKey({ Policy: text });
        const { Policy } = await simulator.kms.getKeyPolicy({ KeyId: KeyMetadata?.KeyId });
        expect(JSON.parse(Policy ?? '')).to.deep.equal(JSON.parse(text));
      }
    } finally {
      simulator.close();
    }
  });
});
