import { theKey, type KmsHandler } from '../handler.ts';

/** "While a KMS key is pending deletion … the key rotation status is set to false" (API Reference). */
export const getKeyRotationStatus: KmsHandler<'GetKeyRotationStatus'> = (call) => {
  const { row, arn, state } = theKey(call.keys);
  const rotation = state === 'PendingDeletion' ? undefined : row.rotation;
  const startedAt = row.onDemand?.startedAt;
  return Promise.resolve({
    KeyRotationEnabled: rotation !== undefined,
    KeyId: arn,
    ...(rotation && {
      RotationPeriodInDays: rotation.RotationPeriodInDays,
      NextRotationDate: new Date(rotation.NextRotationDate),
    }),
    ...(startedAt !== undefined && { OnDemandRotationStartDate: new Date(startedAt) }),
  });
};
