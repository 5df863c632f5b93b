import type { ClusterUserEntry } from '../../../model/cloudhsm-cli/operations.ts';
import type { Call } from '../../call.ts';
import type { ClusterRow } from '../../storage/schema.ts';
import { clusterKey } from '../clusters.ts';
import { isLocked, missingOnActive } from '../user-rows.ts';

/** More than any HSM type lets a cluster have (facts 6.2). */
const most = 2000;

/** All users; the HSM's own among them. Until it is activated, a cluster has an admin without a password (facts 6.5). */
export async function listUsers(call: Call, cluster: ClusterRow): Promise<ClusterUserEntry[]> {
  const { ClusterId, State } = cluster;
  const users = await call.storage.page({ store: 'clusterUsers', prefix: clusterKey(call, ClusterId), limit: most });
  const own = { Locked: false, Mfa: false, Coverage: 'full' } as const;
  return [
    ...(users.length === 0 && State !== 'ACTIVE' ? [{ Username: 'admin', Role: 'unactivated-admin' as const, ...own }] : []),
    ...users.map((user) => ({
      Username: user.username,
      Role: user.role,
      Locked: isLocked(user),
      Mfa: user.mfa === true,
      Coverage: missingOnActive(user, cluster).length > 0 ? ('inconsistent' as const) : ('full' as const),
    })),
    { Username: 'app_user', Role: 'internal(APPLIANCE_USER)', ...own },
  ];
}
