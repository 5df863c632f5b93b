import type { InjectedFault, Notes } from '../../../model/control.ts';
import type { ClusterContents, ClusterDetails, KeyStoreDiagnosis, KeyStoreView, KeyView, MapView, VpcView, Wait } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { zonesWith, type MapCluster } from '../map/rows.ts';

/** All that guidance looks at to say what is wrong and how far a repair is: one key store, and what is around it. */
export interface World {
  readonly map: MapView;
  readonly clusters: readonly ClusterDetails[];
  readonly vpcs: readonly VpcView[];
  readonly faults: readonly InjectedFault[];
  readonly waits: readonly Wait[];
  readonly notes: Notes;
  readonly region: string;
  /** The key store that it is about; undefined where there is none. */
  readonly store?: KeyStoreView;
  /** The store's cluster; undefined where it was deleted. */
  readonly cluster?: MapCluster;
  readonly contents?: ClusterContents;
  readonly diagnosis?: KeyStoreDiagnosis;
  /** The newest KMS keys of the store. */
  readonly keys: readonly KeyView[];
  /** As in {@link Subject}. */
  readonly about?: readonly string[];
}

/** What the world is looked at for, once that is chosen. */
export interface Subject {
  /** The store that it is about, whether it is still there or not; else one that does not work, or the first. */
  readonly CustomKeyStoreId?: string | undefined;
  /** Ids of the KMS keys that a repair was begun for. */
  readonly about?: readonly string[] | undefined;
}

/** KMS keys that are looked through, the newest. */
const mostKeys = 200;

/** @throws SimulatorError */
export async function lookAround(simulator: Simulator, { CustomKeyStoreId, about }: Subject): Promise<World> {
  const { look, control } = simulator;
  const [map, clusters, vpcs, faults, waits, notes, { keys }] = await Promise.all([
    look('map'),
    look('clusters'),
    look('network'),
    control.faults(),
    look('waits'),
    control.notes(),
    look('keys', { limit: mostKeys }),
  ]);
  const store = storeOf(map, CustomKeyStoreId);
  const cluster = map.clusters.find(({ ClusterId }) => ClusterId === store?.CloudHsmClusterId);
  const diagnosis = store && (await look('keyStoreDiagnosis', { CustomKeyStoreId: store.CustomKeyStoreId }));
  const contents = cluster && (await look('clusterContents', { ClusterId: cluster.ClusterId }));
  return {
    map,
    clusters,
    vpcs,
    faults,
    waits,
    notes,
    region: simulator.region,
    keys: keys.filter((key) => store && key.CustomKeyStoreId === store.CustomKeyStoreId),
    ...(store && { store }),
    ...(cluster && { cluster }),
    ...(diagnosis && { diagnosis }),
    ...(contents && { contents }),
    ...(about && { about }),
  };
}

function storeOf({ keyStores }: MapView, CustomKeyStoreId: string | undefined): KeyStoreView | undefined {
  if (CustomKeyStoreId !== undefined) return keyStores.find((store) => store.CustomKeyStoreId === CustomKeyStoreId);
  return (
    keyStores.find(({ ConnectionState }) => ConnectionState === 'FAILED') ??
    keyStores.find(({ ConnectionState }) => ConnectionState !== 'CONNECTED') ??
    keyStores[0]
  );
}

export const stateOf = ({ store }: World): KeyStoreView['ConnectionState'] | undefined => store?.ConnectionState;
export const isConnected = (world: World): boolean => stateOf(world) === 'CONNECTED';
/** The store is on its way to CONNECTED, or is there. */
export const isPastDisconnect = (world: World): boolean => isConnected(world) || stateOf(world) === 'CONNECTING';

type HsmHolder = Pick<MapCluster, 'hsms'>;
export const activeHsms = (cluster: HsmHolder | undefined): HsmHolder['hsms'] => cluster?.hsms.filter(({ State }) => State === 'ACTIVE') ?? [];
export const activeZones = (cluster: HsmHolder | undefined): number => (cluster ? zonesWith(cluster.hsms, 'ACTIVE').size : 0);

/** AWS KMS's crypto user in the store's cluster. */
export const kmsUser = ({ contents }: World): ClusterContents['users'][number] | undefined =>
  contents?.users.find(({ username, role }) => username === 'kmsuser' && role === 'crypto-user');

/** Sessions of `kmsuser` that are not AWS KMS's own. */
export const othersSessions = ({ contents }: World): ClusterContents['sessions'] =>
  contents?.sessions.filter(({ username, client }) => username === 'kmsuser' && client === 'cloudhsm-cli') ?? [];

/** The faults of this name that meet the store. */
export const faultsOf = ({ faults, store }: World, fault: InjectedFault['fault']): readonly InjectedFault[] =>
  faults.filter(
    (one) => one.fault === fault && (one.target === undefined || one.target === store?.CustomKeyStoreId || one.target === store?.CloudHsmClusterId),
  );
export const suffers = (world: World, fault: InjectedFault['fault']): boolean => faultsOf(world, fault).length > 0;

/** Something is under way that the store waits for. */
export const isBusy = ({ map }: World): boolean =>
  map.keyStores.some(({ wait }) => wait) || map.clusters.some(({ wait, hsms }) => wait !== undefined || hsms.some((hsm) => hsm.wait));
