import { beginWait, clockRead } from '../../clock.ts';
import { AwsError } from '../../errors.ts';
import { newUuid } from '../../ids.ts';
import { theKey, type KmsHandler } from '../handler.ts';
import { onDemandQuota, tooCloseToRotation } from '../rotation.ts';

/** Begins a rotation now; GetKeyRotationStatus shows it until it is done. */
export const rotateKeyOnDemand: KmsHandler<'RotateKeyOnDemand'> = (call) => {
  const wait = newUuid();
  return call.commit([clockRead], (rows, keys) => {
    const { row, arn } = theKey(keys);
    const { rotations = 0, startedAt } = row.onDemand ?? {};
    if (startedAt !== undefined || (row.rotation && row.rotation.NextRotationDate - call.now <= tooCloseToRotation))
      throw new AwsError('ConflictException', `A rotation of ${arn} is in progress or begins within 20 minutes.`);
    if (rotations >= onDemandQuota)
      throw new AwsError(
        'LimitExceededException',
        `The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be performed for this key: ${arn}`,
      );
    beginWait(rows, call, wait, { kind: 'rotate-key', target: row.KeyId });
    rows.put('keys', { ...row, onDemand: { rotations: rotations + 1, startedAt: call.now } });
    return { KeyId: arn };
  });
};
