import { expect } from 'chai';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { anyKms, inputOf, operations } from './any-input.ts';
import { alice, bytes, createKey, eventsOf, unknownKeyId, type TestKey } from './kms-world.ts';

/**
 * DryRun of every operation that has it: what is wrong is said first, and only what is wholly right is answered
 * DryRunOperationException (facts 4). By the operation table, so that a new operation is here by itself.
 */

const text = 'The request would have succeeded, but the DryRun option is set.';
const dry = Object.entries(operations).filter(([, { input }]) => 'DryRun' in input).map(([name]) => name);
/** What a symmetric encryption key cannot do, DryRun or not. */
const refusedAnyway = ['DeriveSharedSecret', 'GenerateMac', 'Sign', 'Verify', 'VerifyMac'];
const possible = dry.filter((name) => !refusedAnyway.includes(name));
const grants = ['RetireGrant', 'RevokeGrant'];
const cryptographic = possible.filter((name) => !grants.includes(name) && name !== 'CreateGrant');

describe('DryRun', () => {
  let world: TestWorld;
  let key: TestKey;
  let ciphertext: Uint8Array;
  let GrantId: string;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
    ciphertext = (await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('x') })).CiphertextBlob ?? bytes('');
    GrantId = (await world.kms('CreateGrant', { KeyId: key.KeyId, GranteePrincipal: alice, Operations: ['Decrypt'] })).GrantId ?? '';
  });
  afterEach(() => {
    world.close();
  });
  const call = (name: string, more: Record<string, unknown> = {}): Promise<unknown> => {
    const given = inputOf(name, key, ciphertext);
    return anyKms(world)(name, { ...given, ...('GrantId' in given && { GrantId }), DryRun: true, ...more });
  };

  it('is known to the operations that AWS says', () => {
    expect(dry.sort()).to.deep.equal([
      'CreateGrant',
      'Decrypt',
      'DeriveSharedSecret',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'ReEncrypt',
      'RetireGrant',
      'RevokeGrant',
      'Sign',
      'Verify',
      'VerifyMac',
    ]);
  });

  for (const name of possible)
    describe(name, () => {
      it('says that it would have succeeded, and does nothing', async () => {
        const { status } = await refused(call(name), 'DryRunOperationException', text);
        expect(status).to.equal(400);
        expect((await world.kms('ListGrants', { KeyId: key.KeyId })).Grants).to.have.length(1);
        expect((await eventsOf(world, name))[0]).to.include({ errorCode: 'DryRunOperationException', errorMessage: text });
        expect((await world.kms('GetKeyLastUsage', { KeyId: key.KeyId })).KeyLastUsage?.Operation).to.equal('Encrypt');
      });
      it('false is as if it were not there', async () => {
        await call(name, { DryRun: false });
      });
      it('a key that there is not comes first', () => {
        const member = ['KeyId', 'DestinationKeyId'].find((each) => each in inputOf(name, key)) ?? 'KeyId';
        return refused(call(name, { [member]: key.Arn.replace(key.KeyId, unknownKeyId) }), 'NotFoundException');
      });
    });
  for (const name of [...cryptographic, 'CreateGrant'])
    it(`${name}: the key’s state comes first`, async () => {
      await world.kms('DisableKey', { KeyId: key.KeyId });
      await refused(call(name), 'DisabledException', `${key.Arn} is disabled.`);
      await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId });
      await refused(call(name), 'KMSInvalidStateException', `${key.Arn} is pending deletion.`);
    });
  for (const name of refusedAnyway)
    it(`${name}: the usage comes first`, () => refused(call(name), 'InvalidKeyUsageException'));
  for (const name of grants)
    it(`${name}: a grant that there is not comes first`, () => refused(call(name, { GrantId: 'f'.repeat(64) }), 'NotFoundException'));
  it('CreateGrant: parameters that do not fit come first', () =>
    refused(
      call('CreateGrant', { Operations: ['CreateGrant'] }),
      'ValidationException',
      'Grants must not contain only the CreateGrant operation.',
    ));
  it('the ciphertext and its context come first', async () => {
    for (const [name, context] of [['Decrypt', 'EncryptionContext'], ['ReEncrypt', 'SourceEncryptionContext']] as const) {
      await refused(call(name, { [context]: { a: '1' } }), 'InvalidCiphertextException', '');
      await refused(call(name, { CiphertextBlob: bytes('nothing') }), 'InvalidCiphertextException', '');
    }
  });

  describe('with the modifier IGNORE_CIPHERTEXT', () => {
    const DryRunModifiers = ['IGNORE_CIPHERTEXT'];
    for (const [name, member, more] of [['Decrypt', 'KeyId', {}], ['ReEncrypt', 'SourceKeyId', {}]] as const) {
      it(`${name} needs no ciphertext, and looks at none`, async () => {
        for (const CiphertextBlob of [undefined, bytes('nothing'), ciphertext])
          await refused(call(name, { ...more, DryRunModifiers, CiphertextBlob, [member]: key.KeyId }), 'DryRunOperationException', text);
        // Without a key the ciphertext says which.
        await refused(call(name, { DryRunModifiers, [member]: undefined }), 'DryRunOperationException', text);
        await refused(call(name, { DryRunModifiers, CiphertextBlob: undefined, [member]: undefined }), 'ValidationException');
      });
      it(`${name} looks at the key`, async () => {
        const input = { DryRunModifiers, CiphertextBlob: undefined, [member]: key.KeyId };
        await refused(call(name, { ...input, [member]: unknownKeyId }), 'NotFoundException');
        await world.kms('DisableKey', { KeyId: key.KeyId });
        await refused(call(name, input), 'DisabledException');
      });
      it(`${name} needs a ciphertext where it is no dry run`, () =>
        refused(
          call(name, { DryRun: false, DryRunModifiers, CiphertextBlob: undefined, [member]: key.KeyId }),
          'ValidationException',
          "1 validation error detected: Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null",
        ));
    }
    it('another modifier is refused', () =>
      refused(
        call('Decrypt', { DryRunModifiers: ['IGNORE_KEY'] }),
        'ValidationException',
        "1 validation error detected: Value 'IGNORE_KEY' at 'dryRunModifiers.1.member' failed to satisfy constraint: Member must satisfy enum value set: [IGNORE_CIPHERTEXT]",
      ));
  });
});
