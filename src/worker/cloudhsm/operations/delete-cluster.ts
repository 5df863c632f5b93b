import { beginWait, clockRead } from '../../clock.ts';
import { newUuid } from '../../ids.ts';
import { clusterRead, describeCluster, requireCluster, requireState, withState } from '../clusters.ts';
import { invalidRequest } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';

/** "Before you can delete a cluster, you must delete all HSMs in the cluster" (API Reference). Its backups stay. */
export const deleteCluster: CloudHsmHandler<'DeleteCluster'> = (call, { ClusterId }) => {
  const transition = newUuid();
  return call.commit([clockRead, clusterRead(call, ClusterId)], (rows) => {
    const before = requireCluster(rows, call, ClusterId);
    requireState(before, 'UNINITIALIZED', 'INITIALIZED', 'ACTIVE', 'DEGRADED');
    if (before.hsms.length > 0) return invalidRequest(`Cluster '${ClusterId}' contains HSMs. Delete them first.`);
    // The text is AWS's (facts 6.1).
    const cluster = withState(before, { State: 'DELETE_IN_PROGRESS', StateMessage: 'The cluster is being deleted.', transition });
    rows.put('clusters', cluster);
    beginWait(rows, call, transition, { kind: 'delete-cluster', target: ClusterId });
    return { Cluster: describeCluster(cluster) };
  });
};
