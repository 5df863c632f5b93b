import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow } from '../storage/schema.ts';
import { activeHsms, clusterKey, isWritable, keyCapacity } from './clusters.ts';
import { signIn, signInReads, signOut } from './kms-session.ts';
import { kmsUser } from './kms-user.ts';
import { newNetwork } from './key-store-network.ts';

/** All that AWS KMS can ask of CloudHSM: facts about a cluster, and to sign in there as `kmsuser`. */

export const clusterReads = (place: Place, ClusterId: string): Read[] => [
  { store: 'clusters', key: clusterKey(place, ClusterId) },
];

export const findCluster = (rows: Rows, place: Place, ClusterId: string): ClusterRow | undefined =>
  rows.get('clusters', clusterKey(place, ClusterId));

export { activeHsms, clusterKey, isWritable, keyCapacity, kmsUser, newNetwork, signIn, signInReads, signOut };

/** CreateCustomKeyStore, UpdateCustomKeyStore (cluster) and CreateKey need two active HSMs in different zones (facts 1.6). */
export const enoughForNewKeys = (cluster: ClusterRow): boolean => activeHsms(cluster).zones >= 2;
