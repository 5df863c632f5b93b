import { expect } from 'chai';
import { kmsOperations } from '../../../src/model/kms/operations.ts';
import type { Operation } from '../../../src/model/operation.ts';
import type { Values } from '../../../src/model/shapes.ts';
import { documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';

/**
 * The key state table of the Developer Guide ("Key states of AWS KMS keys"; facts 3.1), cell by cell, by calls. To add an
 * operation is to add a row. Left out are the columns of states that no simulated key can have: PendingImport (imported
 * material), PendingReplicaDeletion, Creating and Updating (multi-Region keys); and with them footnotes 5, 6, 8, 14, 15.
 */
type State = 'Enabled' | 'Disabled' | 'PendingDeletion' | 'Unavailable';
const columns: readonly State[] = ['Enabled', 'Disabled', 'PendingDeletion', 'Unavailable'];

/** The error, and what its text says behind the key's ARN; `undefined` where AWS's text is unknown, '' where it has none. */
interface Refusal {
  readonly error: string;
  readonly text: ((key: { Arn: string; Origin: string }, operation: string) => string) | undefined;
}
type Cell = 'ok' | Refusal;
const is =
  (what: string): Refusal['text'] =>
  ({ Arn }) =>
    `${Arn} is ${what}.`;

const ok = 'ok';
/** Footnotes by their numbers in the Developer Guide. Where it says "2 or 3", AWS answers 3 today (facts 3.1). */
const note = {
  1: { error: 'DisabledException', text: is('disabled') },
  3: { error: 'KMSInvalidStateException', text: is('pending deletion') },
  4: { error: 'KMSInvalidStateException', text: is('not pending deletion') },
  /** And footnote 9: "not valid for" keys of this origin. */
  7: { error: 'UnsupportedOperationException', text: ({ Arn, Origin }) => `${Arn} origin is ${Origin} which is not valid for this operation.` },
  /** And 10, of UpdateAlias's new key: as 3. */
  10: { error: 'KMSInvalidStateException', text: is('pending deletion') },
  11: { error: 'KMSInvalidStateException', text: is('unavailable') },
} as const satisfies Record<number, Refusal>;
/** The table has ✓ for keys that can; every simulated key is a symmetric encryption key of one Region (facts 4). */
const usage: Refusal = {
  error: 'InvalidKeyUsageException',
  text: ({ Arn }, operation) => `${Arn} key usage is ENCRYPT_DECRYPT which is not valid for ${operation}.`,
};
const notAsymmetric: Refusal = { error: 'UnsupportedOperationException', text: () => '' };
const notMultiRegion: Refusal = { error: 'UnsupportedOperationException', text: is('not a multi-region primary key') };

interface TestKey {
  readonly KeyId: string;
  readonly Arn: string;
  readonly Origin: 'AWS_CLOUDHSM' | 'AWS_KMS';
  /** Of AWS_KMS, Enabled: the other key of an operation that is about two. */
  readonly other: string;
}
interface Row {
  readonly operation: string;
  /** Which key of an operation about two. */
  readonly of?: string;
  /** What must be there before the key comes into its state; goes into the input. */
  readonly before?: (world: TestWorld, key: TestKey) => Promise<Values>;
  readonly input?: (key: TestKey) => Values;
  /** Enabled, Disabled, PendingDeletion and, in a key store, Unavailable. */
  readonly AWS_CLOUDHSM: readonly [Cell, Cell, Cell, Cell];
  readonly AWS_KMS: readonly [Cell, Cell, Cell];
}

const bytes = new Uint8Array([1, 2, 3]);
const EncryptionContext = { a: 'b' };
type Cells = Pick<Row, 'AWS_CLOUDHSM' | 'AWS_KMS'>;
const both = (e: Cell, d: Cell, p: Cell, u: Cell): Cells => ({ AWS_CLOUDHSM: [e, d, p, u], AWS_KMS: [e, d, p] });
const neither = both(note[7], note[7], note[7], note[7]);
const onlyKms = (e: Cell, d: Cell, p: Cell): Cells => ({ ...neither, AWS_KMS: [e, d, p] });

const always = both(ok, ok, ok, ok);
const use = both(ok, note[1], note[3], note[11]);
const manage = both(ok, ok, note[3], ok);
/** The table has N/A for Unavailable: no key of a key store is of such a kind. */
const otherKind = (refusal: Refusal): Cells => both(refusal, note[1], note[3], refusal);

const alias = async (world: TestWorld, { KeyId }: TestKey): Promise<Values> => {
  const AliasName = `alias/${KeyId}`;
  await world.kms('CreateAlias', { AliasName, TargetKeyId: KeyId });
  return { AliasName };
};
const grantInput = { GranteePrincipal: 'arn:aws:iam::111122223333:user/Alice', Operations: ['Decrypt'] as 'Decrypt'[] };
const grant = async (world: TestWorld, { KeyId, Arn }: TestKey): Promise<Values> => {
  const { GrantId } = await world.kms('CreateGrant', { KeyId, ...grantInput });
  return { KeyId: Arn, GrantId };
};
const grantToken = async (world: TestWorld, { KeyId }: TestKey): Promise<Values> => {
  const { GrantToken } = await world.kms('CreateGrant', { KeyId, ...grantInput });
  return { GrantToken, KeyId: undefined };
};
const ciphertext = async (world: TestWorld, { KeyId }: TestKey): Promise<Values> => {
  const { CiphertextBlob } = await world.kms('Encrypt', { KeyId, Plaintext: bytes, EncryptionContext });
  return { CiphertextBlob };
};
const mac = { Message: bytes, MacAlgorithm: 'HMAC_SHA_256' };
const signature = { Message: bytes, SigningAlgorithm: 'ECDSA_SHA_256' };

const rows: readonly Row[] = [
  { operation: 'CancelKeyDeletion', ...both(note[4], note[4], ok, note[4]) },
  { operation: 'CreateAlias', input: ({ KeyId }) => ({ KeyId: undefined, TargetKeyId: KeyId, AliasName: `alias/${KeyId}` }), ...manage },
  { operation: 'CreateGrant', input: () => grantInput, ...both(ok, note[1], note[3], ok) },
  { operation: 'Decrypt', of: 'by KeyId', before: ciphertext, input: () => ({ EncryptionContext }), ...use },
  { operation: 'Decrypt', of: 'by ciphertext', before: ciphertext, input: () => ({ EncryptionContext, KeyId: undefined }), ...use },
  { operation: 'Encrypt', input: () => ({ Plaintext: bytes }), ...use },
  {
    operation: 'ReEncrypt',
    of: 'the source key',
    before: ciphertext,
    input: ({ other }) => ({ KeyId: undefined, DestinationKeyId: other, SourceEncryptionContext: EncryptionContext }),
    ...use,
  },
  {
    operation: 'ReEncrypt',
    of: 'the destination key',
    before: (world, key) => ciphertext(world, { ...key, KeyId: key.other }),
    input: ({ KeyId }) => ({ KeyId: undefined, DestinationKeyId: KeyId, SourceEncryptionContext: EncryptionContext }),
    ...use,
  },
  { operation: 'GenerateDataKey', input: () => ({ KeySpec: 'AES_256' }), ...use },
  { operation: 'GenerateDataKeyWithoutPlaintext', input: () => ({ NumberOfBytes: 64 }), ...use },
  ...['GenerateDataKeyPair', 'GenerateDataKeyPairWithoutPlaintext'].map((operation): Row => ({
    operation,
    input: () => ({ KeyPairSpec: 'ECC_NIST_P256' }),
    AWS_CLOUDHSM: [note[7], note[1], note[3], note[11]],
    AWS_KMS: [ok, note[1], note[3]],
  })),
  { operation: 'DeleteAlias', before: alias, input: () => ({ KeyId: undefined }), ...always },
  { operation: 'DeleteImportedKeyMaterial', ...neither },
  {
    operation: 'GetParametersForImport',
    input: () => ({ WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }),
    ...neither,
  },
  {
    operation: 'ImportKeyMaterial',
    input: () => ({ ImportToken: bytes, EncryptedKeyMaterial: bytes, ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }),
    ...neither,
  },
  ...['DescribeKey', 'GetKeyPolicy', 'ListAliases', 'ListGrants', 'ListKeyPolicies', 'ListResourceTags', 'GetKeyLastUsage'].map(
    (operation): Row => ({ operation, ...always }),
  ),
  {
    operation: 'PutKeyPolicy',
    before: async (world, { KeyId }) => ({ Policy: (await world.kms('GetKeyPolicy', { KeyId })).Policy }),
    ...always,
  },
  { operation: 'RetireGrant', of: 'by id', before: grant, ...always },
  { operation: 'RetireGrant', of: 'by token', before: grantToken, ...always },
  { operation: 'RevokeGrant', before: grant, ...always },
  // Footnote 12, what the two do while the key is Unavailable: unavailable-keys.test.ts.
  { operation: 'DisableKey', ...manage },
  { operation: 'EnableKey', ...manage },
  { operation: 'DisableKeyRotation', ...onlyKms(ok, note[1], note[3]) },
  { operation: 'EnableKeyRotation', ...onlyKms(ok, note[1], note[3]) },
  { operation: 'RotateKeyOnDemand', ...onlyKms(ok, note[1], note[3]) },
  { operation: 'GetKeyRotationStatus', ...onlyKms(ok, ok, ok) },
  { operation: 'ListKeyRotations', ...onlyKms(ok, ok, ok) },
  { operation: 'GenerateMac', input: () => mac, ...otherKind(usage) },
  { operation: 'VerifyMac', input: () => ({ ...mac, Mac: bytes }), ...otherKind(usage) },
  { operation: 'Sign', input: () => signature, ...otherKind(usage) },
  { operation: 'Verify', input: () => ({ ...signature, Signature: bytes }), ...otherKind(usage) },
  { operation: 'DeriveSharedSecret', input: () => ({ KeyAgreementAlgorithm: 'ECDH', PublicKey: bytes }), ...otherKind(usage) },
  { operation: 'GetPublicKey', ...otherKind(notAsymmetric) },
  { operation: 'ReplicateKey', input: () => ({ ReplicaRegion: 'eu-west-1' }), ...otherKind(notMultiRegion) },
  { operation: 'UpdatePrimaryRegion', input: () => ({ PrimaryRegion: 'eu-west-1' }), ...otherKind(notMultiRegion) },
  { operation: 'ScheduleKeyDeletion', input: () => ({ PendingWindowInDays: 7 }), ...manage },
  { operation: 'TagResource', input: () => ({ Tags: [{ TagKey: 'a', TagValue: 'b' }] }), ...manage },
  { operation: 'UntagResource', input: () => ({ TagKeys: ['a'] }), ...manage },
  { operation: 'UpdateKeyDescription', input: () => ({ Description: 'another' }), ...manage },
  {
    operation: 'UpdateAlias',
    of: 'the new key',
    before: (world, key) => alias(world, { ...key, KeyId: key.other }),
    input: ({ KeyId }) => ({ KeyId: undefined, TargetKeyId: KeyId }),
    ...both(ok, ok, note[10], ok),
  },
  {
    operation: 'UpdateAlias',
    of: 'the former key',
    before: alias,
    input: ({ other }) => ({ KeyId: undefined, TargetKeyId: other }),
    ...always,
  },
];

/** Brings a key into its state by calls; Unavailable comes by the key store. */
const bringInto: Readonly<Record<State, (world: TestWorld, KeyId: string) => Promise<unknown>>> = {
  Enabled: () => Promise.resolve(),
  Disabled: (world, KeyId) => world.kms('DisableKey', { KeyId }),
  PendingDeletion: (world, KeyId) => world.kms('ScheduleKeyDeletion', { KeyId }),
  Unavailable: () => Promise.resolve(),
};

async function newKey(world: TestWorld, Origin: TestKey['Origin']): Promise<TestKey> {
  const make = async (origin: TestKey['Origin']): Promise<{ KeyId: string; Arn: string }> => {
    const inStore = origin === 'AWS_CLOUDHSM' ? { CustomKeyStoreId: documentStore } : {};
    const { KeyMetadata } = await world.kms('CreateKey', { Origin: origin, ...inStore });
    return { KeyId: KeyMetadata?.KeyId ?? '', Arn: KeyMetadata?.Arn ?? '' };
  };
  const [key, other] = await Promise.all([make(Origin), make('AWS_KMS')]);
  return { ...key, Origin, other: other.KeyId };
}

describe('the key state table (facts 3.1)', () => {
  for (const Origin of ['AWS_CLOUDHSM', 'AWS_KMS'] as const)
    for (const [column, state] of columns.entries()) {
      if (state === 'Unavailable' && Origin === 'AWS_KMS') continue;
      describe(`${Origin}, ${state}`, () => {
        let world: TestWorld;
        /** One key a row, as what is ok changes it. */
        let prepared: { readonly key: TestKey; readonly input: Values }[];
        before(async () => {
          world = await openTestWorld();
          prepared = await Promise.all(
            rows.map(async (row) => {
              const key = await newKey(world, Origin);
              const extra = await row.before?.(world, key);
              await bringInto[state](world, key.KeyId);
              return { key, input: { KeyId: key.KeyId, ...extra, ...row.input?.(key) } };
            }),
          );
          if (state === 'Unavailable') await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
          const { KeyMetadata } = await world.kms('DescribeKey', { KeyId: prepared[0]?.key.KeyId ?? '' });
          expect(KeyMetadata).to.include({ KeyState: state, Enabled: state === 'Enabled' });
        });
        after(() => {
          world.close();
        });
        for (const [at, row] of rows.entries()) {
          const { operation, of } = row;
          const cell = row[Origin][column] as Cell;
          it(`${operation}${of === undefined ? '' : ` (${of})`}: ${cell === 'ok' ? cell : cell.error}`, async () => {
            const { key, input } = prepared[at] as (typeof prepared)[number];
            const call = world.kms(operation as 'DescribeKey', input as never);
            if (cell === 'ok') await call;
            else await refused(call, cell.error, cell.text?.(key, operation));
          });
        }
      });
    }

  it('has a row for every operation that is about a key', () => {
    const about = Object.entries(kmsOperations as Readonly<Record<string, Operation>>).filter(([, { keys }]) => keys.length > 0);
    expect([...new Set(rows.map(({ operation }) => operation))].sort()).to.deep.equal(about.map(([name]) => name).sort());
  });
});
