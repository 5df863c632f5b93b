/** Texts of src/page/ui/calls. AWS's own words (states, codes, operations) are not among them: they are never translated. */
export const en = {
  title: 'Last calls',
  hint: 'Every call to AWS from this page appears here: its answer, the HTTP that carried it, and the same call for the AWS CLI, TypeScript and Python.',
  list: 'Calls, the newest first',
  views: (operation: string) => `Views of ${operation}`,
  /** Tabs. Names of products and protocols stay as they are. */
  answer: 'Answer',
  record: 'CloudTrail',
  emptyAnswer: 'AWS answers this call with an empty body.',
  asText: (member: string) => `\`${member}\` as text`,
  means: 'What it means',
  ourWording: 'The code is AWS’s, the sentence is GlassHSM’s: AWS’s own is not public.',
  notWritten: 'Neither the AWS CLI nor an SDK could have sent this request: its operation is unknown, or its body does not fit the operation.',
  looking: 'Asking CloudTrail…',
  noRecord: 'CloudTrail has no record of this call.',
  takeHome: 'Take it home as a runbook',
  loading: 'Loading…',
  itsEvent: 'Its event in CloudTrail',
  copy: 'Copy',
  copied: 'Copied',
  uncopied: 'Not allowed here: select and copy',
  /** Said to a screen reader when a call was answered. */
  answered: (operation: string, status: string) => `${operation}: ${status}`,
  unknownOperation: 'unknown operation',
  /** What AWS's codes mean, in plain words, and what to do. */
  meanings: {
    AccessDeniedException: 'The caller may not do this. Here every user may do everything in the own account, and nothing in another account.',
    AlreadyExistsException: 'There already is one of this name. An alias is unique in its account and Region.',
    CloudHsmClusterInUseException: 'This cluster, or one that shares its backups, already belongs to a key store of the account.',
    CloudHsmClusterInvalidConfigurationException:
      'The cluster does not have what the call needs. Creating a key or a key store takes two active HSMs in different Availability Zones: add an HSM, wait until it is `ACTIVE`, and call again.',
    CloudHsmClusterNotActiveException: 'The cluster is not `ACTIVE`: it must be initialized and activated first.',
    CloudHsmClusterNotFoundException: 'There is no such cluster in this account and Region.',
    CloudHsmInvalidRequestException: 'AWS CloudHSM cannot do this as asked. Its message says what is wrong.',
    CloudHsmResourceNotFoundException: 'There is no such cluster or HSM in this account and Region.',
    CustomKeyStoreHasCMKsException: 'The key store still holds KMS keys, in whatever state. Only an empty key store can be deleted.',
    CustomKeyStoreInvalidStateException:
      'The key store’s connection state does not allow this. Keys can be created only while it is `CONNECTED`: connect it and wait. From `FAILED` the way out is to disconnect first.',
    CustomKeyStoreNameInUseException: 'Another key store of the account has this name.',
    CustomKeyStoreNotFoundException: 'There is no such key store in this account and Region.',
    IncorrectKeyException: 'The ciphertext was made with another key than the one that was named.',
    IncorrectTrustAnchorException: 'The certificate is not the one that signed the cluster’s certificate. It is the `customerCA.crt` with which the cluster was initialized.',
    InvalidAliasNameException: 'This is no name for an alias. After `alias/` there must be something.',
    InvalidArnException: 'This is no ARN that the call can use.',
    InvalidCiphertextException:
      'The ciphertext cannot be decrypted: it was changed, was not made here, or the encryption context is not the same as at encryption.',
    KMSInvalidStateException:
      'The key’s state does not allow this. A key whose key store is not `CONNECTED` is `Unavailable`: connect the key store. In a connected one it cannot be used while the cluster has no active HSM: add one.',
    LimitExceededException: 'A quota of the account is used up.',
    MalformedPolicyDocumentException: 'The document is no key policy, names somebody who cannot be named, or would keep you from changing it later.',
    MissingAuthenticationTokenException: 'The request is not signed: it has no `Authorization` header.',
    NotAuthorizedException: 'Aliases that begin with `alias/aws/` are kept for AWS.',
    NotFoundException: 'There is no such key or alias in this account and Region.',
    TagException: 'One of the tags is not allowed.',
    UnknownOperationException: 'AWS does not know this operation, or GlassHSM does not have it yet.',
    UnsupportedOperationException:
      'AWS does not offer this for such a key. A key store holds symmetric encryption keys only, with key material that is generated in its HSMs, in one Region.',
    ValidationException: 'A value is missing, or is not one that AWS takes. The message says which.',
  },
};
