import type { ClusterRow } from '../storage/schema.ts';

/** HSMs an account can have in a Region (facts 6.2; adjustable at AWS). */
export const hsmQuota = 6;

export const hsmsOfRegion = (clusters: readonly ClusterRow[]): number =>
  clusters.reduce((sum, { hsms }) => sum + hsms.length, 0);

/**
 * An address for a new HSM's network interface: the wanted one, or the first free one of the zone's subnet. AWS keeps the
 * first four addresses of a subnet and the last to itself.
 * @returns undefined where the wanted one is not in the subnet or taken, or none is left
 */
export function freeAddress(cluster: ClusterRow, zone: string, wanted: string | undefined): string | undefined {
  const taken = new Set(cluster.hsms.map(({ EniIp }) => EniIp));
  const network = cluster.networks[zone] ?? '';
  for (let host = 4; host < 255; host += 1) {
    const address = `${network}.${String(host)}`;
    if (!taken.has(address) && (wanted === undefined || wanted === address)) return address;
  }
  return undefined;
}
