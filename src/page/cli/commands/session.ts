import { place, printedUser, signedIn, userOf, userOptions, type Command } from '../command.ts';

const password = { password: { help: "Optional: Plaintext user's password. If you do not include this argument you will be prompted for it" } };

export const sessionCommands: Readonly<Record<string, Command>> = {
  login: {
    summary: 'Login to your cluster',
    options: { ...userOptions, ...password },
    asks: 'once',
    async run(client, options) {
      const before = client.session;
      const { ClusterId = '', SessionId = '' } = await client.hsm.login({
        ...place(client),
        ...userOf(options),
        Password: options.values['password'] ?? '',
        // A program has one session at a time: the one of before ends with this one's beginning.
        ...(before && { SessionId: before.SessionId }),
      });
      if (before && before.ClusterId !== ClusterId) await client.hsm.logout(before).catch(() => undefined);
      client.session = { ClusterId, SessionId };
      return printedUser(options);
    },
  },
  logout: {
    summary: 'Logout of your cluster',
    options: {},
    async run(client) {
      const session = signedIn(client);
      client.session = undefined;
      await client.hsm.logout(session);
      return 'Logout successful';
    },
  },
};
