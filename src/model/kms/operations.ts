import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../operation.ts';
import * as s from '../shapes.ts';
import * as m from './members.ts';

const keySpecs = [
  'RSA_2048',
  'RSA_3072',
  'RSA_4096',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'SYMMETRIC_DEFAULT',
  'HMAC_224',
  'HMAC_256',
  'HMAC_384',
  'HMAC_512',
  'SM2',
] as const;

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

/** The KMS operations, in the service model's terms. Target `TrentService`, signing name `kms`. */
export const kmsOperations = {
  ConnectCustomKeyStore: operation<sdk.ConnectCustomKeyStoreCommandInput, sdk.ConnectCustomKeyStoreCommandOutput>({
    input: { CustomKeyStoreId: s.required(m.customKeyStoreId) },
    output: {},
    readOnly: false,
  }),

  CreateAlias: operation<sdk.CreateAliasCommandInput, sdk.CreateAliasCommandOutput>({
    input: { AliasName: s.required(m.aliasName), TargetKeyId: s.required(m.keyId) },
    readOnly: false,
    keys: [{ member: 'TargetKeyId', by: 'key', states: 'manage' }],
  }),

  CreateCustomKeyStore: operation<sdk.CreateCustomKeyStoreCommandInput, sdk.CreateCustomKeyStoreCommandOutput>({
    input: {
      CustomKeyStoreName: s.required(m.customKeyStoreName),
      CloudHsmClusterId: m.clusterId,
      TrustAnchorCertificate: s.unlogged(s.string(1, 5000)),
      KeyStorePassword: m.keyStorePassword,
      CustomKeyStoreType: s.oneOf('AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
      ...m.externalKeyStore,
    },
    output: { CustomKeyStoreId: s.string() },
    readOnly: false,
    trailNames: { CloudHsmClusterId: 'clusterId' },
  }),

  CreateKey: operation<sdk.CreateKeyCommandInput, sdk.CreateKeyCommandOutput>({
    input: {
      Policy: m.policy,
      Description: m.description,
      // In the order of AWS's recorded message (facts 8.4), which had no KEY_AGREEMENT yet.
      KeyUsage: s.oneOf('ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'),
      CustomerMasterKeySpec: s.oneOf(...keySpecs),
      KeySpec: s.oneOf(...keySpecs, 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87', 'ECC_NIST_EDWARDS25519'),
      Origin: s.oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
      CustomKeyStoreId: m.customKeyStoreId,
      BypassPolicyLockoutSafetyCheck: s.boolean,
      Tags: m.tags,
      MultiRegion: s.boolean,
      XksKeyId: m.xksKeyId,
    },
    output: { KeyMetadata: m.keyMetadata },
    readOnly: false,
    trailDefaults: {
      KeyUsage: 'ENCRYPT_DECRYPT',
      BypassPolicyLockoutSafetyCheck: false,
      Origin: 'AWS_KMS',
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      Description: '',
    },
  }),

  Decrypt: operation<sdk.DecryptCommandInput, sdk.DecryptCommandOutput>({
    input: {
      CiphertextBlob: m.ciphertext,
      EncryptionContext: m.encryptionContext,
      GrantTokens: m.grantTokens,
      KeyId: m.keyId,
      EncryptionAlgorithm: m.encryptionAlgorithm,
      Recipient: m.recipient,
      DryRun: s.boolean,
      DryRunModifiers: s.list<sdk.DryRunModifierType>(s.oneOf('IGNORE_CIPHERTEXT')),
    },
    output: {
      KeyId: s.string(),
      Plaintext: s.sensitive(s.blob()),
      EncryptionAlgorithm: s.answer(),
      CiphertextForRecipient: s.blob(),
      KeyMaterialId: s.string(),
    },
    readOnly: true,
    keys: [
      { member: 'KeyId', by: 'any', states: 'always', optional: true },
      { member: 'CiphertextBlob', by: 'ciphertext', states: 'use', optional: true },
    ],
    trailDefaults: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  }),

  DeleteCustomKeyStore: operation<sdk.DeleteCustomKeyStoreCommandInput, sdk.DeleteCustomKeyStoreCommandOutput>({
    input: { CustomKeyStoreId: s.required(m.customKeyStoreId) },
    output: {},
    readOnly: false,
  }),

  DescribeCustomKeyStores: operation<sdk.DescribeCustomKeyStoresCommandInput, sdk.DescribeCustomKeyStoresCommandOutput>(
    {
      input: {
        CustomKeyStoreId: m.customKeyStoreId,
        CustomKeyStoreName: m.customKeyStoreName,
        Limit: m.limit,
        Marker: m.marker,
      },
      output: { CustomKeyStores: s.list<sdk.CustomKeyStoresListEntry>(m.customKeyStore), ...m.page },
      readOnly: true,
    },
  ),

  DescribeKey: operation<sdk.DescribeKeyCommandInput, sdk.DescribeKeyCommandOutput>({
    input: { KeyId: s.required(m.keyId), GrantTokens: m.grantTokens },
    output: { KeyMetadata: m.keyMetadata },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'always' }],
  }),

  DisconnectCustomKeyStore: operation<
    sdk.DisconnectCustomKeyStoreCommandInput,
    sdk.DisconnectCustomKeyStoreCommandOutput
  >({
    input: { CustomKeyStoreId: s.required(m.customKeyStoreId) },
    output: {},
    readOnly: false,
  }),

  Encrypt: operation<sdk.EncryptCommandInput, sdk.EncryptCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      Plaintext: s.required(m.plaintext),
      EncryptionContext: m.encryptionContext,
      GrantTokens: m.grantTokens,
      EncryptionAlgorithm: m.encryptionAlgorithm,
      DryRun: s.boolean,
    },
    output: { CiphertextBlob: s.blob(), KeyId: s.string(), EncryptionAlgorithm: s.answer() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'use' }],
    trailDefaults: { EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
  }),

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
    keys: [{ member: 'KeyId', by: 'any', states: 'use' }],
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
    keys: [{ member: 'KeyId', by: 'any', states: 'use' }],
  }),

  GetKeyPolicy: operation<sdk.GetKeyPolicyCommandInput, sdk.GetKeyPolicyCommandOutput>({
    input: { KeyId: s.required(m.keyId), PolicyName: m.policyName },
    output: { Policy: s.string(), PolicyName: s.string() },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),

  ListAliases: operation<sdk.ListAliasesCommandInput, sdk.ListAliasesCommandOutput>({
    input: { KeyId: m.keyId, Limit: m.limit, Marker: m.marker },
    output: {
      Aliases: s.list<sdk.AliasListEntry>(
        s.structure<sdk.AliasListEntry>({
          AliasName: s.string(),
          AliasArn: s.string(),
          TargetKeyId: s.string(),
          CreationDate: s.timestamp,
          LastUpdatedDate: s.timestamp,
        }),
      ),
      ...m.page,
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always', optional: true }],
  }),

  ListKeys: operation<sdk.ListKeysCommandInput, sdk.ListKeysCommandOutput>({
    input: { Limit: m.limit, Marker: m.marker },
    output: {
      Keys: s.list<sdk.KeyListEntry>(s.structure<sdk.KeyListEntry>({ KeyId: s.string(), KeyArn: s.string() })),
      ...m.page,
    },
    readOnly: true,
  }),

  ListResourceTags: operation<sdk.ListResourceTagsCommandInput, sdk.ListResourceTagsCommandOutput>({
    input: { KeyId: s.required(m.keyId), Limit: m.limit, Marker: m.marker },
    output: { Tags: m.tags, ...m.page },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),

  PutKeyPolicy: operation<sdk.PutKeyPolicyCommandInput, sdk.PutKeyPolicyCommandOutput>({
    input: {
      KeyId: s.required(m.keyId),
      PolicyName: m.policyName,
      Policy: s.required(m.policy),
      BypassPolicyLockoutSafetyCheck: s.boolean,
    },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
    trailDefaults: { PolicyName: 'default', BypassPolicyLockoutSafetyCheck: false },
  }),

  TagResource: operation<sdk.TagResourceCommandInput, sdk.TagResourceCommandOutput>({
    input: { KeyId: s.required(m.keyId), Tags: s.required(m.tags) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),

  UpdateCustomKeyStore: operation<sdk.UpdateCustomKeyStoreCommandInput, sdk.UpdateCustomKeyStoreCommandOutput>({
    input: {
      CustomKeyStoreId: s.required(m.customKeyStoreId),
      NewCustomKeyStoreName: m.customKeyStoreName,
      KeyStorePassword: m.keyStorePassword,
      CloudHsmClusterId: m.clusterId,
      ...m.externalKeyStore,
    },
    output: {},
    readOnly: false,
    trailNames: { CloudHsmClusterId: 'clusterId' },
  }),

  UpdateKeyDescription: operation<sdk.UpdateKeyDescriptionCommandInput, sdk.UpdateKeyDescriptionCommandOutput>({
    input: { KeyId: s.required(m.keyId), Description: s.required(m.description) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),
};
