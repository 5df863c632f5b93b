import type { Place } from '../../model/look.ts';
import type { Read } from '../storage/backend.ts';
import type { Key } from '../storage/keys.ts';
import type { ClusterRow, ClusterUser, ClusterUserRow } from '../storage/schema.ts';
import { clusterKey } from './clusters.ts';

/** What the HSMs of a cluster know of its users. */

export const userKey = (place: Place, ClusterId: string, username: string): Key => [...clusterKey(place, ClusterId), username];
export const userRead = (place: Place, ClusterId: string, username: string): Extract<Read, { key: Key }> => ({
  store: 'clusterUsers',
  key: userKey(place, ClusterId, username),
});
/** They are few: a quota. */
export const usersRead = (place: Place, ClusterId: string): Read => ({ store: 'clusterUsers', prefix: clusterKey(place, ClusterId) });

/** Wrong passwords that lock a crypto user (facts 1.4). */
export const failuresThatLock = 5;

/** Only an admin's change of the password unlocks. Admins are never locked: nobody would be left to unlock them. */
export const isLocked = ({ role, failedLogins = 0 }: ClusterUser): boolean => role === 'crypto-user' && failedLogins >= failuresThatLock;

/** One more wrong password. */
export const withFailure = (user: ClusterUserRow): ClusterUserRow => ({ ...user, failedLogins: (user.failedLogins ?? 0) + 1 });

/** @returns the active HSMs that lack the user; "full" coverage "only means on every current HSM" (facts 6.3) */
export const missingOnActive = ({ missingOn = [] }: ClusterUserRow, cluster: ClusterRow): string[] =>
  cluster.hsms.filter(({ HsmId, State }) => State === 'ACTIVE' && missingOn.includes(HsmId)).map(({ HsmId }) => HsmId);

/**
 * An HSM is gone: what it lacked does not matter any more, and a user whom it alone had is gone with it.
 * @param left the cluster without it; where it has no HSM left, the next one gets the users of the last backup
 * @returns the user, or undefined where nobody has it any more
 */
export function withoutHsm({ missingOn = [], ...user }: ClusterUserRow, left: ClusterRow): ClusterUserRow | undefined {
  const still = missingOn.filter((id) => left.hsms.some(({ HsmId }) => HsmId === id));
  if (still.length === 0) return user;
  return still.length === left.hsms.length ? undefined : { ...user, missingOn: still };
}
