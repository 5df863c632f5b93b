import type { KeyStoreView, MapView, Wait } from '../../../model/look.ts';
import { zonesNeeded } from '../key-stores/possible.ts';
import { zonesWith, type MapCluster } from '../map/rows.ts';

/** What is built, and how far it is: all of it from what the world holds, so that it is the same after a reload and in every tab. */

export const stepNames = [
  'cluster',
  'firstHsm',
  'sign',
  'initialize',
  'activate',
  'secondHsm',
  'user',
  'store',
  'connect',
  'key',
] as const;
export type StepName = (typeof stepNames)[number];

/** `now` is the step that can be done, or goes on with something (`waiting`); there is one at the most. */
export type StepState = 'done' | 'now' | 'waiting' | 'later' | 'skipped';

/** The HSM type that AWS makes new clusters of (facts 6.2). */
export const creatable = 'hsm2m.medium';

/** One cluster on its way to a first key. */
export interface Build {
  /** Undefined before CreateCluster. */
  readonly cluster?: MapCluster;
  readonly store?: KeyStoreView;
  /** Whether the cluster has a crypto user `kmsuser`; undefined until it has been asked. */
  readonly kmsuser: boolean | undefined;
  /** Whether the page holds the signed certificate, which the world gets with InitializeCluster only. */
  readonly signed: boolean;
}

const storeOf = ({ keyStores }: MapView, ClusterId: string): KeyStoreView | undefined =>
  keyStores.find((store) => store.CloudHsmClusterId === ClusterId);

export function buildOf(map: MapView, ClusterId: string | undefined, own: Pick<Build, 'kmsuser' | 'signed'>): Build {
  const cluster = map.clusters.find((one) => one.ClusterId === ClusterId);
  const store = cluster && storeOf(map, cluster.ClusterId);
  return { ...(cluster && { cluster }), ...(store && { store }), ...own };
}

const leaves = ({ State }: MapCluster): boolean => State === 'DELETE_IN_PROGRESS' || State === 'DELETED';

/** Clusters on their way to a first key, the newest first. A type that cannot be created any more was not built here. */
export const unfinished = (map: MapView): MapCluster[] =>
  map.clusters
    .filter((cluster) => {
      const store = storeOf(map, cluster.ClusterId);
      return !leaves(cluster) && (!store || (store.keyCount === 0 && cluster.HsmType === creatable));
    })
    .sort((a, b) => b.CreateTimestamp - a.CreateTimestamp);

/** The cluster is still there to go on with. */
export const standing = ({ clusters }: MapView, ClusterId: string): boolean =>
  clusters.some((cluster) => cluster.ClusterId === ClusterId && !leaves(cluster));

const unclaimed: readonly string[] = ['CREATE_IN_PROGRESS', 'UNINITIALIZED'];
const unactivated: readonly string[] = [...unclaimed, 'INITIALIZE_IN_PROGRESS', 'INITIALIZED'];

type Rule = (build: Build & { readonly cluster: MapCluster }) => boolean;

const hasKeys: Rule = ({ store }) => (store?.keyCount ?? 0) > 0;
/** Whether a step's work is there, whoever did it. What a first key has come of is not asked for again. */
const done: Readonly<Record<StepName, Rule>> = {
  cluster: ({ cluster }) => cluster.State !== 'CREATE_IN_PROGRESS',
  firstHsm: ({ cluster }) =>
    !unclaimed.includes(cluster.State) ||
    (cluster.SourceBackupId === undefined && cluster.hsms.some(({ State }) => State === 'ACTIVE')),
  sign: ({ cluster, signed }) => signed || !unclaimed.includes(cluster.State),
  initialize: ({ cluster: { State } }) => !unclaimed.includes(State) && State !== 'INITIALIZE_IN_PROGRESS',
  activate: ({ cluster }) => !unactivated.includes(cluster.State),
  secondHsm: (build) => hasKeys(build) || zonesWith(build.cluster.hsms, 'ACTIVE').size >= zonesNeeded,
  // AWS KMS has signed in as this user.
  user: (build) => build.kmsuser === true || hasKeys(build) || build.store?.ConnectionState === 'CONNECTED',
  store: ({ store }) => store !== undefined,
  connect: (build) => hasKeys(build) || build.store?.ConnectionState === 'CONNECTED',
  key: hasKeys,
};

/** What a cluster from a backup brings along (facts 1.9). */
const restoredSteps: readonly StepName[] = ['sign', 'initialize', 'activate', 'user'];

/** The state of every step. */
export function statesOf(build: Build): Readonly<Record<StepName, StepState>> {
  const { cluster } = build;
  const skips = (step: StepName): boolean => cluster?.SourceBackupId !== undefined && restoredSteps.includes(step);
  const isDone = (step: StepName): boolean => cluster !== undefined && done[step]({ ...build, cluster });
  const current = stepNames.find((step) => !skips(step) && !isDone(step));
  const entries = stepNames.map((step) => {
    if (skips(step)) return [step, 'skipped'];
    if (step === current) return [step, waitOf(build, step) ? 'waiting' : 'now'];
    return [step, isDone(step) ? 'done' : 'later'];
  });
  return Object.fromEntries(entries) as Record<StepName, StepState>;
}

/** The step that is to be done now; undefined when all are. */
export const currentStep = (states: Readonly<Record<StepName, StepState>>): StepName | undefined =>
  stepNames.find((step) => states[step] === 'now' || states[step] === 'waiting');

/** What a step goes on with. */
export function waitOf({ cluster, store }: Build, step: StepName): Wait | undefined {
  if (step === 'firstHsm' || step === 'secondHsm') return cluster?.hsms.find(({ wait }) => wait?.kind === 'create-hsm')?.wait;
  if (step === 'connect') return store?.wait;
  const kinds: Partial<Record<StepName, Wait['kind']>> = {
    cluster: 'create-cluster',
    initialize: 'initialize-cluster',
    activate: 'activate-cluster',
  };
  return cluster?.wait && cluster.wait.kind === kinds[step] ? cluster.wait : undefined;
}
