import { expect } from 'chai';
import fc from '../../fast-check.ts';
import { createStoreKey, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

const given = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore } as const;
/** Takes for ever to match with a naive pattern. */
const starry = JSON.stringify({
  Statement: [{ Effect: 'Allow', Principal: '*', Action: `${'*?'.repeat(5000)}*x`, Resource: '*' }],
});
const unknown = '1234abcd-12ab-34cd-56ef-1234567890ab';

describe('KMS keys', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });

  describe('CreateKey refuses (facts 2.2)', () => {
    const cases: [string, Record<string, unknown>, string, string?][] = [
      [
        'a spec without usage',
        { KeySpec: 'RSA_2048' },
        'ValidationException',
        'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
      ],
      [
        'usage that does not fit',
        { KeySpec: 'RSA_2048', KeyUsage: 'KEY_AGREEMENT' },
        'ValidationException',
        'KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048',
      ],
      [
        'a value outside the set',
        { KeyUsage: 'RANDOM' },
        'ValidationException',
        "1 validation error detected: Value 'RANDOM' at 'keyUsage' failed to satisfy constraint: Member must satisfy enum value set: [ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC, KEY_AGREEMENT]",
      ],
      [
        'a tag value of 257',
        { Tags: [{ TagKey: 'a', TagValue: 'x'.repeat(257) }] },
        'ValidationException',
        `1 validation error detected: Value '${'x'.repeat(257)}' at 'tags.1.member.tagValue' failed to satisfy constraint: Member must have length less than or equal to 256`,
      ],
      ['a reserved tag', { Tags: [{ TagKey: 'AWS:a', TagValue: '' }] }, 'TagException', 'Tags beginning with aws: are reserved'],
      [
        'a tag twice',
        {
          Tags: [
            { TagKey: 'a', TagValue: '1' },
            { TagKey: 'a', TagValue: '2' },
          ],
        },
        'TagException',
        'Duplicate tag keys',
      ],
      [
        '51 tags',
        { Tags: Array.from({ length: 51 }, (_, i) => ({ TagKey: `k${String(i)}`, TagValue: '' })) },
        'TagException',
        'Too many tags',
      ],
      ['a policy that is not JSON', { Policy: '{' }, 'MalformedPolicyDocumentException'],
      [
        'a policy that locks out',
        {
          Policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Encrypt', Resource: '*' }],
          }),
        },
        'MalformedPolicyDocumentException',
        'The new key policy will not allow you to update the key policy in the future.',
      ],
      ['a policy over 32 KB', { Policy: `{"Statement":[]${' '.repeat(32_768)}}` }, 'LimitExceededException'],
      ['an unknown store', { CustomKeyStoreId: 'cks-none' }, 'CustomKeyStoreNotFoundException'],
      ['an external key id', { XksKeyId: 'a' }, 'UnsupportedOperationException'],
      ['another origin', { Origin: 'EXTERNAL' }, 'ValidationException'],
      ['a policy of many stars', { Policy: starry }, 'MalformedPolicyDocumentException'],
    ];
    for (const [what, change, error, message] of cases)
      it(`${what}: ${error}`, async () => {
        await refused(world.kms('CreateKey', { ...given, ...change } as never), error, message);
        expect((await world.kms('ListKeys')).Keys).to.deep.equal([]);
      });
    it('the lockout check can be bypassed', async () => {
      const Policy = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'kms:Encrypt', Resource: '*' }],
      });
      const { KeyMetadata } = await world.kms('CreateKey', { ...given, Policy, BypassPolicyLockoutSafetyCheck: true });
      expect((await world.kms('GetKeyPolicy', { KeyId: KeyMetadata?.KeyId ?? '' })).Policy).to.equal(Policy);
    });
  });

  describe('a KeyId that names no key (facts 4)', () => {
    const cases: [string, string, string][] = [
      ['fake-key-id', 'NotFoundException', "Invalid keyId 'fake-key-id'"],
      [unknown, 'NotFoundException', `Key 'arn:aws:kms:us-west-2:111122223333:key/${unknown}' does not exist`],
      [`arn:aws:kms:eu-west-1:111122223333:key/${unknown}`, 'NotFoundException', 'Invalid arn eu-west-1'],
      [`arn:aws:kms:us-west-2:111122223333:${unknown}`, 'NotFoundException', `Invalid arn arn:aws:kms:us-west-2:111122223333:${unknown}`],
      ['alias/none', 'NotFoundException', 'Alias arn:aws:kms:us-west-2:111122223333:alias/none is not found.'],
      [
        `arn:aws:kms:us-west-2:444455556666:key/${unknown}`,
        'AccessDeniedException',
        'User: arn:aws:iam::111122223333:user/Alice is not authorized to perform: kms:DescribeKey on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
      ],
    ];
    for (const [KeyId, error, message] of cases)
      it(KeyId, () => refused(world.kms('DescribeKey', { KeyId }), error, message));
    it('an alias where only a key is accepted', async () => {
      const { KeyId } = await createStoreKey(world);
      await world.kms('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
      await refused(world.kms('GetKeyPolicy', { KeyId: 'alias/a' }), 'NotFoundException');
    });
    it('a missing one', () =>
      refused(
        world.kms('DescribeKey', {} as never),
        'ValidationException',
        "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null",
      ));
  });

  it('keys belong to account and Region', async () => {
    const { KeyId } = await createStoreKey(world);
    expect((await world.at({ region: 'eu-central-1' }).kms('ListKeys')).Keys).to.deep.equal([]);
    expect((await world.at({ account: '444455556666' }).kms('ListKeys')).Keys).to.deep.equal([]);
    await refused(world.at({ region: 'eu-central-1' }).kms('DescribeKey', { KeyId }), 'NotFoundException');
  });

  it('the default policy, letter by letter (facts 2.5)', async () => {
    const { KeyId } = await createStoreKey(world);
    const { Policy, PolicyName } = await world.kms('GetKeyPolicy', { KeyId });
    expect(PolicyName).to.equal('default');
    expect(Policy).to.equal(
      '{\n  "Version" : "2012-10-17",\n  "Id" : "key-default-1",\n  "Statement" : [ {\n    "Sid" : "Enable IAM User Permissions",\n    "Effect" : "Allow",\n    "Principal" : {\n      "AWS" : "arn:aws:iam::111122223333:root"\n    },\n    "Action" : "kms:*",\n    "Resource" : "*"\n  } ]\n}',
    );
    await refused(world.kms('GetKeyPolicy', { KeyId, PolicyName: 'other' }), 'NotFoundException');
  });

  describe('aliases', () => {
    it('refuses names without prefix, reserved ones, and those that exist', async () => {
      const { KeyId } = await createStoreKey(world);
      await refused(
        world.kms('CreateAlias', { AliasName: 'payments', TargetKeyId: KeyId }),
        'ValidationException',
        'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
      );
      await refused(world.kms('CreateAlias', { AliasName: 'alias/aws/x', TargetKeyId: KeyId }), 'NotAuthorizedException', '');
      await world.kms('CreateAlias', { AliasName: 'alias/x', TargetKeyId: KeyId });
      await refused(
        world.kms('CreateAlias', { AliasName: 'alias/x', TargetKeyId: KeyId }),
        'AlreadyExistsException',
        'An alias with the name arn:aws:kms:us-west-2:111122223333:alias/x already exists',
      );
    });
    it('50 a key, listed for the account and for one key', async () => {
      const [a, b] = [await createStoreKey(world), await createStoreKey(world)];
      await world.kms('CreateAlias', { AliasName: 'alias/b', TargetKeyId: b.KeyId });
      for (let i = 0; i < 50; i += 1)
        await world.kms('CreateAlias', { AliasName: `alias/a${String(i)}`, TargetKeyId: a.KeyId });
      await refused(world.kms('CreateAlias', { AliasName: 'alias/c', TargetKeyId: a.KeyId }), 'LimitExceededException');
      const all = await world.kms('ListAliases', { Limit: 100 });
      expect(all.Aliases).to.have.length(51);
      const ofB = await world.kms('ListAliases', { KeyId: b.KeyId });
      expect(ofB.Aliases).to.have.length(1);
      expect(ofB.Aliases?.[0]).to.deep.include({
        AliasName: 'alias/b',
        AliasArn: 'arn:aws:kms:us-west-2:111122223333:alias/b',
        TargetKeyId: b.KeyId,
      });
    });
  });

  describe('paging', () => {
    it('gives every key once, whatever the page size and whatever is created in between', async () => {
      const all = await Promise.all(Array.from({ length: 25 }, () => createStoreKey(world)));
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 30 }), async (sizes) => {
          const seen: string[] = [];
          let Marker: string | undefined;
          for (let i = 0; ; i += 1) {
            const page = await world.kms('ListKeys', { Limit: sizes[i % sizes.length], ...(Marker && { Marker }) });
            seen.push(...(page.Keys ?? []).map(({ KeyId }) => KeyId ?? ''));
            if (i === 1) await createStoreKey(world);
            expect(page.Truncated).to.equal(page.NextMarker !== undefined);
            if (!page.Truncated) break;
            Marker = page.NextMarker;
          }
          expect(new Set(seen).size).to.equal(seen.length);
          for (const { KeyId } of all) expect(seen).to.include(KeyId);
        }),
        { numRuns: 8 },
      );
    });
    it('refuses markers that it did not make', async () => {
      for (const Marker of ['x', 'bm9uc2Vuc2U=', 'W10='])
        await refused(world.kms('ListKeys', { Marker }), 'InvalidMarkerException');
    });
    it('tags: 50 a page, and a replaced value is one tag', async () => {
      const { KeyId } = await createStoreKey(world);
      const tag = (i: number): { TagKey: string; TagValue: string } => ({ TagKey: `k${String(i)}`, TagValue: String(i) });
      await world.kms('TagResource', { KeyId, Tags: Array.from({ length: 50 }, (_, i) => tag(i)) });
      await world.kms('TagResource', { KeyId, Tags: [{ TagKey: 'k0', TagValue: 'new' }] });
      await refused(world.kms('TagResource', { KeyId, Tags: [tag(50)] }), 'TagException', 'Too many tags');
      const first = await world.kms('ListResourceTags', { KeyId, Limit: 20 });
      const rest = await world.kms('ListResourceTags', { KeyId, Marker: first.NextMarker ?? '' });
      expect([...(first.Tags ?? []), ...(rest.Tags ?? [])]).to.have.length(50);
      expect(first.Tags?.[0]).to.deep.equal({ TagKey: 'k0', TagValue: 'new' });
    });
  });
});
