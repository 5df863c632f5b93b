import { beginWait, clockRead } from '../../clock.ts';
import { newCloudHsmId, newEniId, newUuid } from '../../ids.ts';
import type { ClusterRow, HsmEntry } from '../../storage/schema.ts';
import { makeBackup, makeBackupReads, newBackup } from '../backups.ts';
import { activeHsms, allClustersRead, clusterRead, describeHsm, hsmQuota, hsmsPerCluster, requireCluster } from '../clusters.ts';
import { invalidRequest } from '../errors.ts';
import type { CloudHsmHandler } from '../handler.ts';
import { addressV6, clusterSubnets, freeAddress, takenAddresses } from '../networks.ts';

/** An HSM in a zone where the cluster has a subnet. It is ACTIVE, and has all keys, when the wait ends. */
export const createHsm: CloudHsmHandler<'CreateHsm'> = (call, { ClusterId, AvailabilityZone, IpAddress }) => {
  const { account, region } = call;
  const HsmId = newCloudHsmId('hsm');
  const EniId = newEniId();
  const transition = newUuid();
  const backup = newBackup();
  const reads = [
    clockRead,
    allClustersRead(call),
    clusterRead(call, ClusterId),
    { store: 'keyStoreNetworks' as const, prefix: [account, region] },
    ...makeBackupReads(call, ClusterId),
  ];
  return call.commit(reads, (rows) => {
    const cluster = requireCluster(rows, call, ClusterId);
    requireRoom(cluster);
    const subnet = clusterSubnets(cluster).find((one) => one.AvailabilityZone === AvailabilityZone);
    if (!subnet) return invalidRequest(`Cluster '${ClusterId}' has no subnet in Availability Zone '${AvailabilityZone}'.`);
    const clusters = rows.range('clusters', [account, region]);
    if (clusters.reduce((sum, { hsms }) => sum + hsms.length, 0) >= hsmQuota)
      return invalidRequest(`The account has ${String(hsmQuota)} HSMs in this Region, which is its quota.`);
    const taken = takenAddresses(clusters, rows.range('keyStoreNetworks', [account, region]), subnet.SubnetId);
    const EniIp = freeAddress(subnet, taken, IpAddress) ?? noAddress(subnet.SubnetId, IpAddress);
    const entry: HsmEntry = {
      HsmId,
      AvailabilityZone,
      SubnetId: subnet.SubnetId,
      EniId,
      EniIp,
      ...(cluster.NetworkType === 'DUALSTACK' && { EniIpV6: addressV6(subnet, EniIp) }),
      State: 'CREATE_IN_PROGRESS',
      transition,
    };
    // A new HSM gets what is in its peers by way of a backup (facts 6.3); without any, it gets the last backup.
    const backedUp = cluster.State === 'ACTIVE' && activeHsms(cluster).count > 0 ? makeBackup(rows, call, cluster, backup) : cluster;
    rows.put('clusters', { ...backedUp, hsms: [...cluster.hsms, entry] });
    beginWait(rows, call, transition, { kind: 'create-hsm', target: HsmId, ClusterId });
    return { Hsm: describeHsm(cluster, entry) };
  });
};

/** One HSM until the cluster is activated, which the recorded text is about (facts 6.1); then as many as the quota lets. */
function requireRoom({ ClusterId, State, hsms }: ClusterRow): void {
  const first = State === 'UNINITIALIZED' && hsms.length === 0;
  if (!first && (State === 'UNINITIALIZED' || State === 'INITIALIZE_IN_PROGRESS' || State === 'INITIALIZED'))
    invalidRequest(`Cluster '${ClusterId}' already contains an HSM but has not yet been fully activated`);
  if (!first && State !== 'ACTIVE') invalidRequest(`Cluster '${ClusterId}' is in state ${State}.`);
  if (hsms.length >= hsmsPerCluster) invalidRequest(`Cluster '${ClusterId}' has ${String(hsmsPerCluster)} HSMs, which is the most.`);
}

const noAddress = (SubnetId: string, wanted: string | undefined): never =>
  invalidRequest(wanted === undefined ? `Subnet '${SubnetId}' has no free address.` : `The address '${wanted}' is not free.`);
