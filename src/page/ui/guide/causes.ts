import type { ConnectionCode } from './address.ts';
import { connect, disconnect, settle } from './steps/connection.ts';
import { backUp, bringsOldPassword, lacksWanted, restoration, swap } from './steps/backups.ts';
import { addHsm, addSecondHsm, lacking, removeHsm } from './steps/clusters.ts';
import { cancelDeletion, deleteStore, disabledKeys, enableKeys, passPeriod, pendingKeys, scheduleDeletion } from './steps/keys.ts';
import { endNetwork, freeAddresses, freeSessions, openPorts, slowDown, waitForAws } from './steps/nature.ts';
import type { Condition, Step } from './steps/step.ts';
import { createUser, deleteOrphans, logOut, setPassword, tellPassword } from './steps/users.ts';
import { removeMfa } from './steps/mfa.ts';
import { activeHsms, activeZones, isConnected, kmsUser, othersSessions, stateOf, suffers, type World } from './world.ts';

/** What can be wrong, how one sees that it is, and the steps that put it right; its words are the catalogue's. */
export interface Cause {
  readonly holds: Condition;
  /** In order. Empty where another cause's steps are taken, or there is nothing to repair. */
  readonly steps: readonly Step[];
  /** Ids of the KMS keys that it is about. */
  keys?(world: World): readonly string[];
  /** It ends without a key store, so there is nothing to prove. */
  readonly endsStore?: true;
}

const failedWith =
  (code: ConnectionCode): Condition =>
  ({ store }) =>
    store?.ConnectionErrorCode === code;
/** It has failed with the code, or would: the store is not connected, and this is so. */
const orWould =
  (code: ConnectionCode, condition: Condition): Condition =>
  (world) =>
    failedWith(code)(world) || (world.store !== undefined && !isConnected(world) && !world.store.ConnectionErrorCode && condition(world));

