import type { Place } from '../../model/look.ts';
import { newEniId, newSecurityGroupId } from '../ids.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow, KeyStoreNetworkRow } from '../storage/schema.ts';
import { allClustersRead } from './clusters.ts';
import { clusterSubnets, lastFreeAddress, takenAddresses } from './networks.ts';

/**
 * What KMS builds in the cluster's VPC when a key store connects, and takes down when it disconnects: a security group and one
 * network interface in each of the cluster's subnets (facts 1.5).
 */

/** Ids for {@link planNetwork}, made before the commit that may run more than once. */
export interface NewNetwork {
  readonly CustomKeyStoreId: string;
  readonly SecurityGroup: string;
  readonly EniIds: readonly string[];
}
/** Subnets a cluster has at the most (API Reference, CreateCluster). */
const mostSubnets = 10;
export const newNetwork = (CustomKeyStoreId: string): NewNetwork => ({
  CustomKeyStoreId,
  SecurityGroup: newSecurityGroupId(),
  EniIds: Array.from({ length: mostSubnets }, newEniId),
});

export const networkGroupName = (CustomKeyStoreId: string): string => `kms-${CustomKeyStoreId}`;
export const interfaceDescription = (ClusterId: string): string => `KMS managed ENI for cluster ${ClusterId}`;

export const networkReads = (place: Place): Read[] => [
  allClustersRead(place),
  { store: 'keyStoreNetworks', prefix: [place.account, place.region] },
];

/** @returns what is to be built, or undefined where it cannot be: each private subnet needs a free address */
export function planNetwork(
  rows: Rows,
  cluster: ClusterRow,
  { CustomKeyStoreId, SecurityGroup, EniIds }: NewNetwork,
): KeyStoreNetworkRow | undefined {
  const { account, region, ClusterId, VpcId } = cluster;
  const clusters = rows.range('clusters', [account, region]);
  const stores = rows.range('keyStoreNetworks', [account, region]).filter((store) => store.CustomKeyStoreId !== CustomKeyStoreId);
  const interfaces: KeyStoreNetworkRow['interfaces'][number][] = [];
  for (const [i, subnet] of clusterSubnets(cluster).entries()) {
    const EniIp = lastFreeAddress(subnet, takenAddresses(clusters, stores, subnet.SubnetId));
    if (EniIp === undefined) return undefined;
    interfaces.push({ EniId: EniIds[i] ?? '', EniIp, SubnetId: subnet.SubnetId, AvailabilityZone: subnet.AvailabilityZone });
  }
  return { account, region, CustomKeyStoreId, ClusterId, VpcId, SecurityGroup, interfaces };
}

export const removeNetwork = (rows: Rows, { account, region }: Place, CustomKeyStoreId: string): void => {
  rows.delete('keyStoreNetworks', [account, region, CustomKeyStoreId]);
};
