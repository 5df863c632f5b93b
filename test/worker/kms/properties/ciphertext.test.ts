import { expect } from 'chai';
import fc from '../../../fast-check.ts';
import { documentStore, openTestWorld, refused, type TestWorld } from '../../world.ts';
import { holds } from './settings.ts';

type Context = Record<string, string> | undefined;
type Bytes = Uint8Array<ArrayBuffer>;

const days = (n: number): number => n * 24 * 60 * 60_000;

/** Encryption contexts, also with names that are something else to JavaScript. */
const context: fc.Arbitrary<Context> = fc.oneof(
  fc.constant(undefined),
  fc.dictionary(fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom('__proto__', '1', 'a', 'é')), fc.string({ maxLength: 8 }), { maxKeys: 4 }),
);
const plaintext: fc.Arbitrary<Bytes> = fc
  .oneof({ weight: 9, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 48 }) }, { weight: 1, arbitrary: fc.constant(new Uint8Array(4096)) })
  .map((bytes) => new Uint8Array(bytes));

const pairs = (given: Context): string => JSON.stringify(Object.entries(given ?? {}).sort());
const withContext = (EncryptionContext: Context): { EncryptionContext?: Record<string, string> } => (EncryptionContext ? { EncryptionContext } : {});

/** Where keys are: in the cluster of the document's key store, and in KMS's own fleet. */
const origins = [
  ['AWS_CLOUDHSM', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore }],
  ['AWS_KMS', {}],
] as const;

async function newKey(world: TestWorld, origin: (typeof origins)[number][1]): Promise<string> {
  const { KeyMetadata } = await world.kms('CreateKey', origin);
  return KeyMetadata?.Arn ?? '';
}

/** Encrypt, and a data key of as many bytes: both make ciphertexts. */
async function sealed(world: TestWorld, KeyId: string, given: Bytes, of: Context, dataKey: boolean): Promise<{ blob: Bytes; plain: Bytes }> {
  if (!dataKey) {
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: given, ...withContext(of) });
    return { blob: CiphertextBlob as Bytes, plain: given };
  }
  const NumberOfBytes = Math.min(given.length, 1024);
  const answer = await world.kms('GenerateDataKey', { KeyId, NumberOfBytes, ...withContext(of) });
  expect(answer.Plaintext).to.have.lengthOf(NumberOfBytes);
  return { blob: answer.CiphertextBlob as Bytes, plain: answer.Plaintext as Bytes };
}

/** One case: how the ciphertext was made, and how it is misused. */
const misuse = fc.record({
  given: plaintext,
  of: context,
  other: context,
  dataKey: fc.boolean(),
  origin: fc.constantFrom(...origins),
  at: fc.nat(),
  bit: fc.nat(7),
  cut: fc.integer({ min: 1, max: 400 }),
});

