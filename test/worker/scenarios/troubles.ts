import type { Notes, TroubleName } from '../../../src/model/control.ts';
import * as steps from '../../../src/worker/scenarios/stories/steps.ts';
import type { TestWorld } from '../world.ts';
import type { Observed } from './observe.ts';

/**
 * Facts section 5 as data: what one sees of each trouble, what AWS answers, and the documented repair. To add one: its line here,
 * its name in model/control.ts, its story in src/worker/scenarios/stories.
 */
export interface Trouble extends Omit<Observed, 'stores' | 'trail'> {
  /** Connection state and error code of ExampleKeyStore. */
  readonly store: string;
  /** How the events end; those before are how it came about. */
  readonly trail: readonly string[];
  /** Error codes of calls in the failed world; what is not named works. */
  readonly answers: { readonly decrypt?: string; readonly text?: string; readonly createKey?: string; readonly connect?: string };
  /** @returns the key store that then works, where it is another one */
  readonly repair: (world: TestWorld, notes: Notes) => Promise<string | undefined | void>;
}

const { store, disconnect, connect, pass, hour, day, minute } = steps;
const [orders, payments] = ['alias/orders', 'alias/payments'] as const;
const invalidKey = 'KMSInvalidStateException';
const invalidStore = 'CustomKeyStoreInvalidStateException';
const badCluster = 'CloudHsmClusterInvalidConfigurationException';
/** What a store that is not connected answers (facts 3.3). */
const notConnected = { decrypt: invalidKey, text: 'is unavailable.', createKey: invalidStore };
const well = { keys: { [orders]: 'Enabled' }, clusters: ['ACTIVE a b'], users: ['kmsuser'], faults: [] };
const unavailable = { ...well, keys: { [orders]: 'Unavailable' } };
const failed = { ...notConnected, connect: invalidStore };
const made = ['CreateKey', 'CreateAlias', 'Encrypt'];
const reconnected = ['DisconnectCustomKeyStore', 'ConnectCustomKeyStore'];
const cannotDecrypt = `Decrypt ${invalidKey}`;

const tellPassword = (world: TestWorld): Promise<unknown> => world.kms('UpdateCustomKeyStore', { ...store, KeyStorePassword: steps.kmsPassword });
async function reconnect(world: TestWorld): Promise<void> {
  await disconnect(world);
  await connect(world);
}
/** An admin resets kmsuser's password, and KMS is told. */
async function resetPassword(world: TestWorld, ClusterId?: string): Promise<void> {
  await disconnect(world);
  await steps.resetKmsPassword(world, ClusterId);
  await tellPassword(world);
  await connect(world);
}
/** A cluster from the backup of the notes takes the place of the one that is lost; its kmsuser may have another password. */
async function swap(world: TestWorld, { ids }: Notes, password: 'same' | 'reset', connected = true): Promise<void> {
  const restored = await steps.restoreCluster(world, ids['BackupId'] ?? '');
  if (connected) await disconnect(world);
  await world.kms('UpdateCustomKeyStore', { ...store, CloudHsmClusterId: restored });
  if (password === 'reset') {
    await steps.resetKmsPassword(world, restored);
    await tellPassword(world);
  }
  await connect(world);
}
const endFault = (world: TestWorld, fault: string): Promise<undefined> =>
  world.control.injectFault({ fault, active: false, target: steps.ClusterId });
async function createKmsUser(world: TestWorld, more: (session: { ClusterId: string; SessionId: string }) => Promise<unknown>): Promise<void> {
  await disconnect(world);
  await steps.loggedIn(world, 'admin', async (session) => {
    await more(session);
    await world.cloudhsmCli('UserCreate', { ...session, ...steps.kmsUser, Password: steps.kmsPassword });
  });
  await tellPassword(world);
  await connect(world);
}

