import { expect } from 'chai';
import { openTestWorld, refused, documentStore, type TestWorld } from '../world.ts';
import { createKey, deleteHsms, eventsOf, origins, resourcesOf, type TestKey } from './kms-world.ts';

/** GenerateDataKey, GenerateDataKeyWithoutPlaintext, GenerateDataKeyPair…, GenerateRandom: facts 4, 8.4, research 7. */

const validation = (text: string): string => `1 validation error detected: ${text}`;
const names = ['GenerateDataKey', 'GenerateDataKeyWithoutPlaintext'] as const;

describe('data keys', () => {
  let world: TestWorld;
  let key: TestKey;
  beforeEach(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  afterEach(() => {
    world.close();
  });

  for (const Origin of origins)
    describe(Origin, () => {
      beforeEach(async () => {
        key = await createKey(world, Origin);
      });
      /** Keys in a key store have no material id (facts 2.3, 4). */
      const material = Origin === 'AWS_KMS' ? ['KeyMaterialId'] : [];
      for (const [size, length] of [
        [{ KeySpec: 'AES_256' }, 32],
        [{ KeySpec: 'AES_128' }, 16],
        [{ NumberOfBytes: 1 }, 1],
        [{ NumberOfBytes: 1024 }, 1024],
      ] as const)
        it(`${JSON.stringify(size)}: ${String(length)} bytes, in the open and sealed`, async () => {
          const EncryptionContext = { for: 'test' };
          const { KeyId } = key;
          const open = await world.kms('GenerateDataKey', { KeyId, EncryptionContext, ...size });
          expect(open).to.have.all.keys('CiphertextBlob', 'Plaintext', 'KeyId', ...material);
          expect(open.KeyId).to.equal(key.Arn);
          expect(open.Plaintext).to.have.length(length);
          const sealed = await world.kms('GenerateDataKeyWithoutPlaintext', { KeyId, EncryptionContext, ...size });
          expect(sealed).to.have.all.keys('CiphertextBlob', 'KeyId', ...material);
          const { CurrentKeyMaterialId } = (await world.kms('DescribeKey', { KeyId })).KeyMetadata ?? {};
          expect([open.KeyMaterialId, sealed.KeyMaterialId]).to.deep.equal([CurrentKeyMaterialId, CurrentKeyMaterialId]);
          const decrypt = async (CiphertextBlob: Uint8Array | undefined): Promise<Uint8Array | undefined> =>
            (await world.kms('Decrypt', { CiphertextBlob, EncryptionContext })).Plaintext;
          expect(await decrypt(open.CiphertextBlob)).to.deep.equal(open.Plaintext);
          const other = await decrypt(sealed.CiphertextBlob);
          expect(other).to.have.length(length);
          if (length >= 16) expect(other).not.to.deep.equal(open.Plaintext);
          await refused(world.kms('Decrypt', { CiphertextBlob: sealed.CiphertextBlob }), 'InvalidCiphertextException', '');
        });
    });

  const sizes: readonly [string, Record<string, unknown>, string][] = [
    ['neither KeySpec nor NumberOfBytes', {}, 'Please specify either number of bytes or key spec.'],
    ['both', { KeySpec: 'AES_256', NumberOfBytes: 32 }, 'Please specify either number of bytes or key spec.'],
    ['0 bytes', { NumberOfBytes: 0 }, validation("Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1")],
    ['1025 bytes', { NumberOfBytes: 1025 }, validation("Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024")],
  ];
  for (const name of names) {
    for (const [what, size, text] of sizes)
      it(`${name} with ${what}`, () => refused(world.kms(name, { KeyId: key.KeyId, ...size }), 'ValidationException', text));
    it(`${name} with another KeySpec`, async () => {
      const { message } = await refused(world.kms(name, { KeyId: key.KeyId, KeySpec: 'AES-256' as never }), 'ValidationException');
      // Which values AWS lists here depends on the Region.
      expect(message).to.match(/^1 validation error detected: Value 'AES-256' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: \[.+\]$/);
    });
    it(`${name}: its event has neither the key nor its ciphertext`, async () => {
      const EncryptionContext = { for: 'test' };
      const answer = await world.kms(name, { KeyId: key.KeyId, KeySpec: 'AES_256', EncryptionContext });
      const [record] = await eventsOf(world, name);
      expect(record).to.deep.include({
        readOnly: true,
        requestParameters: { keyId: key.KeyId, keySpec: 'AES_256', encryptionContext: EncryptionContext },
        responseElements: null,
        additionalEventData: { keyMaterialId: answer.KeyMaterialId },
      });
      expect(resourcesOf(record)).to.deep.equal([key.Arn]);
      for (const secret of Object.values(answer))
        if (secret instanceof Uint8Array) expect(JSON.stringify(record)).not.to.include(secret.toBase64());
    });
  }
  it('attested recipients are not simulated, and it says so', () =>
    refused(
      world.kms('GenerateDataKey', { KeyId: key.KeyId, KeySpec: 'AES_256', Recipient: { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256' } }),
      'UnsupportedOperationException',
      'GlassHSM does not simulate attested recipients (Nitro Enclaves). AWS KMS does.',
    ));
});

describe('data key pairs', () => {
  let world: TestWorld;
  let key: TestKey;
  before(async () => {
    world = await openTestWorld();
    key = await createKey(world);
  });
  after(() => {
    world.close();
  });
  const pairs = ['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'] as const;

  /** Each spec, and how WebCrypto reads and uses the pair: with it a signature is made and verified. */
  const ecdsa = (namedCurve: string): [EcKeyImportParams, EcdsaParams] => [{ name: 'ECDSA', namedCurve }, { name: 'ECDSA', hash: 'SHA-256' }];
  const rsa: [RsaHashedImportParams, RsaPssParams] = [{ name: 'RSA-PSS', hash: 'SHA-256' }, { name: 'RSA-PSS', saltLength: 32 }];
  const specs = {
    RSA_2048: rsa,
    RSA_3072: rsa,
    RSA_4096: rsa,
    ECC_NIST_P256: ecdsa('P-256'),
    ECC_NIST_P384: ecdsa('P-384'),
    ECC_NIST_P521: ecdsa('P-521'),
    ECC_NIST_EDWARDS25519: [{ name: 'Ed25519' }, { name: 'Ed25519' }],
  } as const satisfies Record<string, readonly [Parameters<SubtleCrypto['importKey']>[2], Parameters<SubtleCrypto['sign']>[0]]>;

  for (const [KeyPairSpec, [algorithm, use]] of Object.entries(specs) as [keyof typeof specs, (typeof specs)[keyof typeof specs]][])
    it(`${KeyPairSpec}: the private key signs and the public key verifies, also after Decrypt`, async () => {
      const EncryptionContext = { for: 'test' };
      const answer = await world.kms('GenerateDataKeyPair', { KeyId: key.KeyId, KeyPairSpec, EncryptionContext });
      expect(answer).to.have.all.keys('PrivateKeyCiphertextBlob', 'PrivateKeyPlaintext', 'PublicKey', 'KeyId', 'KeyPairSpec', 'KeyMaterialId');
      expect(answer).to.include({ KeyId: key.Arn, KeyPairSpec });
      const { Plaintext } = await world.kms('Decrypt', { CiphertextBlob: answer.PrivateKeyCiphertextBlob, EncryptionContext });
      expect(Plaintext).to.deep.equal(answer.PrivateKeyPlaintext);
      const bytes = (array: Uint8Array | undefined): Uint8Array<ArrayBuffer> => new Uint8Array(array ?? []);
      const privateKey = await crypto.subtle.importKey('pkcs8', bytes(Plaintext), algorithm, false, ['sign']);
      const publicKey = await crypto.subtle.importKey('spki', bytes(answer.PublicKey), algorithm, false, ['verify']);
      const data = new Uint8Array([1, 2, 3]);
      const signature = await crypto.subtle.sign(use, privateKey, data);
      expect(await crypto.subtle.verify(use, publicKey, signature, data)).to.equal(true);
      if (KeyPairSpec.startsWith('RSA'))
        expect((publicKey.algorithm as RsaHashedKeyAlgorithm).modulusLength).to.equal(Number(KeyPairSpec.slice(4)));
    });

  it('without plaintext, the private key comes sealed only, and every pair is another', async () => {
    const generate = () => world.kms('GenerateDataKeyPairWithoutPlaintext', { KeyId: key.KeyId, KeyPairSpec: 'ECC_NIST_P256' });
    const [a, b] = [await generate(), await generate()];
    expect(a).to.have.all.keys('PrivateKeyCiphertextBlob', 'PublicKey', 'KeyId', 'KeyPairSpec', 'KeyMaterialId');
    expect(a.PublicKey).not.to.deep.equal(b.PublicKey);
    expect((await world.kms('Decrypt', { CiphertextBlob: a.PrivateKeyCiphertextBlob })).Plaintext?.length).to.be.greaterThan(100);
  });
  for (const name of pairs) {
    it(`${name}: what no browser makes is refused plainly`, async () => {
      const { message } = await refused(world.kms(name, { KeyId: key.KeyId, KeyPairSpec: 'ECC_SECG_P256K1' }), 'UnsupportedOperationException');
      expect(message).to.match(/^GlassHSM does not simulate .*ECC_SECG_P256K1/);
      await refused(world.kms(name, { KeyId: key.KeyId, KeyPairSpec: 'SM2' }), 'UnsupportedOperationException');
      await refused(world.kms(name, { KeyId: key.KeyId, KeyPairSpec: 'RSA_1024' as never }), 'ValidationException');
      await refused(
        world.kms(name, { KeyId: key.KeyId } as never),
        'ValidationException',
        validation("Value null at 'keyPairSpec' failed to satisfy constraint: Member must not be null"),
      );
    });
    it(`${name}: not with a key in a key store`, async () => {
      const { KeyId } = await createKey(world, 'AWS_CLOUDHSM');
      await refused(world.kms(name, { KeyId, KeyPairSpec: 'RSA_2048' }), 'UnsupportedOperationException');
      await refused(world.kms(name, { KeyId, KeyPairSpec: 'RSA_2048', DryRun: true }), 'UnsupportedOperationException');
    });
    it(`${name}: its event has no key and no ciphertext`, async () => {
      const answer = await world.kms(name, { KeyId: key.KeyId, KeyPairSpec: 'ECC_NIST_P256' });
      const [record] = await eventsOf(world, name);
      expect(record).to.deep.include({ readOnly: true, responseElements: null, requestParameters: { keyId: key.KeyId, keyPairSpec: 'ECC_NIST_P256' } });
      for (const secret of Object.values(answer))
        if (secret instanceof Uint8Array) expect(JSON.stringify(record)).not.to.include(secret.toBase64());
      expect((await world.kms('GetKeyLastUsage', { KeyId: key.KeyId })).KeyLastUsage?.Operation).to.equal(name);
    });
  }
});

describe('GenerateRandom', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openTestWorld();
  });
  afterEach(() => {
    world.close();
  });
  const random = (input: Record<string, unknown>): Promise<{ Plaintext?: Uint8Array | undefined }> => world.kms('GenerateRandom', input);

  const refusals: readonly [string, Record<string, unknown>, string, string?][] = [
    ['without a size', {}, 'ValidationException', 'NumberOfBytes is required.'],
    ['0 bytes', { NumberOfBytes: 0 }, 'ValidationException', validation("Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1")],
    ['1025 bytes', { NumberOfBytes: 1025 }, 'ValidationException', validation("Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024")],
    ['an unknown key store', { NumberOfBytes: 1, CustomKeyStoreId: 'cks-none' }, 'CustomKeyStoreNotFoundException'],
    ['an attested recipient', { NumberOfBytes: 1, Recipient: {} }, 'UnsupportedOperationException'],
  ];
  for (const [what, input, error, text] of refusals) it(`${what}: ${error}`, () => refused(random(input), error, text));

  it('answers as many bytes as asked for, and never the same', async () => {
    for (const NumberOfBytes of [1, 32, 1024]) {
      const answer = await random({ NumberOfBytes });
      expect(answer).to.have.all.keys('Plaintext');
      expect(answer.Plaintext).to.have.length(NumberOfBytes);
    }
    expect((await random({ NumberOfBytes: 32 })).Plaintext).not.to.deep.equal((await random({ NumberOfBytes: 32 })).Plaintext);
  });
  it('from a key store; its connection states are in the table of facts 1.5', async () => {
    expect((await random({ NumberOfBytes: 16, CustomKeyStoreId: documentStore })).Plaintext).to.have.length(16);
  });
  it('not from a cluster without HSMs', async () => {
    await deleteHsms(world);
    const { status } = await refused(random({ NumberOfBytes: 16, CustomKeyStoreId: documentStore }), 'KMSInternalException');
    expect(status).to.equal(500);
  });
  it('its event has no parameters, no answer and an empty list of resources', async () => {
    const { Plaintext } = await random({ NumberOfBytes: 16 });
    const [record] = await eventsOf(world, 'GenerateRandom');
    expect(record).to.deep.include({ requestParameters: null, responseElements: null, readOnly: true, resources: [] });
    expect(JSON.stringify(record)).not.to.include(Plaintext?.toBase64() ?? '?');
  });
});
