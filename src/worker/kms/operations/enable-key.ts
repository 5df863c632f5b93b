import { beginPeriod } from '../../clock.ts';
import { theKey, type KmsHandler } from '../handler.ts';

/** While the key is Unavailable this shows only when its key store is connected again (footnote 12). */
export const enableKey: KmsHandler<'EnableKey'> = async (call) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    if (row.rotation && row.rotation.NextRotationDate <= call.now) {
      // "If the key material is past its last scheduled rotation date, AWS KMS rotates it immediately" (API Reference,
      // EnableKeyRotation): the wait ends before the next call.
      beginPeriod(rows, call, { kind: 'rotate-key-automatically', target: row.KeyId }, call.now);
      rows.put('keys', { ...row, enabled: true, rotation: { ...row.rotation, NextRotationDate: call.now } });
    } else rows.put('keys', { ...row, enabled: true });
  });
  return undefined;
};