const hasCluster: Condition = ({ cluster }) => cluster !== undefined;
const missingKeys = ({ cluster, diagnosis }: World): readonly string[] => (cluster && diagnosis?.missingKeys) ?? [];
/** A label is the ARN of the KMS key that the material was of. */
const orphanedKeys = ({ diagnosis }: World): readonly string[] => diagnosis?.orphans.map(({ label }) => label.replace(/^.*\//, '')) ?? [];
const hasKeysAgain: Condition = (world) => hasCluster(world) && !lacksWanted(world);
const hasSubnets: Condition = (world) => hasCluster(world) && !suffers(world, 'subnet-deleted');

/** A cluster from a backup; its `kmsuser` has the password that was in the backup, which may be an old one. */
const move = (moved: Condition, ...before: readonly Step[]): readonly Step[] => {
  // Before the move the passwords are still those of the other cluster.
  const after = (step: Step): Step => ({
    ...step,
    done: (world) => moved(world) && step.done(world),
    needed: (world) => moved(world) || bringsOldPassword(world),
  });
  return [...before, ...restoration(moved), disconnect(moved), swap(moved), after(setPassword), after(tellPassword), connect(moved)];
};

const passwords = [setPassword, tellPassword];
const hasOtherPassword: Condition = ({ diagnosis }) => diagnosis?.passwordMatches === false;

export const causes = {
  CLUSTER_NOT_FOUND: { holds: (world) => failedWith('CLUSTER_NOT_FOUND')(world) || (world.store !== undefined && !world.cluster), steps: move(hasCluster) },
  INSUFFICIENT_CLOUDHSM_HSMS: {
    holds: (world) => failedWith('INSUFFICIENT_CLOUDHSM_HSMS')(world) || (hasCluster(world) && activeHsms(world.cluster).length === 0),
    steps: [addHsm, disconnect(), connect(), addSecondHsm],
  },
  securityGroup: { holds: (world) => suffers(world, 'security-group'), steps: [openPorts, disconnect(), connect()] },
  NETWORK_ERRORS: {
    holds: (world) => failedWith('NETWORK_ERRORS')(world) || (world.store !== undefined && suffers(world, 'network')),
    steps: [endNetwork, disconnect(), connect()],
  },
  SUBNET_NOT_FOUND: { holds: (world) => failedWith('SUBNET_NOT_FOUND')(world) || (hasCluster(world) && suffers(world, 'subnet-deleted')), steps: move(hasSubnets, backUp(hasSubnets)) },
  INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET: {
    holds: (world) => failedWith('INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET')(world) || (hasCluster(world) && suffers(world, 'subnet-full')),
    steps: [freeAddresses, disconnect(), connect()],
  },
  INTERNAL_ERROR: {
    holds: (world) => failedWith('INTERNAL_ERROR')(world) || (hasCluster(world) && suffers(world, 'internal-error')),
    steps: [waitForAws, disconnect(), connect()],
  },
  inconsistent: { holds: (world) => lacking(world).length > 0, steps: [removeHsm, addHsm, addSecondHsm, disconnect(), connect()] },
  USER_NOT_FOUND: {
    holds: orWould('USER_NOT_FOUND', (world) => activeHsms(world.cluster).length > 0 && world.contents !== undefined && !kmsUser(world)),
    steps: [disconnect(), createUser, tellPassword, connect()],
  },
  USER_LOCKED_OUT: {
    holds: orWould('USER_LOCKED_OUT', (world) => kmsUser(world)?.locked === true),
    steps: [disconnect(), ...passwords, connect()],
  },
  USER_LOGGED_IN: {
    holds: orWould('USER_LOGGED_IN', (world) => othersSessions(world).length > 0),
    steps: [logOut, disconnect(), tellPassword, connect()],
  },
  mfa: { holds: (world) => kmsUser(world)?.mfa === true, steps: [disconnect(), removeMfa, ...passwords, connect()] },
  INVALID_CREDENTIALS: {
    // A second factor is a reason of its own; the password may be wrong besides.
    holds: (world) => orWould('INVALID_CREDENTIALS', hasOtherPassword)(world) && (kmsUser(world)?.mfa !== true || hasOtherPassword(world)),
    steps: [disconnect(), ...passwords, connect()],
  },
  disconnected: { holds: (world) => stateOf(world) === 'DISCONNECTED', steps: [connect()] },
  moving: { holds: (world) => ['CONNECTING', 'DISCONNECTING'].includes(stateOf(world) ?? ''), steps: [settle, disconnect(), connect()] },
  oneZone: { holds: (world) => activeHsms(world.cluster).length > 0 && activeZones(world.cluster) < 2, steps: [addSecondHsm] },
  keyMissing: { holds: (world) => missingKeys(world).length > 0, keys: missingKeys, steps: move(hasKeysAgain) },
  pkcs11: { holds: (world) => suffers(world, 'pkcs11-sessions'), steps: [freeSessions] },
  throttled: { holds: (world) => suffers(world, 'throttling'), steps: [slowDown] },
  disabledKey: { holds: (world) => disabledKeys(world).length > 0, keys: disabledKeys, steps: [enableKeys] },
  pendingKey: { holds: (world) => pendingKeys(world).length > 0, keys: pendingKeys, steps: [cancelDeletion, enableKeys] },
  orphans: { holds: (world) => orphanedKeys(world).length > 0, keys: orphanedKeys, steps: [disconnect(), deleteOrphans, tellPassword, connect()] },
  hasKeys: {
    holds: ({ store }) => (store?.keyCount ?? 0) > 0,
    keys: ({ keys }) => keys.map(({ KeyId }) => KeyId),
    steps: [scheduleDeletion, passPeriod, disconnect(() => false), deleteStore],
    endsStore: true,
  },
} as const satisfies Readonly<Record<string, Cause>>;

export type CauseName = keyof typeof causes;

/** In the order of repair: what connecting needs, the connection, what CreateKey needs beyond it, what is about single keys. */
export const causeNames = Object.keys(causes) as CauseName[];

/** The causes that keep cryptography or new keys from working, as they hold now. */
export const troublesIn = (world: World): readonly CauseName[] =>
  causeNames.filter((name) => !notTroubles.includes(name) && (causes[name] as Cause).holds(world));

/** What is as it should be, unless one wants something that it stands against. */
const notTroubles: readonly CauseName[] = ['hasKeys', 'disabledKey', 'pendingKey'];