describe('any ciphertext', () => {
  let world: TestWorld;
  let keys: Map<string, { own: string; other: string }>;
  before(async () => {
    world = await openTestWorld();
    keys = new Map();
    for (const [name, origin] of origins) keys.set(name, { own: await newKey(world, origin), other: await newKey(world, origin) });
  });
  after(() => {
    world.close();
  });

  it('decrypts to its plaintext, with and without its key named, whatever the order of its context', async () => {
    await holds(
      fc.asyncProperty(misuse, async ({ given, of, dataKey, origin: [name] }) => {
        const { own = '' } = keys.get(name) ?? {};
        const { blob, plain } = await sealed(world, own, given, of, dataKey);
        const reversed = of && Object.fromEntries(Object.entries(of).reverse());
        for (const input of [{}, { KeyId: own }, { KeyId: own.split('/')[1] ?? '' }]) {
          const { Plaintext, KeyId } = await world.kms('Decrypt', { CiphertextBlob: blob, ...withContext(reversed), ...input });
          expect(Plaintext).to.deep.equal(plain);
          expect(KeyId).to.equal(own);
        }
      }),
      60,
    );
  });

  it('decrypts no other way: another key, another context, another byte, too few, too many, elsewhere', async () => {
    await holds(
      fc.asyncProperty(misuse, async ({ given, of, other, dataKey, origin: [name], at, bit, cut }) => {
        const { own = '', other: stranger = '' } = keys.get(name) ?? {};
        const { blob } = await sealed(world, own, given, of, dataKey);
        const decrypt = (CiphertextBlob: Uint8Array, its: Context, KeyId?: string): Promise<unknown> =>
          world.kms('Decrypt', { CiphertextBlob, ...withContext(its), ...(KeyId !== undefined && { KeyId }) });

        await refused(decrypt(blob, of, stranger), 'IncorrectKeyException');
        if (pairs(other) !== pairs(of)) await refused(decrypt(blob, other), 'InvalidCiphertextException');
        const flipped = blob.slice();
        flipped[at % blob.length] = (flipped[at % blob.length] ?? 0) ^ (1 << bit);
        await refused(decrypt(flipped, of), 'InvalidCiphertextException');
        await refused(decrypt(flipped, of, own), 'InvalidCiphertextException');
        if (cut < blob.length) await refused(decrypt(blob.slice(0, -cut), of), 'InvalidCiphertextException');
        if (blob.length < 6144) await refused(decrypt(new Uint8Array([...blob, bit]), of), 'InvalidCiphertextException');
        const elsewhere = { CiphertextBlob: blob, ...withContext(of) };
        await refused(world.at({ region: 'eu-west-1' }).kms('Decrypt', elsewhere), 'AccessDeniedException');
        await refused(world.at({ account: '444455556666' }).kms('Decrypt', elsewhere), 'AccessDeniedException');
      }),
      40,
    );
  });

  it('that is encrypted again decrypts under the new key and context alone, and the old one as before', async () => {
    const where = fc.constantFrom(...origins);
    await holds(
      fc.asyncProperty(misuse, where, async ({ given, of, other, dataKey, origin: [name] }, [to]) => {
        const { own = '' } = keys.get(name) ?? {};
        const { other: destination = '' } = keys.get(to) ?? {};
        const { blob, plain } = await sealed(world, own, given, of, dataKey);
        const again = await world.kms('ReEncrypt', {
          CiphertextBlob: blob,
          DestinationKeyId: destination,
          ...(of && { SourceEncryptionContext: of }),
          ...(other && { DestinationEncryptionContext: other }),
        });
        const CiphertextBlob = again.CiphertextBlob as Bytes;
        expect([again.SourceKeyId, again.KeyId]).to.deep.equal([own, destination]);
        const now = await world.kms('Decrypt', { CiphertextBlob, ...withContext(other) });
        expect([now.KeyId, now.Plaintext]).to.deep.equal([destination, plain]);
        await refused(world.kms('Decrypt', { CiphertextBlob, ...withContext(other), KeyId: own }), 'IncorrectKeyException');
        if (pairs(other) !== pairs(of)) await refused(world.kms('Decrypt', { CiphertextBlob, ...withContext(of) }), 'InvalidCiphertextException');
        expect((await world.kms('Decrypt', { CiphertextBlob: blob, ...withContext(of) })).Plaintext).to.deep.equal(plain);
      }),
      40,
    );
  });

  it('decrypts after any number of rotations, and tells which material made it', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('encrypt' as const), given: plaintext, of: context, dataKey: fc.boolean() }),
      fc.record({ do: fc.constantFrom('on demand' as const, 'by time' as const) }),
    );
    // Without a cluster, whose backups of every day would take their time.
    const empty = await openTestWorld({ scenario: 'empty' });
    await holds(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const own = await newKey(empty, {});
        const stranger = await newKey(empty, {});
        const made: { blob: Bytes; plain: Bytes; of: Context; material: string | undefined }[] = [];
        let rotations = 0;
        for (const next of steps) {
          if (next.do === 'encrypt') {
            const { KeyMetadata } = await empty.kms('DescribeKey', { KeyId: own });
            const { blob, plain } = await sealed(empty, own, next.given, next.of, next.dataKey);
            made.push({ blob, plain, of: next.of, material: KeyMetadata?.CurrentKeyMaterialId });
            continue;
          }
          if (next.do === 'on demand') {
            await empty.kms('RotateKeyOnDemand', { KeyId: own });
            await empty.control.advance({ ms: 60_000 });
          } else {
            await empty.kms('EnableKeyRotation', { KeyId: own, RotationPeriodInDays: 90 });
            await empty.control.advance({ ms: days(90) });
            await empty.kms('DisableKeyRotation', { KeyId: own });
          }
          rotations += 1;
        }
        const { Rotations = [] } = await empty.kms('ListKeyRotations', { KeyId: own, IncludeKeyMaterial: 'ALL_KEY_MATERIAL' });
        expect(new Set(Rotations.map(({ KeyMaterialId }) => KeyMaterialId))).to.have.property('size', rotations + 1);
        for (const { blob, plain, of, material } of made) {
          const answer = await empty.kms('Decrypt', { CiphertextBlob: blob, ...withContext(of) });
          expect([answer.Plaintext, answer.KeyMaterialId]).to.deep.equal([plain, material]);
          await refused(empty.kms('Decrypt', { CiphertextBlob: blob, ...withContext(of), KeyId: stranger }), 'IncorrectKeyException');
        }
      }),
      8,
    );
    empty.close();
  });
});
