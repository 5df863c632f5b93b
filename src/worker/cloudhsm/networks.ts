import type { ClusterRow } from '../storage/schema.ts';

/** HSMs an account can have in a Region (facts 6.2; adjustable at AWS). */
export const hsmQuota = 6;

export const hsmsOfRegion = (clusters: readonly ClusterRow[]): number =>
  clusters.reduce((sum, { hsms }) => sum + hsms.length, 0);

/**
 * An address for a new HSM's network interface: the wanted one, or the first free one of the zone's subnet, which here
 * is 10.0.<zone>.0/24 by the zone's letter. AWS keeps the first four addresses of a subnet to itself.
 * @returns undefined where it is taken, or none is left
 */
export function freeAddress(cluster: ClusterRow, zone: string, wanted: string | undefined): string | undefined {
  const taken = new Set(cluster.hsms.map(({ EniIp }) => EniIp));
  if (wanted !== undefined) return taken.has(wanted) ? undefined : wanted;
  const subnet = zone.charCodeAt(zone.length - 1) - 'a'.charCodeAt(0);
  for (let host = 4; host < 255; host += 1) {
    const address = `10.0.${String(subnet)}.${String(host)}`;
    if (!taken.has(address)) return address;
  }
  return undefined;
}
