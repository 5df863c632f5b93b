import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { ClusterRow, KeyStoreNetworkRow, Subnet, VpcRow } from '../storage/schema.ts';
import { invalidRequest } from './errors.ts';

/** Networks, as far as the rules of clusters need them: there is no EC2 here to make others. */

/** TCP ports that a cluster's security group lets its members use among themselves, in and out (facts 1.3, 6.4). */
export const clusterPorts = { from: 2223, to: 2225 };
export const clusterGroupName = (ClusterId: string): string => `cloudhsm-${ClusterId}-sg`;

/** @returns hexadecimal digits that are always the same for a text (FNV-1a, 32 bits at a time) */
function digits(text: string, length: number): string {
  let out = '';
  for (let salt = 0; out.length < length; salt += 1) {
    let hash = 0x811c9dc5;
    for (const character of `${String(salt)}/${text}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    out += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return out.slice(0, length);
}

/** Every account has a VPC in every Region, with a private subnet in each of three zones; ours. */
export function defaultVpc({ account, region }: Place): VpcRow {
  const subnets = ['a', 'b', 'c'].map((zone, i) => ({
    SubnetId: `subnet-${digits(`${region}${zone}`, 17)}`,
    AvailabilityZone: `${region}${zone}`,
    cidr: `172.31.${String(i)}.0/24`,
  }));
  return { account, region, VpcId: `vpc-${digits(region, 17)}`, subnets };
}

export const vpcsRead = ({ account, region }: Place): Read => ({ store: 'vpcs', prefix: [account, region] });

/**
 * The subnets of a new cluster: all of one VPC, one a zone (API Reference, CreateCluster).
 * @throws AwsError CloudHsmInvalidRequestException; AWS's texts are not public
 */
export function subnetsOf(vpcs: readonly VpcRow[], ids: readonly string[]): { readonly VpcId: string; readonly subnets: readonly Subnet[] } {
  const found = ids.map((id) => {
    const vpc = vpcs.find(({ subnets }) => subnets.some(({ SubnetId }) => SubnetId === id));
    const subnet = vpc?.subnets.find(({ SubnetId }) => SubnetId === id);
    return vpc && subnet ? { VpcId: vpc.VpcId, subnet } : invalidRequest(`Subnet '${id}' does not exist.`);
  });
  const [VpcId = '', ...others] = new Set(found.map((one) => one.VpcId));
  if (others.length > 0) return invalidRequest('All subnets must be in the same VPC.');
  const subnets = found.map(({ subnet }) => subnet);
  if (new Set(subnets.map(({ AvailabilityZone }) => AvailabilityZone)).size < subnets.length)
    return invalidRequest('Only one subnet can be specified for each Availability Zone.');
  return { VpcId, subnets };
}

/** The subnets of a cluster. */
export const clusterSubnets = ({ SubnetMapping, networks }: ClusterRow): Subnet[] =>
  Object.entries(SubnetMapping).map(([AvailabilityZone, SubnetId]) => {
    const network = networks[AvailabilityZone] ?? '';
    return { SubnetId, AvailabilityZone, cidr: network.includes('/') ? network : `${network}.0/24` };
  });

/** Addresses of a subnet that network interfaces can have: AWS keeps the first four and the last to itself. */
export function addressesIn(cidr: string): string[] {
  const [base = '', bits] = cidr.split('/');
  const first = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - Number(bits));
  return Array.from({ length: Math.max(0, size - 5) }, (_, i) => {
    const address = first + 4 + i;
    return [24, 16, 8, 0].map((shift) => String((address >>> shift) & 255)).join('.');
  });
}

/** Addresses that are taken: by HSMs, and by KMS where a key store is connected. */
export function takenAddresses(clusters: readonly ClusterRow[], stores: readonly KeyStoreNetworkRow[], SubnetId: string): ReadonlySet<string> {
  const interfaces = [...clusters.flatMap(({ hsms }) => hsms), ...stores.flatMap((store) => store.interfaces)];
  return new Set(interfaces.filter((one) => one.SubnetId === SubnetId).map(({ EniIp }) => EniIp));
}

/**
 * An address for a new network interface: the wanted one, or the first free one of the subnet.
 * @returns undefined where the wanted one is not in the subnet or taken, or none is left
 */
export const freeAddress = ({ cidr }: Subnet, taken: ReadonlySet<string>, wanted?: string): string | undefined =>
  addressesIn(cidr).find((address) => !taken.has(address) && (wanted === undefined || wanted === address));

/** A free address for KMS: from the end of the subnet, so that those of HSMs stay together (ours; EC2 takes any). */
export const lastFreeAddress = ({ cidr }: Subnet, taken: ReadonlySet<string>): string | undefined =>
  addressesIn(cidr).findLast((address) => !taken.has(address));

/** The IPv6 address beside an IPv4 one in a DUALSTACK cluster; the prefix is RFC 3849's for documentation. */
export const addressV6 = ({ SubnetId }: Subnet, EniIp: string): string => `2001:db8:${digits(SubnetId, 4)}::${EniIp.split('.').at(-1) ?? ''}`;
