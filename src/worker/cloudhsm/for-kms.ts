import type { ConnectionErrorCodeType } from '@aws-sdk/client-kms';
import { hsmTypes } from '../../model/hsm-types.ts';
import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow, ClusterUserRow } from '../storage/schema.ts';
import { activeHsms, clusterKey, isWritable } from './clusters.ts';
import { buildNetwork, networkReads, newNetwork, removeNetwork, type NewNetwork } from './key-store-network.ts';

/** All that AWS KMS can ask of CloudHSM: facts about a cluster, and to sign in there as `kmsuser`. */

/** The crypto user that AWS KMS signs in as; the name is fixed (Developer Guide, "kmsuser"). */
export const kmsUser = 'kmsuser';

export const clusterReads = (place: Place, ClusterId: string): Read[] => [
  { store: 'clusters', key: clusterKey(place, ClusterId) },
];
export const signInReads = (place: Place, ClusterId: string): Read[] => [
  ...clusterReads(place, ClusterId),
  ...networkReads(place),
  { store: 'clusterUsers', key: [...clusterKey(place, ClusterId), kmsUser] },
];

export const findCluster = (rows: Rows, place: Place, ClusterId: string): ClusterRow | undefined =>
  rows.get('clusters', clusterKey(place, ClusterId));

export { activeHsms, clusterKey, isWritable, newNetwork, removeNetwork };

/** CreateCustomKeyStore, UpdateCustomKeyStore (cluster) and CreateKey need two active HSMs in different zones (facts 1.6). */
export const enoughForNewKeys = (cluster: ClusterRow): boolean => activeHsms(cluster).zones >= 2;

/** Keys that the cluster can hold. */
export const keyCapacity = (cluster: ClusterRow): number => hsmTypes[cluster.HsmType]?.keys ?? 0;

/**
 * AWS KMS builds its way into the cluster's VPC, signs in as `kmsuser` and rotates its password (Developer Guide, "Connect"; facts 1.4).
 * @param fault what nature keeps it from the HSMs with
 * @returns why it could not, or undefined where it is signed in
 */
export function signIn(
  rows: Rows,
  place: Place,
  ClusterId: string,
  digests: { readonly current: string; readonly next: string },
  network: NewNetwork,
  fault?: ConnectionErrorCodeType,
): ConnectionErrorCodeType | undefined {
  const cluster = findCluster(rows, place, ClusterId);
  if (!cluster) return 'CLUSTER_NOT_FOUND';
  if (activeHsms(cluster).count === 0) return 'INSUFFICIENT_CLOUDHSM_HSMS';
  if (fault) return fault;
  const user: ClusterUserRow | undefined = rows.get('clusterUsers', [...clusterKey(place, ClusterId), kmsUser]);
  if (user?.role !== 'crypto-user') return 'USER_NOT_FOUND';
  if (user.passwordDigest !== digests.current) return 'INVALID_CREDENTIALS';
  // The password cannot be rotated; which code AWS has for that is not documented.
  if (!isWritable(cluster)) return 'INTERNAL_ERROR';
  const refused = buildNetwork(rows, cluster, network);
  if (refused === undefined) rows.put('clusterUsers', { ...user, passwordDigest: digests.next });
  return refused;
}
