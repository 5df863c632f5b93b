import { expect } from 'chai';
import { documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { anyKms, inputOf, operations } from './any-input.ts';
import { createKey, eventsOf, hour, origins, resourcesOf, type Origin, type TestKey } from './kms-world.ts';

/** What keys of a key store cannot do, and what GlassHSM does not do for others: facts 4 and 2.2, research 2, 7, 9. */

type Answer = readonly [error: string, text?: string];
const wrongOrigin = (origin: Origin): Answer => ['UnsupportedOperationException', `<arn> origin is ${origin} which is not valid for this operation.`];
const wrongUsage = (operation: string): Answer => ['InvalidKeyUsageException', `<arn> key usage is ENCRYPT_DECRYPT which is not valid for ${operation}.`];
const noPublicKey: Answer = ['UnsupportedOperationException', ''];
const notPrimary: Answer = ['UnsupportedOperationException', '<arn> is not a multi-region primary key.'];
/** AWS's text is not public. */
const unsupported: Answer = ['UnsupportedOperationException'];

/** Operation x origin of the key. `<arn>` is the key's; `works` is tested elsewhere. */
const table: Readonly<Record<string, Readonly<Record<Origin, Answer | 'works'>>>> = {
  DeleteImportedKeyMaterial: { AWS_KMS: wrongOrigin('AWS_KMS'), AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  DeriveSharedSecret: { AWS_KMS: wrongUsage('DeriveSharedSecret'), AWS_CLOUDHSM: wrongUsage('DeriveSharedSecret') },
  DisableKeyRotation: { AWS_KMS: 'works', AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  EnableKeyRotation: { AWS_KMS: 'works', AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  GenerateDataKeyPair: { AWS_KMS: 'works', AWS_CLOUDHSM: unsupported },
  GenerateDataKeyPairWithoutPlaintext: { AWS_KMS: 'works', AWS_CLOUDHSM: unsupported },
  GenerateMac: { AWS_KMS: wrongUsage('GenerateMac'), AWS_CLOUDHSM: wrongUsage('GenerateMac') },
  GetKeyRotationStatus: { AWS_KMS: 'works', AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  GetParametersForImport: { AWS_KMS: wrongOrigin('AWS_KMS'), AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  GetPublicKey: { AWS_KMS: noPublicKey, AWS_CLOUDHSM: noPublicKey },
  ImportKeyMaterial: { AWS_KMS: wrongOrigin('AWS_KMS'), AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  ListKeyRotations: { AWS_KMS: 'works', AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  ReplicateKey: { AWS_KMS: notPrimary, AWS_CLOUDHSM: notPrimary },
  RotateKeyOnDemand: { AWS_KMS: 'works', AWS_CLOUDHSM: wrongOrigin('AWS_CLOUDHSM') },
  Sign: { AWS_KMS: wrongUsage('Sign'), AWS_CLOUDHSM: wrongUsage('Sign') },
  UpdatePrimaryRegion: { AWS_KMS: notPrimary, AWS_CLOUDHSM: notPrimary },
  Verify: { AWS_KMS: wrongUsage('Verify'), AWS_CLOUDHSM: wrongUsage('Verify') },
  VerifyMac: { AWS_KMS: wrongUsage('VerifyMac'), AWS_CLOUDHSM: wrongUsage('VerifyMac') },
};

const plainly = (what: string): string => `GlassHSM does not simulate ${what}. AWS KMS does.`;
const cloudHsm = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore };
const needsUsage = 'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.';
const kinds = 'asymmetric and HMAC KMS keys';

/** CreateKey: [what, parameters, error, text]. Facts 2.2; what is not simulated says so. */
const keys: readonly [what: string, input: Record<string, unknown>, error: string, text?: string][] = [
  ['an RSA key', { KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException', plainly(kinds)],
  ['an RSA key to encrypt with', { KeySpec: 'RSA_4096', KeyUsage: 'ENCRYPT_DECRYPT' }, 'UnsupportedOperationException', plainly(kinds)],
  ['an elliptic curve key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'KEY_AGREEMENT' }, 'UnsupportedOperationException', plainly(kinds)],
  ['an Edwards curve key', { KeySpec: 'ECC_NIST_EDWARDS25519', KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException', plainly(kinds)],
  ['an ML-DSA key', { KeySpec: 'ML_DSA_65', KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException', plainly(kinds)],
  ['an HMAC key', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, 'UnsupportedOperationException', plainly(kinds)],
  ['an HMAC key by the deprecated member', { CustomerMasterKeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, 'UnsupportedOperationException', plainly(kinds)],
  ['imported material', { Origin: 'EXTERNAL' }, 'UnsupportedOperationException', plainly('imported key material')],
  ['a multi-Region key', { MultiRegion: true }, 'UnsupportedOperationException', plainly('multi-Region keys')],
  ['an external key store', { Origin: 'EXTERNAL_KEY_STORE', CustomKeyStoreId: documentStore, XksKeyId: 'a' }, 'UnsupportedOperationException', plainly('external key stores')],
  ['an asymmetric key without usage', { KeySpec: 'RSA_2048' }, 'ValidationException', needsUsage],
  ['an HMAC key without usage', { KeySpec: 'HMAC_512' }, 'ValidationException', needsUsage],
  ['a usage that does not fit', { KeySpec: 'RSA_2048', KeyUsage: 'KEY_AGREEMENT' }, 'ValidationException', 'KeyUsage KEY_AGREEMENT is not compatible with KeySpec RSA_2048'],
  ['a usage that does not fit a symmetric key', { KeyUsage: 'SIGN_VERIFY' }, 'ValidationException', 'KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT'],
  ['a key store without its origin', { CustomKeyStoreId: documentStore }, 'ValidationException'],
  ['the origin without a key store', { Origin: 'AWS_CLOUDHSM' }, 'ValidationException'],
  ['both members for the spec', { KeySpec: 'SYMMETRIC_DEFAULT', CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT' }, 'ValidationException'],
  ['an external key’s id', { XksKeyId: 'a' }, 'ValidationException'],
  ['an RSA key in a key store', { ...cloudHsm, KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }, 'UnsupportedOperationException'],
  ['an HMAC key in a key store', { ...cloudHsm, KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }, 'UnsupportedOperationException'],
  ['a multi-Region key in a key store', { ...cloudHsm, MultiRegion: true }, 'UnsupportedOperationException'],
  ['an external key’s id in a key store', { ...cloudHsm, XksKeyId: 'a' }, 'UnsupportedOperationException'],
  ['an unknown origin', { Origin: 'HSM' }, 'ValidationException', "1 validation error detected: Value 'HSM' at 'origin' failed to satisfy constraint: Member must satisfy enum value set: [AWS_KMS, EXTERNAL, AWS_CLOUDHSM, EXTERNAL_KEY_STORE]"],
  ['a description of 8193', { Description: 'x'.repeat(8193) }, 'ValidationException', `1 validation error detected: Value '${'x'.repeat(8193)}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 8192`],
];

describe('what a key cannot do', () => {
  let world: TestWorld;
  const made = new Map<Origin, TestKey>();
  before(async () => {
    world = await openTestWorld();
    for (const origin of origins) made.set(origin, await createKey(world, origin));
  });
  after(() => {
    world.close();
  });
  const keyOf = (origin: Origin): TestKey => made.get(origin) ?? { KeyId: '', Arn: '' };

  for (const [name, answers] of Object.entries(table))
    for (const origin of origins) {
      const answer = answers[origin];
      if (answer === 'works') {
        it(`${name} with ${origin} works`, () => anyKms(world)(name, inputOf(name, keyOf(origin))));
        continue;
      }
      const [error, text] = answer;
      it(`${name} with ${origin}: ${error}`, async () => {
        const key = keyOf(origin);
        const { status, message } = await refused(anyKms(world)(name, inputOf(name, key)), error, text?.replace('<arn>', key.Arn));
        expect(status).to.equal(400);
        const [record] = await eventsOf(world, name);
        expect(record).to.deep.include({ errorCode: error, responseElements: null, readOnly: operations[name]?.readOnly });
        if (message === '') expect(record).not.to.have.property('errorMessage');
        else expect(record?.['errorMessage']).to.equal(message);
        expect(resourcesOf(record)).to.deep.equal([key.Arn]);
      });
    }

  it('key store operations refuse external key stores plainly', async () => {
    const text = plainly('external key stores');
    const call = world.kms('CreateCustomKeyStore', { CustomKeyStoreName: 'Mine', CustomKeyStoreType: 'EXTERNAL_KEY_STORE' });
    await refused(call, 'UnsupportedOperationException', text);
  });

  describe('CreateKey', () => {
    for (const [what, input, error, text] of keys)
      it(`${what}: ${error}`, async () => {
        const before = (await world.kms('ListKeys')).Keys;
        await refused(world.kms('CreateKey', input), error, text);
        expect((await world.kms('ListKeys')).Keys).to.deep.equal(before);
      });
    const accepted: readonly [string, Record<string, unknown>][] = [
      ['nothing', {}],
      ['all that is usual anyway', { KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS', MultiRegion: false, Description: '' }],
      ['the deprecated member', { CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT' }],
      ['the longest description', { Description: 'x'.repeat(8192) }],
      ['a key store and all that is usual', { ...cloudHsm, KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', MultiRegion: false }],
    ];
    for (const [what, input] of accepted)
      it(`takes ${what}`, async () => {
        const answer = await world.kms('CreateKey', input);
        const { KeyMetadata } = answer;
        const inStore = 'CustomKeyStoreId' in input;
        expect(answer).to.have.all.keys('KeyMetadata');
        // Facts 2.3: these members, in this order, and no others.
        expect(Object.keys(KeyMetadata ?? {})).to.deep.equal([
          'AWSAccountId',
          'KeyId',
          'Arn',
          'CreationDate',
          'Enabled',
          'Description',
          'KeyUsage',
          'KeyState',
          'Origin',
          ...(inStore ? ['CustomKeyStoreId', 'CloudHsmClusterId'] : []),
          'KeyManager',
          'CustomerMasterKeySpec',
          'KeySpec',
          'EncryptionAlgorithms',
          'MultiRegion',
          ...(inStore ? [] : ['CurrentKeyMaterialId']),
        ]);
        expect(KeyMetadata).to.deep.include({
          Enabled: true,
          KeyState: 'Enabled',
          Description: input['Description'] ?? '',
          KeyManager: 'CUSTOMER',
          MultiRegion: false,
          EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        });
        expect(KeyMetadata?.Arn).to.equal(`arn:aws:kms:us-west-2:111122223333:key/${KeyMetadata?.KeyId ?? ''}`);
        expect(KeyMetadata?.KeyId).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Date.now() - Number(KeyMetadata?.CreationDate)).to.be.within(0, hour);
        expect(await world.kms('DescribeKey', { KeyId: KeyMetadata?.KeyId ?? '' })).to.deep.equal(answer);
      });
    it('100,000 keys in account and Region', async () => {
      const { storage } = world.simulation;
      const counter = { account: '111122223333', region: 'eu-west-1', name: 'keys', next: 1 };
      const ireland = world.at({ region: 'eu-west-1' });
      await storage.commit({ reads: [], decide: (rows) => { rows.put('counters', { ...counter, count: 99_999 }); } });
      await createKey(ireland);
      await refused(createKey(ireland), 'LimitExceededException');
    });
  });
});
