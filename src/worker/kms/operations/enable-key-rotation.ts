import { days } from '../../../model/durations.ts';
import { beginPeriod, periodKey } from '../../clock.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { usualRotationPeriod } from '../rotation.ts';

/** Turns automatic rotation on, or gives it another period: "the number of days after you enable automatic key rotation". */
export const enableKeyRotation: KmsHandler<'EnableKeyRotation'> = async (
  call,
  { RotationPeriodInDays = usualRotationPeriod },
) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    const what = { kind: 'rotate-key-automatically', target: row.KeyId } as const;
    if (row.rotation) rows.delete('due', periodKey(what, row.rotation.NextRotationDate));
    const NextRotationDate = call.now + days(RotationPeriodInDays);
    beginPeriod(rows, call, what, NextRotationDate);
    rows.put('keys', { ...row, rotation: { RotationPeriodInDays, NextRotationDate } });
  });
  return undefined;
};
