import { expect } from 'chai';
import type { ClusterUserView } from '../../../src/model/look.ts';
import { documentCluster, openTestWorld, refused, type TestWorld } from '../world.ts';
import { adminPassword, kmsPassword, place, waitFor } from './cluster-world.ts';

const ClusterId = documentCluster;
const newPassword = 'another1234';
const wrongPassword = 'wrongPswd99';
const kmsuser = { Username: 'kmsuser', Role: 'crypto-user' } as const;
const admin = { Username: 'admin', Role: 'admin' } as const;

/** How AWS KMS signs in, and what others may do meanwhile: each rule provoked by calls. */
describe('AWS KMS as kmsuser', () => {
  let world: TestWorld;
  let CustomKeyStoreId: string;
  beforeEach(async () => {
    world = await openTestWorld({ scenario: 'cluster' });
    const trustAnchor = (await world.look.clusters(place))[0]?.trustAnchor;
    const made = await world.kms('CreateCustomKeyStore', {
      CustomKeyStoreName: 'Mine',
      CloudHsmClusterId: ClusterId,
      TrustAnchorCertificate: trustAnchor,
      KeyStorePassword: kmsPassword,
    });
    CustomKeyStoreId = made.CustomKeyStoreId ?? '';
  });
  afterEach(() => {
    world.close();
  });

  const contents = async (): Promise<NonNullable<Awaited<ReturnType<TestWorld['look']['clusterContents']>>>> => {
    const found = await world.look.clusterContents({ ...place, ClusterId });
    if (!found) throw new Error(`There is no ${ClusterId}.`);
    return found;
  };
  const userView = async (name = 'kmsuser'): Promise<ClusterUserView | undefined> =>
    (await contents()).users.find(({ username }) => username === name);
  async function connect(): Promise<string> {
    await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
    const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores', { CustomKeyStoreId });
    const { ConnectionState = '', ConnectionErrorCode } = CustomKeyStores?.[0] ?? {};
    return ConnectionErrorCode ?? ConnectionState;
  }
  async function disconnect(): Promise<void> {
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    await waitFor(world);
  }
  const logIn = async (user: typeof kmsuser | typeof admin, Password: string): Promise<string> =>
    (await world.cloudhsmCli('Login', { ClusterId, ...user, Password })).SessionId ?? '';
  const asAdmin = (): Promise<string> => logIn(admin, adminPassword);
  const logOut = (SessionId: string): Promise<unknown> => world.cloudhsmCli('Logout', { ClusterId, SessionId });
  const failToLogIn = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i += 1) await refused(logIn(kmsuser, wrongPassword), 'CloudHsmCliError');
  };
  const changePassword = async (Password: string): Promise<void> => {
    const SessionId = await asAdmin();
    await world.cloudhsmCli('UserChangePassword', { ClusterId, SessionId, ...kmsuser, Password });
    await logOut(SessionId);
  };
  const deleteUser = async (): Promise<void> => {
    await world.cloudhsmCli('UserDelete', { ClusterId, SessionId: await asAdmin(), ...kmsuser });
  };
  const createUser = async (Role: 'admin' | 'crypto-user' = 'crypto-user'): Promise<void> => {
    await world.cloudhsmCli('UserCreate', { ClusterId, SessionId: await asAdmin(), Username: 'kmsuser', Role, Password: kmsPassword });
  };
  const tellKms = (KeyStorePassword: string): Promise<unknown> => world.kms('UpdateCustomKeyStore', { CustomKeyStoreId, KeyStorePassword });

  it('is signed in from CONNECTED to the end of the disconnect, under a password that nobody else knows', async () => {
    expect((await contents()).sessions).to.deep.equal([]);
    expect(await connect()).to.equal('CONNECTED');
    const [session, ...more] = (await contents()).sessions;
    expect(more).to.deep.equal([]);
    expect(session).to.include({ username: 'kmsuser', role: 'crypto-user', client: 'AWS KMS', CustomKeyStoreId });
    await refused(logIn(kmsuser, kmsPassword), 'CloudHsmCliError', 'Login failed: user name, role or password is wrong.');
    expect(await userView(), 'a wrong password counts even then').to.include({ failedLogins: 1 });
    await world.kms('DisconnectCustomKeyStore', { CustomKeyStoreId });
    expect((await contents()).sessions, 'while it disconnects').to.have.length(1);
    await waitFor(world);
    expect((await contents()).sessions).to.deep.equal([]);
    expect(await connect(), 'KMS kept the password that it made').to.equal('CONNECTED');
  });

  /** What is done to a key store that was never connected, how connecting fails then, and what repairs it. */
  const rules: Readonly<Record<string, { spoil(): Promise<unknown>; code: string; repair(): Promise<unknown> }>> = {
    'a password that KMS does not know': { spoil: () => changePassword(newPassword), code: 'INVALID_CREDENTIALS', repair: () => tellKms(newPassword) },
    'a password that KMS was told wrongly': { spoil: () => tellKms(wrongPassword), code: 'INVALID_CREDENTIALS', repair: () => tellKms(kmsPassword) },
    'five wrong passwords': {
      spoil: () => failToLogIn(5),
      code: 'USER_LOCKED_OUT',
      repair: async () => {
        await changePassword(newPassword);
        await tellKms(newPassword);
      },
    },
    'a session of kmsuser': { spoil: () => logIn(kmsuser, kmsPassword), code: 'USER_LOGGED_IN', repair: async () => logOut(await logIn(kmsuser, kmsPassword)) },
    'no kmsuser': { spoil: deleteUser, code: 'USER_NOT_FOUND', repair: () => createUser() },
    'a kmsuser that is an admin': {
      spoil: async () => {
        await deleteUser();
        await createUser('admin');
      },
      code: 'USER_NOT_FOUND',
      repair: async () => {
        await world.cloudhsmCli('UserDelete', { ClusterId, SessionId: await asAdmin(), Username: 'kmsuser', Role: 'admin' });
        await createUser();
      },
    },
    'a kmsuser that was made while an HSM joined': {
      spoil: async () => {
        await deleteUser();
        await world.cloudhsmv2('CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2c' });
        await createUser();
        await waitFor(world);
      },
      code: 'USER_NOT_FOUND',
      repair: async () => {
        await deleteUser();
        await createUser();
      },
    },
    'a second factor': {
      spoil: async () => world.cloudhsmCli('UserChangeMfa', { ClusterId, SessionId: await asAdmin(), ...kmsuser, PublicKey: 'a' }),
      code: 'INVALID_CREDENTIALS',
      repair: async () => {
        await deleteUser();
        await createUser();
      },
    },
  };
  for (const [name, { spoil, code, repair }] of Object.entries(rules))
    it(`${name}: ${code}, and what repairs it`, async () => {
      await spoil();
      expect(await connect()).to.equal(code);
      await disconnect();
      await repair();
      expect(await connect()).to.equal('CONNECTED');
      expect(await userView()).to.include({ locked: false, failedLogins: 0, mfa: false, coverage: 'full' });
    });

  it('a wrong password of KMS counts, and the fifth locks', async () => {
    await failToLogIn(4);
    expect(await userView()).to.include({ failedLogins: 4, locked: false });
    await tellKms(wrongPassword);
    expect(await connect()).to.equal('INVALID_CREDENTIALS');
    expect(await userView()).to.include({ failedLogins: 5, locked: true });
    await disconnect();
    await tellKms(kmsPassword);
    expect(await connect()).to.equal('USER_LOCKED_OUT');
    await refused(logIn(kmsuser, kmsPassword), 'CloudHsmCliError', 'Login failed: user kmsuser is locked. An admin unlocks it by changing its password.');
  });

  it('of several reasons tells the first on the way: the user, the lock, the session, the password', async () => {
    const SessionId = await logIn(kmsuser, kmsPassword);
    await tellKms(wrongPassword);
    expect(await connect()).to.equal('USER_LOGGED_IN');
    expect(await userView(), 'no password was tried').to.include({ failedLogins: 0 });
    await disconnect();
    await failToLogIn(5);
    expect(await connect()).to.equal('USER_LOCKED_OUT');
    await disconnect();
    await logOut(SessionId);
    await deleteUser();
    expect(await connect()).to.equal('USER_NOT_FOUND');
    await disconnect();
    await world.control.injectFault({ fault: 'network', active: true, target: CustomKeyStoreId });
    expect(await connect()).to.equal('NETWORK_ERRORS');
  });

  it('nobody changes its password while it is signed in', async () => {
    await connect();
    await refused(changePassword(newPassword), 'CloudHsmCliError', 'User kmsuser is logged in: AWS KMS is, as long as its key store is connected.');
    await refused(deleteUser(), 'CloudHsmCliError', 'User kmsuser is logged in.');
  });
});
