import { expect } from 'chai';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { alice, arnOf, createKey, eventsOf, origins, type TestKey } from './kms-world.ts';

/** Key policies: facts 2.1, 2.2, 2.5 and research 6. */

const malformed = 'MalformedPolicyDocumentException';
const lockedOut = 'The new key policy will not allow you to update the key policy in the future.';
const root = 'arn:aws:iam::111122223333:root';
const bob = 'arn:aws:iam::111122223333:user/Bob';
const everything = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' };
type Json = Record<string, unknown>;
const policy = (...Statement: Json[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

/** The lockout check: may Alice put a policy again? `<key>` stands for the key's ARN. */
const decisions: readonly [what: string, statements: readonly Json[], mayPutAgain: boolean][] = [
  ['nothing is said', [], false],
  ['all to the account, by its root’s ARN', [everything], true],
  ['all to the account, by its number', [{ ...everything, Principal: { AWS: '111122223333' } }], true],
  ['all to everyone', [{ ...everything, Principal: '*' }], true],
  ['all to everyone in AWS', [{ ...everything, Principal: { AWS: '*' } }], true],
  ['all to the caller', [{ ...everything, Principal: { AWS: alice } }], true],
  ['all to the caller and another', [{ ...everything, Principal: { AWS: [bob, alice] } }], true],
  ['all to another user', [{ ...everything, Principal: { AWS: bob } }], false],
  ['all to another account', [{ ...everything, Principal: { AWS: 'arn:aws:iam::444455556666:root' } }], false],
  ['all to a service', [{ ...everything, Principal: { Service: 'ebs.amazonaws.com' } }], false],
  ['all to all but another', [{ ...everything, Principal: undefined, NotPrincipal: { AWS: bob } }], true],
  ['all to all but the caller', [{ ...everything, Principal: undefined, NotPrincipal: { AWS: alice } }], false],
  ['PutKeyPolicy by name', [{ ...everything, Action: 'kms:PutKeyPolicy' }], true],
  ['PutKeyPolicy in another case', [{ ...everything, Action: 'KMS:putkeypolicy' }], true],
  ['PutKeyPolicy by a pattern', [{ ...everything, Action: ['kms:Encrypt', 'kms:Put*'] }], true],
  ['PutKeyPolicy by single characters', [{ ...everything, Action: 'kms:PutKeyPolic?' }], true],
  ['any action of any service', [{ ...everything, Action: '*' }], true],
  ['other actions', [{ ...everything, Action: ['kms:Encrypt', 'kms:Get*'] }], false],
  ['all actions but others', [{ ...everything, Action: undefined, NotAction: 'kms:Encrypt' }], true],
  ['all actions but this', [{ ...everything, Action: undefined, NotAction: 'kms:Put*' }], false],
  ['this key by its ARN', [{ ...everything, Resource: '<key>' }], true],
  ['keys by a pattern', [{ ...everything, Resource: 'arn:aws:kms:*:111122223333:key/*' }], true],
  ['another key', [{ ...everything, Resource: 'arn:aws:kms:us-west-2:111122223333:key/another' }], false],
  ['all resources but another', [{ ...everything, Resource: undefined, NotResource: 'arn:aws:s3:::bucket' }], true],
  ['all resources but this', [{ ...everything, Resource: undefined, NotResource: '*' }], false],
  ['a statement without Resource has no effect', [{ ...everything, Resource: undefined }], false],
  ['a statement without Action has no effect', [{ ...everything, Action: undefined }], false],
  ['a Deny without Resource has no effect', [everything, { ...everything, Effect: 'Deny', Resource: undefined }], true],
  ['denied to everyone', [everything, { ...everything, Effect: 'Deny', Principal: '*', Action: 'kms:PutKeyPolicy' }], false],
  ['denied to everyone, said first', [{ ...everything, Effect: 'Deny', Principal: '*', Action: 'kms:Put*' }, everything], false],
  ['denied to the account', [everything, { ...everything, Effect: 'Deny', Action: 'kms:PutKeyPolicy' }], false],
  ['denied to the caller', [everything, { ...everything, Effect: 'Deny', Principal: { AWS: alice } }], false],
  ['denied to another', [everything, { ...everything, Effect: 'Deny', Principal: { AWS: bob } }], true],
  ['denied to all but the caller', [everything, { ...everything, Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: [alice, root] } }], true],
  ['denied to all but another', [everything, { ...everything, Effect: 'Deny', Principal: undefined, NotPrincipal: { AWS: bob } }], false],
  ['another action is denied', [everything, { ...everything, Effect: 'Deny', Action: 'kms:ScheduleKeyDeletion' }], true],
  ['all but another action is denied', [everything, { ...everything, Effect: 'Deny', Action: undefined, NotAction: 'kms:Encrypt' }], false],
  ['denied for another resource', [everything, { ...everything, Effect: 'Deny', Resource: 'arn:aws:s3:::bucket' }], true],
  ['denied under a condition', [everything, { ...everything, Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }], true],
  ['allowed under a condition', [{ ...everything, Condition: { StringEquals: { 'aws:PrincipalTag/team': 'keys' } } }], true],
];

/** What is no policy: [what, the document, error, text]; without a text AWS's is not public, and there is none. */
const invalidPrincipals = 'Policy contains a statement with one or more invalid principals.';
const invalidArn = 'An ARN in the specified key policy is invalid.';
const documents: readonly [what: string, text: string, error: string, message: string][] = [
  ['no JSON', 'not a real policy statement', malformed, ''],
  ['JSON that is no object', '[]', malformed, ''],
  ['no statements', '{"Version":"2012-10-17"}', malformed, ''],
  ['an unknown version', JSON.stringify({ Version: '2012-10-18', Statement: [everything] }), malformed, ''],
  ['an unknown element', JSON.stringify({ Statements: [], Statement: [everything] }), malformed, ''],
  ['a statement that is a text', '{"Statement":["Allow"]}', malformed, ''],
  ['an unknown element of a statement', policy({ ...everything, Actions: 'kms:*' }), malformed, ''],
  ['no Effect', policy({ ...everything, Effect: undefined }), malformed, ''],
  ['another Effect', policy({ ...everything, Effect: 'allow' }), malformed, ''],
  ['no principal', policy({ ...everything, Principal: undefined }), malformed, ''],
  ['principals that are an empty list', policy({ ...everything, Principal: { AWS: [] } }), malformed, ''],
  ['Principal and NotPrincipal', policy({ ...everything, NotPrincipal: { AWS: bob } }), malformed, ''],
  ['Action and NotAction', policy({ ...everything, NotAction: 'kms:Encrypt' }), malformed, ''],
  ['Resource and NotResource', policy({ ...everything, NotResource: 'a' }), malformed, ''],
  ['an action that is a number', policy({ ...everything, Action: [1] }), malformed, ''],
  ['a condition that is a text', policy({ ...everything, Condition: 'x' }), malformed, ''],
  ['a principal that is a text', policy({ ...everything, Principal: alice }), malformed, ''],
  ['a principal that is a name', policy(everything, { ...everything, Principal: { AWS: 'Alice' } }), malformed, invalidPrincipals],
  ['a principal that was deleted', policy(everything, { ...everything, Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' } }), malformed, invalidPrincipals],
  ['an account of 11 digits', policy(everything, { ...everything, Principal: { AWS: '11112222333' } }), malformed, invalidPrincipals],
  ['a principal of an unknown kind', policy(everything, { ...everything, Principal: { Aws: alice } }), malformed, invalidPrincipals],
  ['a service that is none', policy(everything, { ...everything, Principal: { Service: 'ebs' } }), malformed, invalidPrincipals],
  ['the ARN of a group', policy(everything, { ...everything, Principal: { AWS: 'arn:aws:iam::111122223333:group/Admins' } }), 'InvalidArnException', invalidArn],
  ['the ARN of a key', policy(everything, { ...everything, Principal: { AWS: arnOf('key/a') } }), 'InvalidArnException', invalidArn],
];

/** Principals that a policy may name, beside the account itself. */
const principals: readonly Json[] = [
  { AWS: '444455556666' },
  { AWS: ['arn:aws:iam::444455556666:root', 'arn:aws:iam::111122223333:role/path/ExampleRole'] },
  { AWS: 'arn:aws:sts::111122223333:assumed-role/ExampleRole/session' },
  { AWS: 'arn:aws:sts::111122223333:federated-user/ExampleUser' },
  { Service: ['ebs.amazonaws.com', 'logs.us-west-2.amazonaws.com'] },
  { Federated: 'cognito-identity.amazonaws.com' },
  { AWS: alice, Service: 'ebs.amazonaws.com' },
];

describe('key policies', () => {
  let world: TestWorld;
  let key: TestKey;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  afterEach(() => {
    world.close();
  });
  const put = (Policy: string, more: { BypassPolicyLockoutSafetyCheck?: boolean; PolicyName?: string } = {}): Promise<unknown> =>
    world.kms('PutKeyPolicy', { KeyId: key.KeyId, Policy, ...more });
  const get = async (): Promise<string | undefined> => (await world.kms('GetKeyPolicy', { KeyId: key.KeyId })).Policy;

  for (const Origin of origins)
    it(`${Origin}: the default is AWS’s, letter by letter, and what was put is answered so`, async () => {
      key = await createKey(world, Origin);
      expect(await get()).to.equal(
        '{\n  "Version" : "2012-10-17",\n  "Id" : "key-default-1",\n  "Statement" : [ {\n    "Sid" : "Enable IAM User Permissions",\n    "Effect" : "Allow",\n    "Principal" : {\n      "AWS" : "arn:aws:iam::111122223333:root"\n    },\n    "Action" : "kms:*",\n    "Resource" : "*"\n  } ]\n}',
      );
      const text = `${policy(everything).replace('{', '{\n\t ')}\r\n`;
      await put(text);
      expect(await world.kms('GetKeyPolicy', { KeyId: key.KeyId, PolicyName: 'default' })).to.deep.equal({
        Policy: text,
        PolicyName: 'default',
      });
    });

  describe('the lockout check', () => {
    for (const [what, statements, mayPutAgain] of decisions)
      it(`${what}: ${mayPutAgain ? 'put' : 'refused, unless it is bypassed'}`, async () => {
        const text = policy(...statements).replaceAll('<key>', key.Arn);
        if (mayPutAgain) await put(text);
        else {
          await refused(put(text), malformed, lockedOut);
          expect(await get()).to.include('Enable IAM User Permissions');
          await put(text, { BypassPolicyLockoutSafetyCheck: true });
        }
        expect(await get()).to.equal(text);
      });
    it('CreateKey checks the same', async () => {
      const denied = policy(everything, { ...everything, Effect: 'Deny', Principal: '*', Action: 'kms:PutKeyPolicy' });
      await refused(world.kms('CreateKey', { Policy: denied }), malformed, lockedOut);
      expect((await world.kms('ListKeys')).Keys).to.have.length(1);
      await world.kms('CreateKey', { Policy: denied, BypassPolicyLockoutSafetyCheck: true });
      await world.kms('CreateKey', { Policy: policy(everything) });
    });
  });

  describe('documents', () => {
    for (const [what, text, error, message] of documents)
      it(`${what}: ${error}, also where the lockout check is bypassed`, async () => {
        for (const BypassPolicyLockoutSafetyCheck of [false, true]) {
          await refused(put(text, { BypassPolicyLockoutSafetyCheck }), error, message);
          await refused(world.kms('CreateKey', { Policy: text, BypassPolicyLockoutSafetyCheck }), error, message);
        }
      });
    for (const Principal of principals)
      it(`may name ${JSON.stringify(Principal)}`, async () => {
        const text = policy(everything, { ...everything, Principal });
        await put(text);
        expect(await get()).to.equal(text);
      });
    it('one statement needs no list', () => put(JSON.stringify({ Statement: everything })));
    it('32 KB are put, a byte more is not', async () => {
      const fits = policy(everything).padEnd(32_768);
      await put(fits);
      expect(await get()).to.equal(fits);
      await refused(put(`${fits} `), 'LimitExceededException');
      // Bytes of UTF-8, not characters.
      await refused(put(policy({ ...everything, Sid: 'é'.repeat(16_384) })), 'LimitExceededException');
      await refused(world.kms('CreateKey', { Policy: `${fits} ` }), 'LimitExceededException');
    });
    it('characters outside of Latin-1 are refused by the pattern', async () => {
      const { message } = await refused(put(policy({ ...everything, Sid: '鍵' })), 'ValidationException');
      expect(message).to.match(/at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: \[\\u0009\\u000A\\u000D\\u0020-\\u00FF\]\+$/);
    });
  });

  it('the only policy name is default', async () => {
    const { KeyId } = key;
    expect(await world.kms('ListKeyPolicies', { KeyId })).to.deep.equal({ PolicyNames: ['default'], Truncated: false });
    await refused(world.kms('GetKeyPolicy', { KeyId, PolicyName: 'other' }), 'NotFoundException', 'No such policy exists');
    await refused(put(policy(everything), { PolicyName: 'other' }), 'UnsupportedOperationException');
    for (const call of [world.kms('GetKeyPolicy', { KeyId, PolicyName: 'de fault' }), put(policy(everything), { PolicyName: 'de fault' })])
      await refused(
        call,
        'ValidationException',
        "1 validation error detected: Value 'de fault' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+",
      );
  });

  it('events: the policy as it was put, and the defaults', async () => {
    const Policy = policy(everything);
    await put(Policy);
    await get();
    const [written] = await eventsOf(world, 'PutKeyPolicy');
    expect(written).to.deep.include({
      readOnly: false,
      requestParameters: { keyId: key.KeyId, policyName: 'default', policy: Policy, bypassPolicyLockoutSafetyCheck: false },
    });
    const [read] = await eventsOf(world, 'GetKeyPolicy');
    expect(read).to.deep.include({ readOnly: true, responseElements: null, requestParameters: { keyId: key.KeyId, policyName: 'default' } });
    await refused(put(policy()), malformed);
    expect((await eventsOf(world, 'PutKeyPolicy'))[0]).to.include({ errorCode: malformed, errorMessage: lockedOut });
  });
});
