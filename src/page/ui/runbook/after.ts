import type { WaitKind } from '../../../model/durations.ts';
import { isTyped, parsed, type Deed } from '../calls/call.ts';
import { isValues, type WrittenCall } from '../calls/written.ts';

/** What is to be seen after a step: a question, the part of the answer, and what it is to be. */
export interface Check {
  readonly call: Pick<WrittenCall, 'service' | 'operation' | 'input'>;
  readonly query: string;
  /** Alternatives with `|` between them; `None` is what the AWS CLI prints where there is nothing. */
  readonly wanted: string;
  /** What goes on until then, where it takes time. */
  readonly wait?: Exclude<WaitKind, 'rotate-key'>;
  /** Done by hand, outside of the AWS CLI. */
  readonly byHand?: 'activate';
}

const store = (CustomKeyStoreId: unknown, wanted: string, wait?: Check['wait']): Check => ({
  call: { service: 'kms', operation: 'DescribeCustomKeyStores', input: { CustomKeyStoreId } },
  query: 'CustomKeyStores[0].ConnectionState',
  wanted,
  ...(wait && { wait }),
});
const cluster = (ClusterId: unknown, query: string, wanted: string, wait: Check['wait'], byHand?: Check['byHand']): Check => ({
  call: { service: 'cloudhsmv2', operation: 'DescribeClusters', input: { Filters: { clusterIds: [ClusterId] } } },
  query: `Clusters[0].${query}`,
  wanted,
  ...(wait && { wait }),
  ...(byHand && { byHand }),
});
const key = (KeyId: unknown, query: string, wanted: string): Check => ({
  call: { service: 'kms', operation: 'DescribeKey', input: { KeyId } },
  query: `KeyMetadata.${query}`,
  wanted,
});
const hsm = (HsmId: unknown): string => `Hsms[?HsmId=='${String(HsmId)}'].State | [0]`;

type Parts = Readonly<Record<string, unknown>>;
const part = (values: Parts, name: string): Parts => (isValues(values[name]) ? values[name] : {});

/** By operation: from what was asked and answered to what AWS shows when it is done (facts 1.5, 3, 6.4). */
const rules: Readonly<Record<string, (input: Parts, answer: Parts) => readonly Check[]>> = {
  CreateCustomKeyStore: (_, { CustomKeyStoreId }) => [store(CustomKeyStoreId, 'DISCONNECTED')],
  ConnectCustomKeyStore: ({ CustomKeyStoreId }) => [store(CustomKeyStoreId, 'CONNECTED', 'connect')],
  DisconnectCustomKeyStore: ({ CustomKeyStoreId }) => [store(CustomKeyStoreId, 'DISCONNECTED', 'disconnect')],
  CreateKey: (_, answer) => [key(part(answer, 'KeyMetadata')['KeyId'], 'KeyState', part(answer, 'KeyMetadata')['KeyState'] === 'PendingImport' ? 'PendingImport' : 'Enabled')],
  EnableKey: ({ KeyId }) => [key(KeyId, 'KeyState', 'Enabled')],
  DisableKey: ({ KeyId }) => [key(KeyId, 'KeyState', 'Disabled')],
  ScheduleKeyDeletion: ({ KeyId }) => [key(KeyId, 'KeyState', 'PendingDeletion')],
  CancelKeyDeletion: ({ KeyId }) => [key(KeyId, 'KeyState', 'Disabled')],
  CreateAlias: ({ AliasName, TargetKeyId }) => [key(AliasName, String(TargetKeyId).startsWith('arn:') ? 'Arn' : 'KeyId', String(TargetKeyId))],
  CreateCluster: (_, answer) => [cluster(part(answer, 'Cluster')['ClusterId'], 'State', 'UNINITIALIZED', 'create-cluster')],
  InitializeCluster: ({ ClusterId }) => [cluster(ClusterId, 'State', 'INITIALIZED', 'initialize-cluster'), cluster(ClusterId, 'State', 'ACTIVE', 'activate-cluster', 'activate')],
  CreateHsm: ({ ClusterId }, answer) => [cluster(ClusterId, hsm(part(answer, 'Hsm')['HsmId']), 'ACTIVE', 'create-hsm')],
  DeleteHsm: ({ ClusterId }, { HsmId }) => [cluster(ClusterId, hsm(HsmId), 'None', 'delete-hsm')],
  DeleteCluster: ({ ClusterId }) => [cluster(ClusterId, 'State', 'DELETED|None', 'delete-cluster')],
  ModifyCluster: ({ ClusterId, HsmType }) => (HsmType === undefined ? [] : [cluster(ClusterId, 'State', 'ACTIVE', 'modify-cluster')]),
};

/** What follows a call that AWS has answered well, or a command; nothing where its answer says it all. */
export function checksAfter(deed: Deed): readonly Check[] {
  if (isTyped(deed))
    return deed.command === 'cluster activate' && deed.ClusterId !== undefined ? [cluster(deed.ClusterId, 'State', 'ACTIVE', 'activate-cluster')] : [];
  const { operation, written, response, code } = deed;
  if (code !== undefined) return [];
  const answer = parsed(response.body);
  return (Object.hasOwn(rules, operation) && written && rules[operation]?.(written.input, isValues(answer) ? answer : {})) || [];
}
