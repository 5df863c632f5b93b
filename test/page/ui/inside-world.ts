import type { Simulator } from '../../../src/page/index.ts';
import { openTestWorld } from '../../worker/world.ts';
import { ClusterId, CustomKeyStoreId } from './stage.ts';

export const hsms = ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp'] as const;
export const hour = 60 * 60 * 1000;
export const day = 24 * hour;

/** @returns the id of a new KMS key in the document's key store */
export async function createKey({ kms }: Simulator): Promise<string> {
  const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
  return KeyMetadata?.KeyId ?? '';
}

/** A KMS key is deleted while its key store is disconnected, so its key stays in the HSMs (facts 3.4). @returns its id */
export async function orphanKey(simulator: Simulator): Promise<string> {
  const { kms, control } = simulator;
  const KeyId = await createKey(simulator);
  await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
  await kms.disconnectCustomKeyStore({ CustomKeyStoreId });
  await control.advance(8 * day);
  return KeyId;
}

export const signIn = async ({ cloudhsmCli }: Simulator, Username = 'admin', Password = 'adminPswd1234'): Promise<string> =>
  (await cloudhsmCli.login({ ClusterId, Username, Role: Username === 'admin' ? 'admin' : 'crypto-user', Password })).SessionId ?? '';

/** `alice` is created while an HSM joins, which lacks her from then on (facts 6.3), and is locked by five wrong passwords. @returns that HSM */
export async function aliceWhileHsmJoins(simulator: Simulator): Promise<string> {
  const { cloudhsmv2, cloudhsmCli, control } = simulator;
  const { Hsm } = await cloudhsmv2.createHsm({ ClusterId, AvailabilityZone: 'us-west-2c' });
  const SessionId = await signIn(simulator);
  await cloudhsmCli.userCreate({ ClusterId, SessionId, Username: 'alice', Role: 'crypto-user', Password: 'wonder1234' });
  for (let i = 0; i < 5; i += 1) await signIn(simulator, 'alice', 'wrongPswd99').catch(() => undefined);
  await control.advance(hour);
  return Hsm?.HsmId ?? '';
}

/** The document's world, of which the HSMs have lost the material of all keys. @returns its database */
export async function worldWithoutMaterial(): Promise<string> {
  const world = await openTestWorld();
  await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
  const { storage } = world.simulation;
  const prefix = ['111122223333', 'us-west-2'];
  const rows = await storage.page({ store: 'material', prefix, limit: 100 });
  await storage.commit({
    reads: rows.map(({ materialId }) => ({ store: 'material' as const, key: [...prefix, materialId] })),
    decide: (view) => {
      for (const { materialId } of rows) view.delete('material', [...prefix, materialId]);
    },
  });
  world.close();
  return world.database;
}

/** The other scenario's cluster with a key store whose connection is refused: somebody is signed in as kmsuser, and forgot it. */
export async function forgottenSession(simulator: Simulator): Promise<string> {
  const { kms, look, control } = simulator;
  const [cluster] = await look('clusters');
  const made = await kms.createCustomKeyStore({
    CustomKeyStoreName: 'Mine',
    CloudHsmClusterId: ClusterId,
    TrustAnchorCertificate: cluster?.trustAnchor ?? '',
    KeyStorePassword: 'kmsPswd1234',
  });
  await signIn(simulator, 'kmsuser', 'kmsPswd1234');
  const Mine = made.CustomKeyStoreId ?? '';
  await kms.connectCustomKeyStore({ CustomKeyStoreId: Mine });
  await control.advance(hour);
  return Mine;
}

