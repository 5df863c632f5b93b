import { expect } from 'chai';
import type { ClusterContents, ClusterUserView } from '../../../src/model/look.ts';
import { inconsistencies } from '../consistency.ts';
import { documentCluster, documentStore, openTestWorld, refused, type TestWorld } from '../world.ts';
import { addHsm, adminPassword, backupsOf, clusterOf, day, kmsPassword, newCluster, place, removeHsms, waitFor } from './cluster-world.ts';

const kmsuser = { Username: 'kmsuser', Role: 'crypto-user' } as const;
const alice = { Username: 'alice', Role: 'crypto-user' } as const;
const alicePassword = 'wonder1234';
const refusal = 'CloudHsmCliError';

describe('Users of a cluster', () => {
  let world: TestWorld;
  afterEach(async () => {
    const problems = await inconsistencies(world.database);
    world.close();
    expect(problems).to.deep.equal([]);
  });
  const begin = async (scenario = 'cluster'): Promise<void> => {
    world = await openTestWorld({ scenario });
  };
  const contents = async (ClusterId = documentCluster): Promise<ClusterContents> => {
    const found = await world.look.clusterContents({ ...place, ClusterId });
    if (!found) throw new Error(`There is no ${ClusterId}.`);
    return found;
  };
  const userNamed = async (name: string, ClusterId = documentCluster): Promise<ClusterUserView | undefined> =>
    (await contents(ClusterId)).users.find(({ username }) => username === name);
  const logIn = async (user: { Username: string; Role: 'admin' | 'crypto-user' }, Password: string, ClusterId = documentCluster): Promise<string> =>
    (await world.cloudhsmCli('Login', { ClusterId, ...user, Password })).SessionId ?? '';
  const asAdmin = (ClusterId = documentCluster): Promise<string> => logIn({ Username: 'admin', Role: 'admin' }, adminPassword, ClusterId);
  const createAlice = async (ClusterId = documentCluster): Promise<void> => {
    await world.cloudhsmCli('UserCreate', { ClusterId, SessionId: await asAdmin(ClusterId), ...alice, Password: alicePassword });
  };

  it('a user that is made while an HSM joins is never on that one, until it is made anew or the HSM goes', async () => {
    await begin();
    const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
    const HsmId = Hsm?.HsmId ?? '';
    await createAlice();
    expect(await userNamed('alice'), 'on every current HSM').to.include({ coverage: 'full' });
    await waitFor(world);
    expect(await userNamed('alice')).to.deep.include({ coverage: 'inconsistent', missingOn: [HsmId] });
    expect((await contents()).hsms.map(({ missingUsers }) => missingUsers)).to.deep.equal([[], [], ['alice']]);
    const { Users = [] } = await world.cloudhsmCli('UserList', { ClusterId: documentCluster });
    expect(Users.map(({ Username, Coverage }) => [Username, Coverage])).to.deep.equal([['admin', 'full'], ['alice', 'inconsistent'], ['kmsuser', 'full'], ['app_user', 'full']]);
    await waitFor(world, 30 * day);
    expect(await userNamed('alice'), 'it does not heal').to.include({ coverage: 'inconsistent' });
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId });
    await waitFor(world);
    expect(await userNamed('alice')).to.deep.include({ coverage: 'full', missingOn: [] });
  });

  it('a user is gone with the last HSM that had it, and its sessions with it, while others stay', async () => {
    await begin();
    const HsmId = await (async () => {
      const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
      await createAlice();
      await waitFor(world);
      await logIn(alice, alicePassword);
      return Hsm?.HsmId;
    })();
    for (const hsm of (await clusterOf(world, documentCluster)).Hsms ?? [])
      if (hsm.HsmId !== HsmId) await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: hsm.HsmId });
    await waitFor(world);
    expect((await contents()).users.map(({ username }) => username)).to.deep.equal(['admin', 'kmsuser']);
    expect((await contents()).sessions.map(({ username }) => username)).to.deep.equal(['admin']);
  });

  it('admins are not locked, crypto users are by the fifth wrong password; the right one forgets', async () => {
    await begin();
    for (let i = 0; i < 6; i += 1) await refused(logIn({ Username: 'admin', Role: 'admin' }, 'wrongPswd1'), refusal);
    expect(await userNamed('admin')).to.include({ failedLogins: 6, locked: false });
    await asAdmin();
    expect(await userNamed('admin')).to.include({ failedLogins: 0 });
    for (let i = 0; i < 4; i += 1) await refused(logIn(kmsuser, 'wrongPswd1'), refusal);
    await logIn(kmsuser, kmsPassword);
    for (let i = 0; i < 7; i += 1) await refused(logIn(kmsuser, 'wrongPswd1'), refusal);
    expect(await userNamed('kmsuser'), 'a locked one is not tried').to.include({ failedLogins: 5, locked: true });
    const { Users = [] } = await world.cloudhsmCli('UserList', { ClusterId: documentCluster });
    expect(Users.filter(({ Locked }) => Locked).map(({ Username }) => Username)).to.deep.equal(['kmsuser']);
  });

  it('one changes one\'s own password; only an admin another\'s, which unlocks and logs out', async () => {
    await begin();
    await createAlice();
    const SessionId = await logIn(alice, alicePassword);
    const change = (by: string, user: object, Password: string): Promise<unknown> =>
      world.cloudhsmCli('UserChangePassword', { ClusterId: documentCluster, SessionId: by, ...alice, ...user, Password });
    await refused(change(SessionId, kmsuser, 'stolen1234'), refusal, 'Only an admin can change other users.');
    await change(SessionId, {}, 'myOwn1234');
    await refused(logIn(alice, alicePassword), refusal);
    for (let i = 0; i < 4; i += 1) await refused(logIn(alice, 'wrongPswd1'), refusal);
    expect(await userNamed('alice')).to.include({ locked: true });
    await change(SessionId, {}, 'myOwn5678');
    expect(await userNamed('alice'), 'only an admin unlocks').to.include({ locked: true });
    await change(await asAdmin(), {}, 'given12345');
    expect(await userNamed('alice')).to.include({ locked: false, failedLogins: 0 });
    await refused(change(SessionId, {}, 'myOwn9999'), refusal, 'You are not logged in: your session has ended.');
    await logIn(alice, 'given12345');
  });

  it('who owns keys, is logged in, or is the last admin is not deleted', async () => {
    await begin('default');
    await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore });
    const SessionId = await asAdmin();
    const remove = (user: { Username: string; Role: 'admin' | 'crypto-user' }): Promise<unknown> =>
      world.cloudhsmCli('UserDelete', { ClusterId: documentCluster, SessionId, ...user });
    await refused(remove(kmsuser), refusal, 'User kmsuser is logged in.');
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await waitFor(world);
    await refused(remove(kmsuser), refusal, 'User kmsuser owns keys.');
    const second = { Username: 'second', Role: 'admin' } as const;
    await world.cloudhsmCli('UserCreate', { ClusterId: documentCluster, SessionId, ...second, Password: 'second1234' });
    await remove(second);
    expect(await userNamed('second')).to.equal(undefined);
  });

  it('a cluster has so many users, and not one more', async () => {
    await begin();
    const SessionId = await asAdmin();
    const { users } = (await contents()).capacity;
    const create = (i: number): Promise<unknown> =>
      world.cloudhsmCli('UserCreate', { ClusterId: documentCluster, SessionId, Username: `user${String(i)}`, Role: 'crypto-user', Password: alicePassword });
    await Promise.all(Array.from({ length: users.most - users.used }, (_user, i) => create(i)));
    await refused(create(1000), refusal, 'The cluster can have no more users.');
    const { capacity, users: shown } = await contents();
    expect([capacity.users, shown.length]).to.deep.equal([{ used: 250, most: 250 }, 200]);
  });

  it('in limited-write mode users are read and log in, but nothing of them changes', async () => {
    await begin();
    await createAlice();
    const SessionId = await asAdmin();
    await world.cloudhsmv2('ModifyCluster', { ClusterId: documentCluster, HsmType: 'hsm2m.medium' });
    const of = { ClusterId: documentCluster, SessionId };
    const text = 'The cluster is in limited-write mode while its HSM type changes.';
    await refused(world.cloudhsmCli('UserCreate', { ...of, Username: 'late', Role: 'admin', Password: alicePassword }), refusal, text);
    await refused(world.cloudhsmCli('UserChangePassword', { ...of, ...alice, Password: 'another1234' }), refusal, text);
    await refused(world.cloudhsmCli('UserChangeMfa', { ...of, ...alice, PublicKey: 'a' }), refusal, text);
    await refused(world.cloudhsmCli('UserDelete', { ...of, ...alice }), refusal, text);
    await logIn(alice, alicePassword);
    expect(await userNamed('alice')).not.to.equal(undefined);
  });

  it('a backup has users with their flags and nobody\'s session; every HSM of its cluster has them', async () => {
    await begin();
    const { Hsm } = await world.cloudhsmv2('CreateHsm', { ClusterId: documentCluster, AvailabilityZone: 'us-west-2c' });
    await createAlice();
    await waitFor(world);
    await world.cloudhsmCli('UserChangeMfa', { ClusterId: documentCluster, SessionId: await asAdmin(), ...alice, PublicKey: 'a' });
    for (let i = 0; i < 5; i += 1) await refused(logIn(kmsuser, 'wrongPswd1'), refusal);
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: Hsm?.HsmId ?? '' });
    await waitFor(world);
    const [backup] = await backupsOf(world, documentCluster);
    const ClusterId = await newCluster(world, { SourceBackupId: backup?.BackupId });
    await addHsm(world, ClusterId, 'a');
    await addHsm(world, ClusterId, 'b');
    expect(await userNamed('kmsuser', ClusterId)).to.include({ locked: true, failedLogins: 5, coverage: 'full' });
    expect(await userNamed('alice', ClusterId)).to.include({ mfa: true, coverage: 'full' });
    expect((await contents(ClusterId)).sessions).to.deep.equal([]);
  });

  it('a rollback ends the sessions of users that are no more', async () => {
    await begin();
    await world.cloudhsmv2('ModifyCluster', { ClusterId: documentCluster, HsmType: 'hsm2m.medium' });
    await waitFor(world);
    await createAlice();
    await logIn(alice, alicePassword);
    await logIn(kmsuser, kmsPassword);
    await world.cloudhsmv2('ModifyCluster', { ClusterId: documentCluster, HsmType: 'hsm1.medium' });
    await waitFor(world);
    expect((await contents()).users.map(({ username }) => username)).to.deep.equal(['admin', 'kmsuser']);
    expect((await contents()).sessions.map(({ username }) => username).sort()).to.deep.equal(['admin', 'kmsuser']);
  });

  it('sessions of cloudhsm-cli end with the last HSM, AWS KMS\'s does not, and all with the cluster', async () => {
    await begin('default');
    await createAlice();
    await logIn(alice, alicePassword);
    const [first] = (await clusterOf(world, documentCluster)).Hsms ?? [];
    await world.cloudhsmv2('DeleteHsm', { ClusterId: documentCluster, HsmId: first?.HsmId ?? '' });
    await waitFor(world);
    expect((await contents()).sessions.map(({ client }) => client).sort()).to.deep.equal(['AWS KMS', 'cloudhsm-cli', 'cloudhsm-cli']);
    await removeHsms(world, documentCluster);
    expect((await contents()).sessions.map(({ client }) => client)).to.deep.equal(['AWS KMS']);
    await world.cloudhsmv2('DeleteCluster', { ClusterId: documentCluster });
    await waitFor(world);
    expect(await world.look.clusterContents({ ...place, ClusterId: documentCluster })).to.equal(undefined);
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await waitFor(world);
  });

  it('AWS KMS\'s session is nobody else\'s', async () => {
    await begin('default');
    const of = { ClusterId: documentCluster, SessionId: documentStore };
    const text = 'You are not logged in: your session has ended.';
    await refused(world.cloudhsmCli('KeyList', of), refusal, text);
    await refused(world.cloudhsmCli('Logout', of), refusal, text);
    await refused(world.cloudhsmCli('UserChangePassword', { ...of, ...kmsuser, Password: kmsPassword }), refusal, text);
    await world.cloudhsmCli('Login', { ...of, Username: 'admin', Role: 'admin', Password: adminPassword });
    expect((await contents()).sessions.map(({ client }) => client).sort()).to.deep.equal(['AWS KMS', 'cloudhsm-cli']);
  });

  it('notices tell that users and sessions changed', async () => {
    await begin();
    const stores = new Set<string>();
    world.simulation.storage.onNotice(({ changes }) => {
      for (const { store } of changes) stores.add(store);
    });
    await logIn(kmsuser, kmsPassword);
    expect([...stores]).to.include('clusterSessions');
    await refused(logIn(kmsuser, 'wrongPswd1'), refusal);
    expect([...stores]).to.include('clusterUsers');
  });
});
