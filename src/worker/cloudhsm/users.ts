import type { Place } from '../../model/look.ts';
import type { Moment } from '../call.ts';
import { keyObjectCounter } from '../hsm/objects.ts';
import { passwordDigest } from '../hsm/password.ts';
import { keyOf } from '../storage/keys.ts';
import type { Rows } from '../storage/rows.ts';
import type { ClusterRow, ClusterUser, ClusterUserRow } from '../storage/schema.ts';
import { clusterKey, isWritable, userCapacity } from './clusters.ts';
import { HsmRefusal } from './errors.ts';
import { kmsUser } from './kms-user.ts';
import { endSessions, requireAdmin, requireSession, sessionReads, sessionsOf, type Session } from './sessions.ts';
import { usersRead } from './user-rows.ts';

/** What CloudHSM CLI does to a cluster's users: no AWS API (facts 6.5). The words of refusals are ours. */

/** Letters, digits and the underscore, up to 31 (User Guide, "user create"; facts 6.2). */
const userName = /^\w{1,31}$/;
/** Characters of a password (facts 6.2). */
const passwordLength = { min: 8, max: 32 };

/** @throws HsmRefusal */
export function requirePassword(password: string): void {
  if (password.length < passwordLength.min || password.length > passwordLength.max)
    throw new HsmRefusal(`A password has ${String(passwordLength.min)} to ${String(passwordLength.max)} characters.`);
}

/** Whom a command is about. */
export type UserId = Pick<ClusterUser, 'username' | 'role'>;

/**
 * `user create`, by an admin. HSMs that are being created got their users from a backup before: they lack this one for ever
 * (facts 6.3).
 * @throws HsmRefusal
 */
export async function createUser(moment: Moment, session: Session, user: UserId & { readonly password: string }): Promise<void> {
  const { username, role, password } = user;
  requirePassword(password);
  if (!userName.test(username)) throw new HsmRefusal('A user name has 1 to 31 letters, digits and underscores.');
  const digest = await passwordDigest(password);
  const { account, region } = moment;
  const { ClusterId } = session;
  await moment.commit([...sessionReads(moment, session), usersRead(moment, ClusterId)], (rows) => {
    const { cluster, by } = requireSession(rows, moment, session);
    requireAdmin(by, 'create users');
    requireWritable(cluster);
    const users = rows.range('clusterUsers', clusterKey(moment, ClusterId));
    if (users.some((one) => one.username === username)) throw new HsmRefusal(`User ${username} exists.`);
    if (users.length >= userCapacity(cluster)) throw new HsmRefusal('The cluster can have no more users.');
    const joining = cluster.hsms.filter(({ State }) => State === 'CREATE_IN_PROGRESS').map(({ HsmId }) => HsmId);
    const row: ClusterUserRow = { account, region, ClusterId, username, role, passwordDigest: digest };
    rows.put('clusterUsers', joining.length > 0 ? { ...row, missingOn: joining } : row);
  });
}

/**
 * `user delete`, by an admin. "You cannot delete a user who is currently logged into an HSM", and "You can't delete user accounts
 * that own keys" (User Guide, "user delete").
 * @throws HsmRefusal
 */
export async function deleteUser(moment: Moment, session: Session, user: UserId): Promise<void> {
  const { ClusterId } = session;
  const keys = keyObjectCounter(moment, ClusterId);
  await moment.commit([...sessionReads(moment, session), usersRead(moment, ClusterId), { store: 'counters', key: keys }], (rows) => {
    const { cluster, by } = requireSession(rows, moment, session);
    requireAdmin(by, 'delete users');
    requireWritable(cluster);
    const row = requireUser(rows, moment, ClusterId, user);
    if (sessionsOf(rows, moment, row).length > 0) throw new HsmRefusal(`User ${row.username} is logged in.`);
    // All keys of a cluster are kmsuser's, as KMS alone makes keys here.
    if (row.username === kmsUser && (rows.get('counters', keys)?.count ?? 0) > 0) throw new HsmRefusal(`User ${row.username} owns keys.`);
    const admins = rows.range('clusterUsers', clusterKey(moment, ClusterId)).filter(({ role }) => role === 'admin');
    // Nobody could manage users any more.
    if (row.role === 'admin' && admins.length === 1) throw new HsmRefusal('The last admin of a cluster cannot be deleted.');
    rows.delete('clusterUsers', keyOf('clusterUsers', row));
  });
}

/**
 * `user change-password`: one's own, or by an admin, who unlocks the user with it. "You cannot change the password of a user who
 * is currently logged in" (User Guide): so it is while AWS KMS is. Sessions of CloudHSM CLI are of pages that may long be closed,
 * where nobody can log out any more: an admin's change ends them.
 * @throws HsmRefusal
 */
export async function changePassword(moment: Moment, session: Session, user: UserId & { readonly password: string }): Promise<void> {
  requirePassword(user.password);
  const digest = await passwordDigest(user.password);
  await moment.commit([...sessionReads(moment, session), usersRead(moment, session.ClusterId)], (rows) => {
    const { cluster, by } = requireSession(rows, moment, session);
    const row = requireOwnOrAdmin(rows, moment, session.ClusterId, by, user);
    requireWritable(cluster);
    if (sessionsOf(rows, moment, row).some(({ client }) => client === 'AWS KMS'))
      throw new HsmRefusal(`User ${row.username} is logged in: AWS KMS is, as long as its key store is connected.`);
    const { failedLogins, ...rest } = row;
    if (by.username === row.username) rows.put('clusterUsers', { ...row, passwordDigest: digest });
    else {
      rows.put('clusterUsers', { ...rest, passwordDigest: digest });
      endSessions(rows, sessionsOf(rows, moment, row));
    }
  });
}

/**
 * `user change-mfa token-sign`: one's own, or by an admin (User Guide). Not to be done to kmsuser: AWS KMS has no second factor.
 * @throws HsmRefusal
 */
export async function changeMfa(moment: Moment, session: Session, user: UserId, enable: boolean): Promise<void> {
  await moment.commit([...sessionReads(moment, session), usersRead(moment, session.ClusterId)], (rows) => {
    const { cluster, by } = requireSession(rows, moment, session);
    const { mfa: _before, ...row } = requireOwnOrAdmin(rows, moment, session.ClusterId, by, user);
    requireWritable(cluster);
    // Tokens are not simulated at login, so an admin would be locked out for good.
    if (enable && row.role === 'admin') throw new HsmRefusal('Only crypto users can have a second factor here: this CloudHSM CLI cannot log in with one.');
    rows.put('clusterUsers', enable ? { ...row, mfa: true } : row);
  });
}

function requireOwnOrAdmin(rows: Rows, place: Place, ClusterId: string, by: ClusterUser, user: UserId): ClusterUserRow {
  const row = requireUser(rows, place, ClusterId, user);
  if (by.username !== row.username) requireAdmin(by, 'change other users');
  return row;
}

function requireUser(rows: Rows, place: Place, ClusterId: string, { username, role }: UserId): ClusterUserRow {
  const row = rows.range('clusterUsers', clusterKey(place, ClusterId)).find((one) => one.username === username);
  if (row?.role !== role) throw new HsmRefusal(`There is no ${role} ${username}.`);
  return row;
}

/** "Cluster limited-write mode" (User Guide, migration). */
function requireWritable(cluster: ClusterRow): void {
  if (!isWritable(cluster)) throw new HsmRefusal('The cluster is in limited-write mode while its HSM type changes.');
}
