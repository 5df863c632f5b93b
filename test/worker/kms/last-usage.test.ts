import { expect } from 'chai';
import { createStoreKey, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { inconsistencies } from '../consistency.ts';

const Plaintext = new Uint8Array([1, 2, 3]);

/** What GetKeyLastUsage notes, for keys of both origins. */
type Use = (world: TestWorld, KeyId: string, CiphertextBlob: Uint8Array) => Promise<unknown>;
const uses: Readonly<Record<string, Use>> = {
  Encrypt: (world, KeyId) => world.kms('Encrypt', { KeyId, Plaintext }),
  Decrypt: (world, _KeyId, CiphertextBlob) => world.kms('Decrypt', { CiphertextBlob }),
  GenerateDataKey: (world, KeyId) => world.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_128' }),
  GenerateDataKeyWithoutPlaintext: (world, KeyId) => world.kms('GenerateDataKeyWithoutPlaintext', { KeyId, NumberOfBytes: 9 }),
  ReEncrypt: (world, KeyId, CiphertextBlob) => world.kms('ReEncrypt', { CiphertextBlob, DestinationKeyId: KeyId }),
};
/** What is no successful cryptographic operation. */
const others: Readonly<Record<string, Use>> = {
  DescribeKey: (world, KeyId) => world.kms('DescribeKey', { KeyId }),
  'a dry run': (world, KeyId) => refused(world.kms('Encrypt', { KeyId, Plaintext, DryRun: true }), 'DryRunOperationException'),
  'a dry run of Decrypt': (world, _KeyId, CiphertextBlob) => refused(world.kms('Decrypt', { CiphertextBlob, DryRun: true }), 'DryRunOperationException'),
  'a wrong encryption context': (world, _KeyId, CiphertextBlob) =>
    refused(world.kms('Decrypt', { CiphertextBlob, EncryptionContext: { a: 'b' } }), 'InvalidCiphertextException'),
  'a data key of no length': (world, KeyId) => refused(world.kms('GenerateDataKey', { KeyId }), 'ValidationException'),
  'a signature': (world, KeyId) => refused(world.kms('Sign', { KeyId, Message: Plaintext, SigningAlgorithm: 'ECDSA_SHA_256' }), 'InvalidKeyUsageException'),
  'use while disabled': async (world, KeyId) => {
    await world.kms('DisableKey', { KeyId });
    await refused(world.kms('Encrypt', { KeyId, Plaintext }), 'DisabledException');
    await world.kms('EnableKey', { KeyId });
  },
};

describe('GetKeyLastUsage', () => {
  let world: TestWorld;
  before(async () => {
    world = await openTestWorld();
  });
  after(async () => {
    expect(await inconsistencies(world.database)).to.deep.equal([]);
    world.close();
  });
  const lastUsage = (KeyId: string): ReturnType<typeof world.kms<'GetKeyLastUsage'>> => world.kms('GetKeyLastUsage', { KeyId });

  for (const Origin of ['AWS_CLOUDHSM', 'AWS_KMS'] as const)
    describe(Origin, () => {
      let KeyId: string;
      let Arn: string;
      let created: Date | undefined;
      beforeEach(async () => {
        const { KeyMetadata } = await world.kms('CreateKey', { Origin, ...(Origin === 'AWS_CLOUDHSM' && { CustomKeyStoreId: documentStore }) });
        [KeyId, Arn, created] = [KeyMetadata?.KeyId ?? '', KeyMetadata?.Arn ?? '', KeyMetadata?.CreationDate];
      });

      it('never used: nothing, tracked since the key was made', async () => {
        const expected = { KeyId: Arn, KeyLastUsage: {}, TrackingStartDate: created, KeyCreationDate: created };
        expect(await lastUsage(KeyId)).to.deep.equal(expected);
        expect(await lastUsage(Arn)).to.deep.equal(expected);
      });

      for (const [operation, use] of Object.entries(uses))
        it(`${operation}: names the event that LookupEvents finds`, async () => {
          const { CiphertextBlob = new Uint8Array() } = await world.kms('Encrypt', { KeyId, Plaintext });
          const before = (await lastUsage(KeyId)).KeyLastUsage;
          await world.control.advance({ ms: 60_000 });
          const { now } = await world.control.clock(undefined);
          await use(world, KeyId, CiphertextBlob);
          const { KeyLastUsage: usage = {}, ...rest } = await lastUsage(KeyId);
          expect(rest).to.deep.equal({ KeyId: Arn, TrackingStartDate: created, KeyCreationDate: created });
          expect(usage).to.have.all.keys('Operation', 'Timestamp', 'CloudTrailEventId', 'KmsRequestId');
          expect(usage.Operation).to.equal(operation);
          expect((usage.Timestamp?.getTime() ?? 0) - now).to.be.within(0, 10_000);
          expect(usage.CloudTrailEventId).not.to.equal(before?.CloudTrailEventId);
          const { Events = [] } = await world.cloudtrail('LookupEvents', { LookupAttributes: [{ AttributeKey: 'EventId', AttributeValue: usage.CloudTrailEventId }] });
          expect(Events).to.have.length(1);
          expect(Events[0]?.EventName).to.equal(operation);
          const record = JSON.parse(Events[0]?.CloudTrailEvent ?? '{}') as { requestID: string; resources: { ARN: string }[] };
          expect(record.requestID).to.equal(usage.KmsRequestId);
          expect(record.resources[0]?.ARN).to.equal(Arn);
        });

      for (const [what, use] of Object.entries(others))
        it(`${what} does not count`, async () => {
          const { CiphertextBlob = new Uint8Array() } = await world.kms('Encrypt', { KeyId, Plaintext });
          const before = await lastUsage(KeyId);
          await use(world, KeyId, CiphertextBlob);
          expect(await lastUsage(KeyId)).to.deep.equal(before);
        });
    });

  it('ReEncrypt is a use of both keys, under one event', async () => {
    const [source, destination] = [await createStoreKey(world), await createStoreKey(world)];
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: source.KeyId, Plaintext });
    await world.kms('ReEncrypt', { CiphertextBlob, DestinationKeyId: destination.KeyId });
    const [one, other] = [(await lastUsage(source.KeyId)).KeyLastUsage, (await lastUsage(destination.KeyId)).KeyLastUsage];
    expect(one?.Operation).to.equal('ReEncrypt');
    expect(one).to.deep.equal(other);
  });

  it('takes no alias', async () => {
    const { KeyId } = await createStoreKey(world);
    await world.kms('CreateAlias', { AliasName: 'alias/used', TargetKeyId: KeyId });
    await refused(lastUsage('alias/used'), 'NotFoundException');
  });

  it('of two tabs the later use counts, whichever is written first', async () => {
    const other = await openTestWorld({ database: world.database });
    const { KeyId } = await createStoreKey(world);
    await world.kms('Encrypt', { KeyId, Plaintext });
    // Not in the same millisecond.
    await other.control.advance({ ms: 1000 });
    await other.kms('GenerateDataKey', { KeyId, KeySpec: 'AES_256' });
    // The other tab writes first, what this one did before follows.
    await other.kms('GetKeyLastUsage', { KeyId });
    await lastUsage(KeyId);
    expect((await lastUsage(KeyId)).KeyLastUsage?.Operation).to.equal('GenerateDataKey');
    other.close();
  });
});
