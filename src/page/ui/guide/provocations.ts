import type { FaultName } from '../../../model/control.ts';
import type { Typed } from '../setup/dialogue.ts';
import type { Deed } from './deeds.ts';
import type { Ask, Condition, Draft } from './steps/step.ts';
import { activeZones, isConnected, kmsUser, type World } from './world.ts';

/** How an error is brought about in the world that is open, by ordinary calls where a person could, else as nature does. */
export interface Provocation {
  /** Whether the world is as it takes. */
  readonly possible: Condition;
  readonly asks?: readonly Ask[];
  deeds(world: World, draft: Draft): readonly Deed[];
}

const kms = (operation: string, input: object, refused?: string): Deed => ({
  by: 'aws',
  service: 'kms',
  operation,
  input: { ...input },
  ...(refused !== undefined && { refused }),
});
const storeId = ({ store }: World): { readonly CustomKeyStoreId: string } => ({ CustomKeyStoreId: store?.CustomKeyStoreId ?? '' });
const disconnected = (world: World): Deed[] => (isConnected(world) ? [kms('DisconnectCustomKeyStore', storeId(world))] : []);
const connectAgain = (world: World): Deed => kms('ConnectCustomKeyStore', storeId(world));
const createKey = (world: World, refused: string): Deed => kms('CreateKey', { Origin: 'AWS_CLOUDHSM', ...storeId(world) }, refused);

const encrypt = ({ keys }: World, refused: string): Deed =>
  kms('Encrypt', { KeyId: keys.find(({ KeyState }) => KeyState === 'Enabled')?.KeyId ?? '', Plaintext: btoa('hello') }, refused);

const connected: Condition = isConnected;
const idle: Condition = (world) => isConnected(world) || world.store?.ConnectionState === 'DISCONNECTED';
const reachable: Condition = (world) => idle(world) && kmsUser(world) !== undefined && activeZones(world.cluster) > 0;
const someKey: Condition = (world) => isConnected(world) && world.keys.some(({ KeyState }) => KeyState === 'Enabled');
const always: Condition = () => true;

/** A fault at the store's cluster, and what it does to a connection. */
const nature = (fault: FaultName, reconnects: boolean): Provocation => ({
  possible: idle,
  deeds: (world) => {
    const begin: Deed = { by: 'nature', fault, active: true, target: world.store?.CloudHsmClusterId };
    return reconnects ? [...disconnected(world), begin, connectAgain(world)] : [begin];
  },
});

const typed = ({ cluster }: World, lines: readonly Typed[], refused?: true): Deed => ({
  by: 'cloudhsm-cli',
  typed: [{ line: `cloudhsm-cli interactive --cluster-id ${cluster?.ClusterId ?? ''}` }, ...lines],
  ...(refused && { refused }),
});
const admin = ({ adminPassword }: Draft): Typed => ({ line: 'login --username admin --role admin', answers: [adminPassword] });
const kmsuser = (password: string): Typed => ({ line: 'login --username kmsuser --role crypto-user', answers: [password] });

/** Wrong passwords that lock a crypto user (facts 1.4). */
const failuresThatLock = 5;
const wrong = 'notThePassword1';

const deleteHsms = ({ cluster }: World, count: number): Deed[] =>
  (cluster?.hsms ?? [])
    .filter(({ State }) => State === 'ACTIVE')
    .slice(0, count)
    .map(({ HsmId }) => ({ by: 'aws', service: 'cloudhsmv2', operation: 'DeleteHsm', input: { ClusterId: cluster?.ClusterId, HsmId } }));

