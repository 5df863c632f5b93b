import type { DeleteHsmInput } from '../../../model/cloudhsmv2/inputs.ts';
import { AwsError } from '../../errors.ts';
import { beginWait, clockRead } from '../../clock.ts';
import { newUuid } from '../../ids.ts';
import type { ClusterRow, HsmEntry } from '../../storage/schema.ts';
import { makeBackup, makeBackupReads, newBackup } from '../backups.ts';
import { clusterRead, requireCluster, requireState, withHsm } from '../clusters.ts';
import { invalidRequest } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';

/**
 * The HSM stops working at once and is listed until the wait ends. The last one can be deleted too: what it held is in the
 * backup that is made first (facts 6.4).
 */
export const deleteHsm: CloudHsmHandler<'DeleteHsm'> = async (call, input) => {
  const { ClusterId } = input;
  const transition = newUuid();
  const backup = newBackup();
  if ([input.HsmId, input.EniId, input.EniIp].filter((id) => id !== undefined).length !== 1)
    return invalidRequest('Specify exactly one of HsmId, EniId and EniIp.');
  return call.commit([clockRead, clusterRead(call, ClusterId), ...makeBackupReads(call, ClusterId)], (rows) => {
    const cluster = requireCluster(rows, call, ClusterId);
    const entry = cluster.hsms.find((hsm) => isNamed(hsm, input));
    if (!entry)
      throw new AwsError('CloudHsmResourceNotFoundException', `Cluster '${ClusterId}' does not contain this HSM.`);
    if (entry.State === 'DELETE_IN_PROGRESS') return invalidRequest(`HSM '${entry.HsmId}' is being deleted.`);
    requireSettled(cluster);
    const { HsmId } = entry;
    const backedUp = cluster.State === 'ACTIVE' && entry.State === 'ACTIVE' ? makeBackup(rows, call, cluster, backup) : cluster;
    rows.put(
      'clusters',
      withHsm(backedUp, HsmId, (hsm) => ({ ...hsm, State: 'DELETE_IN_PROGRESS', transition })),
    );
    beginWait(rows, call, transition, { kind: 'delete-hsm', target: HsmId, ClusterId });
    return { HsmId };
  });
};

/** "You can't add or remove HSMs" while the HSM type changes (User Guide, migration); nor while the HSM is being claimed. */
function requireSettled(cluster: ClusterRow): void {
  requireState(cluster, 'UNINITIALIZED', 'INITIALIZED', 'ACTIVE', 'DEGRADED');
  if (cluster.State === 'INITIALIZED' && cluster.transition !== undefined)
    invalidRequest(`Cluster '${cluster.ClusterId}' is being activated.`);
}

const isNamed = (hsm: HsmEntry, { HsmId, EniId, EniIp }: DeleteHsmInput): boolean =>
  hsm.HsmId === HsmId || hsm.EniId === EniId || hsm.EniIp === EniIp;
