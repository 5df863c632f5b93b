/**
 * The names of the errors that AWS answers here. All client errors are HTTP 400 on the wire, whatever the model's
 * `httpError` trait says (facts 8.3, recorded); only the faults are 5xx.
 */
export const faultStatus: Readonly<Record<string, number>> = {
  DependencyTimeoutException: 503,
  InternalFailure: 500,
  KMSInternalException: 500,
  KeyUnavailableException: 500,
  CloudHsmInternalFailureException: 500,
};

/** @returns the HTTP status that an error of this name is answered with. */
export const httpStatusOf = (name: string): number => faultStatus[name] ?? 400;

type CommonErrorName =
  | 'AccessDeniedException'
  | 'IncompleteSignatureException'
  | 'InternalFailure'
  | 'InvalidSignatureException'
  | 'MissingAuthenticationTokenException'
  | 'SerializationException'
  | 'ThrottlingException'
  | 'UnknownOperationException'
  | 'ValidationException';

type KmsErrorName =
  | 'AlreadyExistsException'
  | 'CloudHsmClusterInUseException'
  | 'CloudHsmClusterInvalidConfigurationException'
  | 'CloudHsmClusterNotActiveException'
  | 'CloudHsmClusterNotFoundException'
  | 'CloudHsmClusterNotRelatedException'
  | 'ConflictException'
  | 'CustomKeyStoreHasCMKsException'
  | 'CustomKeyStoreInvalidStateException'
  | 'CustomKeyStoreNameInUseException'
  | 'CustomKeyStoreNotFoundException'
  | 'DisabledException'
  | 'DryRunOperationException'
  | 'IncorrectKeyException'
  | 'IncorrectTrustAnchorException'
  | 'InvalidAliasNameException'
  | 'InvalidArnException'
  | 'InvalidCiphertextException'
  | 'InvalidGrantIdException'
  | 'InvalidGrantTokenException'
  | 'InvalidKeyUsageException'
  | 'InvalidMarkerException'
  | 'KMSInternalException'
  | 'KMSInvalidStateException'
  | 'LimitExceededException'
  | 'MalformedPolicyDocumentException'
  | 'NotAuthorizedException'
  | 'NotFoundException'
  | 'TagException'
  | 'UnsupportedOperationException';

type CloudHsmErrorName =
  | 'CloudHsmAccessDeniedException'
  | 'CloudHsmInternalFailureException'
  | 'CloudHsmInvalidRequestException'
  | 'CloudHsmResourceLimitExceededException'
  | 'CloudHsmResourceNotFoundException'
  | 'CloudHsmTagException';

type CloudTrailErrorName =
  | 'InvalidLookupAttributesException'
  | 'InvalidNextTokenException'
  | 'InvalidTimeRangeException';

/** What CloudHSM CLI prints as `error_code` 1: no AWS error. */
type CloudHsmCliErrorName = 'CloudHsmCliError';

export type AwsErrorName = CommonErrorName | KmsErrorName | CloudHsmErrorName | CloudTrailErrorName | CloudHsmCliErrorName;

/** Errors whose code is AWS's but whose message is ours: AWS's words are not public (facts, honesty note; 1.6, 6.1). */
export const unpublishedMessages: ReadonlySet<string> = new Set<AwsErrorName>([
  'CloudHsmAccessDeniedException',
  'CloudHsmClusterInUseException',
  'CloudHsmClusterInvalidConfigurationException',
  'CloudHsmClusterNotActiveException',
  'CloudHsmClusterNotFoundException',
  'CloudHsmClusterNotRelatedException',
  'CloudHsmInvalidRequestException',
  'CloudHsmResourceLimitExceededException',
  'CloudHsmResourceNotFoundException',
  'CloudHsmTagException',
  'CustomKeyStoreHasCMKsException',
  'CustomKeyStoreInvalidStateException',
  'CustomKeyStoreNameInUseException',
  'CustomKeyStoreNotFoundException',
  'IncorrectTrustAnchorException',
  'ConflictException',
  'InvalidAliasNameException',
  'InvalidArnException',
  'InvalidGrantIdException',
  'InvalidGrantTokenException',
  'InvalidMarkerException',
  'LimitExceededException',
  'UnsupportedOperationException',
]);
