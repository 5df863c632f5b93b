import type { ClusterRow, KeyStoreRow } from '../storage/schema.ts';

/** @returns whether two PEM texts hold the same certificate, whatever their line ends */
export const sameCertificate = (a: string, b: string): boolean => bare(a) === bare(b);

const bare = (pem: string): string => pem.replace(/-----[^-]+-----|\s/g, '');

/**
 * Clusters share a backup history if they have the same cluster certificate (facts 1.3). The key store remembers its
 * cluster's, so that a cluster that is gone can be replaced by one from its backup.
 */
export function sharesHistory(store: KeyStoreRow, { ClusterId, Certificates: { ClusterCertificate } }: ClusterRow): boolean {
  if (store.CloudHsmClusterId === ClusterId) return true;
  // One that was never initialized shares nothing.
  return ClusterCertificate !== undefined && sameCertificate(store.clusterCertificate, ClusterCertificate);
}
