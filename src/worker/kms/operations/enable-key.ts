import { beginPeriod, periodKey } from '../../clock.ts';
import { theKey, type KmsHandler } from '../handler.ts';

/** While the key is Unavailable this shows only when its key store is connected again (footnote 12). */
export const enableKey: KmsHandler<'EnableKey'> = async (call) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    const { rotation } = row;
    if (!rotation || rotation.NextRotationDate > call.now) {
      rows.put('keys', { ...row, enabled: true });
      return;
    }
    // "If the key material in the re-enabled KMS key hasn't been rotated in one year, KMS rotates it immediately, and every
    // year thereafter" (API Reference, GetKeyRotationStatus): the period ends before the next call.
    const what = { kind: 'rotate-key-automatically', target: row.KeyId } as const;
    rows.delete('due', periodKey(what, rotation.NextRotationDate));
    beginPeriod(rows, call, what, call.now);
    rows.put('keys', { ...row, enabled: true, rotation: { ...rotation, NextRotationDate: call.now } });
  });
  return undefined;
};