export const troubles: { readonly [Name in TroubleName]: Trouble } = {
  disconnected: {
    ...unavailable,
    store: 'DISCONNECTED',
    answers: notConnected,
    trail: [...made, 'DisconnectCustomKeyStore', cannotDecrypt, `CreateKey ${invalidStore}`],
    repair: connect,
  },
  'key-material-deleted': {
    ...well,
    keys: { [orders]: 'Enabled', [payments]: 'Enabled' },
    store: 'CONNECTED',
    answers: { decrypt: invalidKey, text: 'is unavailable.' },
    trail: ['DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore', cannotDecrypt],
    repair: (world, notes) => swap(world, notes, 'reset'),
  },
  'backup-without-key': {
    ...well,
    keys: { [orders]: 'Enabled', [payments]: 'Enabled' },
    store: 'CONNECTED',
    answers: { decrypt: invalidKey, text: 'is unavailable.' },
    trail: ['CreateCluster', 'CreateHsm', 'CreateHsm', 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore', cannotDecrypt],
    repair: (world, notes) => swap(world, notes, 'reset'),
  },
  'no-hsm': {
    ...unavailable,
    clusters: ['ACTIVE'],
    users: [],
    store: 'FAILED INSUFFICIENT_CLOUDHSM_HSMS',
    answers: failed,
    trail: ['DeleteHsm', 'DeleteHsm', cannotDecrypt, ...reconnected, `CreateKey ${invalidStore}`],
    async repair(world) {
      for (const zone of ['a', 'b'] as const) await steps.addHsm(world, zone);
      await reconnect(world);
    },
  },
  'one-hsm': {
    ...well,
    clusters: ['ACTIVE a'],
    store: 'CONNECTED',
    answers: { createKey: badCluster },
    trail: ['DeleteHsm', `CreateKey ${badCluster}`],
    async repair(world) {
      await steps.addHsm(world, 'b');
    },
  },
  'one-zone': {
    ...well,
    clusters: ['ACTIVE a a'],
    store: 'CONNECTED',
    answers: { createKey: badCluster },
    trail: ['CreateHsm', 'DeleteHsm', `CreateKey ${badCluster}`],
    async repair(world) {
      await steps.addHsm(world, 'b');
    },
  },
  'cluster-deleted': {
    ...unavailable,
    clusters: [],
    users: [],
    store: 'FAILED CLUSTER_NOT_FOUND',
    answers: failed,
    trail: ['DeleteCluster', cannotDecrypt, ...reconnected, `CreateKey ${invalidStore}`, 'DescribeBackups'],
    repair: (world, notes) => swap(world, notes, 'same'),
  },
  'pkcs11-sessions': {
    ...well,
    faults: ['pkcs11-sessions'],
    store: 'CONNECTED',
    answers: { decrypt: 'KMSInternalException', text: 'PKCS #11', createKey: 'KMSInternalException' },
    trail: [...made, 'Decrypt KMSInternalException'],
    // To back off and to try again.
    repair: (world) => pass(world, 15 * minute),
  },
  network: {
    ...unavailable,
    store: 'FAILED NETWORK_ERRORS',
    answers: failed,
    trail: [...made, cannotDecrypt, ...reconnected, cannotDecrypt],
    repair: reconnect,
  },
  'invalid-credentials': {
    ...unavailable,
    store: 'FAILED INVALID_CREDENTIALS',
    answers: failed,
    trail: [...made, 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore', cannotDecrypt],
    repair: (world) => resetPassword(world),
  },
  'user-locked-out': {
    ...unavailable,
    users: ['kmsuser locked'],
    store: 'FAILED USER_LOCKED_OUT',
    answers: failed,
    trail: [...made, ...reconnected, cannotDecrypt],
    repair: (world) => resetPassword(world),
  },
  'user-logged-in': {
    ...unavailable,
    store: 'FAILED USER_LOGGED_IN',
    answers: failed,
    trail: [...made, 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore', cannotDecrypt],
    async repair(world, { ids, passwords }) {
      // Who forgot it is still in that terminal, and knows the password: the notes do.
      if (passwords['kmsuser'] !== steps.kmsPassword) throw new Error('The notes do not tell kmsuser’s password.');
      await world.cloudhsmCli('Logout', { ClusterId: steps.ClusterId, SessionId: ids['SessionId'] ?? '' });
      await reconnect(world);
    },
  },
  'user-not-found': {
    ...well,
    keys: {},
    users: [''],
    store: 'FAILED USER_NOT_FOUND',
    answers: { createKey: invalidStore, connect: invalidStore },
    trail: [...reconnected, `CreateKey ${invalidStore}`],
    repair: (world) => createKmsUser(world, () => Promise.resolve()),
  },
  'kmsuser-mfa': {
    ...well,
    keys: {},
    users: ['kmsuser mfa'],
    store: 'FAILED INVALID_CREDENTIALS',
    answers: { createKey: invalidStore, connect: invalidStore },
    trail: [...reconnected, `CreateKey ${invalidStore}`],
    repair: (world) => createKmsUser(world, (session) => world.cloudhsmCli('UserDelete', { ...session, ...steps.kmsUser })),
  },
  'subnet-not-found': {
    ...unavailable,
    faults: ['subnet-deleted'],
    store: 'FAILED SUBNET_NOT_FOUND',
    answers: failed,
    trail: [...made, ...reconnected, cannotDecrypt, 'DescribeBackups'],
    repair: (world, notes) => swap(world, notes, 'same'),
  },
  'no-free-addresses': {
    ...unavailable,
    faults: ['subnet-full'],
    store: 'FAILED INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET',
    answers: failed,
    trail: [...made, ...reconnected, cannotDecrypt, 'DescribeBackups'],
    async repair(world) {
      await endFault(world, 'subnet-full');
      await reconnect(world);
    },
  },
  'internal-error': {
    ...unavailable,
    store: 'FAILED INTERNAL_ERROR',
    answers: failed,
    trail: [...made, ...reconnected, cannotDecrypt],
    repair: reconnect,
  },
  'connect-when-failed': {
    ...unavailable,
    store: 'FAILED NETWORK_ERRORS',
    answers: failed,
    trail: [...made, ...reconnected, cannotDecrypt, `ConnectCustomKeyStore ${invalidStore}`],
    repair: reconnect,
  },
  'fast-failure': {
    ...unavailable,
    faults: ['security-group'],
    store: 'DISCONNECTED',
    answers: { ...notConnected, connect: badCluster },
    trail: [...made, 'DisconnectCustomKeyStore', `ConnectCustomKeyStore ${badCluster}`],
    async repair(world) {
      await endFault(world, 'security-group');
      await connect(world);
    },
  },
  'orphaned-key': {
    ...unavailable,
    store: 'DISCONNECTED',
    answers: notConnected,
    trail: ['ScheduleKeyDeletion', 'DisconnectCustomKeyStore', 'DeleteKey', 'DescribeKey NotFoundException'],
    async repair(world, { ids }) {
      await steps.resetKmsPassword(world);
      await steps.loggedIn(world, 'kmsuser', async (session) => {
        const Filters = [`attr.label=${ids['label'] ?? ''}`];
        const { TotalKeyCount } = await world.cloudhsmCli('KeyList', { ...session, Filters });
        if (TotalKeyCount !== 1) throw new Error('There is no orphaned key.');
        await world.cloudhsmCli('KeyDelete', { ...session, Filters });
        const left = await world.cloudhsmCli('KeyList', session);
        if (left.TotalKeyCount !== 1) throw new Error('More or less than the orphaned key was deleted.');
      });
      await tellPassword(world);
      await connect(world);
    },
  },
  'unrelated-cluster': {
    ...unavailable,
    clusters: ['ACTIVE a b', 'ACTIVE a b'],
    users: ['kmsuser', 'kmsuser'],
    store: 'DISCONNECTED',
    answers: notConnected,
    trail: [...made, 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore CloudHsmClusterNotRelatedException', 'DescribeBackups'],
    repair: (world, notes) => swap(world, notes, 'same', false),
  },
  'store-with-keys': {
    ...unavailable,
    store: 'DISCONNECTED',
    answers: notConnected,
    trail: [...made, 'DisconnectCustomKeyStore', 'DeleteCustomKeyStore CustomKeyStoreHasCMKsException'],
    /** Its keys are deleted as they should be, with the store connected; the same cluster then gets another store. */
    async repair(world, notes) {
      await connect(world);
      await world.kms('ScheduleKeyDeletion', { KeyId: notes.ids['KeyId'] ?? '', PendingWindowInDays: 7 });
      await pass(world, 7 * day + hour);
      await disconnect(world);
      await world.kms('DeleteCustomKeyStore', store);
      await steps.resetKmsPassword(world);
      const { CustomKeyStoreId } = await world.kms('CreateCustomKeyStore', {
        CustomKeyStoreName: 'Another',
        CloudHsmClusterId: steps.ClusterId,
        TrustAnchorCertificate: notes['customerCA.crt'],
        KeyStorePassword: steps.kmsPassword,
      });
      await world.kms('ConnectCustomKeyStore', { CustomKeyStoreId });
      await pass(world, hour);
      return CustomKeyStoreId;
    },
  },
  throttled: {
    ...well,
    faults: ['throttling'],
    store: 'CONNECTED',
    answers: { decrypt: 'ThrottlingException', text: 'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.' },
    trail: [...made, 'Decrypt ThrottlingException'],
    repair: (world) => pass(world, 15 * minute),
  },
  'old-backup': {
    ...unavailable,
    store: 'FAILED INVALID_CREDENTIALS',
    answers: failed,
    trail: ['CreateCluster', 'CreateHsm', 'CreateHsm', 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'ConnectCustomKeyStore', cannotDecrypt, 'DescribeBackups'],
    repair: (world, { ids }) => resetPassword(world, ids['CloudHsmClusterId']),
  },
};
