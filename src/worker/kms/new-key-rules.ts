import type { CreateKeyCommandInput, KeySpec, KeyUsageType } from '@aws-sdk/client-kms';
import { AwsError } from '../errors.ts';
import type { KeyRow } from '../storage/schema.ts';
import { notSimulated } from './handler.ts';

/** Key usages that fit a key spec (Developer Guide, "Key spec reference"). */
function usagesOf(spec: KeySpec): readonly KeyUsageType[] {
  if (spec === 'SYMMETRIC_DEFAULT') return ['ENCRYPT_DECRYPT'];
  if (spec.startsWith('HMAC')) return ['GENERATE_VERIFY_MAC'];
  if (spec.startsWith('RSA')) return ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'];
  if (spec === 'SM2') return ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'];
  if (spec.startsWith('ECC_NIST_P')) return ['SIGN_VERIFY', 'KEY_AGREEMENT'];
  return ['SIGN_VERIFY'];
}

/**
 * Which of CreateKey's parameters go together (facts 2.2). The recorded texts are AWS's; where AWS only documents that a
 * combination is not supported, code and text are ours.
 * @returns the origin of the key
 * @throws AwsError
 */
export function checkCreateKey(input: CreateKeyCommandInput): KeyRow['Origin'] {
  const spec = keySpec(input);
  const usage = input.KeyUsage ?? (spec === 'SYMMETRIC_DEFAULT' ? 'ENCRYPT_DECRYPT' : undefined);
  if (!usage)
    throw new AwsError(
      'ValidationException',
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  if (!usagesOf(spec).includes(usage))
    throw new AwsError('ValidationException', `KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  return checkOrigin(input, spec);
}

function keySpec({ KeySpec, CustomerMasterKeySpec }: CreateKeyCommandInput): KeySpec {
  if (KeySpec && CustomerMasterKeySpec)
    throw new AwsError(
      'ValidationException',
      'You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.',
    );
  return KeySpec ?? CustomerMasterKeySpec ?? 'SYMMETRIC_DEFAULT';
}

function checkOrigin(input: CreateKeyCommandInput, spec: KeySpec): KeyRow['Origin'] {
  const { Origin = 'AWS_KMS', CustomKeyStoreId, MultiRegion, XksKeyId } = input;
  if (CustomKeyStoreId !== undefined && (Origin === 'AWS_KMS' || Origin === 'EXTERNAL'))
    throw new AwsError('ValidationException', `CustomKeyStoreId is not valid with Origin ${Origin}.`);
  if (XksKeyId !== undefined && Origin === 'EXTERNAL_KEY_STORE') return notSimulated('CreateKey', 'XksKeyId');
  if (Origin === 'EXTERNAL' || Origin === 'EXTERNAL_KEY_STORE') return notSimulated('CreateKey', 'Origin', Origin);
  if (Origin === 'AWS_KMS') {
    if (XksKeyId !== undefined)
      throw new AwsError('ValidationException', 'XksKeyId is only valid with Origin EXTERNAL_KEY_STORE.');
    if (spec !== 'SYMMETRIC_DEFAULT') return notSimulated('CreateKey', 'KeySpec');
    if (MultiRegion) return notSimulated('CreateKey', 'MultiRegion');
    return Origin;
  }
  if (CustomKeyStoreId === undefined)
    throw new AwsError('ValidationException', 'CustomKeyStoreId is required for a key of origin AWS_CLOUDHSM.');
  // "These must be symmetric encryption keys … You cannot create multi-Region keys in a key store" (source document).
  const unsupported =
    (spec !== 'SYMMETRIC_DEFAULT' && `KeySpec ${spec} is`) ||
    (MultiRegion && 'Multi-Region keys are') ||
    (XksKeyId !== undefined && 'XksKeyId is');
  if (unsupported)
    throw new AwsError('UnsupportedOperationException', `${unsupported} not supported in an AWS CloudHSM key store.`);
  return Origin;
}
