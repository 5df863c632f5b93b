import { expect } from 'chai';
import { authorization, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { anyKms, inputOf } from './any-input.ts';
import { alice, arnOf, bytes, createKey, eventsOf, hour, origins, resourcesOf, unknownKeyId, type TestKey } from './kms-world.ts';

/** Encrypt, Decrypt, ReEncrypt: limits, errors, answers and events (facts 4, 7, 8.4; research 7, 11). */

describe('cryptography with keys of both origins', () => {
  const validation = (text: string): string => `1 validation error detected: ${text}`;
  const max = (at: string, limit: number): string =>
    validation(`Value at '${at}' failed to satisfy constraint: Member must have length less than or equal to ${String(limit)}`);
  const min = (at: string): string =>
    validation(`Value at '${at}' failed to satisfy constraint: Member must have length greater than or equal to 1`);
  const algorithms = '[SYMMETRIC_DEFAULT, RSAES_OAEP_SHA_1, RSAES_OAEP_SHA_256, SM2PKE]';
  const wrongKey = 'The key ID in the request does not identify a CMK that can perform this operation.';
  const elsewhere = (action: string): string =>
    `User: arn:aws:iam::111122223333:user/Alice is not authorized to perform: kms:${action} on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`;

  for (const Origin of origins)
    describe(Origin, () => {
      let world: TestWorld;
      let key: TestKey;
      let blob: Uint8Array;
      let materialId: string | undefined;
      beforeEach(async () => {
        world = await openTestWorld();
        key = await createKey(world, Origin);
        blob = (await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('secret') })).CiphertextBlob ?? bytes('');
        materialId = (await world.kms('DescribeKey', { KeyId: key.KeyId })).KeyMetadata?.CurrentKeyMaterialId;
      });
      afterEach(() => {
        world.close();
      });
      /** Members whose value is undefined are not there at all. */
      const known = (members: Record<string, unknown>): Record<string, unknown> =>
        Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));

      it('answers have AWS’s members and no others', async () => {
        const encrypted = await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('secret') });
        const { CiphertextBlob } = encrypted;
        expect(encrypted).to.deep.equal({ CiphertextBlob, KeyId: key.Arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
        expect(await world.kms('Decrypt', { CiphertextBlob })).to.deep.equal(
          known({ KeyId: key.Arn, Plaintext: bytes('secret'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT', KeyMaterialId: materialId }),
        );
        for (const other of origins) {
          const destination = await createKey(world, other);
          const again = await world.kms('ReEncrypt', { CiphertextBlob, DestinationKeyId: destination.KeyId });
          const target = (await world.kms('DescribeKey', { KeyId: destination.KeyId })).KeyMetadata;
          expect(again).to.deep.equal(
            known({
              CiphertextBlob: again.CiphertextBlob,
              SourceKeyId: key.Arn,
              KeyId: destination.Arn,
              SourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
              DestinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
              SourceKeyMaterialId: materialId,
              DestinationKeyMaterialId: target?.CurrentKeyMaterialId,
            }),
          );
          expect((await world.kms('Decrypt', { CiphertextBlob: again.CiphertextBlob, KeyId: destination.Arn })).Plaintext).to.deep.equal(bytes('secret'));
          await refused(world.kms('Decrypt', { CiphertextBlob: again.CiphertextBlob, KeyId: key.Arn }), 'IncorrectKeyException', wrongKey);
        }
      });

      /** [operation, members, error, text] of requests with one thing wrong. */
      const refusals: readonly [string, Record<string, unknown>, string, string?][] = [
        ['Encrypt', { Plaintext: new Uint8Array(4097) }, 'ValidationException', max('plaintext', 4096)],
        ['Encrypt', { Plaintext: new Uint8Array() }, 'ValidationException', min('plaintext')],
        ['Encrypt', { Plaintext: undefined }, 'ValidationException', validation("Value null at 'plaintext' failed to satisfy constraint: Member must not be null")],
        ['Encrypt', { EncryptionAlgorithm: 'RSAES_OAEP_SHA_256' }, 'InvalidKeyUsageException'],
        ['Encrypt', { EncryptionAlgorithm: 'AES' }, 'ValidationException', validation(`Value 'AES' at 'encryptionAlgorithm' failed to satisfy constraint: Member must satisfy enum value set: ${algorithms}`)],
        ['Encrypt', { GrantTokens: ['no token'] }, 'InvalidGrantTokenException'],
        ['Encrypt', { GrantTokens: Array.from({ length: 11 }, () => 'a') }, 'ValidationException', validation("Value at 'grantTokens' failed to satisfy constraint: Member must have length less than or equal to 10")],
        ['Decrypt', { CiphertextBlob: new Uint8Array(6145) }, 'ValidationException', max('ciphertextBlob', 6144)],
        ['Decrypt', { CiphertextBlob: new Uint8Array() }, 'ValidationException', min('ciphertextBlob')],
        ['Decrypt', { CiphertextBlob: undefined }, 'ValidationException', validation("Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null")],
        ['Decrypt', { CiphertextBlob: new Uint8Array(6144) }, 'InvalidCiphertextException', ''],
        ['Decrypt', { EncryptionAlgorithm: 'RSAES_OAEP_SHA_1' }, 'InvalidKeyUsageException'],
        ['Decrypt', { EncryptionContext: { a: '1' } }, 'InvalidCiphertextException', ''],
        ['Decrypt', { EncryptionContext: { '': '' } }, 'InvalidCiphertextException', ''],
        ['Decrypt', { Recipient: {} }, 'UnsupportedOperationException', 'GlassHSM does not simulate attested recipients (Nitro Enclaves). AWS KMS does.'],
        ['ReEncrypt', { CiphertextBlob: new Uint8Array(6145) }, 'ValidationException', max('ciphertextBlob', 6144)],
        ['ReEncrypt', { CiphertextBlob: undefined }, 'ValidationException', validation("Value null at 'ciphertextBlob' failed to satisfy constraint: Member must not be null")],
        ['ReEncrypt', { SourceEncryptionContext: { a: '1' } }, 'InvalidCiphertextException', ''],
        ['ReEncrypt', { SourceEncryptionAlgorithm: 'SM2PKE' }, 'InvalidKeyUsageException'],
        ['ReEncrypt', { DestinationEncryptionAlgorithm: 'SM2PKE' }, 'InvalidKeyUsageException'],
        ['ReEncrypt', { DestinationKeyId: undefined }, 'ValidationException', validation("Value null at 'destinationKeyId' failed to satisfy constraint: Member must not be null")],
      ];
      for (const [name, change, error, text] of refusals)
        it(`${name} with ${JSON.stringify(change, (_, value: unknown) => (value instanceof Uint8Array ? `${String(value.length)} bytes` : value ?? 'nothing')).slice(0, 80)}: ${error}`, async () => {
          await refused(anyKms(world)(name, { ...inputOf(name, key, blob), ...change }), error, text);
        });

      it('up to 6144 bytes of ciphertext, ten grant tokens and an empty context', async () => {
        const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: new Uint8Array(4096), EncryptionContext: {} });
        expect(CiphertextBlob?.length).to.be.within(4096 + 16, 6144);
        const { GrantToken = '' } = await world.kms('CreateGrant', { KeyId: key.KeyId, GranteePrincipal: alice, Operations: ['Decrypt'] });
        const GrantTokens = Array.from({ length: 10 }, () => GrantToken);
        expect((await world.kms('Decrypt', { CiphertextBlob, GrantTokens })).Plaintext).to.have.length(4096);
        const all = JSON.stringify((await world.cloudtrail('LookupEvents')).Events);
        expect(all).not.to.include(GrantToken);
      });
      it('names and values of a context are the caller’s: case, spaces and all', async () => {
        const EncryptionContext = { __proto__x: 'a', constructor: 'b', ' ': '', ' Key': 'é鍵' };
        const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('x'), EncryptionContext });
        await world.kms('Decrypt', { CiphertextBlob, EncryptionContext });
        await refused(world.kms('Decrypt', { CiphertextBlob, EncryptionContext: { ...EncryptionContext, constructor: 'B' } }), 'InvalidCiphertextException', '');
        // The pairs, not their texts one after the other.
        const pairs = (await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('x'), EncryptionContext: { a: 'bc' } })).CiphertextBlob;
        await refused(world.kms('Decrypt', { CiphertextBlob: pairs, EncryptionContext: { ab: 'c' } }), 'InvalidCiphertextException', '');
      });

      it('a key that is named must be the blob’s, wherever the blob is from', async () => {
        const other = await createKey(world);
        const ireland = world.at({ region: 'eu-west-1' });
        const irish = await createKey(ireland);
        const foreign = (await ireland.kms('Encrypt', { KeyId: irish.KeyId, Plaintext: bytes('x') })).CiphertextBlob;
        for (const [CiphertextBlob, KeyId] of [[blob, other.KeyId], [foreign, key.KeyId]] as const) {
          await refused(world.kms('Decrypt', { CiphertextBlob, KeyId }), 'IncorrectKeyException', wrongKey);
          await refused(world.kms('ReEncrypt', { CiphertextBlob, SourceKeyId: KeyId, DestinationKeyId: key.KeyId }), 'IncorrectKeyException', wrongKey);
        }
        await refused(world.kms('Decrypt', { CiphertextBlob: foreign }), 'AccessDeniedException', elsewhere('Decrypt'));
        await refused(world.kms('ReEncrypt', { CiphertextBlob: foreign, DestinationKeyId: key.KeyId }), 'AccessDeniedException', elsewhere('ReEncryptFrom'));
        await world.kms('Decrypt', { CiphertextBlob: blob, KeyId: key.Arn });
      });
      it('what a key that was deleted had encrypted is lost', async () => {
        await world.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 7 });
        await refused(world.kms('Decrypt', { CiphertextBlob: blob }), 'KMSInvalidStateException', `${key.Arn} is pending deletion.`);
        await world.control.advance({ ms: 7 * 24 * hour });
        await refused(world.kms('Decrypt', { CiphertextBlob: blob }), 'AccessDeniedException', elsewhere('Decrypt'));
        await refused(world.kms('Decrypt', { CiphertextBlob: blob, KeyId: key.KeyId }), 'NotFoundException');
        const other = await createKey(world, Origin);
        await refused(world.kms('Decrypt', { CiphertextBlob: blob, KeyId: other.KeyId }), 'IncorrectKeyException', wrongKey);
      });
      it('both keys of ReEncrypt must be usable', async () => {
        const other = await createKey(world, Origin);
        const again = (): Promise<unknown> => world.kms('ReEncrypt', { CiphertextBlob: blob, DestinationKeyId: other.KeyId });
        for (const off of [key, other]) {
          await world.kms('DisableKey', { KeyId: off.KeyId });
          await refused(again(), 'DisabledException', `${off.Arn} is disabled.`);
          await world.kms('EnableKey', { KeyId: off.KeyId });
        }
        await again();
      });
      it('ReEncrypt may change the context alone', async () => {
        const [a, b] = [{ a: '1' }, { b: '2' }];
        const first = (await world.kms('Encrypt', { KeyId: key.KeyId, Plaintext: bytes('x'), EncryptionContext: a })).CiphertextBlob;
        const { CiphertextBlob } = await world.kms('ReEncrypt', { CiphertextBlob: first, SourceEncryptionContext: a, DestinationKeyId: key.KeyId, DestinationEncryptionContext: b });
        await world.kms('Decrypt', { CiphertextBlob, EncryptionContext: b });
        await refused(world.kms('Decrypt', { CiphertextBlob, EncryptionContext: a }), 'InvalidCiphertextException', '');
        expect(resourcesOf((await eventsOf(world, 'ReEncrypt'))[0])).to.deep.equal([key.Arn]);
      });

      it('a plaintext that is not base64 is repeated to the caller alone, not to CloudTrail', async () => {
        const secret = 'my secret password!';
        const headers = { 'x-amz-target': 'TrentService.Encrypt', 'content-type': 'application/x-amz-json-1.1', authorization: authorization('111122223333', 'us-west-2', 'kms') };
        const { body, status } = await world.send({ headers, body: JSON.stringify({ KeyId: key.Arn, Plaintext: secret }) });
        expect([status, body]).to.deep.equal([400, JSON.stringify({ __type: 'SerializationException', Message: (JSON.parse(body) as { Message: string }).Message })]);
        expect(body).to.contain(secret);
        const [record] = await eventsOf(world, 'Encrypt');
        expect(record?.['errorCode']).to.equal('SerializationException');
        expect(JSON.stringify(record)).not.to.contain(secret);
      });

      it('a named key that is not there is told before a blob that is none', async () => {
        const blob = { CiphertextBlob: bytes('garbage') };
        await refused(world.kms('Decrypt', { KeyId: unknownKeyId, ...blob }), 'NotFoundException', `Key '${arnOf(`key/${unknownKeyId}`)}' does not exist`);
        await refused(world.kms('Decrypt', { KeyId: key.KeyId, ...blob }), 'InvalidCiphertextException', '');
        expect(resourcesOf((await eventsOf(world, 'Decrypt'))[0])).to.deep.equal([key.Arn]);
      });

      it('events have neither plaintext nor ciphertext, and say which material', async () => {
        const other = await createKey(world);
        const EncryptionContext = { Purpose: 'test' };
        const Plaintext = bytes('a very secret plaintext');
        const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: key.Arn, Plaintext, EncryptionContext });
        const again = (await world.kms('ReEncrypt', { CiphertextBlob, SourceEncryptionContext: EncryptionContext, DestinationKeyId: other.KeyId })).CiphertextBlob;
        await world.kms('Decrypt', { CiphertextBlob, EncryptionContext });
        const expected: readonly [string, unknown, readonly string[]][] = [
          ['Encrypt', { keyId: key.Arn, encryptionContext: EncryptionContext, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }, [key.Arn]],
          ['Decrypt', { encryptionContext: EncryptionContext, encryptionAlgorithm: 'SYMMETRIC_DEFAULT' }, [key.Arn]],
          ['ReEncrypt', { sourceEncryptionContext: EncryptionContext, destinationKeyId: other.KeyId, sourceEncryptionAlgorithm: 'SYMMETRIC_DEFAULT', destinationEncryptionAlgorithm: 'SYMMETRIC_DEFAULT' }, [key.Arn, other.Arn]],
        ];
        for (const [name, requestParameters, arns] of expected) {
          const [record] = await eventsOf(world, name);
          expect(record, name).to.deep.include({ readOnly: true, requestParameters, responseElements: null });
          expect(resourcesOf(record), name).to.deep.equal(arns);
          if (name !== 'ReEncrypt')
            expect(record?.['additionalEventData'], name).to.include(Origin === 'AWS_KMS' ? { keyMaterialId: materialId } : { customKeyStoreId: documentStore });
        }
        const all = JSON.stringify((await world.cloudtrail('LookupEvents')).Events);
        for (const secret of [Plaintext, CiphertextBlob, again]) expect(all).not.to.include(secret?.toBase64() ?? '?');
        await refused(world.kms('Decrypt', { CiphertextBlob, KeyId: other.KeyId }), 'IncorrectKeyException');
        const [failed] = await eventsOf(world, 'Decrypt');
        expect(failed).to.include({ errorCode: 'IncorrectKeyException', errorMessage: wrongKey });
        // AWS's sample of this error still names the key.
        expect(resourcesOf(failed)).to.deep.equal([other.Arn]);
      });
    });
});
