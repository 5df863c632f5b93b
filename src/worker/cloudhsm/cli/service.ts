import type { cloudhsmCliOperations, OfSession, UserName } from '../../../model/cloudhsm-cli/operations.ts';
import type { InputOf, OutputOf } from '../../../model/operation.ts';
import type { Values } from '../../../model/shapes.ts';
import type { Call } from '../../call.ts';
import { AwsError } from '../../errors.ts';
import { activateCluster } from '../activation.ts';
import { HsmRefusal } from '../errors.ts';
import { logIn, logOut, type Session } from '../sessions.ts';
import { changeMfa, changePassword, createUser, deleteUser, type UserId } from '../users.ts';
import { clientCluster } from './client-cluster.ts';
import { deleteKey, listKeys } from './keys.ts';
import { listUsers } from './users.ts';

type Operations = typeof cloudhsmCliOperations;
type Handlers = {
  readonly [Name in keyof Operations]: (call: Call, input: InputOf<Operations[Name]>) => Promise<OutputOf<Operations[Name]>>;
};

/** The session, at the cluster that the client is configured for. */
const sessionOf = async (call: Call, { ClusterId, SessionId }: OfSession): Promise<Session> => ({
  ClusterId: (await clientCluster(call, ClusterId)).ClusterId,
  SessionId,
});

/** "The user name is not case sensitive …, always displayed in lowercase" (User Guide, "user create"). */
const userOf = ({ Username, Role }: UserName): UserId => ({ username: Username.toLowerCase(), role: Role });

const handlers: Handlers = {
  async ActivateCluster(call, { ClusterId, Password }) {
    await activateCluster(call, (await clientCluster(call, ClusterId)).ClusterId, Password);
    return {};
  },
  async Login(call, input) {
    const { ClusterId } = await clientCluster(call, input.ClusterId);
    return { ClusterId, SessionId: await logIn(call, ClusterId, { ...userOf(input), password: input.Password }, input.SessionId) };
  },
  async Logout(call, input) {
    await logOut(call, await sessionOf(call, input));
    return {};
  },
  async UserList(call, { ClusterId }) {
    return { Users: await listUsers(call, await clientCluster(call, ClusterId)) };
  },
  async UserCreate(call, input) {
    await createUser(call, await sessionOf(call, input), { ...userOf(input), password: input.Password });
    return {};
  },
  async UserDelete(call, input) {
    await deleteUser(call, await sessionOf(call, input), userOf(input));
    return {};
  },
  async UserChangePassword(call, input) {
    await changePassword(call, await sessionOf(call, input), { ...userOf(input), password: input.Password });
    return {};
  },
  async UserChangeMfa(call, input) {
    if ((input.PublicKey === undefined) === (input.Deregister !== true)) throw new HsmRefusal('Either a public key is registered, or deregistered.');
    await changeMfa(call, await sessionOf(call, input), userOf(input), input.Deregister !== true);
    return {};
  },
  async KeyList(call, input) {
    return listKeys(call, await sessionOf(call, input), input);
  },
  async KeyDelete(call, input) {
    await deleteKey(call, await sessionOf(call, input), input.Filters ?? []);
    return {};
  },
  async HsmInfo(call, { ClusterId }) {
    const { HsmType, Mode, hsms } = await clientCluster(call, ClusterId);
    const active = hsms.filter(({ State }) => State === 'ACTIVE');
    return { HsmType, Mode, Hsms: active.map(({ HsmId, AvailabilityZone, EniIp }) => ({ HsmId, AvailabilityZone, EniIp })) };
  },
};

/**
 * Runs a command of CloudHSM CLI.
 * @throws AwsError CloudHsmCliError, where the HSMs refuse: for the command line to print
 */
export async function runCloudHsmCli(call: Call, name: string, input: Values): Promise<Values> {
  const handler = handlers[name as keyof Handlers] as unknown as (call: Call, input: Values) => Promise<Values>;
  try {
    return await handler(call, input);
  } catch (error) {
    if (error instanceof HsmRefusal) throw new AwsError('CloudHsmCliError', error.message);
    throw error;
  }
}
