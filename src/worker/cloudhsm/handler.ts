import type { cloudhsmv2Operations } from '../../model/cloudhsmv2/operations.ts';
import type { InputOf, OutputOf } from '../../model/operation.ts';
import type { Call } from '../call.ts';
import { AwsError } from '../errors.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow } from '../storage/schema.ts';
import { clusterKey } from './clusters.ts';

export type CloudHsmOperationName = keyof typeof cloudhsmv2Operations;

export type CloudHsmHandler<Name extends CloudHsmOperationName> = (
  call: Call,
  input: InputOf<(typeof cloudhsmv2Operations)[Name]>,
) => Promise<OutputOf<(typeof cloudhsmv2Operations)[Name]>>;

/** @throws AwsError CloudHsmInvalidRequestException; of AWS's texts only few are public (facts 6.1), these are ours */
export function invalidRequest(text: string): never {
  throw new AwsError('CloudHsmInvalidRequestException', text);
}

/** @throws AwsError CloudHsmResourceNotFoundException */
export function requireCluster(rows: Rows, call: Call, ClusterId: string): ClusterRow {
  const cluster = rows.get('clusters', clusterKey(call, ClusterId));
  if (!cluster) throw new AwsError('CloudHsmResourceNotFoundException', `Cluster '${ClusterId}' does not exist.`);
  return cluster;
}
