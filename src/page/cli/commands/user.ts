import { newPublicKey } from '../../customer-ca/mfa-key.ts';
import { place, printedUser, Refused, signedIn, userOf, userOptions, type Command } from '../command.ts';

const password = { password: { help: "Optional: Plaintext user's password. If you do not include this argument you will be prompted for it" } };

export const userCommands: Readonly<Record<string, Command>> = {
  'user list': {
    summary: 'List the users in your cluster',
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
  'user create': {
    summary: 'Create a new user',
    options: { ...userOptions, ...password },
    asks: 'twice',
    session: true,
    async run(client, options) {
      await client.hsm.userCreate({ ...signedIn(client), ...userOf(options), Password: options.values['password'] ?? '' });
      return printedUser(options);
    },
  },
  'user delete': {
    summary: 'Delete a user',
    options: userOptions,
    session: true,
    async run(client, options) {
      await client.hsm.userDelete({ ...signedIn(client), ...userOf(options) });
      return printedUser(options);
    },
  },
  'user change-password': {
    summary: "Change a user's password",
    options: { ...userOptions, ...password },
    asks: 'twice',
    session: true,
    async run(client, options) {
      await client.hsm.userChangePassword({ ...signedIn(client), ...userOf(options), Password: options.values['password'] ?? '' });
      return printedUser(options);
    },
  },
  /** At AWS the customer's openssl makes the key and signs a token of each HSM. */
  'user change-mfa token-sign': {
    summary: 'Register or Deregister a public key using token-sign mfa strategy',
    options: {
      ...userOptions,
      token: { help: 'Filepath where the unsigned token file will be written' },
      deregister: { help: 'Deregister the MFA public key, if present' },
    },
    session: true,
    note: ({ values }) =>
      values['token'] === undefined
        ? undefined
        : 'GlassHSM made the RSA key in place of your openssl and registered its public key. It writes and signs no token file, and nobody can log in as this user until it is deregistered.\n',
    async run(client, options) {
      const { token, deregister } = options.values;
      if ((token === undefined) === (deregister === undefined)) throw new Refused('Say either --token or --deregister.');
      const change = deregister === undefined ? { PublicKey: await newPublicKey() } : { Deregister: true };
      await client.hsm.userChangeMfa({ ...signedIn(client), ...userOf(options), ...change });
      return printedUser(options);
    },
  },
};
