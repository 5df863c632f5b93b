import { kmsOperations } from '../../model/kms/operations.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import type { KmsCall, KmsHandler, KmsOperationName } from './handler.ts';
import { connectCustomKeyStore } from './operations/connect-custom-key-store.ts';
import { createAlias } from './operations/create-alias.ts';
import { createCustomKeyStore } from './operations/create-custom-key-store.ts';
import { createKey } from './operations/create-key.ts';
import { decrypt } from './operations/decrypt.ts';
import { deleteCustomKeyStore } from './operations/delete-custom-key-store.ts';
import { describeCustomKeyStores } from './operations/describe-custom-key-stores.ts';
import { describeKey } from './operations/describe-key.ts';
import { disconnectCustomKeyStore } from './operations/disconnect-custom-key-store.ts';
import { encrypt } from './operations/encrypt.ts';
import { generateDataKeyPair } from './operations/generate-data-key-pair.ts';
import { getKeyPolicy } from './operations/get-key-policy.ts';
import { listAliases } from './operations/list-aliases.ts';
import { listKeys } from './operations/list-keys.ts';
import { listResourceTags } from './operations/list-resource-tags.ts';
import { putKeyPolicy } from './operations/put-key-policy.ts';
import { tagResource } from './operations/tag-resource.ts';
import { updateCustomKeyStore } from './operations/update-custom-key-store.ts';
import { updateKeyDescription } from './operations/update-key-description.ts';
import { resolveSubjects } from './subjects.ts';

/** One handler for each operation of the table: a missing or superfluous one does not compile. */
const handlers: { readonly [Name in KmsOperationName]: KmsHandler<Name> } = {
  ConnectCustomKeyStore: connectCustomKeyStore,
  CreateAlias: createAlias,
  CreateCustomKeyStore: createCustomKeyStore,
  CreateKey: createKey,
  Decrypt: decrypt,
  DeleteCustomKeyStore: deleteCustomKeyStore,
  DescribeCustomKeyStores: describeCustomKeyStores,
  DescribeKey: describeKey,
  DisconnectCustomKeyStore: disconnectCustomKeyStore,
  Encrypt: encrypt,
  GenerateDataKeyPair: generateDataKeyPair,
  GenerateDataKeyPairWithoutPlaintext: generateDataKeyPair,
  GetKeyPolicy: getKeyPolicy,
  ListAliases: listAliases,
  ListKeys: listKeys,
  ListResourceTags: listResourceTags,
  PutKeyPolicy: putKeyPolicy,
  TagResource: tagResource,
  UpdateCustomKeyStore: updateCustomKeyStore,
  UpdateKeyDescription: updateKeyDescription,
};

/**
 * Runs a KMS operation: finds the keys it is about, checks their states, does the work; the commit checks both again.
 * @param input decoded and validated
 */
export async function runKms(call: Call, name: string, input: Values): Promise<Values | undefined> {
  const operation = name as KmsOperationName;
  const subjects = await resolveSubjects(call, name, kmsOperations[operation].keys, input);
  const kmsCall: KmsCall = {
    ...call,
    keys: subjects.keys,
    commit: (reads, decide) =>
      call.commit([...subjects.reads, ...reads], (rows) => decide(rows, subjects.recheck(rows))),
  };
  const handler = handlers[operation] as (call: KmsCall, input: Values) => Promise<Values | undefined>;
  return handler(kmsCall, input);
}
