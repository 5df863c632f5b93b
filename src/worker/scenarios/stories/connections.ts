import type { FaultName } from '../../../model/control.ts';
import type { Stage } from '../stage.ts';
import type { Story } from '../stories.ts';
import { ClusterId, connect, createKey, CustomKeyStoreId, day, decrypt, disconnect, hour, makeKey, newestBackup, pass, refused, store, type MadeKey } from './steps.ts';

/** Troubles of the connection itself (facts 5). */

const AliasName = 'alias/orders';
const told = ({ KeyId, ciphertext }: MadeKey): Awaited<ReturnType<Story['tell']>> => ({
  ids: { KeyId, AliasName },
  ciphertexts: { [AliasName]: ciphertext },
});
const fault = (stage: Stage, name: FaultName, active: boolean, target: string): Promise<undefined> =>
  stage.control.injectFault({ fault: name, active, target });

/** KMS finds nature against it while it connects, and nature is well again when somebody looks. */
async function failsOnce(stage: Stage, name: FaultName, key: MadeKey): Promise<void> {
  await disconnect(stage);
  await fault(stage, name, true, CustomKeyStoreId);
  await connect(stage);
  await fault(stage, name, false, CustomKeyStoreId);
  await refused(decrypt(stage, key), 'KMSInvalidStateException');
}

/** The cluster has lost something that it cannot get back: there is a backup to make another one of. */
const lastingly = (name: FaultName): Story => ({
  lasts: 2 * day,
  async tell(stage) {
    const key = await makeKey(stage, AliasName);
    await pass(stage, 25 * hour);
    await fault(stage, name, true, ClusterId);
    await disconnect(stage);
    await connect(stage);
    await refused(decrypt(stage, key), 'KMSInvalidStateException');
    const { ids, ...rest } = told(key);
    return { ...rest, ids: { ...ids, BackupId: await newestBackup(stage) } };
  },
});

export const connectionTroubles = {
  disconnected: {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await disconnect(stage);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      await refused(createKey(stage), 'CustomKeyStoreInvalidStateException');
      return told(key);
    },
  },

  network: {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await fault(stage, 'network', true, CustomKeyStoreId);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      await failsOnce(stage, 'network', key);
      return told(key);
    },
  },

  'internal-error': {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await failsOnce(stage, 'internal-error', key);
      return told(key);
    },
  },

  'connect-when-failed': {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await failsOnce(stage, 'network', key);
      await refused(stage.kms('ConnectCustomKeyStore', store), 'CustomKeyStoreInvalidStateException');
      return told(key);
    },
  },

  'fast-failure': {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await disconnect(stage);
      await fault(stage, 'security-group', true, ClusterId);
      await refused(stage.kms('ConnectCustomKeyStore', store), 'CloudHsmClusterInvalidConfigurationException');
      return told(key);
    },
  },

  'subnet-not-found': lastingly('subnet-deleted'),
  'no-free-addresses': lastingly('subnet-full'),
} as const satisfies Record<string, Story>;
