/** Texts of src/page/ui/map; AWS's words in backticks are set as code. AWS's own words (states, codes, operations) are not among them: they are never translated. */
export const en = {
  loading: 'Looking into the glass…',
  lookFailed: 'The map could not be read',
  simulated: 'Simulated · stays in this browser',
  memory: 'Keys last only until you close this tab',

  caller: 'Caller',
  iamUser: 'IAM user',
  iamRole: 'IAM role',
  account: 'Account',
  lastCall: 'Last call',
  noCall: 'no call yet',

  keyStore: 'AWS KMS · custom key store',
  id: 'ID',
  type: 'Type',
  signedIn: 'Signed in',
  nobody: 'nobody',
  keys: 'KMS keys',
  none: 'none',
  noAlias: 'no alias',

  connection: 'Connection',
  /** What a press does, by the connection's state. */
  press: {
    DISCONNECTED: 'Connect',
    CONNECTED: 'Disconnect',
    CONNECTING: 'Stop connecting',
    FAILED: 'Disconnect first',
    DISCONNECTING: 'Wait',
  },
  /** What comes of it. */
  pressed: {
    DISCONNECTED: 'AWS KMS signs in to the cluster as `kmsuser`.',
    CONNECTED: 'Disconnecting makes every key of the store `Unavailable`.',
    CONNECTING: 'Stopping disconnects the key store.',
    FAILED: 'AWS connects only a key store that is `DISCONNECTED`.',
    DISCONNECTING: 'Nothing can be done until it is `DISCONNECTED`.',
  },

  cluster: 'AWS CloudHSM · cluster',
  noHsm: 'No HSM here. One that joins receives every key.',
  noHsmYet: 'No HSM here.',
  firstHsm: 'The first HSM makes the key pair of the cluster.',
  /** What a cluster waits for, by its state. */
  clusterStates: {
    CREATE_IN_PROGRESS: 'AWS CloudHSM makes the cluster. HSMs can be added once it is `UNINITIALIZED`.',
    UNINITIALIZED: 'A new cluster without HSMs. The first one makes the request for the cluster’s certificate.',
    unsigned: 'Its `ClusterCsr` waits to be signed by you. Until the cluster is `ACTIVE` AWS adds no other HSM.',
    restores: (backup: string) => `From backup \`${backup}\`. Its first HSM restores keys, users and certificates.`,
    INITIALIZE_IN_PROGRESS: 'AWS CloudHSM checks and installs your certificate. Until the cluster is `ACTIVE` AWS adds no other HSM.',
    INITIALIZED: 'It is yours, but has no admin yet: `cluster activate` in CloudHSM CLI sets the password. Then AWS adds more HSMs.',
    activating: 'Activated. `DescribeClusters` tells a little later; then AWS adds more HSMs.',
    MODIFY_IN_PROGRESS: 'Its HSMs are replaced one by one by another type. Users and keys cannot be changed, and AWS adds no HSM.',
    ROLLBACK_IN_PROGRESS: 'Its HSMs go back to the type they were of. Users and keys cannot be changed, and AWS adds no HSM.',
    UPDATE_IN_PROGRESS: 'AWS CloudHSM changes it, and adds no HSM meanwhile.',
    DELETE_IN_PROGRESS: 'It is being deleted. Its backups stay.',
    DEGRADED: 'AWS adds no HSM to a cluster that is `DEGRADED`.',
  },
  receives: 'Receives every key as soon as it is `ACTIVE`.',
  leaving: 'Works no more.',
  keysOf: (keys: string, capacity: string) => `${keys} of ${capacity} keys`,
  newestKeys: (id: string) => `Newest keys in ${id}`,
  addHsm: 'Add HSM',
  removeHsm: 'Remove HSM',

  /** `rest`: how much longer it takes here. */
  rest: (rest: string) => `${rest} to go`,
  /** How long AWS takes, and who says so. */
  aws: {
    connect: (time: string) => `At AWS up to ${time}, says its documentation`,
    disconnect: (time: string) => `At AWS ${time} by our guess: AWS publishes no figure`,
    'create-hsm': (time: string) => `At AWS about ${time}, as a third party measured`,
    'delete-hsm': (time: string) => `At AWS about ${time}, as a third party measured`,
    'create-cluster': (time: string) => `At AWS ${time} by our guess: AWS publishes no figure`,
    'initialize-cluster': (time: string) => `At AWS ${time} by our guess: AWS publishes no figure`,
    'activate-cluster': (time: string) => `At AWS about ${time}, as a third party measured`,
    'modify-cluster': (time: string) => `At AWS about ${time}, says its documentation`,
    'delete-cluster': (time: string) => `At AWS ${time} by our guess: AWS publishes no figure`,
    'create-backup': (time: string) => `At AWS ${time} by our guess: AWS publishes no figure`,
  },

  remove: (id: string) => `Remove ${id}?`,
  loss: {
    oneZone:
      'Active HSMs will be left in one Availability Zone only. `CreateKey` will be refused with ' +
      '`CloudHsmClusterInvalidConfigurationException` until there is one in a second zone. Encrypting and decrypting go on.',
    noHsm:
      'It is the last active HSM of the cluster. Every cryptographic operation will fail with `KMSInvalidStateException` ' +
      'until there is one again, though the connection stays as it is. The keys come back with the next HSM, from the cluster’s backup.',
  },
  cancel: 'Cancel',

  noKeyStore: 'No key store uses this cluster.',
  clusterGone: 'This cluster does not exist any more.',
  emptyStore: 'No AWS CloudHSM key store yet',
  emptyStoreHint: 'A key store ties AWS KMS to one cluster of yours. KMS keys created in it have their key material there.',
  emptyCluster: 'No cluster yet',
  emptyClusterHint:
    'A key store needs an active AWS CloudHSM cluster with active HSMs in at least two Availability Zones.',
  build: 'Build a cluster',
  goOn: 'Go on step by step',
  emptyPlace: (account: string, region: string) => `Nothing in account ${account}, Region ${region}.`,

  /** A key in the glass. */
  inGlass: 'In the glass',
  sameKey: 'The same key object is in every active HSM of the cluster.',
  keyState: 'State of the KMS key:',
  orphaned: 'orphaned',
  /** What `orphaned` means. */
  orphan:
    'Its KMS key was deleted while AWS KMS could not reach it here. No KMS key uses it; only `kmsuser` can still delete it, with CloudHSM CLI.',
  close: 'Close',
  export: 'Export the key material',
  exporting: 'Runs `crypto.subtle.exportKey` on it, for real.',
  refused: 'The browser refuses',
  proves: 'This proves that no script, not even ours, can read the key out.',
  provesNot:
    'It does not stop scripts of this site from using the key, nor someone who can read the browser’s profile folder: ' +
    'the raw bytes lie there. Never put a real secret in it.',
  /** For who cannot see it. */
  created: (key: string) => `Key created: ${key}`,
  removed: 'removed',
};
