import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

const keyPairSpecs = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SM2',
  'ECC_NIST_EDWARDS25519',
] as const;

const recipients = 'attested recipients (Nitro Enclaves)';
/** AWS itself refuses SM2, outside of China. */
const pairSpecs = { ECC_SECG_P256K1: 'data key pairs of ECC_SECG_P256K1, which browsers cannot make' };

/** Data keys and data key pairs. */
export const dataKeyOperations = {
  GenerateDataKey: operation<sdk.GenerateDataKeyCommandInput, sdk.GenerateDataKeyCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      EncryptionContext: m.encryptionContext,
      NumberOfBytes: m.numberOfBytes,
      KeySpec: s.oneOf('AES_256', 'AES_128'),
      GrantTokens: m.grantTokens,
      Recipient: m.recipient,
      DryRun: s.boolean,
    },
    output: {
      CiphertextBlob: s.blob(),
      Plaintext: s.sensitive(s.blob()),
      KeyId: s.string(),
      CiphertextForRecipient: s.blob(),
      KeyMaterialId: s.string(),
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'use' }],
    partly: { Recipient: recipients },
  }),

  // "You cannot use an asymmetric KMS key or a KMS key in a custom key store" (API Reference, and the source document).
  GenerateDataKeyPair: operation<sdk.GenerateDataKeyPairCommandInput, sdk.GenerateDataKeyPairCommandOutput>({
    input: {
      EncryptionContext: m.encryptionContext,
      KeyId: s.required(m.keyId),
      KeyPairSpec: s.required(s.oneOf(...keyPairSpecs)),
      GrantTokens: m.grantTokens,
      Recipient: m.recipient,
      DryRun: s.boolean,
    },
    output: {
      PrivateKeyCiphertextBlob: s.blob(),
      PrivateKeyPlaintext: s.sensitive(s.blob()),
      PublicKey: s.blob(),
      KeyId: s.string(),
      KeyPairSpec: s.answer(),
      CiphertextForRecipient: s.blob(),
      KeyMaterialId: s.string(),
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'use', origin: 'AWS_KMS' }],
    partly: { KeyPairSpec: pairSpecs, Recipient: recipients },
  }),

  GenerateDataKeyPairWithoutPlaintext: operation<
    sdk.GenerateDataKeyPairWithoutPlaintextCommandInput,
    sdk.GenerateDataKeyPairWithoutPlaintextCommandOutput
  >({
    input: {
      EncryptionContext: m.encryptionContext,
      KeyId: s.required(m.keyId),
      KeyPairSpec: s.required(s.oneOf(...keyPairSpecs)),
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
    },
    output: {
      PrivateKeyCiphertextBlob: s.blob(),
      PublicKey: s.blob(),
      KeyId: s.string(),
      KeyPairSpec: s.answer(),
      KeyMaterialId: s.string(),
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'use', origin: 'AWS_KMS' }],
    partly: { KeyPairSpec: pairSpecs },
  }),

  GenerateDataKeyWithoutPlaintext: operation<sdk.GenerateDataKeyWithoutPlaintextCommandInput, sdk.GenerateDataKeyWithoutPlaintextCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      EncryptionContext: m.encryptionContext,
      KeySpec: s.oneOf('AES_256', 'AES_128'),
      NumberOfBytes: m.numberOfBytes,
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
    },
    output: { CiphertextBlob: s.blob(), KeyId: s.string(), KeyMaterialId: s.string() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'use' }],
  }),
};
