import type { DeleteHsmInput } from '../../../model/cloudhsmv2/types.ts';
import { AwsError } from '../../errors.ts';
import { beginWait, clockRead } from '../../clock.ts';
import { newUuid } from '../../ids.ts';
import type { HsmEntry } from '../../storage/schema.ts';
import { withHsm } from '../clusters.ts';
import { invalidRequest, requireCluster, type CloudHsmHandler } from '../handler.ts';

/** The HSM stops working at once and is listed until the wait ends. The last one can be deleted too (facts 6.4). */
export const deleteHsm: CloudHsmHandler<'DeleteHsm'> = async (call, input) => {
  const { ClusterId } = input;
  const transition = newUuid();
  if ([input.HsmId, input.EniId, input.EniIp].filter((id) => id !== undefined).length !== 1)
    return invalidRequest('Specify exactly one of HsmId, EniId and EniIp.');
  return call.commit([clockRead, { store: 'clusters', key: [call.account, call.region, ClusterId] }], (rows) => {
    const cluster = requireCluster(rows, call, ClusterId);
    const entry = cluster.hsms.find((hsm) => isNamed(hsm, input));
    if (!entry)
      throw new AwsError('CloudHsmResourceNotFoundException', `Cluster '${ClusterId}' does not contain this HSM.`);
    if (entry.State === 'DELETE_IN_PROGRESS') return invalidRequest(`HSM '${entry.HsmId}' is being deleted.`);
    const { HsmId } = entry;
    rows.put(
      'clusters',
      withHsm(cluster, HsmId, (hsm) => ({ ...hsm, State: 'DELETE_IN_PROGRESS', transition })),
    );
    beginWait(rows, call, transition, { kind: 'delete-hsm', target: HsmId, ClusterId });
    return { HsmId };
  });
};

const isNamed = (hsm: HsmEntry, { HsmId, EniId, EniIp }: DeleteHsmInput): boolean =>
  hsm.HsmId === HsmId || hsm.EniId === EniId || hsm.EniIp === EniIp;
