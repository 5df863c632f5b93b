import type { FaultName } from '../../../model/control.ts';
import type { Story } from '../stories.ts';
import { ClusterId, CustomKeyStoreId, day, decrypt, disconnect, hour, kmsUser, makeKey, minute, pass, refused, store } from './steps.ts';

/** Troubles of keys and of their use (facts 5). */

const AliasName = 'alias/orders';
const deleted = 'alias/payments';

/** The cluster or the key store is busy when somebody looks, and for a while to come. */
const busy = (fault: FaultName, target: string, error: string): Story => ({
  lasts: hour,
  async tell(stage) {
    const key = await makeKey(stage, AliasName);
    await pass(stage, hour);
    await stage.control.injectFault({ fault, active: true, target, lasts: 15 * minute });
    await refused(decrypt(stage, key), error);
    return { ids: { KeyId: key.KeyId, AliasName }, ciphertexts: { [AliasName]: key.ciphertext } };
  },
});

export const keyTroubles = {
  'pkcs11-sessions': busy('pkcs11-sessions', ClusterId, 'KMSInternalException'),
  throttled: busy('throttling', CustomKeyStoreId, 'ThrottlingException'),

  'orphaned-key': {
    lasts: 8 * day,
    async tell(stage) {
      const [other, key] = [await makeKey(stage, AliasName), await makeKey(stage, deleted)];
      await stage.kms('ScheduleKeyDeletion', { KeyId: key.KeyId, PendingWindowInDays: 7 });
      await disconnect(stage);
      await pass(stage, 7 * day);
      await refused(stage.kms('DescribeKey', { KeyId: key.KeyId }), 'NotFoundException');
      // What one looks for in the HSMs: the label of the key that is left.
      return { ids: { KeyId: other.KeyId, AliasName, label: key.Arn, Username: kmsUser.Username }, ciphertexts: { [AliasName]: other.ciphertext } };
    },
  },

  'store-with-keys': {
    lasts: hour,
    async tell(stage) {
      const key = await makeKey(stage, AliasName);
      await disconnect(stage);
      await refused(stage.kms('DeleteCustomKeyStore', store), 'CustomKeyStoreHasCMKsException');
      return { ids: { KeyId: key.KeyId, AliasName }, ciphertexts: { [AliasName]: key.ciphertext } };
    },
  },
} as const satisfies Record<string, Story>;
