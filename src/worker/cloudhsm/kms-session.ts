import type { ConnectionErrorCodeType } from '@aws-sdk/client-kms';
import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Rows } from '../storage/rows.ts';
import type { KeyStoreRow } from '../storage/schema.ts';
import { activeHsms, clusterKey, clusterRead, isWritable } from './clusters.ts';
import { kmsSession, kmsUser } from './kms-user.ts';
import { networkReads, planNetwork, removeNetwork, type NewNetwork } from './key-store-network.ts';
import { sessionsOf, sessionsRead } from './sessions.ts';
import { isLocked, missingOnActive, userKey, userRead, withFailure } from './user-rows.ts';

/** The session of AWS KMS at a cluster: it begins when a key store is connected, and ends when it is disconnected (facts 1.4). */

/** What {@link signIn} must have read. */
export const signInReads = (place: Place, ClusterId: string): Read[] => [
  clusterRead(place, ClusterId),
  ...networkReads(place),
  userRead(place, ClusterId, kmsUser),
  sessionsRead(place, ClusterId),
];

/** What a key store is signed in with, made before the commit that may run more than once. */
export interface SignIn {
  readonly store: KeyStoreRow;
  readonly now: number;
  /** The digest of the password that kmsuser gets. */
  readonly next: string;
  readonly network: NewNetwork;
  /** What nature keeps KMS from the HSMs with. */
  readonly fault: ConnectionErrorCodeType | undefined;
}

/**
 * AWS KMS builds its way into the cluster's VPC, signs in as `kmsuser` and rotates its password (Developer Guide, "Connect"; facts
 * 1.4). Which of several reasons AWS tells is not documented; here it is the one that is met first on the way: cluster, network,
 * user (ours).
 * @returns why it could not, or undefined where it is signed in
 */
export function signIn(rows: Rows, { store, now, next, network, fault }: SignIn): ConnectionErrorCodeType | undefined {
  const ClusterId = store.CloudHsmClusterId;
  const cluster = rows.get('clusters', clusterKey(store, ClusterId));
  if (!cluster) return 'CLUSTER_NOT_FOUND';
  if (activeHsms(cluster).count === 0) return 'INSUFFICIENT_CLOUDHSM_HSMS';
  if (fault !== undefined && fault !== 'INTERNAL_ERROR') return fault;
  const plan = planNetwork(rows, cluster, network);
  if (!plan) return 'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET';
  // While the HSM type changes, the password cannot be rotated; which code AWS has for that is not documented.
  if (fault === 'INTERNAL_ERROR' || !isWritable(cluster)) return 'INTERNAL_ERROR';
  const user = rows.get('clusterUsers', userKey(store, ClusterId, kmsUser));
  // One that is not on all HSMs is not found either (facts 1.4).
  if (user?.role !== 'crypto-user' || missingOnActive(user, cluster).length > 0) return 'USER_NOT_FOUND';
  if (isLocked(user)) return 'USER_LOCKED_OUT';
  if (sessionsOf(rows, store, user).some(({ SessionId }) => SessionId !== store.CustomKeyStoreId)) return 'USER_LOGGED_IN';
  if (user.passwordDigest !== store.passwordDigest) {
    rows.put('clusterUsers', withFailure(user));
    return 'INVALID_CREDENTIALS';
  }
  // KMS has no second factor; the code is inferred (facts 5, scenario 14).
  if (user.mfa) return 'INVALID_CREDENTIALS';
  const { failedLogins: _forgotten, ...known } = user;
  rows.put('clusterUsers', { ...known, passwordDigest: next });
  rows.put('clusterSessions', kmsSession(store, now));
  rows.put('keyStoreNetworks', plan);
  return undefined;
}

/** The end of a disconnect: KMS has signed out, and what it built is gone. */
export function signOut(rows: Rows, store: KeyStoreRow): void {
  removeNetwork(rows, store, store.CustomKeyStoreId);
  rows.delete('clusterSessions', [...clusterKey(store, store.CloudHsmClusterId), store.CustomKeyStoreId]);
}
