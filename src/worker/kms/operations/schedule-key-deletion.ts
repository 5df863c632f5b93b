import { days } from '../../../model/durations.ts';
import { beginPeriod } from '../../clock.ts';
import { AwsError } from '../../errors.ts';
import { deletionData } from '../deletion-trail.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { materialReads, materialsIn } from '../material.ts';

/** API Reference: 7 to 30 days, 30 by default; the API model itself lets 1 to 365 through (facts 3.4). */
const window = { least: 7, most: 30, usual: 30 };

export const scheduleKeyDeletion: KmsHandler<'ScheduleKeyDeletion'> = (call, input) => {
  const { PendingWindowInDays = window.usual } = input;
  // Reported from AWS.
  if (PendingWindowInDays < window.least || PendingWindowInDays > window.most)
    throw new AwsError('ValidationException', 'PendingWindowInDays must be between 7 and 30');
  const DeletionDate = call.now + days(PendingWindowInDays);
  const { row } = theKey(call.keys);
  return call.commit(materialReads(call, row), (rows, keys) => {
    const key = theKey(keys);
    beginPeriod(rows, call, { kind: 'delete-key', target: row.KeyId }, DeletionDate);
    rows.put('keys', { ...key.row, DeletionDate });
    // What lies in the HSM: told for keys of a key store only.
    if (key.store) call.note({ additionalEventData: deletionData(key.store, materialsIn(rows, call, key.row)) });
    return { KeyId: key.arn, DeletionDate: new Date(DeletionDate), KeyState: 'PendingDeletion', PendingWindowInDays };
  });
};
