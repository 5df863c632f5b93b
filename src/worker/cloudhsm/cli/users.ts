import type { ClusterUserEntry, SignedIn } from '../../../model/cloudhsm-cli/operations.ts';
import type { Call } from '../../call.ts';
import { passwordDigest } from '../../hsm/password.ts';
import type { ClusterRow, ClusterUserRow } from '../../storage/schema.ts';
import { clusterKey } from '../clusters.ts';
import { HsmRefusal } from '../errors.ts';

/** More than any HSM type lets a cluster have (facts 6.2). */
const most = 2000;

/**
 * @returns the user who is signed in so
 * @throws HsmRefusal without telling what was wrong of name, role and password
 */
export async function signIn(call: Call, ClusterId: string, { Username, Role, Password }: SignedIn): Promise<ClusterUserRow> {
  const digest = await passwordDigest(Password);
  const user = await call.storage.get('clusterUsers', [...clusterKey(call, ClusterId), Username]);
  if (user?.role !== Role || user.passwordDigest !== digest) throw new HsmRefusal('Login failed: user name, role or password is wrong.');
  return user;
}

/** All users; the HSM's own among them. Until it is activated, a cluster has an admin without a password (facts 6.5). */
export async function listUsers(call: Call, { ClusterId, State }: ClusterRow): Promise<ClusterUserEntry[]> {
  const users = await call.storage.page({ store: 'clusterUsers', prefix: clusterKey(call, ClusterId), limit: most });
  const own = { Locked: false, Coverage: 'full' } as const;
  return [
    ...(users.length === 0 && State !== 'ACTIVE' ? [{ Username: 'admin', Role: 'unactivated-admin' as const, ...own }] : []),
    ...users.map(({ username, role }) => ({ Username: username, Role: role, ...own })),
    { Username: 'app_user', Role: 'internal(APPLIANCE_USER)', ...own },
  ];
}
