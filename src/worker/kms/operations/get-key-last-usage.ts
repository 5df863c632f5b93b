import { theKey, type KmsHandler } from '../handler.ts';
import { keyKey } from '../keys.ts';

/**
 * What the key was used for last. "If the key has not been used since tracking began, this response element is empty";
 * tracking began with the key (API Reference).
 */
export const getKeyLastUsage: KmsHandler<'GetKeyLastUsage'> = async (call) => {
  const { row, arn } = theKey(call.keys);
  await call.settled();
  const usage = await call.storage.get('keyUsage', keyKey(call, row.KeyId));
  const created = new Date(row.CreationDate);
  return {
    KeyId: arn,
    KeyLastUsage: usage
      ? {
          Operation: usage.Operation,
          Timestamp: new Date(usage.Timestamp),
          CloudTrailEventId: usage.CloudTrailEventId,
          KmsRequestId: usage.KmsRequestId,
        }
      : {},
    TrackingStartDate: created,
    KeyCreationDate: created,
  };
};
