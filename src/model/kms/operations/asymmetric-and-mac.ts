import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

const macAlgorithm = s.oneOf('HMAC_SHA_224', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512');
const messageType = s.oneOf('RAW', 'DIGEST', 'EXTERNAL_MU');
const signingAlgorithm = s.oneOf(
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'ECDSA_SHA_256',
  'ECDSA_SHA_384',
  'ECDSA_SHA_512',
  'SM2DSA',
  'ML_DSA_SHAKE_256',
  'ED25519_SHA_512',
  'ED25519_PH_SHA_512',
);

/** What only asymmetric and HMAC keys can do; a symmetric encryption key is refused in AWS's words. */
export const asymmetricAndMacOperations = {
  DeriveSharedSecret: operation<sdk.DeriveSharedSecretCommandInput, sdk.DeriveSharedSecretCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      KeyAgreementAlgorithm: s.required(s.oneOf('ECDH')),
      PublicKey: s.required(s.blob(1, 8192)),
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
      Recipient: m.recipient,
    },
    output: {
      KeyId: s.string(),
      SharedSecret: s.sensitive(s.blob()),
      CiphertextForRecipient: s.blob(),
      KeyAgreementAlgorithm: s.answer(),
      KeyOrigin: s.answer(),
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'active' }],
    needs: 'an asymmetric KMS key',
  }),

  GenerateMac: operation<sdk.GenerateMacCommandInput, sdk.GenerateMacCommandOutput>({
    input: {
      Message: s.required(m.plaintext),
      KeyId: s.required(m.keyId),
      MacAlgorithm: s.required(macAlgorithm),
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
    },
    output: { Mac: s.blob(), MacAlgorithm: s.answer(), KeyId: s.string() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'active' }],
    needs: 'an HMAC KMS key',
  }),

  GetPublicKey: operation<sdk.GetPublicKeyCommandInput, sdk.GetPublicKeyCommandOutput>({
    input: { KeyId: s.required(m.keyId), GrantTokens: m.grantTokens },
    output: {
      KeyId: s.string(),
      PublicKey: s.blob(),
      CustomerMasterKeySpec: s.answer(),
      KeySpec: s.answer(),
      KeyUsage: s.answer(),
      EncryptionAlgorithms: s.list(s.answer()),
      SigningAlgorithms: s.list(s.answer()),
      KeyAgreementAlgorithms: s.list(s.answer()),
      EncapsulationAlgorithms: s.list(s.answer()),
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'active' }],
    needs: 'an asymmetric KMS key',
  }),

  Sign: operation<sdk.SignCommandInput, sdk.SignCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      Message: s.required(m.plaintext),
      MessageType: messageType,
      GrantTokens: m.grantTokens,
      SigningAlgorithm: s.required(signingAlgorithm),
      DryRun: s.boolean,
    },
    output: { KeyId: s.string(), Signature: s.blob(), SigningAlgorithm: s.answer() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'active' }],
    needs: 'an asymmetric KMS key',
  }),

  Verify: operation<sdk.VerifyCommandInput, sdk.VerifyCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      Message: s.required(m.plaintext),
      MessageType: messageType,
      Signature: s.required(m.ciphertext),
      SigningAlgorithm: s.required(signingAlgorithm),
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
    },
    output: { KeyId: s.string(), SignatureValid: s.boolean, SigningAlgorithm: s.answer() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'active' }],
    needs: 'an asymmetric KMS key',
  }),

  VerifyMac: operation<sdk.VerifyMacCommandInput, sdk.VerifyMacCommandOutput>({
    input: {
      Message: s.required(m.plaintext),
      KeyId: s.required(m.keyId),
      MacAlgorithm: s.required(macAlgorithm),
      Mac: s.required(m.ciphertext),
      GrantTokens: m.grantTokens,
      DryRun: s.boolean,
    },
    output: { KeyId: s.string(), MacValid: s.boolean, MacAlgorithm: s.answer() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'active' }],
    needs: 'an HMAC KMS key',
  }),
};
