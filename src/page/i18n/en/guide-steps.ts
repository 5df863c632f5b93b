/** The steps of all repairs: what is done, why, and what to ask before, where something is lost. */
interface StepText {
  readonly title: string;
  readonly why: string;
  readonly warning?: string;
}

export const en = {
  steps: {
    disconnect: { title: 'Disconnect the key store', why: 'AWS connects and changes only a store that is `DISCONNECTED`. AWS KMS signs out, and takes its network interfaces away.' },
    connect: { title: 'Connect the key store', why: 'AWS KMS signs in as `kmsuser` and changes its password to one that only it knows. The call returns at once; connecting goes on.' },
    settle: { title: 'Wait until the connection has settled', why: 'While it changes, most calls are refused.' },
    setPassword: { title: 'Give `kmsuser` a new password in the cluster', why: 'An admin does it with CloudHSM CLI; that also unlocks the user and ends its sessions. It is not needed where the present password is known.' },
    resetPassword: { title: 'You do not know the password? Let an admin set a new one', why: 'That also ends the sessions of `kmsuser`. AWS KMS is then told the new one.' },
    tellPassword: { title: 'Tell AWS KMS the password', why: '`UpdateCustomKeyStore` changes nothing in the cluster: it only tells AWS KMS. Give exactly the password that `kmsuser` has.' },
    logOut: { title: 'Sign `kmsuser` out of the cluster', why: 'By `logout` in CloudHSM CLI, where it is signed in. Here all terminals are one computer, so one `logout` ends them all.' },
    createUser: { title: 'Create the crypto user `kmsuser`', why: 'An admin does it, when all HSMs are `ACTIVE`: then it is on every one of them. It must not have a second factor.' },
    removeMfa: { title: 'Take the second factor from `kmsuser`', why: 'AWS KMS signs in with a password alone. An admin deletes the user and creates it anew without one; a user who owns keys cannot be deleted, so there the token is deregistered.' },
    removeHsm: { title: 'Remove the HSM that lacks `kmsuser`', why: 'An HSM gets the users of another one only when it joins. So it is replaced.', warning: 'The HSM is deleted. Its keys and users are on the others.' },
    addHsm: { title: 'Add an HSM', why: 'It gets all keys and users, from the cluster’s backup or from another HSM.' },
    addSecondHsm: { title: 'Add an HSM in a second Availability Zone', why: 'Creating keys takes active HSMs in two zones.' },
    backUp: { title: 'Have a backup made: remove an HSM', why: 'No call makes a backup, but AWS CloudHSM makes one whenever an HSM is removed. Without it, keys that are in no backup would be missing in the new cluster.', warning: 'The HSM is deleted. Its keys and users are on the others, and in the backup.' },
    restore: { title: 'Make a cluster from a backup', why: 'The new cluster must be neither initialized nor activated: its first HSM restores keys, users and certificates.' },
    firstHsm: { title: 'Add its first HSM', why: 'It restores what the backup holds. Then the cluster is `ACTIVE`.' },
    secondHsm: { title: 'Add an HSM in a second Availability Zone', why: 'A key store moves only to a cluster with active HSMs in two zones.' },
    swap: { title: 'Move the key store to the new cluster', why: '`UpdateCustomKeyStore` takes it because both clusters have the same certificate.' },
    endNetwork: { title: 'Wait until the network works again', why: 'At AWS it mostly passes in a few minutes. Here it is an injected fault: it lasts until you end it.' },
    openPorts: { title: 'Give the security group its rules back', why: 'TCP ports 2223–2225, in and out, among its own members. Amazon EC2 is not simulated: here the rules are back when the injected fault is ended.' },
    freeAddresses: { title: 'Free addresses in the subnet', why: 'Delete network interfaces that nobody needs. Where there is no room, move to a cluster in larger subnets, made from a backup. Here the injected fault is ended.' },
    waitForAws: { title: 'Wait until AWS KMS is well', why: 'At AWS it passes, or AWS Support helps. Here it is an injected fault: it lasts until you end it.' },
    backOff: { title: 'Call less, and try again with growing pauses', why: 'Retries with exponential backoff end the burst. Here it is an injected fault: it ends with its time, or when you end it.' },
    enableKeys: { title: 'Enable the keys', why: '`EnableKey`, for each key of the store that is disabled.' },
    cancelDeletion: { title: 'Cancel the deletion', why: 'A key is `Disabled` afterwards, and must be enabled.' },
    scheduleDeletion: { title: 'Schedule the deletion of all keys', why: 'With the shortest waiting period, 7 days. Until it ends, it can be cancelled.', warning: 'When the waiting period ends, nothing that was encrypted under these keys can ever be read again.' },
    passPeriod: { title: 'Wait until the waiting period has ended', why: 'Keep the store connected: then AWS KMS also deletes the material. Here the clock jumps 8 days ahead.', warning: 'The clock does not go back, and the keys are gone for good.' },
    deleteStore: { title: 'Delete the key store', why: 'The cluster, its users and its HSMs stay, and go on costing at AWS.', warning: 'The key store is deleted. The cluster stays.' },
    deleteOrphans: { title: 'Delete the orphaned material', why: 'An admin gives `kmsuser` a new password; signed in as `kmsuser`, `key delete` removes it. Backups keep it.', warning: 'The material is deleted from every HSM. Take care at AWS: as `kmsuser` one can delete every key of the store.' },
  } satisfies Readonly<Record<string, StepText>>,

  /** What brings an error about. */
  provocations: {
    disconnect: 'Disconnect the key store, then create a key.',
    disconnectUsed: 'Disconnect the key store, then encrypt with one of its keys.',
    connectFailed: 'Let connecting fail, then connect again without disconnecting.',
    wrongPassword: 'Tell AWS KMS a wrong password, and connect.',
    lockOut: 'Disconnect, sign in five times as `kmsuser` with a wrong password, and connect.',
    logIn: 'Disconnect, sign in as `kmsuser`, stay signed in, and connect.',
    deleteUser: 'Disconnect, delete `kmsuser` from the cluster, and connect. The cluster must hold no keys of it.',
    deleteHsms: 'Disconnect, delete every HSM of the cluster, and connect.',
    deleteOneHsm: 'Delete one of two HSMs, then create a key.',
    deleteCluster: 'Disconnect, delete the HSMs and the cluster, and connect.',
    cutNetwork: 'Cut the network between AWS KMS and the cluster, and connect.',
    closePorts: 'Take the rules from the cluster’s security group, and connect.',
    fillSubnet: 'Fill a subnet of the cluster, and connect.',
    deleteSubnet: 'Delete a subnet of the cluster, and connect.',
    internalError: 'Let AWS KMS fail while it connects.',
    useUpSessions: 'Use up the cluster’s PKCS #11 sessions, then make random bytes there.',
    throttle: 'Count calls against AWS’s rates from now on. Then call faster than they allow.',
    disableKey: 'Disable the newest key of the store, then encrypt with it.',
    sameCluster: 'Create another key store for the same cluster.',
    sameName: 'Create another key store of the same name.',
    unknownCluster: 'Create a key store for a cluster that does not exist.',
    unknownStore: 'Describe a key store that does not exist.',
    unknownKey: 'Describe a key that does not exist.',
    badCiphertext: 'Decrypt what is no ciphertext.',
    unsupported: 'Create an asymmetric key in the key store.',
    deleteFullStore: 'Disconnect the key store, then delete it while it has keys.',
  } satisfies Readonly<Record<string, string>>,
};
