import type { Client, Session } from './cloudhsm-cli.ts';
import type { CommandOptions } from './options.ts';

/** The client itself refuses, before it asks the HSMs. */
export class Refused extends Error {}

type Values = Readonly<Record<string, string | undefined>>;

/** A command of CloudHSM CLI. */
export interface Command extends CommandOptions {
  /** A password that was not given is asked for; a new one twice. */
  readonly asks?: 'once' | 'twice';
  /** @returns `data` of what is printed; AwsError where the HSMs refuse */
  run(client: Client, values: Values): Promise<unknown>;
}

const roles = ['admin', 'crypto-user'];
const role = (values: Values): 'admin' | 'crypto-user' => (values['role'] === 'admin' ? 'admin' : 'crypto-user');
const place = ({ ClusterId, session }: Client): { readonly ClusterId?: string } => {
  const id = ClusterId ?? session?.ClusterId;
  return id === undefined ? {} : { ClusterId: id };
};

/** @throws Refused where nobody is signed in, at the cluster that the command names */
function signedIn({ ClusterId, session }: Client): Session {
  if (!session || (ClusterId ?? session.ClusterId) !== session.ClusterId) throw new Refused('You are not logged in.');
  return session;
}

/** By name. Options, prompts and answers are CloudHSM CLI's (facts 6.5; User Guide, "CloudHSM CLI reference"). */
export const commands: Readonly<Record<string, Command>> = {
  'cluster activate': {
    options: { password: {} },
    asks: 'twice',
    async run(client, { password = '' }) {
      await client.hsm.activateCluster({ ...place(client), Password: password });
      return 'Cluster activation successful';
    },
  },
  login: {
    options: { username: { required: true }, role: { required: true, values: roles }, password: {} },
    asks: 'once',
    async run(client, values) {
      const { username = '', password = '' } = values;
      const Role = role(values);
      const { ClusterId = '', SessionId = '' } = await client.hsm.login({ ...place(client), Username: username, Role, Password: password });
      client.session = { ClusterId, SessionId };
      return { username, role: Role };
    },
  },
  logout: {
    options: {},
    async run(client) {
      await client.hsm.logout(signedIn(client));
      client.session = undefined;
      return 'Logout successful';
    },
  },
  'user create': {
    options: { username: { required: true }, role: { required: true, values: roles }, password: {} },
    asks: 'twice',
    async run(client, values) {
      const { username = '', password = '' } = values;
      const Role = role(values);
      await client.hsm.userCreate({ ...signedIn(client), Username: username, Role, Password: password });
      return { username, role: Role };
    },
  },
  'user list': {
    options: {},
    async run(client) {
      const { Users = [] } = await client.hsm.userList(place(client));
      return {
        users: Users.map(({ Username, Role, Locked, Mfa, Coverage }) => ({
          username: Username,
          role: Role,
          // CloudHSM CLI prints a word.
          locked: String(Locked),
          mfa: Mfa ? [{ strategy: 'token-sign', status: 'enabled' }] : [],
          'cluster-coverage': Coverage,
        })),
      };
    },
  },
};

export const usage = `Usage: cloudhsm-cli [--cluster-id <ID>] <COMMAND>

Commands:
${Object.keys(commands).map((name) => `  ${name}`).join('\n')}
  interactive
`;
