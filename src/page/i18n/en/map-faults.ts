const disconnect = 'Disconnect the key store: AWS connects only a disconnected one.';
const connect = 'Connect it.';
const update = 'Tell AWS KMS with `UpdateCustomKeyStore`.';
const newCluster = 'Restore the cluster from a recent backup and name the new one with `UpdateCustomKeyStore`.';

/** Texts of src/page/ui/map/banner.ts, which is loaded when something is wrong. */
export const en = {
  wrong: 'What is wrong, in the order of repair',
  repair: 'Show me the repair',
  joining: 'An HSM is joining: wait until it is `ACTIVE`.',
  addHsmIn: (zone: string) => `Add HSM in ${zone}`,

  /** By the names of faults: what is wrong and the way out. */
  faults: {
    clusterGone: {
      what: 'The cluster of this key store does not exist any more, and with it the key material.',
      way: ['Disconnect the key store.', newCluster, connect],
    },
    noHsm: {
      what: 'The cluster has no active HSM: nothing can be encrypted or decrypted.',
      way: ['Add an HSM.', 'For `CreateKey`, add another in a second Availability Zone.'],
    },
    oneZone: {
      what: 'Active HSMs are in one Availability Zone only: no key can be created.',
      way: ['Add an HSM in a second zone.'],
    },
    disconnected: {
      what: 'The key store is not connected: its keys are `Unavailable` and none can be created.',
      way: [connect],
    },
    failed: { what: 'AWS KMS could not connect the key store.', way: [disconnect, connect] },
    CLUSTER_NOT_FOUND: {
      what: 'AWS KMS does not find the cluster: it was deleted, or its id is wrong.',
      way: [disconnect, newCluster, connect],
    },
    INSUFFICIENT_CLOUDHSM_HSMS: {
      what: 'There was no active HSM to connect to. Connecting needs one.',
      way: ['Add an HSM and wait until it is `ACTIVE`.', disconnect, connect],
    },
    INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
      what: 'A private subnet of the cluster has no free IP address left for AWS KMS.',
      way: [disconnect, 'Free addresses in the subnet, or move to a cluster with larger ones.', connect],
    },
    INTERNAL_ERROR: { what: 'AWS KMS met an error of its own.', way: [disconnect, connect] },
    INVALID_CREDENTIALS: {
      what: 'The password that AWS KMS has is not the one that `kmsuser` has in the cluster.',
      way: [disconnect, 'Set the password of `kmsuser` in the cluster.', update, connect],
    },
    NETWORK_ERRORS: {
      what: 'AWS KMS could not reach the cluster over the network. This mostly passes by itself.',
      way: [disconnect, 'Wait a few minutes.', connect],
    },
    SUBNET_NOT_FOUND: {
      what: 'A subnet of the cluster was deleted.',
      way: [disconnect, newCluster, connect],
    },
    USER_LOCKED_OUT: {
      what: '`kmsuser` is locked in the cluster after too many wrong passwords.',
      way: [disconnect, 'Set a new password of `kmsuser` in the cluster: that unlocks it.', update, connect],
    },
    USER_LOGGED_IN: {
      what: 'Someone is signed in to the cluster as `kmsuser`, so AWS KMS can neither rotate its password nor sign in.',
      way: ['Sign `kmsuser` out of the cluster.', disconnect, connect],
    },
    USER_NOT_FOUND: {
      what: 'The cluster has no crypto user `kmsuser`, or not on all of its HSMs.',
      way: [disconnect, 'Create `kmsuser` in the cluster.', update, connect],
    },
  },
};
