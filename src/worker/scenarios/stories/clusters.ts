import type { Story } from '../stories.ts';
import { addHsm, connect, createKey, decrypt, deleteCluster, disconnect, hour, HsmIds, makeKey, newestBackup, refused, removeAllHsms, removeHsm } from './steps.ts';

/** Troubles of the cluster and its HSMs (facts 5). */

const AliasName = 'alias/orders';

export const clusterTroubles = {
  'no-hsm': {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await removeAllHsms(stage);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      await disconnect(stage);
      await connect(stage);
      await refused(createKey(stage), 'CustomKeyStoreInvalidStateException');
      return { ids: { KeyId: key.KeyId, AliasName }, ciphertexts: { [AliasName]: key.ciphertext } };
    },
  },

  'one-hsm': {
    lasts: hour,
    async tell(stage) {
      const { KeyId, ciphertext } = await makeKey(stage, AliasName);
      await removeHsm(stage, HsmIds.b);
      await refused(createKey(stage), 'CloudHsmClusterInvalidConfigurationException');
      return { ids: { KeyId, AliasName, HsmId: HsmIds.a }, ciphertexts: { [AliasName]: ciphertext } };
    },
  },

  'one-zone': {
    lasts: hour,
    async tell(stage) {
      const { KeyId, ciphertext } = await makeKey(stage, AliasName);
      const HsmId = await addHsm(stage, 'a');
      await removeHsm(stage, HsmIds.b);
      await refused(createKey(stage), 'CloudHsmClusterInvalidConfigurationException');
      return { ids: { KeyId, AliasName, HsmId }, ciphertexts: { [AliasName]: ciphertext } };
    },
  },

  'cluster-deleted': {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await deleteCluster(stage);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      await disconnect(stage);
      await connect(stage);
      await refused(createKey(stage), 'CustomKeyStoreInvalidStateException');
      return { ids: { KeyId: key.KeyId, AliasName, BackupId: await newestBackup(stage) }, ciphertexts: { [AliasName]: key.ciphertext } };
    },
  },
} as const satisfies Record<string, Story>;
