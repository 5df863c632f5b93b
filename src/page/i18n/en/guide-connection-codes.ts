/** What a page says about a code. */
export interface CodeText {
  /** In one line. */
  readonly means: string;
  readonly what: string;
  /** By code: what is different there. */
  readonly apart: Readonly<Record<string, string>>;
  readonly works: readonly string[];
  /** What to do, where no steps can be taken here. */
  readonly way?: readonly string[];
}

const failedWorks = [
  'Nothing that needs key material: the keys of the store are `Unavailable`.',
  'Keys can be viewed, tagged and described, their policies and aliases changed, and their deletion scheduled.',
  'Keys outside of this key store are not affected.',
];

/** The ConnectionErrorCodes of CloudHSM key stores (facts 1.8); our words. */
export const en = {
  CLUSTER_NOT_FOUND: {
    means: 'AWS KMS does not find the cluster of the key store.',
    what: 'The cluster was deleted, or is not in this account and Region. Its key material is gone with it, but backups of the cluster outlive it: a cluster that is made from one has the same keys and the same users.',
    apart: {
      INSUFFICIENT_CLOUDHSM_HSMS: 'The cluster is there, but has no active HSM. An HSM is enough to repair that.',
      CloudHsmClusterNotFoundException: 'The same about a cluster that a call names: the call is refused, and no state changes.',
    },
    works: failedWorks,
  },
  INSUFFICIENT_CLOUDHSM_HSMS: {
    means: 'The cluster has no active HSM to connect to.',
    what: 'To connect, AWS KMS needs one active HSM; to create keys, two in different Availability Zones. A cluster without HSMs keeps its keys in its last backup, and the next HSM gets them from there.',
    apart: {
      CLUSTER_NOT_FOUND: 'Not even the cluster is there any more.',
      CloudHsmClusterInvalidConfigurationException: 'An HSM is active, but creating a key or a key store takes two in different zones.',
    },
    works: failedWorks,
  },
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
    means: 'A private subnet of the cluster has no free IP address for AWS KMS.',
    what: 'When it connects, AWS KMS puts a network interface into each private subnet of the cluster, and each takes an address. AWS recommends to keep two free.',
    apart: {
      SUBNET_NOT_FOUND: 'The subnet does not exist any more.',
      NETWORK_ERRORS: 'The interfaces stand, but nothing gets through.',
    },
    works: failedWorks,
  },
  INTERNAL_ERROR: {
    means: 'AWS KMS could not finish connecting, for a reason of its own.',
    what: 'Neither the key store nor the cluster is the reason. The way out is to disconnect and try again.',
    apart: {
      NETWORK_ERRORS: 'AWS KMS is well, but cannot reach the cluster.',
      KMSInternalException: 'The same kind of failure in a single call; the connection’s state does not change.',
    },
    works: failedWorks,
  },
  INVALID_CREDENTIALS: {
    means: 'The password that AWS KMS has is not the one of `kmsuser` in the cluster.',
    what: 'AWS KMS signs in to the cluster as the crypto user `kmsuser`. Nobody tries the password before the store is connected. Each failed try counts as a wrong password of `kmsuser`; five lock the user. After each connection AWS KMS changes the password to one that only it knows.',
    apart: {
      USER_LOCKED_OUT: 'There were too many wrong passwords: even the right one is refused until an admin sets a new one.',
      USER_LOGGED_IN: 'The password may be right, but somebody is signed in as `kmsuser`.',
      USER_NOT_FOUND: 'There is no `kmsuser` that could have a password.',
    },
    works: failedWorks,
  },
  NETWORK_ERRORS: {
    means: 'AWS KMS could not reach the cluster over the network.',
    what: 'Mostly it passes by itself. If it does not, look at the security group of the cluster (TCP ports 2223–2225 among its members), at network ACLs and routes of its subnets.',
    apart: {
      INTERNAL_ERROR: 'The fault is on the side of AWS KMS.',
      CloudHsmClusterInvalidConfigurationException: 'AWS KMS sees that the security group is not as it must be, and refuses the call at once.',
      KMSInvalidStateException: 'The same in a store that is `CONNECTED`: cryptographic calls fail, and the state stays.',
    },
    works: failedWorks,
  },
  SUBNET_NOT_FOUND: {
    means: 'A subnet of the cluster was deleted.',
    what: 'The subnets of a cluster cannot be changed. Only a new cluster has others: made from a backup, it has the same keys and users.',
    apart: {
      INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: 'The subnet is there, but full.',
      CLUSTER_NOT_FOUND: 'The whole cluster is gone. The repair is the same.',
    },
    works: failedWorks,
  },
  USER_LOCKED_OUT: {
    means: '`kmsuser` is locked in the cluster after too many wrong passwords.',
    what: 'Five wrong passwords lock a crypto user, whoever typed them; a store that was connected with a wrong password counts, too. Only an admin unlocks it, by giving it a new password. AWS KMS must then be told that one.',
    apart: {
      INVALID_CREDENTIALS: 'The password is wrong, but the user is not locked yet.',
      USER_LOGGED_IN: 'The user is not locked: somebody uses it.',
    },
    works: failedWorks,
  },
  USER_LOGGED_IN: {
    means: 'Somebody is signed in to the cluster as `kmsuser`.',
    what: 'AWS KMS wants `kmsuser` for itself: it could not change the password, and so does not sign in. Mostly somebody has looked at the keys as `kmsuser` and not signed out. If its password was changed for that, AWS KMS must be told the new one.',
    apart: {
      USER_LOCKED_OUT: 'Nobody can sign in as `kmsuser`.',
      INVALID_CREDENTIALS: 'Nobody is signed in, but the password is wrong. It can come next, when `kmsuser` is signed out.',
    },
    works: [...failedWorks, 'Who is signed in as `kmsuser` can see and delete all keys of the store.'],
  },
  USER_NOT_FOUND: {
    means: 'The cluster has no crypto user `kmsuser`, or not on all of its HSMs.',
    what: 'The user must be a crypto user with exactly this name. A user who was created while an HSM was joining is not on that HSM, and does not come there by itself: `user list` says that its `cluster-coverage` is `inconsistent`.',
    apart: {
      INVALID_CREDENTIALS: 'The user is there, with another password.',
      USER_LOCKED_OUT: 'The user is there, but locked.',
    },
    works: failedWorks,
  },
} satisfies Readonly<Record<string, CodeText>>;
