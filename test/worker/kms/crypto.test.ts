import { expect } from 'chai';
import fc from '../../fast-check.ts';
import { createStoreKey, documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { bytes, hour } from './kms-world.ts';

describe('Encrypt and Decrypt with a key in a CloudHSM key store', () => {
  let world: TestWorld;
  let KeyId: string;
  let Arn: string;
  beforeEach(async () => {
    world = await openTestWorld();
    ({ KeyId, Arn } = await createStoreKey(world));
  });
  afterEach(() => {
    world.close();
  });
  const encrypt = async (input: { Plaintext?: Uint8Array; EncryptionContext?: Record<string, string>; KeyId?: string } = {}): Promise<Uint8Array> => {
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: bytes('secret'), ...input });
    return CiphertextBlob ?? new Uint8Array();
  };

  it('answers the key ARN and the algorithm, and Decrypt the plaintext', async () => {
    const encrypted = await world.kms('Encrypt', { KeyId, Plaintext: bytes('secret') });
    expect(encrypted).to.include({ KeyId: Arn, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
    const decrypted = await world.kms('Decrypt', { CiphertextBlob: encrypted.CiphertextBlob });
    expect(decrypted).to.deep.equal({ KeyId: Arn, Plaintext: bytes('secret'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
  });
  it('accepts key id, key ARN, alias and alias ARN', async () => {
    await world.kms('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    for (const name of [KeyId, Arn, 'alias/a', 'arn:aws:kms:us-west-2:111122223333:alias/a']) {
      const CiphertextBlob = await encrypt({ KeyId: name });
      const { Plaintext } = await world.kms('Decrypt', { CiphertextBlob, KeyId: name });
      expect(Plaintext).to.deep.equal(bytes('secret'));
    }
  });
  it('the encryption context is bound, in any order', async () => {
    const CiphertextBlob = await encrypt({ EncryptionContext: { a: '1', b: '2' } });
    await world.kms('Decrypt', { CiphertextBlob, EncryptionContext: { b: '2', a: '1' } });
    for (const EncryptionContext of [undefined, {}, { a: '1' }, { a: '1', b: '3' }, { a: '1', b: '2', c: '3' }])
      await refused(
        world.kms('Decrypt', { CiphertextBlob, ...(EncryptionContext && { EncryptionContext }) }),
        'InvalidCiphertextException',
        '',
      );
  });
  it('any changed byte is refused', async () => {
    const CiphertextBlob = await encrypt();
    await fc.assert(
      fc.asyncProperty(fc.nat(CiphertextBlob.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const tampered = CiphertextBlob.slice();
        tampered[at] = (tampered[at] ?? 0) ^ change;
        await refused(world.kms('Decrypt', { CiphertextBlob: tampered }), 'InvalidCiphertextException', '');
      }),
      { numRuns: 60 },
    );
  });
  it('the same plaintext never gives the same blob', async () => {
    const blobs = await Promise.all(Array.from({ length: 50 }, () => encrypt()));
    expect(new Set(blobs.map((blob) => blob.toHex())).size).to.equal(50);
  });
  it('another key, another Region, a truncated blob', async () => {
    const other = await createStoreKey(world);
    const CiphertextBlob = await encrypt();
    await refused(
      world.kms('Decrypt', { CiphertextBlob, KeyId: other.KeyId }),
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    );
    for (const elsewhere of [{ region: 'eu-west-1' }, { account: '444455556666' }] as { region?: string; account?: string }[])
      await refused(
        world.at(elsewhere).kms('Decrypt', { CiphertextBlob }),
        'AccessDeniedException',
        `User: arn:aws:iam::${elsewhere.account ?? '111122223333'}:user/Alice is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
      );
    await refused(world.kms('Decrypt', { CiphertextBlob: CiphertextBlob.slice(0, 20) }), 'InvalidCiphertextException', '');
    await refused(world.kms('Decrypt', { CiphertextBlob: bytes('no ciphertext') }), 'InvalidCiphertextException', '');
  });
  it('plaintext of 1 to 4096 bytes, never shown in the message', async () => {
    const long = await encrypt({ Plaintext: new Uint8Array(4096) });
    expect((await world.kms('Decrypt', { CiphertextBlob: long })).Plaintext).to.have.length(4096);
    await refused(
      encrypt({ Plaintext: new Uint8Array(4097) }),
      'ValidationException',
      "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    );
    await refused(encrypt({ Plaintext: new Uint8Array() }), 'ValidationException');
  });
  it('is refused while the store is not connected, and works again after', async () => {
    const CiphertextBlob = await encrypt();
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    for (const ms of [0, hour]) {
      await world.control.advance({ ms });
      await refused(encrypt(), 'KMSInvalidStateException', `${Arn} is unavailable.`);
      await refused(world.kms('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException', `${Arn} is unavailable.`);
      const { KeyMetadata } = await world.kms('DescribeKey', { KeyId });
      expect(KeyMetadata).to.include({ KeyState: 'Unavailable', Enabled: false, CloudHsmClusterId: documentCluster });
    }
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await refused(encrypt(), 'KMSInvalidStateException');
    await world.control.advance({ ms: hour });
    expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(bytes('secret'));
    expect((await world.kms('DescribeKey', { KeyId })).KeyMetadata?.KeyState).to.equal('Enabled');
  });
  it('works with one HSM, not without any (facts 1.6, 3.3)', async () => {
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-abcdefghijk' });
    const CiphertextBlob = await encrypt();
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: 'hsm-zyxwvutsrqp' });
    await refused(encrypt(), 'KMSInvalidStateException');
    await refused(world.kms('Decrypt', { CiphertextBlob }), 'KMSInvalidStateException');
    await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2b' });
    await refused(encrypt(), 'KMSInvalidStateException');
    await world.control.advance({ ms: hour });
    expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(bytes('secret'));
  });
  it('any plaintext and context comes back', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 4096 }),
        fc.dictionary(fc.string(), fc.string(), { maxKeys: 5 }),
        async (Plaintext, EncryptionContext) => {
          const CiphertextBlob = await encrypt({ Plaintext, EncryptionContext });
          const decrypted = await world.kms('Decrypt', { CiphertextBlob, EncryptionContext });
          expect(decrypted.Plaintext).to.deep.equal(Plaintext);
        },
      ),
      { numRuns: 30 },
    ));
});

describe('Encrypt and Decrypt with a key of origin AWS_KMS', () => {
  it('needs no key store, and has a key material id', async () => {
    const world = await openTestWorld({ scenario: 'empty' });
    const { KeyMetadata } = await world.kms('CreateKey');
    expect(KeyMetadata).to.include({ Origin: 'AWS_KMS', KeyState: 'Enabled' });
    expect(KeyMetadata).not.to.have.any.keys('CustomKeyStoreId', 'CloudHsmClusterId');
    expect(KeyMetadata?.CurrentKeyMaterialId).to.match(/^[0-9a-f]{64}$/);
    const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: KeyMetadata?.KeyId ?? '', Plaintext: bytes('x') });
    const decrypted = await world.kms('Decrypt', { CiphertextBlob });
    expect(decrypted.Plaintext).to.deep.equal(bytes('x'));
    expect(decrypted.KeyMaterialId).to.equal(KeyMetadata?.CurrentKeyMaterialId);
    world.close();
  });
});
