import type { CreateKeyCommandInput, KeyMetadata } from '@aws-sdk/client-kms';
import type { TrailNote } from '../call.ts';
import type { KeyObjectRow, KeyRow } from '../storage/schema.ts';

/** The CreateKey event: the request with its defaults filled in, the metadata, the key in the HSM (facts 7). */
export function createKeyTrail(
  input: CreateKeyCommandInput,
  Origin: KeyRow['Origin'],
  KeyMetadata: KeyMetadata,
  object: KeyObjectRow,
): TrailNote {
  return {
    requestParameters: {
      KeyUsage: 'ENCRYPT_DECRYPT',
      BypassPolicyLockoutSafetyCheck: false,
      Origin,
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      Description: '',
      ...input,
    },
    responseElements: { KeyMetadata },
    ...(Origin === 'AWS_CLOUDHSM' && {
      additionalEventData: {
        backingKey: JSON.stringify({ keyHandle: String(object.handle), backingKeyId: object.backingKeyId }),
      },
    }),
    keys: [KeyMetadata.Arn ?? ''],
  };
}
