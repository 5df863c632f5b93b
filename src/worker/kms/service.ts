import { kmsOperations } from '../../model/kms/operations.ts';
import type { Operation } from '../../model/operation.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import type { KmsCall, KmsHandler, KmsOperationName } from './handler.ts';
import { cancelKeyDeletion } from './operations/cancel-key-deletion.ts';
import { connectCustomKeyStore } from './operations/connect-custom-key-store.ts';
import { createAlias } from './operations/create-alias.ts';
import { createCustomKeyStore } from './operations/create-custom-key-store.ts';
import { createGrant } from './operations/create-grant.ts';
import { createKey } from './operations/create-key.ts';
import { decrypt } from './operations/decrypt.ts';
import { deleteAlias } from './operations/delete-alias.ts';
import { deleteCustomKeyStore } from './operations/delete-custom-key-store.ts';
import { describeCustomKeyStores } from './operations/describe-custom-key-stores.ts';
import { describeKey } from './operations/describe-key.ts';
import { disableKeyRotation } from './operations/disable-key-rotation.ts';
import { disableKey } from './operations/disable-key.ts';
import { disconnectCustomKeyStore } from './operations/disconnect-custom-key-store.ts';
import { enableKeyRotation } from './operations/enable-key-rotation.ts';
import { enableKey } from './operations/enable-key.ts';
import { encrypt } from './operations/encrypt.ts';
import { generateDataKeyPairWithoutPlaintext } from './operations/generate-data-key-pair-without-plaintext.ts';
import { generateDataKeyPair } from './operations/generate-data-key-pair.ts';
import { generateDataKeyWithoutPlaintext } from './operations/generate-data-key-without-plaintext.ts';
import { generateDataKey } from './operations/generate-data-key.ts';
import { generateRandom } from './operations/generate-random.ts';
import { getKeyLastUsage } from './operations/get-key-last-usage.ts';
import { getKeyPolicy } from './operations/get-key-policy.ts';
import { getKeyRotationStatus } from './operations/get-key-rotation-status.ts';
import { listAliases } from './operations/list-aliases.ts';
import { listGrants } from './operations/list-grants.ts';
import { listKeyPolicies } from './operations/list-key-policies.ts';
import { listKeyRotations } from './operations/list-key-rotations.ts';
import { listKeys } from './operations/list-keys.ts';
import { listResourceTags } from './operations/list-resource-tags.ts';
import { listRetirableGrants } from './operations/list-retirable-grants.ts';
import { putKeyPolicy } from './operations/put-key-policy.ts';
import { reEncrypt } from './operations/re-encrypt.ts';
import { retireGrant } from './operations/retire-grant.ts';
import { revokeGrant } from './operations/revoke-grant.ts';
import { rotateKeyOnDemand } from './operations/rotate-key-on-demand.ts';
import { scheduleKeyDeletion } from './operations/schedule-key-deletion.ts';
import { tagResource } from './operations/tag-resource.ts';
import { untagResource } from './operations/untag-resource.ts';
import { updateAlias } from './operations/update-alias.ts';
import { updateCustomKeyStore } from './operations/update-custom-key-store.ts';
import { updateKeyDescription } from './operations/update-key-description.ts';
import { refuseImport, refuseKeyUsage, refusePublicKey, refuseSingleRegionKey } from './other-key-kinds.ts';
import { readGrantToken } from './grant-tokens.ts';
import { countAgainstKeyStores } from './key-store-rate.ts';
import { resolveSubjects, type Keys } from './subjects.ts';