export const provocations = {
  disconnect: {
    possible: connected,
    deeds: (world) => [...disconnected(world), createKey(world, 'CustomKeyStoreInvalidStateException')],
  },
  disconnectUsed: {
    possible: someKey,
    deeds: (world) => [...disconnected(world), encrypt(world, 'KMSInvalidStateException')],
  },
  connectFailed: {
    possible: reachable,
    deeds: (world) => [
      ...disconnected(world),
      kms('UpdateCustomKeyStore', { ...storeId(world), KeyStorePassword: wrong }),
      connectAgain(world),
      kms('ConnectCustomKeyStore', storeId(world), 'CustomKeyStoreInvalidStateException'),
    ],
  },
  wrongPassword: {
    possible: reachable,
    deeds: (world) => [...disconnected(world), kms('UpdateCustomKeyStore', { ...storeId(world), KeyStorePassword: wrong }), connectAgain(world)],
  },
  lockOut: {
    possible: reachable,
    deeds: (world) => [...disconnected(world), typed(world, Array.from({ length: failuresThatLock }, () => kmsuser(wrong)), true), connectAgain(world)],
  },
  logIn: {
    possible: reachable,
    asks: ['adminPassword', 'kmsPassword'],
    deeds: (world, draft) => {
      const { kmsPassword } = draft;
      const change = { line: 'user change-password --username kmsuser --role crypto-user', answers: [kmsPassword, kmsPassword] };
      return [
        ...disconnected(world),
        typed(world, [admin(draft), change, { line: 'logout' }, kmsuser(kmsPassword)]),
        kms('UpdateCustomKeyStore', { ...storeId(world), KeyStorePassword: kmsPassword }),
        connectAgain(world),
      ];
    },
  },
  deleteUser: {
    possible: (world) => reachable(world) && world.cluster?.keyCount === 0,
    asks: ['adminPassword'],
    deeds: (world, draft) => [
      ...disconnected(world),
      typed(world, [admin(draft), { line: 'user delete --username kmsuser --role crypto-user' }, { line: 'quit' }]),
      connectAgain(world),
    ],
  },
  deleteHsms: {
    possible: (world) => idle(world) && activeZones(world.cluster) > 0,
    deeds: (world) => [...disconnected(world), ...deleteHsms(world, Infinity), connectAgain(world)],
  },
  deleteOneHsm: {
    possible: (world) => isConnected(world) && activeZones(world.cluster) === 2 && world.cluster?.hsms.length === 2,
    deeds: (world) => [...deleteHsms(world, 1), createKey(world, 'CloudHsmClusterInvalidConfigurationException')],
  },
  deleteCluster: {
    possible: (world) => idle(world) && activeZones(world.cluster) > 0,
    deeds: (world) => [
      ...disconnected(world),
      ...deleteHsms(world, Infinity),
      { by: 'aws', service: 'cloudhsmv2', operation: 'DeleteCluster', input: { ClusterId: world.cluster?.ClusterId } },
      connectAgain(world),
    ],
  },
  cutNetwork: nature('network', true),
  closePorts: {
    possible: idle,
    deeds: (world) => [
      ...disconnected(world),
      { by: 'nature', fault: 'security-group', active: true, target: world.store?.CloudHsmClusterId },
      kms('ConnectCustomKeyStore', storeId(world), 'CloudHsmClusterInvalidConfigurationException'),
    ],
  },
  fillSubnet: nature('subnet-full', true),
  deleteSubnet: nature('subnet-deleted', true),
  internalError: nature('internal-error', true),
  useUpSessions: {
    possible: connected,
    deeds: (world) => [
      { by: 'nature', fault: 'pkcs11-sessions', active: true, target: world.store?.CloudHsmClusterId },
      kms('GenerateRandom', { NumberOfBytes: 16, ...storeId(world) }, 'KMSInternalException'),
    ],
  },
  throttle: nature('throttling', false),
  disableKey: {
    possible: someKey,
    deeds: ({ keys }) => {
      const KeyId = keys.find(({ KeyState }) => KeyState === 'Enabled')?.KeyId;
      return [kms('DisableKey', { KeyId }), kms('Encrypt', { KeyId, Plaintext: btoa('hello') }, 'DisabledException')];
    },
  },
  sameCluster: {
    possible: ({ cluster }) => cluster !== undefined,
    deeds: ({ cluster, clusters }) => [creation(cluster?.ClusterId, clusters, 'Another', 'CloudHsmClusterInUseException')],
  },
  sameName: {
    possible: ({ store, cluster }) => store !== undefined && cluster !== undefined,
    deeds: ({ store, cluster, clusters }) => [creation(cluster?.ClusterId, clusters, store?.CustomKeyStoreName, 'CustomKeyStoreNameInUseException')],
  },
  unknownCluster: {
    possible: ({ cluster }) => cluster !== undefined,
    deeds: ({ clusters }) => [creation('cluster-aaaaaaaaaaa', clusters, 'Another', 'CloudHsmClusterNotFoundException')],
  },
  unknownStore: {
    possible: always,
    deeds: () => [kms('DescribeCustomKeyStores', { CustomKeyStoreId: 'cks-00000000000000000' }, 'CustomKeyStoreNotFoundException')],
  },
  unknownKey: { possible: always, deeds: () => [kms('DescribeKey', { KeyId: '00000000-0000-4000-8000-000000000000' }, 'NotFoundException')] },
  badCiphertext: { possible: always, deeds: () => [kms('Decrypt', { CiphertextBlob: btoa('no ciphertext at all') }, 'InvalidCiphertextException')] },
  unsupported: {
    possible: ({ store }) => store !== undefined,
    deeds: (world) => [kms('CreateKey', { Origin: 'AWS_CLOUDHSM', KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY', ...storeId(world) }, 'UnsupportedOperationException')],
  },
  deleteFullStore: {
    possible: (world) => idle(world) && (world.store?.keyCount ?? 0) > 0,
    deeds: (world) => [...disconnected(world), kms('DeleteCustomKeyStore', storeId(world), 'CustomKeyStoreHasCMKsException')],
  },
} as const satisfies Readonly<Record<string, Provocation>>;

export type ProvocationName = keyof typeof provocations;

const creation = (CloudHsmClusterId: string | undefined, clusters: World['clusters'], CustomKeyStoreName: string | undefined, refused: string): Deed =>
  kms(
    'CreateCustomKeyStore',
    { CustomKeyStoreName, CloudHsmClusterId, TrustAnchorCertificate: clusters.find(({ trustAnchor }) => trustAnchor)?.trustAnchor, KeyStorePassword: wrong },
    refused,
  );
