import type { Stage } from '../stage.ts';
import type { Story } from '../stories.ts';
import { ClusterId, connect, createKey, decrypt, disconnect, hour, kmsPassword, kmsUser, loggedIn, logIn, makeKey, refused, resetKmsPassword, store } from './steps.ts';

/** Troubles of kmsuser, whom KMS signs in as (facts 1.4, 5). */

const AliasName = 'alias/orders';

/** @param happens to kmsuser while the key store is disconnected; then it is connected, and that fails */
const whileDisconnected = (happens: (stage: Stage) => Promise<Partial<Record<'SessionId', string>>>, known: boolean): Story => ({
  lasts: hour,
  async tell(stage) {
    const key = await makeKey(stage, AliasName);
    await disconnect(stage);
    const ids = await happens(stage);
    await connect(stage);
    await refused(decrypt(stage, key), 'KMSInvalidStateException');
    return {
      ids: { KeyId: key.KeyId, AliasName, ...ids },
      ciphertexts: { [AliasName]: key.ciphertext },
      ...(known && { passwords: { [kmsUser.Username]: kmsPassword } }),
    };
  },
});

/** The same without keys: a user that owns some could not be deleted, neither by what happens nor to repair it. */
const withoutKeys = (happens: (stage: Stage) => Promise<unknown>): Story => ({
  lasts: hour,
  async tell(stage) {
    await disconnect(stage);
    await happens(stage);
    await connect(stage);
    await refused(createKey(stage), 'CustomKeyStoreInvalidStateException');
    return {};
  },
});

/** A real one, RSA 2048; nobody has kept the private key. */
const PublicKey = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtJ21o7cLcEfHkZToE0Zq
GSunuoUg3aDbfRgr4/1uvsxvrTRn8IbfyK8dPjHKxUF3miCAgiAbCd1NYP195Oem
tpSfRcVmdZaEHh4PoX/oSTzXh25gToyDG5iskwwluXD79saZTwxkw/nlaqaXANt6
EaNJ6tzR5cGzz0mo1Cu7flmZhxuLEERBVIRWi73/f9Ee1OB9L3hHUg6lNwsNT+Ai
ZEk7ZLl7TH7mFr9ixxPCZMfbA620Q8J573W6tjCyreTcW99lCDNKMyPU8SLN9pMw
VmJMhI45CLwUf9vOXclLKregmpSTIHA+5DlDD7ITifQsKyyQixo1iIYaANXF6QV6
pQIDAQAB
-----END PUBLIC KEY-----
`;

export const userTroubles = {
  'invalid-credentials': whileDisconnected(async (stage) => {
    await stage.kms('UpdateCustomKeyStore', { ...store, KeyStorePassword: 'mistyped1234' });
    return {};
  }, false),

  'user-locked-out': whileDisconnected(async (stage) => {
    for (const guess of ['kmsuser1', 'kmsuser12', 'kmsuser123', 'kmsuser1234', 'kmsuser12345'])
      await refused(stage.cloudhsmCli('Login', { ClusterId, ...kmsUser, Password: guess }), 'CloudHsmCliError');
    return {};
  }, false),

  'user-logged-in': whileDisconnected(async (stage) => {
    await resetKmsPassword(stage);
    const { SessionId } = await logIn(stage, kmsUser.Username);
    await stage.kms('UpdateCustomKeyStore', { ...store, KeyStorePassword: kmsPassword });
    return { SessionId };
  }, true),

  'user-not-found': withoutKeys((stage) =>
    loggedIn(stage, 'admin', (session) => stage.cloudhsmCli('UserDelete', { ...session, ...kmsUser })),
  ),

  'kmsuser-mfa': withoutKeys((stage) =>
    loggedIn(stage, 'admin', (session) => stage.cloudhsmCli('UserChangeMfa', { ...session, ...kmsUser, PublicKey })),
  ),
} as const satisfies Record<string, Story>;
