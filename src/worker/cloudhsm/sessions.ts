import type { Place } from '../../model/look.ts';
import type { Moment } from '../call.ts';
import { passwordDigest } from '../hsm/password.ts';
import { newUuid } from '../ids.ts';
import type { Read } from '../storage/backend.ts';
import { keyOf } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow, ClusterSessionRow, ClusterUser, ClusterUserRow } from '../storage/schema.ts';
import { activeHsms, clusterKey, clusterRead } from './clusters.ts';
import { HsmRefusal } from './errors.ts';
import { isLocked, userKey, userRead, usersRead, withFailure } from './user-rows.ts';

/** Who is signed in at a cluster's HSMs: CloudHSM CLI's users, and AWS KMS as `kmsuser` (facts 1.4, 6.5). */

/** Client connections of a cluster (facts 6.2). */
export const mostSessions = 900;

/** What a command of CloudHSM CLI says of who is signed in. */
export interface Session {
  readonly ClusterId: string;
  readonly SessionId: string;
}

export const sessionsRead = (place: Place, ClusterId: string): Read => ({ store: 'clusterSessions', prefix: clusterKey(place, ClusterId) });

/** All sessions of a user; {@link sessionsRead} must have been read. */
export const sessionsOf = (rows: Rows, place: Place, { ClusterId, username }: ClusterUserRow): ClusterSessionRow[] =>
  rows.range('clusterSessions', clusterKey(place, ClusterId)).filter((session) => session.username === username);

export function endSessions(rows: Rows, sessions: readonly ClusterSessionRow[]): void {
  for (const session of sessions) rows.delete('clusterSessions', keyOf('clusterSessions', session));
}

/** Ends the sessions of CloudHSM CLI at a cluster but for those of these users. AWS KMS's ends with the disconnect. */
export function endCliSessions(rows: Rows, cluster: ClusterRow, users: readonly Pick<ClusterUser, 'username'>[]): void {
  const stay = new Set(users.map(({ username }) => username));
  const sessions = rows.range('clusterSessions', clusterKey(cluster, cluster.ClusterId));
  endSessions(rows, sessions.filter(({ client, username }) => client === 'cloudhsm-cli' && !stay.has(username)));
}

/**
 * `login`. A wrong password counts even where the login would have been refused for another reason, until the user is locked.
 * @param before another session of the same program, which ends with this one's beginning
 * @returns the session's id
 * @throws HsmRefusal without telling what was wrong of name, role and password
 */
export async function logIn(
  moment: Moment,
  ClusterId: string,
  { username, role, password }: Pick<ClusterUser, 'username' | 'role'> & { readonly password: string },
  before?: string,
): Promise<string> {
  const digest = await passwordDigest(password);
  const SessionId = newUuid();
  const { account, region, now } = moment;
  const reads = [clusterRead(moment, ClusterId), userRead(moment, ClusterId, username), sessionsRead(moment, ClusterId)];
  // What is refused has been counted: it is an outcome of the commit, not its failure.
  const refusal = await moment.commit(reads, (rows): string | undefined => {
    requireConnection(rows, moment, ClusterId);
    const user = rows.get('clusterUsers', userKey(moment, ClusterId, username));
    if (user?.role !== role) return wrong;
    if (isLocked(user)) return `Login failed: user ${username} is locked. An admin unlocks it by changing its password.`;
    if (user.passwordDigest !== digest) {
      rows.put('clusterUsers', withFailure(user));
      return wrong;
    }
    const sessions = rows.range('clusterSessions', clusterKey(moment, ClusterId));
    if (sessions.some((session) => session.client === 'AWS KMS' && session.username === username))
      return `Login failed: AWS KMS is logged in as ${username}. Disconnect its key store first.`;
    if (user.mfa) return `Login failed: user ${username} has a second factor, and this CloudHSM CLI cannot log in with one. An admin can deregister it.`;
    if (sessions.length >= mostSessions) return `Login failed: the cluster has ${String(mostSessions)} sessions, which is the most.`;
    endSessions(rows, sessions.filter((session) => session.SessionId === before && session.client === 'cloudhsm-cli'));
    const { failedLogins, ...rest } = user;
    if (failedLogins !== undefined) rows.put('clusterUsers', rest);
    rows.put('clusterSessions', { account, region, ClusterId, SessionId, username, role, startedAt: now, client: 'cloudhsm-cli' });
    return undefined;
  });
  if (refusal !== undefined) throw new HsmRefusal(refusal);
  return SessionId;
}
const wrong = 'Login failed: user name, role or password is wrong.';

/**
 * `logout`. All terminals are one computer of the customer's, so it ends whatever else the user has open there: a page that was
 * closed without it could not be logged out otherwise.
 * @throws HsmRefusal
 */
export async function logOut(moment: Moment, session: Session): Promise<void> {
  await moment.commit([...sessionReads(moment, session), usersRead(moment, session.ClusterId)], (rows) => {
    const { by } = requireSession(rows, moment, session);
    endSessions(rows, sessionsOf(rows, moment, by));
  });
}

/** What {@link requireSession} must have read, beside the users. */
export const sessionReads = (place: Place, { ClusterId }: Session): Read[] => [clusterRead(place, ClusterId), sessionsRead(place, ClusterId)];

/**
 * @returns the cluster, and who is signed in
 * @throws HsmRefusal
 */
export function requireSession(rows: Rows, place: Place, { ClusterId, SessionId }: Session): { readonly cluster: ClusterRow; readonly by: ClusterUserRow } {
  const cluster = requireConnection(rows, place, ClusterId);
  const session = rows.range('clusterSessions', clusterKey(place, ClusterId)).find((one) => one.SessionId === SessionId && one.client === 'cloudhsm-cli');
  const by = rows.range('clusterUsers', clusterKey(place, ClusterId)).find(({ username }) => username === session?.username);
  return session && by ? { cluster, by } : notLoggedIn();
}

/** @throws HsmRefusal */
export function notLoggedIn(): never {
  throw new HsmRefusal('You are not logged in: your session has ended.');
}

function requireConnection(rows: Rows, place: Place, ClusterId: string): ClusterRow {
  const cluster = rows.get('clusters', clusterKey(place, ClusterId));
  if (!cluster || activeHsms(cluster).count === 0) throw new HsmRefusal('There is no HSM to connect to.');
  return cluster;
}

/** @throws HsmRefusal */
export function requireAdmin({ role }: ClusterUser, what: string): void {
  if (role !== 'admin') throw new HsmRefusal(`Only an admin can ${what}.`);
}