/** One handler for each operation of the table: a missing or superfluous one does not compile. */
const handlers: { readonly [Name in KmsOperationName]: KmsHandler<Name> } = {
  CancelKeyDeletion: cancelKeyDeletion,
  ConnectCustomKeyStore: connectCustomKeyStore,
  CreateAlias: createAlias,
  CreateCustomKeyStore: createCustomKeyStore,
  CreateGrant: createGrant,
  CreateKey: createKey,
  Decrypt: decrypt,
  DeleteAlias: deleteAlias,
  DeleteCustomKeyStore: deleteCustomKeyStore,
  DeleteImportedKeyMaterial: refuseImport,
  DeriveSharedSecret: refuseKeyUsage('DeriveSharedSecret'),
  DescribeCustomKeyStores: describeCustomKeyStores,
  DescribeKey: describeKey,
  DisableKey: disableKey,
  DisableKeyRotation: disableKeyRotation,
  DisconnectCustomKeyStore: disconnectCustomKeyStore,
  EnableKey: enableKey,
  EnableKeyRotation: enableKeyRotation,
  Encrypt: encrypt,
  GenerateDataKey: generateDataKey,
  GenerateDataKeyPair: generateDataKeyPair,
  GenerateDataKeyPairWithoutPlaintext: generateDataKeyPairWithoutPlaintext,
  GenerateDataKeyWithoutPlaintext: generateDataKeyWithoutPlaintext,
  GenerateMac: refuseKeyUsage('GenerateMac'),
  GenerateRandom: generateRandom,
  GetKeyLastUsage: getKeyLastUsage,
  GetKeyPolicy: getKeyPolicy,
  GetKeyRotationStatus: getKeyRotationStatus,
  GetParametersForImport: refuseImport,
  GetPublicKey: refusePublicKey,
  ImportKeyMaterial: refuseImport,
  ListAliases: listAliases,
  ListGrants: listGrants,
  ListKeyPolicies: listKeyPolicies,
  ListKeyRotations: listKeyRotations,
  ListKeys: listKeys,
  ListResourceTags: listResourceTags,
  ListRetirableGrants: listRetirableGrants,
  PutKeyPolicy: putKeyPolicy,
  ReEncrypt: reEncrypt,
  ReplicateKey: refuseSingleRegionKey,
  RetireGrant: retireGrant,
  RevokeGrant: revokeGrant,
  RotateKeyOnDemand: rotateKeyOnDemand,
  ScheduleKeyDeletion: scheduleKeyDeletion,
  Sign: refuseKeyUsage('Sign'),
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateAlias: updateAlias,
  UpdateCustomKeyStore: updateCustomKeyStore,
  UpdateKeyDescription: updateKeyDescription,
  UpdatePrimaryRegion: refuseSingleRegionKey,
  Verify: refuseKeyUsage('Verify'),
  VerifyMac: refuseKeyUsage('VerifyMac'),
};

/**
 * Runs a KMS operation: finds the keys it is about, checks their states, does the work; the commit checks both again.
 * @param input decoded and validated
 */
export async function runKms(call: Call, name: string, input: Values): Promise<Values | undefined> {
  const operation = name as KmsOperationName;
  // The model of DescribeKey, alone of those that take grant tokens, lists no error for one that is none.
  if (operation !== 'DescribeKey') checkGrantTokens(input);
  const model: Operation = kmsOperations[operation];
  const subjects = await resolveSubjects(call, name, model.keys, input);
  noteKeyArn(call, model, subjects.keys);
  if (call.throttle) await countAgainstKeyStores(call, operation, subjects.keys, input);
  const kmsCall: KmsCall = {
    ...call,
    keys: subjects.keys,
    commit: (reads, decide) =>
      call.commit([...subjects.reads, ...reads], (rows) => decide(rows, subjects.recheck(rows))),
  };
  const handler = handlers[operation] as (call: KmsCall, input: Values) => Promise<Values | undefined>;
  return handler(kmsCall, input);
}

/** @throws AwsError InvalidGrantTokenException: whosever permission it is, the token must be one */
function checkGrantTokens({ GrantTokens }: Values): void {
  for (const token of (GrantTokens ?? []) as readonly string[]) readGrantToken(token);
}

/**
 * "CloudTrail log entries … recorded on or after December 2022 include the key ARN of the affected KMS key in the
 * responseElements.keyId value, even though this operation does not return the key ARN" (Developer Guide, EnableKey, …).
 */
function noteKeyArn(call: Call, { readOnly, output }: Operation, keys: Keys): void {
  const key = keys['TargetKeyId'] ?? Object.values(keys)[0];
  if (!readOnly && !output && key) call.note({ responseElements: { keyId: key.arn } });
}
