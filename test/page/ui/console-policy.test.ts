import { expect } from 'chai';
import { identitiesIn, type Identity } from '../../../src/model/identities.ts';
import { connect } from '../../../src/page/index.ts';
import { consolePolicy, type Permissions } from '../../../src/page/ui/create-key-wizard/policy.ts';

const account = '111122223333';
const people = (...names: string[]): Identity[] => identitiesIn(account).filter(({ name }) => names.includes(name));
const nobody: Permissions = { account, administrators: [], mayDelete: true, users: [], otherAccounts: [] };

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
  ['one administrator', { administrators: people('KeyAdminRole') }, [own, manage(keyAdmin, ...remove)]],
  ['administrators who may not delete', { administrators: people('Alice', 'KeyAdminRole'), mayDelete: false }, [own, manage([alice, keyAdmin])]],
  ['one user of the key: two statements', { users: people('AppRole') }, [own, ...use(app)]],
  ['another account alone', { otherAccounts: ['444455556666'] }, [own, ...use('arn:aws:iam::444455556666:root')]],
  [
    'all of them',
    { administrators: people('Alice'), users: people('Alice', 'AppRole'), otherAccounts: ['444455556666', '777788889999'] },
    [own, manage(alice, ...remove), ...use([alice, app, 'arn:aws:iam::444455556666:root', 'arn:aws:iam::777788889999:root'])],
  ],
];

describe('the key policy of AWS’s console', () => {
  for (const [what, permissions, statements] of policies)
    it(what, () => {
      const text = consolePolicy({ ...nobody, ...permissions });
      expect(JSON.parse(text)).to.deep.equal({ Id: 'key-consolepolicy-3', Version: '2012-10-17', Statement: statements });
    });

  it('is taken by KMS as it is, and given back so', async () => {
    const simulator = await connect({ database: crypto.randomUUID(), workerUrl: '/public/build/worker.js' });
    try {
      for (const [, permissions] of policies) {
        const text = consolePolicy({ ...nobody, ...permissions });
        const { KeyMetadata } = await simulator.kms.createKey({ Policy: text });
        const { Policy } = await simulator.kms.getKeyPolicy({ KeyId: KeyMetadata?.KeyId });
        expect(JSON.parse(Policy ?? '')).to.deep.equal(JSON.parse(text));
      }
    } finally {
      simulator.close();
    }
  });
});
