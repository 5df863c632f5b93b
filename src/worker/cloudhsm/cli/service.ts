import type { cloudhsmCliOperations } from '../../../model/cloudhsm-cli/operations.ts';
import type { InputOf, OutputOf } from '../../../model/operation.ts';
import type { Values } from '../../../model/shapes.ts';
import type { Call } from '../../call.ts';
import { AwsError } from '../../errors.ts';
import { activateCluster } from '../activation.ts';
import { HsmRefusal } from '../errors.ts';
import { createUser } from '../users.ts';
import { clientCluster } from './client-cluster.ts';
import { listUsers, signIn } from './users.ts';

type Operations = typeof cloudhsmCliOperations;
type Handlers = {
  readonly [Name in keyof Operations]: (call: Call, input: InputOf<Operations[Name]>) => Promise<OutputOf<Operations[Name]>>;
};

const handlers: Handlers = {
  async ActivateCluster(call, { ClusterId, Password }) {
    await activateCluster(call, (await clientCluster(call, ClusterId)).ClusterId, Password);
    return {};
  },
  async Login(call, { ClusterId: named, ...as }) {
    const { ClusterId } = await clientCluster(call, named);
    await signIn(call, ClusterId, as);
    return { ClusterId };
  },
  async UserCreate(call, { ClusterId: named, SignedIn, Username, Role, Password }) {
    const { ClusterId } = await clientCluster(call, named);
    const { role } = await signIn(call, ClusterId, SignedIn);
    if (role !== 'admin') throw new HsmRefusal('Only an admin can create users.');
    await createUser(call, ClusterId, { username: Username, role: Role, password: Password });
    return {};
  },
  async UserList(call, { ClusterId }) {
    return { Users: await listUsers(call, await clientCluster(call, ClusterId)) };
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
