/** What can be wrong, and how one tells at AWS, where there is no glass to look into. */
interface CauseText {
  readonly is: string;
  readonly tell: string;
}

export const en = {
  CLUSTER_NOT_FOUND: { is: 'The cluster does not exist any more.', tell: '`DescribeClusters` does not list it.' },
  INSUFFICIENT_CLOUDHSM_HSMS: { is: 'The cluster has no active HSM.', tell: '`DescribeClusters` lists the cluster, its `Hsms` are none or not `ACTIVE`.' },
  securityGroup: { is: 'The security group of the cluster does not let AWS KMS through.', tell: 'The rules for TCP ports 2223–2225 are missing or changed; calls are refused at once.' },
  NETWORK_ERRORS: { is: 'AWS KMS does not reach the cluster over the network.', tell: 'HSMs are `ACTIVE`, yet the message says that AWS KMS cannot communicate with the cluster.' },
  SUBNET_NOT_FOUND: { is: 'A subnet of the cluster was deleted.', tell: '`DescribeClusters` names subnets in `SubnetMapping`; Amazon EC2 does not know one of them.' },
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: { is: 'A subnet of the cluster is full.', tell: 'Amazon EC2 gives its `AvailableIpAddressCount` as 0.' },
  INTERNAL_ERROR: { is: 'AWS KMS itself had a failure.', tell: '`ConnectionErrorCode` says so, and nothing else is wrong.' },
  inconsistent: { is: '`kmsuser` is not on every HSM of the cluster.', tell: '`user list` says `"cluster-coverage": "inconsistent"`.' },
  USER_NOT_FOUND: { is: 'The cluster has no crypto user `kmsuser`.', tell: '`user list` does not list it.' },
  USER_LOCKED_OUT: { is: '`kmsuser` is locked.', tell: '`user list` says `"locked": "true"`.' },
  USER_LOGGED_IN: { is: 'Somebody is signed in as `kmsuser`.', tell: 'AWS shows no sessions: ask who works with CloudHSM CLI.' },
  mfa: { is: '`kmsuser` has a second factor, which AWS KMS cannot give.', tell: '`user list` shows something under `mfa`.' },
  INVALID_CREDENTIALS: { is: 'AWS KMS has another password than `kmsuser` has in the cluster.', tell: 'Nobody shows passwords. The last change of it, by an admin or by a restored backup, was not told to AWS KMS.' },
  disconnected: { is: 'The key store is `DISCONNECTED`: somebody disconnected it, or it never was connected.', tell: '`DescribeCustomKeyStores` gives the `ConnectionState`; CloudTrail has who called `DisconnectCustomKeyStore`.' },
  moving: { is: 'The connection is just changing.', tell: '`ConnectionState` is `CONNECTING` or `DISCONNECTING`.' },
  oneZone: { is: 'Active HSMs are in one Availability Zone only.', tell: '`DescribeClusters` gives the `AvailabilityZone` of each of the `Hsms`.' },
  keyMissing: { is: 'The cluster lacks the material of KMS keys of the store.', tell: 'The store is `CONNECTED`, other keys work; signed in as `kmsuser`, `key list --filter attr.label=<key ARN>` finds nothing.' },
  pkcs11: { is: 'The cluster has no free PKCS #11 session.', tell: 'The message names PKCS #11 sessions; it comes in bursts of calls.' },
  throttled: { is: 'Calls come faster than they are taken.', tell: 'Amazon CloudWatch and CloudTrail show how many calls there are a second.' },
  disabledKey: { is: 'Keys of the store are disabled.', tell: '`DescribeKey` gives `KeyState` as `Disabled`.' },
  pendingKey: { is: 'Keys of the store wait to be deleted.', tell: '`DescribeKey` gives `KeyState` as `PendingDeletion`, with a `DeletionDate`.' },
  orphans: { is: 'The cluster holds material that no KMS key has any more.', tell: 'CloudTrail’s `DeleteKey` has `backingKeysDeletionStatus` `FAILURE`; signed in as `kmsuser`, `key list` shows labels that `DescribeKey` does not know.' },
  hasKeys: { is: 'The key store has KMS keys.', tell: '`ListKeys`, then `DescribeKey` for each: those with its `CustomKeyStoreId`.' },
} satisfies Readonly<Record<string, CauseText>>;
