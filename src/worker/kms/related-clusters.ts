import type { ClusterRow } from '../storage/schema.ts';
import { sameCertificate } from './certificates.ts';

/** Clusters share a backup history if they have the same cluster certificate (facts 1.3). */
export const areRelated = (a: ClusterRow, b: ClusterRow): boolean =>
  a.ClusterId === b.ClusterId ||
  (a.Certificates.ClusterCertificate !== undefined &&
    sameCertificate(a.Certificates.ClusterCertificate, b.Certificates.ClusterCertificate ?? ''));

/** @returns whether the cluster of this id is the given one or shares its backup history */
export function sharesHistory(clusters: readonly ClusterRow[], ClusterId: string, cluster: ClusterRow): boolean {
  const other = clusters.find((row) => row.ClusterId === ClusterId);
  return ClusterId === cluster.ClusterId || (other !== undefined && areRelated(other, cluster));
}
