import { documentAnd, secondCluster } from '../second-cluster.ts';
import type { Story } from '../stories.ts';
import { addHsm, connect, day, decrypt, deleteCluster, disconnect, hour, kmsPassword, kmsUser, loggedIn, makeKey, newestBackup, pass, refused, resetKmsPassword, restoreCluster, store } from './steps.ts';

/** Troubles of what backups hold, and of clusters that are made of them (facts 5). */

const kept = 'alias/orders';
const lost = 'alias/payments';

export const backupTroubles = {
  'key-material-deleted': {
    lasts: 2 * day,
    async tell(stage) {
      const [other, key] = [await makeKey(stage, kept), await makeKey(stage, lost)];
      await pass(stage, 25 * hour);
      const BackupId = await newestBackup(stage);
      // "Login as kmsuser" (facts 5).
      await disconnect(stage);
      await resetKmsPassword(stage);
      await loggedIn(stage, kmsUser.Username, (session) => stage.cloudhsmCli('KeyDelete', { ...session, Filters: [`attr.label=${key.Arn}`] }));
      await stage.kms('UpdateCustomKeyStore', { ...store, KeyStorePassword: kmsPassword });
      await connect(stage);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      return { ids: { KeyId: key.KeyId, AliasName: lost, BackupId }, ciphertexts: { [kept]: other.ciphertext, [lost]: key.ciphertext } };
    },
  },

  'backup-without-key': {
    lasts: 4 * hour,
    async tell(stage) {
      const other = await makeKey(stage, kept);
      await addHsm(stage, 'c');
      const older = await newestBackup(stage);
      const key = await makeKey(stage, lost);
      await deleteCluster(stage);
      const BackupId = await newestBackup(stage);
      const restored = await restoreCluster(stage, older);
      await disconnect(stage);
      await stage.kms('UpdateCustomKeyStore', { ...store, CloudHsmClusterId: restored });
      await connect(stage);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      return {
        ids: { KeyId: key.KeyId, AliasName: lost, ClusterId: restored, CloudHsmClusterId: restored, SourceBackupId: older, BackupId },
        ciphertexts: { [kept]: other.ciphertext, [lost]: key.ciphertext },
      };
    },
  },

  'old-backup': {
    lasts: 4 * hour,
    async tell(stage) {
      const key = await makeKey(stage, kept);
      await addHsm(stage, 'c');
      const older = await newestBackup(stage);
      // Connecting again rotates kmsuser's password: the backup has the one of before.
      await disconnect(stage);
      await connect(stage);
      await deleteCluster(stage);
      const restored = await restoreCluster(stage, older);
      await disconnect(stage);
      await stage.kms('UpdateCustomKeyStore', { ...store, CloudHsmClusterId: restored });
      await connect(stage);
      await refused(decrypt(stage, key), 'KMSInvalidStateException');
      return {
        ids: { KeyId: key.KeyId, AliasName: kept, ClusterId: restored, CloudHsmClusterId: restored, SourceBackupId: older, BackupId: await newestBackup(stage) },
        ciphertexts: { [kept]: key.ciphertext },
      };
    },
  },

  'unrelated-cluster': {
    lasts: 2 * day,
    begin: documentAnd(secondCluster),
    async tell(stage) {
      const { KeyId, ciphertext } = await makeKey(stage, kept);
      await pass(stage, 25 * hour);
      await disconnect(stage);
      const unrelated = { CloudHsmClusterId: secondCluster.ClusterId };
      await refused(stage.kms('UpdateCustomKeyStore', { ...store, ...unrelated }), 'CloudHsmClusterNotRelatedException');
      return {
        ids: { KeyId, AliasName: kept, UnrelatedClusterId: secondCluster.ClusterId, BackupId: await newestBackup(stage) },
        ciphertexts: { [kept]: ciphertext },
      };
    },
  },
} as const satisfies Record<string, Story>;
