import { regions, type Region } from '../regions.ts';
import type { kmsOperations } from './operations.ts';

type OperationName = keyof typeof kmsOperations;

/** Requests a second that an account may make in a Region before KMS throttles it (facts 8.7). */
export type Rate = number | 'symmetric cryptography';

/** Operations that are not here have no figure in the facts, and are not throttled. */
export const requestRates: Readonly<Partial<Record<OperationName, Rate>>> = {
  CancelKeyDeletion: 5,
  ConnectCustomKeyStore: 5,
  CreateAlias: 5,
  CreateCustomKeyStore: 5,
  CreateGrant: 50,
  CreateKey: 5,
  Decrypt: 'symmetric cryptography',
  DeleteAlias: 15,
  DeleteCustomKeyStore: 5,
  DeleteImportedKeyMaterial: 15,
  DescribeCustomKeyStores: 5,
  DescribeKey: 2000,
  DisableKey: 5,
  DisableKeyRotation: 5,
  DisconnectCustomKeyStore: 5,
  EnableKey: 5,
  EnableKeyRotation: 15,
  Encrypt: 'symmetric cryptography',
  GenerateDataKey: 'symmetric cryptography',
  GenerateDataKeyWithoutPlaintext: 'symmetric cryptography',
  GenerateRandom: 'symmetric cryptography',
  GetKeyLastUsage: 5,
  GetKeyPolicy: 1000,
  GetKeyRotationStatus: 1000,
  GetParametersForImport: 1,
  GetPublicKey: 2000,
  ImportKeyMaterial: 15,
  ListAliases: 500,
  ListGrants: 100,
  ListKeyPolicies: 100,
  ListKeyRotations: 100,
  ListKeys: 500,
  ListResourceTags: 2000,
  ListRetirableGrants: 100,
  PutKeyPolicy: 15,
  ReEncrypt: 'symmetric cryptography',
  ReplicateKey: 5,
  RetireGrant: 50,
  RevokeGrant: 50,
  RotateKeyOnDemand: 5,
  ScheduleKeyDeletion: 15,
  TagResource: 10,
  UntagResource: 5,
  UpdateAlias: 5,
  UpdateCustomKeyStore: 5,
  UpdateKeyDescription: 5,
  UpdatePrimaryRegion: 5,
};

const more: Readonly<Partial<Record<Region, number>>> = {
  'us-east-2': 20_000,
  'ap-southeast-1': 20_000,
  'ap-southeast-2': 20_000,
  'ap-northeast-1': 20_000,
  'eu-central-1': 20_000,
  'eu-west-2': 20_000,
  'us-east-1': 100_000,
  'us-west-2': 100_000,
  'eu-west-1': 100_000,
};

/** What the operations of symmetric cryptography share in each Region. */
export const symmetricRates: Readonly<Record<string, number>> = Object.fromEntries(
  regions.map((region) => [region, more[region] ?? 10_000]),
);

/** What those operations share for each CloudHSM key store besides; not adjustable. */
export const keyStoreRate = 1800;
