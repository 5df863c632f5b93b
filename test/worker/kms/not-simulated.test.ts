import { expect } from 'chai';
import { kmsOperations } from '../../../src/model/kms/operations.ts';
import type { Operation } from '../../../src/model/operation.ts';
import type { Values } from '../../../src/model/shapes.ts';
import { createStoreKey, documentStore, openTestWorld, refused, type AnsweredError, type TestWorld } from '../world.ts';

const operations: Readonly<Record<string, Operation>> = kmsOperations;
const bytes = new Uint8Array([1]);
const endpoint = 'https://myproxy.xks.example.com';
const credential = { AccessKeyId: 'ABCDE12345670EXAMPLE'.replace(/[01589]/g, '2'), RawSecretAccessKey: 'x'.repeat(43) };
const external = {
  XksProxyUriEndpoint: endpoint,
  XksProxyUriPath: '/kms/xks/v1',
  XksProxyVpcEndpointServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789',
  XksProxyVpcEndpointServiceOwner: '111122223333',
  XksProxyAuthenticationCredential: credential,
  XksProxyConnectivity: 'PUBLIC_ENDPOINT',
};
const recipient = { KeyEncryptionAlgorithm: 'RSAES_OAEP_SHA_256', AttestationDocument: bytes };

/** A request that AWS would serve, for each member (or value) that the operation table says GlassHSM refuses. */
type Request = (on: { readonly KeyId: string; readonly CiphertextBlob: Uint8Array }) => Values;
const requests: Readonly<Record<string, Request>> = {
  'CreateKey KeyUsage': () => ({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' }),
  'CreateKey CustomerMasterKeySpec': () => ({ CustomerMasterKeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }),
  'CreateKey KeySpec': () => ({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
  'CreateKey Origin EXTERNAL': () => ({ Origin: 'EXTERNAL' }),
  'CreateKey Origin EXTERNAL_KEY_STORE': () => ({ Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId: documentStore }),
  'CreateKey MultiRegion': () => ({ MultiRegion: true }),
  'CreateKey XksKeyId': () => ({ Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId: documentStore, XksKeyId: 'bb8562717f809024' }),
  'CreateCustomKeyStore CustomKeyStoreType EXTERNAL_KEY_STORE': () => ({
    CustomKeyStoreName: 'external',
    CustomKeyStoreType: 'EXTERNAL_KEY_STORE',
    ...external,
  }),
  ...Object.fromEntries(
    Object.entries(external).flatMap(([member, value]) => [
      [`CreateCustomKeyStore ${member}`, () => ({ CustomKeyStoreName: 'external', [member]: value })],
      [`UpdateCustomKeyStore ${member}`, () => ({ CustomKeyStoreId: documentStore, [member]: value })],
    ]),
  ),
  'Decrypt Recipient': ({ CiphertextBlob }) => ({ CiphertextBlob, Recipient: recipient }),
  'GenerateDataKey Recipient': ({ KeyId }) => ({ KeyId, KeySpec: 'AES_256', Recipient: recipient }),
  'GenerateRandom Recipient': () => ({ NumberOfBytes: 1, Recipient: recipient }),
  'GenerateDataKeyPair KeyPairSpec ECC_SECG_P256K1': ({ KeyId }) => ({ KeyId, KeyPairSpec: 'ECC_SECG_P256K1' }),
  'GenerateDataKeyPair Recipient': ({ KeyId }) => ({ KeyId, KeyPairSpec: 'RSA_2048', Recipient: recipient }),
  'GenerateDataKeyPairWithoutPlaintext KeyPairSpec ECC_SECG_P256K1': ({ KeyId }) => ({ KeyId, KeyPairSpec: 'ECC_SECG_P256K1' }),
};

/** What the table says, one line for each member or value: [operation and member, what is not simulated]. */
const said = Object.entries(operations).flatMap(([name, { partly = {} }]) =>
  Object.entries(partly).flatMap(([member, what]) =>
    typeof what === 'string'
      ? [[`${name} ${member}`, what] as const]
      : Object.entries(what).map(([value, text]) => [`${name} ${member} ${value}`, text] as const),
  ),
);

/** Operations for kinds of keys that are not simulated, each with a request that fits the model. */
const forOtherKeys: Readonly<Record<string, Values>> = {
  DeleteImportedKeyMaterial: {},
  DeriveSharedSecret: { KeyAgreementAlgorithm: 'ECDH', PublicKey: bytes },
  GenerateMac: { Message: bytes, MacAlgorithm: 'HMAC_SHA_256' },
  GetParametersForImport: { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' },
  GetPublicKey: {},
  ImportKeyMaterial: { ImportToken: bytes, EncryptedKeyMaterial: bytes },
  ReplicateKey: { ReplicaRegion: 'eu-west-1' },
  Sign: { Message: bytes, SigningAlgorithm: 'ECDSA_SHA_256' },
  UpdatePrimaryRegion: { PrimaryRegion: 'eu-west-1' },
  Verify: { Message: bytes, Signature: bytes, SigningAlgorithm: 'ECDSA_SHA_256' },
  VerifyMac: { Message: bytes, Mac: bytes, MacAlgorithm: 'HMAC_SHA_256' },
};

describe('what GlassHSM does not simulate', () => {
  let world: TestWorld;
  let on: { KeyId: string; CiphertextBlob: Uint8Array };
  const call = (name: string, input: Values): Promise<unknown> => world.kms(name as 'CreateKey', input as never);
  before(async () => {
    world = await openTestWorld();
    const { KeyMetadata } = await world.kms('CreateKey');
    const KeyId = KeyMetadata?.KeyId ?? '';
    const { CiphertextBlob = bytes } = await world.kms('Encrypt', { KeyId, Plaintext: bytes });
    on = { KeyId, CiphertextBlob };
  });
  after(() => {
    world.close();
  });

  it('is told of by the operation table, all of it', () => {
    expect(said.map(([line]) => line)).to.have.members(Object.keys(requests));
    const needing = Object.entries(operations).filter(([, { needs }]) => needs !== undefined);
    expect(needing.map(([name]) => name)).to.have.members(Object.keys(forOtherKeys));
  });

  for (const [line, what] of said)
    it(`${line}: ${what}`, async () => {
      const [name = ''] = line.split(' ');
      const request = requests[line];
      await refused(
        call(name, request?.(on) ?? {}),
        'UnsupportedOperationException',
        `GlassHSM does not simulate ${what}. AWS KMS does.`,
      );
    });

  for (const [name, input] of Object.entries(forOtherKeys))
    it(`${name} is refused for either key, as it needs ${String(operations[name]?.needs)}`, async () => {
      const { KeyId } = await createStoreKey(world);
      for (const key of [KeyId, on.KeyId]) {
        let error: AnsweredError | undefined;
        await call(name, { KeyId: key, ...input }).catch((thrown: unknown) => (error = thrown as AnsweredError));
        expect(error?.name).to.be.oneOf(['UnsupportedOperationException', 'InvalidKeyUsageException']);
        // AWS's own refusal: no key of that kind can exist here.
        expect(error?.message).not.to.contain('GlassHSM');
      }
    });
});
