import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

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

const otherKinds = 'asymmetric and HMAC KMS keys';

/** KMS keys themselves: create, describe, enable, delete. */
export const keyOperations = {
  CancelKeyDeletion: operation<sdk.CancelKeyDeletionCommandInput, sdk.CancelKeyDeletionCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    output: { KeyId: s.string() },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'cancel' }],
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
    partly: {
      KeyUsage: otherKinds,
      CustomerMasterKeySpec: otherKinds,
      KeySpec: otherKinds,
      Origin: { EXTERNAL: 'imported key material', EXTERNAL_KEY_STORE: 'external key stores' },
      MultiRegion: 'multi-Region keys',
      XksKeyId: 'external key stores',
    },
  }),

  DescribeKey: operation<sdk.DescribeKeyCommandInput, sdk.DescribeKeyCommandOutput>({
    input: { KeyId: s.required(m.keyId), GrantTokens: m.grantTokens },
    output: { KeyMetadata: m.keyMetadata },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'any', states: 'always' }],
  }),

  DisableKey: operation<sdk.DisableKeyCommandInput, sdk.DisableKeyCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),

  EnableKey: operation<sdk.EnableKeyCommandInput, sdk.EnableKeyCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),

  GetKeyLastUsage: operation<sdk.GetKeyLastUsageCommandInput, sdk.GetKeyLastUsageCommandOutput>({
    input: { KeyId: s.required(m.keyId) },
    output: {
      KeyId: s.string(),
      KeyLastUsage: s.structure<sdk.KeyLastUsageData>({
        Operation: s.answer(),
        Timestamp: s.timestamp,
        CloudTrailEventId: s.string(),
        KmsRequestId: s.string(),
      }),
      TrackingStartDate: s.timestamp,
      KeyCreationDate: s.timestamp,
    },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),

  ListKeys: operation<sdk.ListKeysCommandInput, sdk.ListKeysCommandOutput>({
    input: { Limit: m.limit, Marker: m.marker },
    output: {
      Keys: s.list<sdk.KeyListEntry>(s.structure<sdk.KeyListEntry>({ KeyId: s.string(), KeyArn: s.string() })),
      ...m.page,
    },
    readOnly: true,
  }),

  ScheduleKeyDeletion: operation<sdk.ScheduleKeyDeletionCommandInput, sdk.ScheduleKeyDeletionCommandOutput>({
    input: { KeyId: s.required(m.keyId), PendingWindowInDays: s.integer(1, 365) },
    output: {
      KeyId: s.string(),
      DeletionDate: s.timestamp,
      KeyState: s.answer(),
      PendingWindowInDays: s.integer(),
    },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
    trailDefaults: { PendingWindowInDays: 30 },
  }),

  UpdateKeyDescription: operation<sdk.UpdateKeyDescriptionCommandInput, sdk.UpdateKeyDescriptionCommandOutput>({
    input: { KeyId: s.required(m.keyId), Description: s.required(m.description) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),
};
