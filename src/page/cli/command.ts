import type { Client, Session } from './cloudhsm-cli.ts';
import type { CommandOptions, Options } from './options.ts';

/** The client itself refuses, before it asks the HSMs. */
export class Refused extends Error {}

/** A command of CloudHSM CLI. */
export interface Command extends CommandOptions {
  /** Its line of the help. */
  readonly summary: string;
  /** A password that was not given is asked for; a new one twice. */
  readonly asks?: 'once' | 'twice';
  /** Nobody is asked for a password who is not logged in. */
  readonly session?: true;
  /** What GlassHSM has to say of it, beside what CloudHSM CLI would print. */
  note?(options: Options): string | undefined;
  /** @returns `data` of what is printed; AwsError where the HSMs refuse */
  run(client: Client, options: Options): Promise<unknown>;
}

/** The options that name a user. */
export const userOptions: CommandOptions['options'] = {
  username: { required: true, help: 'Username of the user' },
  role: { required: true, values: ['crypto-user', 'admin'], help: 'Role the user has in the cluster' },
};
export const userOf = ({ values }: Options): { readonly Username: string; readonly Role: 'admin' | 'crypto-user' } => ({
  Username: values['username'] ?? '',
  Role: values['role'] === 'admin' ? 'admin' : 'crypto-user',
});
/** What CloudHSM CLI prints of a user; "always displayed in lowercase" (User Guide, "user create"). */
export const printedUser = (options: Options): object => ({ username: userOf(options).Username.toLowerCase(), role: userOf(options).Role });

/** The cluster that a command is for, where one was named or logged in to. */
export const place = ({ ClusterId, session }: Client): { readonly ClusterId?: string } => {
  const id = ClusterId ?? session?.ClusterId;
  return id === undefined ? {} : { ClusterId: id };
};

/** @throws Refused where nobody is logged in, at the cluster that the command names */
export function signedIn({ ClusterId, session }: Client): Session {
  if (!session || (ClusterId ?? session.ClusterId) !== session.ClusterId) throw new Refused('You are not logged in.');
  return session;
}
