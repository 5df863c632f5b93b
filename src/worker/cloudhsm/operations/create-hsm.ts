import { hsmQuota, freeAddress, hsmsOfRegion } from '../networks.ts';
import { beginWait, clockRead } from '../../clock.ts';
import { newCloudHsmId, newEniId, newUuid } from '../../ids.ts';
import type { ClusterRow, HsmEntry } from '../../storage/schema.ts';
import { describeHsm } from '../clusters.ts';
import { invalidRequest, requireCluster, type CloudHsmHandler } from '../handler.ts';

/** An HSM in a zone where the cluster has a subnet. It is ACTIVE, and has all keys, when the wait ends. */
export const createHsm: CloudHsmHandler<'CreateHsm'> = (call, { ClusterId, AvailabilityZone, IpAddress }) => {
  const { account, region } = call;
  const HsmId = newCloudHsmId('hsm');
  const EniId = newEniId();
  const transition = newUuid();
  return call.commit([clockRead, { store: 'clusters', prefix: [account, region] }, { store: 'clusters', key: [account, region, ClusterId] }], (rows) => {
    const cluster = requireCluster(rows, call, ClusterId);
    if (cluster.State !== 'ACTIVE') refuse(cluster);
    const SubnetId = cluster.SubnetMapping[AvailabilityZone];
    if (SubnetId === undefined)
      return invalidRequest(`Cluster '${ClusterId}' has no subnet in Availability Zone '${AvailabilityZone}'.`);
    const clusters = rows.range('clusters', [account, region]);
    if (hsmsOfRegion(clusters) >= hsmQuota)
      return invalidRequest(`The account has ${String(hsmQuota)} HSMs in this Region, which is its quota.`);
    const entry: HsmEntry = {
      HsmId,
      AvailabilityZone,
      SubnetId,
      EniId,
      EniIp: freeAddress(cluster, AvailabilityZone, IpAddress) ?? invalidRequest(`The address '${IpAddress ?? ''}' is not free.`),
      State: 'CREATE_IN_PROGRESS',
      transition,
    };
    rows.put('clusters', { ...cluster, hsms: [...cluster.hsms, entry] });
    beginWait(rows, call, transition, { kind: 'create-hsm', target: HsmId, ClusterId });
    return { Hsm: describeHsm(cluster, entry) };
  });
};

/** The recorded text is for a cluster that is initialized but not activated (facts 6.1). */
function refuse({ ClusterId, State, hsms }: ClusterRow): never {
  return State === 'INITIALIZED' && hsms.length > 0
    ? invalidRequest(`Cluster '${ClusterId}' already contains an HSM but has not yet been fully activated`)
    : invalidRequest(`Cluster '${ClusterId}' is in state ${State}.`);
}
