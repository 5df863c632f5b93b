import { hsmTypes } from '../../model/hsm-types.ts';
import type { Moment } from '../call.ts';
import { passwordDigest } from '../hsm/password.ts';
import type { ClusterUser } from '../storage/schema.ts';
import { activeHsms, clusterKey, clusterRead, isWritable } from './clusters.ts';
import { HsmRefusal } from './errors.ts';

/** Users of a cluster, as CloudHSM CLI makes them: no AWS API (facts 6.5). */

/** Characters of a user name and of a password (facts 6.2). */
const longestName = 31;
const passwordLength = { min: 8, max: 32 };

/** @throws HsmRefusal */
export function requirePassword(password: string): void {
  if (password.length < passwordLength.min || password.length > passwordLength.max)
    throw new HsmRefusal(`A password has ${String(passwordLength.min)} to ${String(passwordLength.max)} characters.`);
}

/**
 * `user create`, by the admin who is signed in.
 * @throws HsmRefusal
 */
export async function createUser(
  moment: Moment,
  ClusterId: string,
  { username, role, password }: Pick<ClusterUser, 'username' | 'role'> & { readonly password: string },
): Promise<void> {
  requirePassword(password);
  if (username.length === 0 || username.length > longestName)
    throw new HsmRefusal(`A user name has 1 to ${String(longestName)} characters.`);
  const digest = await passwordDigest(password);
  const { account, region } = moment;
  const all = clusterKey(moment, ClusterId);
  await moment.commit([clusterRead(moment, ClusterId), { store: 'clusterUsers', prefix: all }], (rows) => {
    const cluster = rows.get('clusters', all);
    if (!cluster || activeHsms(cluster).count === 0) throw new HsmRefusal('There is no HSM to connect to.');
    const users = rows.range('clusterUsers', all);
    if (users.length === 0) throw new HsmRefusal('The cluster has not been activated.');
    if (!isWritable(cluster)) throw new HsmRefusal('The cluster is in limited-write mode while its HSM type changes.');
    if (users.some((user) => user.username === username)) throw new HsmRefusal(`User ${username} exists.`);
    if (users.length >= (hsmTypes[cluster.HsmType]?.users ?? 0)) throw new HsmRefusal('The cluster can have no more users.');
    rows.put('clusterUsers', { account, region, ClusterId, username, role, passwordDigest: digest });
  });
}
