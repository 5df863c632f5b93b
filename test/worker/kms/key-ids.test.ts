import { expect } from 'chai';
import type { KeySubject } from '../../../src/model/operation.ts';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { answerOf, anyKms, inputOf, operations } from './any-input.ts';
import { arnOf, bytes, createKey, place, unknownKeyId, type TestKey } from './kms-world.ts';

/**
 * Key id, key ARN, alias name, alias ARN: accepted exactly where the API Reference says so, and AWS's own error elsewhere
 * (facts 4). One table over the operation table.
 */

/** The members that take alias names and alias ARNs as well: the API Reference of each. */
const takeAliases = [
  'Decrypt.KeyId',
  'DeriveSharedSecret.KeyId',
  'DescribeKey.KeyId',
  'Encrypt.KeyId',
  'GenerateDataKey.KeyId',
  'GenerateDataKeyPair.KeyId',
  'GenerateDataKeyPairWithoutPlaintext.KeyId',
  'GenerateDataKeyWithoutPlaintext.KeyId',
  'GenerateMac.KeyId',
  'GetPublicKey.KeyId',
  'ReEncrypt.DestinationKeyId',
  'ReEncrypt.SourceKeyId',
  'Sign.KeyId',
  'Verify.KeyId',
  'VerifyMac.KeyId',
];
/** "The key ARN": RetireGrant only. */
const takeArns = ['RetireGrant.KeyId'];

type By = 'key' | 'target' | 'any' | 'arn';
interface Named {
  readonly operation: string;
  readonly subject: KeySubject & { readonly by: By };
}

const named: readonly Named[] = Object.entries(operations).flatMap(([operation, { keys }]) =>
  keys.flatMap((subject) => {
    const { by } = subject;
    return by === 'ciphertext' || by === 'grantToken' || by === 'alias' ? [] : [{ operation, subject: { ...subject, by } }];
  }),
);

