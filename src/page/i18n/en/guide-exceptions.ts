import type { CodeText } from './guide-connection-codes.ts';

/** Exceptions that a person meets here, and an event (facts 1.7, 3.3, 3.4, 8.3); our words. */
export const en = {
  KMSInvalidStateException: {
    means: 'The key cannot be used now.',
    what: 'Cryptographic calls are refused so for many reasons: the store is not connected, the cluster has no active HSM or is gone, nothing gets through to it, it lacks the key’s material, or the key waits to be deleted. The state of the connection tells only the first: it stays `CONNECTED` whatever becomes of the cluster.',
    apart: {
      CustomKeyStoreInvalidStateException: 'For calls about the key store itself, and `CreateKey`: the store’s state does not allow them.',
      DisabledException: 'Somebody has disabled the key. Its store is well.',
      KMSInternalException: 'AWS KMS has failed. Try again.',
    },
    works: ['The key can be described, tagged and scheduled for deletion; its policy, aliases and grants can be changed.', 'Other keys of a store that is `CONNECTED` work, if only this one lacks its material.'],
  },
  CustomKeyStoreInvalidStateException: {
    means: 'The state of the key store’s connection does not allow the call.',
    what: '`CreateKey` takes a store that is `CONNECTED`. Changing its password or cluster, and deleting it, take one that is `DISCONNECTED`. From `FAILED` the only way is `DisconnectCustomKeyStore`; while it is `DISCONNECTING`, nothing is.',
    apart: {
      KMSInvalidStateException: 'The same cause, met by a cryptographic call with a key.',
      CloudHsmClusterInvalidConfigurationException: 'The store is connected, but its cluster lacks something.',
    },
    works: ['A store that is `CONNECTED` can be renamed, and can be connected again without effect.', 'In a store that is not connected, keys can be managed but not used.'],
  },
  CloudHsmClusterInvalidConfigurationException: {
    means: 'The cluster lacks something that the call needs.',
    what: 'Too few active HSMs: creating a key or a key store and moving a store to another cluster take two in different Availability Zones, connecting takes one. Or the security group: AWS CloudHSM’s rules for TCP ports 2223–2225 must stand as they were made.',
    apart: {
      CloudHsmClusterNotActiveException: 'The cluster itself is not `ACTIVE` yet.',
      INSUFFICIENT_CLOUDHSM_HSMS: 'The same found out while connecting: the store is `FAILED`.',
      CustomKeyStoreInvalidStateException: 'The cluster is well, the connection’s state is not.',
    },
    works: ['With one active HSM, keys that exist encrypt and decrypt, and the store connects.', 'The state of the connection does not change.'],
  },
  KMSInternalException: {
    means: 'AWS KMS has failed; the call can be tried again.',
    what: 'Its HTTP status is 500. For keys in an AWS CloudHSM key store one reason is known: more calls at once than there are PKCS #11 sessions to the cluster. The message then names them.',
    apart: {
      INTERNAL_ERROR: 'The same kind of failure while connecting: the store is `FAILED`.',
      ThrottlingException: 'AWS KMS is well, you call too often.',
    },
    works: ['Everything else; and the same call a little later, with growing pauses between tries.'],
  },
  ThrottlingException: {
    means: 'You call too often.',
    what: 'Each AWS CloudHSM key store takes about 1,800 cryptographic calls a second, fewer while its cluster is busy with other work. Calls of the account have quotas besides. In this simulation rates count only while the fault `throttling` is injected.',
    apart: {
      KMSInternalException: 'The cluster had no free session; it passes in the same way.',
      LimitExceededException: 'A number of things is used up, not a rate. Waiting does not help.',
    },
    works: ['Calls at a lower rate. SDKs try again by themselves, with growing pauses.', 'Data keys that were made before: what is encrypted under them needs no call.'],
  },
  DisabledException: {
    means: 'The key is disabled.',
    what: 'Somebody called `DisableKey`, or a deletion was cancelled, which leaves the key disabled. Nothing is wrong with its store or its material.',
    apart: { KMSInvalidStateException: 'The key cannot be used, but nobody has disabled it.' },
    works: ['The key can be described and managed, and enabled again.'],
  },
  CloudHsmClusterInUseException: {
    means: 'The cluster already belongs to a key store.',
    what: 'A cluster, with all that share its backup history, belongs to one key store of the account and Region. Whether that is so AWS tells by the cluster’s certificate.',
    apart: {
      CloudHsmClusterNotRelatedException: 'The opposite: moving a store takes a cluster of the same history.',
      CustomKeyStoreNameInUseException: 'The cluster is free, the name is not.',
    },
    works: ['Nothing was changed.'],
    way: ['See which key store has the cluster.', 'To use another cluster for that store, call `UpdateCustomKeyStore`.', 'To use the cluster for a new store, delete the old one first; it must be empty and `DISCONNECTED`.'],
  },
  CloudHsmClusterNotActiveException: {
    means: 'The cluster is not `ACTIVE`.',
    what: 'AWS KMS takes only a cluster that was initialized and activated. One that is new, or is being changed or deleted, is not.',
    apart: {
      CloudHsmClusterInvalidConfigurationException: 'The cluster is `ACTIVE`, but lacks HSMs or rules.',
      CloudHsmClusterNotFoundException: 'There is no such cluster.',
    },
    works: ['Nothing was changed.'],
    way: ['Call `DescribeClusters` and look at the state.', 'An `UNINITIALIZED` cluster needs an HSM and a signed certificate; an `INITIALIZED` one needs `cluster activate`. The map leads through it step by step.', 'Call again when it is `ACTIVE`.'],
  },
  CloudHsmClusterNotFoundException: {
    means: 'There is no such cluster in this account and Region.',
    what: 'The call names a cluster that does not exist here: a slip in the id, another Region, or one that was deleted.',
    apart: {
      CLUSTER_NOT_FOUND: 'The cluster of a store was found missing when the store was connected.',
      CustomKeyStoreNotFoundException: 'It is the key store that does not exist.',
    },
    works: ['Nothing was changed.'],
    way: ['Call `DescribeClusters` in the same Region.', 'Call again with an id from there.'],
  },
  CloudHsmClusterNotRelatedException: {
    means: 'The other cluster has not the same certificate as the store’s.',
    what: '`UpdateCustomKeyStore` moves a store only to a cluster that shares its backup history: one that was made from a backup of it, or of which it was made. Other clusters cannot have its keys.',
    apart: {
      CloudHsmClusterInUseException: 'The cluster is related, but to another store, too.',
      CloudHsmClusterNotFoundException: 'There is no such cluster.',
    },
    works: ['The store stays with the cluster that it had.'],
    way: ['Disconnect the key store.', 'Make a cluster from a backup of the store’s cluster, with HSMs in two Availability Zones.', 'Name it with `UpdateCustomKeyStore`, and connect.'],
  },
  CustomKeyStoreHasCMKsException: {
    means: 'The key store still has KMS keys.',
    what: 'A key store is deleted only when it is empty. Keys that are disabled or wait to be deleted count until they are gone. Deleting them is final: without the key nothing that was encrypted under it can be read.',
    apart: { CustomKeyStoreInvalidStateException: 'The store may be empty, but is not `DISCONNECTED`.' },
    works: ['Everything: nothing was changed.'],
  },
  CustomKeyStoreNameInUseException: {
    means: 'Another key store of the account has this name.',
    what: 'Names of key stores are unique in an account and Region.',
    apart: { CloudHsmClusterInUseException: 'The name is free, the cluster is not.' },
    works: ['Nothing was changed.'],
    way: ['Choose another name.', 'Or give the other store a new name first; that takes no disconnecting.'],
  },
  CustomKeyStoreNotFoundException: {
    means: 'There is no such key store in this account and Region.',
    what: 'The id or the name is wrong, it is of another Region, or the store was deleted.',
    apart: { CloudHsmClusterNotFoundException: 'It is the cluster that does not exist.', NotFoundException: 'It is the key that does not exist.' },
    works: ['Nothing was changed.'],
    way: ['Call `DescribeCustomKeyStores` without an id, in the same Region.', 'Call again with an id from there.'],
  },
  IncorrectTrustAnchorException: {
    means: 'The certificate is not the one that the cluster was initialized with.',
    what: '`CreateCustomKeyStore` takes the customer’s own CA certificate, `customerCA.crt`: the one that signed the cluster’s certificate and was given to `InitializeCluster`. The cluster’s own certificate is another one.',
    apart: { CloudHsmClusterNotRelatedException: 'It is about the cluster’s certificate, when a store moves.' },
    works: ['Nothing was changed.'],
    way: ['Find the `customerCA.crt` of this cluster. Here a cluster’s details in the map’s page show it.', 'Call again with its whole text.'],
  },
  IncorrectKeyException: {
    means: 'The ciphertext was made with another key.',
    what: '`Decrypt` was told a `KeyId`, and the ciphertext names another key.',
    apart: { InvalidCiphertextException: 'The key may be right, the ciphertext or its encryption context is not.', NotFoundException: 'There is no key of this id at all.' },
    works: ['Nothing was changed.'],
    way: ['Leave `KeyId` out: the ciphertext itself names its key.', 'Or name the key that it was encrypted with.'],
  },
  InvalidCiphertextException: {
    means: 'The ciphertext cannot be decrypted.',
    what: 'It was changed or cut off, was not made by AWS KMS here, or the encryption context is not exactly what it was encrypted with. AWS does not say which, and sends no message.',
    apart: { IncorrectKeyException: 'The ciphertext is whole, but of another key.', KMSInvalidStateException: 'The ciphertext may be whole; its key cannot be used now.' },
    works: ['Nothing was changed.'],
    way: ['Compare the ciphertext with the original, to the last character.', 'Give the same encryption context: every key and value counts, upper and lower case, too.'],
  },
  LimitExceededException: {
    means: 'A quota is used up.',
    what: 'An account has up to ten custom key stores in a Region, whatever their state. Keys, aliases and grants have quotas, too.',
    apart: { ThrottlingException: 'It is the rate that is too high; that passes.' },
    works: ['Everything that needs nothing more of it.'],
    way: ['Delete what is not needed any more.', 'Or ask AWS for a higher quota, where there can be one.'],
  },
  NotFoundException: {
    means: 'There is no such key or alias in this account and Region.',
    what: 'Keys are of one Region, and their ids are not found in others. A key whose waiting period has ended does not exist any more, nor do its aliases.',
    apart: { CustomKeyStoreNotFoundException: 'It is the key store that does not exist.', KMSInvalidStateException: 'The key exists, but cannot be used.' },
    works: ['Nothing was changed.'],
    way: ['Call `ListKeys` or `ListAliases` in the same Region.', 'Look in CloudTrail for `DeleteKey`, if it was there once.'],
  },
  UnsupportedOperationException: {
    means: 'A key in a key store cannot do this.',
    what: 'An AWS CloudHSM key store holds symmetric encryption keys of one Region, with material that AWS KMS makes in the cluster. Asymmetric and HMAC keys, imported material, automatic rotation, multi-Region keys and data key pairs are outside of it.',
    apart: { CustomKeyStoreInvalidStateException: 'The call is possible, but not in the store’s present state.' },
    works: ['Everything else. A key outside of the key store can do it.'],
    way: ['Make the call without what is not supported.', 'Or use a key whose origin is `AWS_KMS`.'],
  },
  DeleteKey: {
    means: 'CloudTrail’s event `DeleteKey` says `FAILURE`: key material was left behind.',
    what: 'When a waiting period ends, AWS KMS deletes the KMS key, and then its material in the cluster, if it can: if the store is connected and the HSMs can be reached. Otherwise the material stays, orphaned. The event’s `backingKeysDeletionStatus` tells, and no state does.',
    apart: {
      KMSInvalidStateException: 'The other way round: the KMS key is there, its material is not.',
      CustomKeyStoreHasCMKsException: 'Orphaned material does not stand against deleting the store.',
    },
    works: ['Everything. The orphaned material takes room in the cluster, and is in its backups.'],
  },
} satisfies Readonly<Record<string, CodeText>>;
