import { addressOf } from '../frame/route.ts';

/** Why a key store could not be connected: AWS's ConnectionErrorCodes of CloudHSM key stores (facts 1.8). */
export const connectionCodes = [
  'CLUSTER_NOT_FOUND',
  'INSUFFICIENT_CLOUDHSM_HSMS',
  'INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
  'INTERNAL_ERROR',
  'INVALID_CREDENTIALS',
  'NETWORK_ERRORS',
  'SUBNET_NOT_FOUND',
  'USER_LOCKED_OUT',
  'USER_LOGGED_IN',
  'USER_NOT_FOUND',
] as const;
export type ConnectionCode = (typeof connectionCodes)[number];

/** What a call is refused with that a person meets here; the last is no exception but CloudTrail's event of a deletion that left something behind. */
export const exceptionCodes = [
  'KMSInvalidStateException',
  'CustomKeyStoreInvalidStateException',
  'CloudHsmClusterInvalidConfigurationException',
  'KMSInternalException',
  'ThrottlingException',
  'DisabledException',
  'CloudHsmClusterInUseException',
  'CloudHsmClusterNotActiveException',
  'CloudHsmClusterNotFoundException',
  'CloudHsmClusterNotRelatedException',
  'CustomKeyStoreHasCMKsException',
  'CustomKeyStoreNameInUseException',
  'CustomKeyStoreNotFoundException',
  'IncorrectTrustAnchorException',
  'IncorrectKeyException',
  'InvalidCiphertextException',
  'LimitExceededException',
  'NotFoundException',
  'UnsupportedOperationException',
  'DeleteKey',
] as const;
export type ExceptionCode = (typeof exceptionCodes)[number];

export type GuideCode = ConnectionCode | ExceptionCode;
export const guideCodes: readonly GuideCode[] = [...connectionCodes, ...exceptionCodes];

export const isGuideCode = (code: string): code is GuideCode => (guideCodes as readonly string[]).includes(code);

/** @returns where the playground tells what a code means and how it is repaired; undefined where it does not */
export const errorAddress = (code: string): string | undefined => (isGuideCode(code) ? addressOf('errors', code) : undefined);