const other = { ...place, account: '444455556666' };
const elsewhere = { ...place, region: 'eu-west-1' };
const unknownArn = arnOf(`key/${unknownKeyId}`);
const noKey = `Key '${unknownArn}' does not exist`;
const deniedText = (action: string): string =>
  `User: arn:aws:iam::111122223333:user/Alice is not authorized to perform: kms:${action} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;

/** What names no key: [what, the value, error, text]. `<action>` stands for the permission that is asked for. */
type Refusal = readonly [what: string, value: string, error: string, text?: string];
const never: readonly Refusal[] = [
  ['an ARN that no key has', unknownArn, 'NotFoundException', noKey],
  ['an ARN of a multi-Region key that no key has', arnOf(`key/mrk-${'0'.repeat(32)}`), 'NotFoundException', `Key '${arnOf(`key/mrk-${'0'.repeat(32)}`)}' does not exist`],
  ['an ARN of another Region', arnOf(`key/${unknownKeyId}`, elsewhere), 'NotFoundException', 'Invalid arn eu-west-1'],
  ['an ARN of another account', arnOf(`key/${unknownKeyId}`, other), 'AccessDeniedException', '<denied>'],
  ['an ARN without a resource type', arnOf(unknownKeyId), 'NotFoundException', `Invalid arn ${arnOf(unknownKeyId)}`],
  ['an ARN of another service', 'arn:aws:s3:::bucket', 'NotFoundException', 'Invalid arn arn:aws:s3:::bucket'],
  ['an ARN of another partition', `arn:aws-cn:kms:us-west-2:111122223333:key/${unknownKeyId}`, 'NotFoundException'],
  ['an ARN of no UUID', arnOf('key/fake-key-id'), 'NotFoundException', `Invalid keyId '${arnOf('key/fake-key-id')}'`],
  ['nothing', '', 'ValidationException', "1 validation error detected: Value '' at '<member>' failed to satisfy constraint: Member must have length greater than or equal to 1"],
  ['more than 2048 characters', 'a'.repeat(2049), 'ValidationException', `1 validation error detected: Value '${'a'.repeat(2049)}' at '<member>' failed to satisfy constraint: Member must have length less than or equal to 2048`],
];
const neverById: readonly Refusal[] = [
  ['an id that no key has', unknownKeyId, 'NotFoundException', noKey],
  ['an id that is no UUID', 'fake-key-id', 'NotFoundException', "Invalid keyId 'fake-key-id'"],
];
const noAlias = `Alias ${arnOf('alias/none')} is not found.`;
/** The alias `alias/mine` is there. */
const more: Readonly<Record<By, readonly Refusal[]>> = {
  any: [
    ...neverById,
    ['an alias that there is not', 'alias/none', 'NotFoundException', noAlias],
    ['an alias ARN that there is not', arnOf('alias/none'), 'NotFoundException', noAlias],
    ['an alias ARN of another Region', arnOf('alias/mine', elsewhere), 'NotFoundException', 'Invalid arn eu-west-1'],
    ['an alias ARN of another account', arnOf('alias/mine', other), 'AccessDeniedException', '<denied>'],
  ],
  key: [
    ...neverById,
    ['an alias', 'alias/mine', 'NotFoundException'],
    ['an alias ARN', arnOf('alias/mine'), 'NotFoundException'],
  ],
  target: [
    ...neverById,
    ['an alias', 'alias/mine', 'ValidationException', 'Aliases must refer to keys. Not aliases'],
    ['an alias ARN', arnOf('alias/mine'), 'ValidationException', 'Aliases must refer to keys. Not aliases'],
  ],
  arn: [
    ['a key id', unknownKeyId, 'InvalidArnException'],
    ['an alias', 'alias/mine', 'InvalidArnException'],
    ['an alias ARN', arnOf('alias/mine'), 'NotFoundException'],
  ],
};

describe('what names a KMS key', () => {
  let world: TestWorld;
  let mine: Uint8Array | undefined;
  before(async () => {
    world = await openTestWorld({ scenario: 'empty' });
    const { KeyId } = await createKey(world);
    await world.kms('CreateAlias', { AliasName: 'alias/mine', TargetKeyId: KeyId });
    mine = (await world.kms('Encrypt', { KeyId, Plaintext: bytes('x') })).CiphertextBlob;
  });
  after(() => {
    world.close();
  });

  it('aliases are accepted where the API Reference says so, and there only', () => {
    const taking = (by: By): string[] =>
      named.filter(({ subject }) => subject.by === by).map(({ operation, subject }) => `${operation}.${subject.member}`).sort();
    expect(taking('any')).to.deep.equal(takeAliases);
    expect(taking('arn')).to.deep.equal(takeArns);
    expect(taking('target')).to.deep.equal(['CreateAlias.TargetKeyId', 'UpdateAlias.TargetKeyId']);
  });
  it('every KeyId member is in the table', () => {
    const members = Object.entries(operations).flatMap(([operation, { input }]) =>
      Object.keys(input).filter((member) => /^(|Target|Source|Destination)KeyId$/.test(member)).map((member) => `${operation}.${member}`),
    );
    expect(named.map(({ operation, subject }) => `${operation}.${subject.member}`)).to.have.members(members);
  });

  /** A request that is about a new key of its own, which has an alias. */
  async function request({ operation }: Named, form: (key: TestKey, alias: string) => Record<string, string>): Promise<string> {
    const key = await createKey(world);
    const alias = `alias/${key.KeyId}`;
    await world.kms('CreateAlias', { AliasName: alias, TargetKeyId: key.KeyId });
    await world.kms('CreateAlias', { AliasName: 'alias/given', TargetKeyId: key.KeyId });
    if (operation === 'CreateAlias') await world.kms('DeleteAlias', { AliasName: 'alias/given' });
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('x') });
    const input = { ...inputOf(operation, key, CiphertextBlob), ...form(key, alias) };
    const answer = await answerOf(anyKms(world)(operation, input), key);
    if (operation !== 'DeleteAlias') await world.kms('DeleteAlias', { AliasName: 'alias/given' });
    return answer;
  }

  for (const each of named) {
    const { operation, subject } = each;
    const { by, member } = subject;
    describe(`${operation}.${member} (${by})`, () => {
      const forms: Record<string, (key: TestKey, alias: string) => string> = {
        ...(by !== 'arn' && { 'a key id': ({ KeyId }: TestKey) => KeyId }),
        ...(by === 'any' && { 'an alias name': (_: TestKey, alias: string) => alias, 'an alias ARN': (_: TestKey, alias: string) => arnOf(alias) }),
      };
      for (const [what, form] of Object.entries(forms))
        it(`${what} is as good as a key ARN`, async () => {
          const byArn = await request(each, ({ Arn }) => ({ [member]: Arn }));
          expect(await request(each, (key, alias) => ({ [member]: form(key, alias) }))).to.equal(byArn);
          expect(byArn).not.to.match(/^(NotFoundException: (Invalid|Key|Alias)|ValidationException)/);
        });
      it('what names no key has AWS’s own error', async () => {
        for (const [, value, error, text] of [...never, ...more[by]]) {
          const key = { KeyId: unknownKeyId, Arn: unknownArn };
          const input = { ...inputOf(operation, key, mine), AliasName: 'alias/mine', [member]: value };
          const expected = text
            ?.replace('<denied>', deniedText(subject.action ?? operation))
            .replace('<member>', member.charAt(0).toLowerCase() + member.slice(1));
          // RetireGrant: what is no ARN at all is refused as such.
          const as = by === 'arn' && error === 'NotFoundException' && !value.startsWith('arn:') ? 'InvalidArnException' : error;
          await refused(anyKms(world)(operation, input), as, expected);
        }
      });
    });
  }
});
