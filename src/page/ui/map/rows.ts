import type { ClusterView, HsmView, KeyStoreView, MapView } from '../../../model/look.ts';

export type MapCluster = MapView['clusters'][number];

/** What stands side by side: a key store and its cluster; either may be missing, not both. */
export interface Row {
  readonly id: string;
  readonly store?: KeyStoreView;
  readonly cluster?: MapCluster;
}

/** Every key store with its cluster, then the clusters that no key store uses. */
export function rowsOf({ keyStores, clusters }: MapView): Row[] {
  const used = new Set(keyStores.map((store) => store.CloudHsmClusterId));
  return [
    ...keyStores.map((store) => {
      const cluster = clusters.find(({ ClusterId }) => ClusterId === store.CloudHsmClusterId);
      return { id: store.CustomKeyStoreId, store, ...(cluster && { cluster }) };
    }),
    ...clusters.filter(({ ClusterId }) => !used.has(ClusterId)).map((cluster) => ({ id: cluster.ClusterId, cluster })),
  ];
}

/** The zones that a cluster can have HSMs in, in their order. */
export const zonesOf = ({ SubnetMapping }: ClusterView): string[] => Object.keys(SubnetMapping).sort();

/** Whether AWS adds an HSM now: the first one of a new cluster, and any to an active one (facts 6.1). */
export const takesHsm = ({ State, hsms }: ClusterView): boolean =>
  State === 'ACTIVE' || (State === 'UNINITIALIZED' && hsms.length === 0);

/** The zones in which HSMs of this state are. */
export const zonesWith = (hsms: readonly HsmView[], state: HsmView['State']): Set<string> =>
  new Set(hsms.filter(({ State }) => State === state).map(({ AvailabilityZone }) => AvailabilityZone));

/** All that is under way. */
export const waitsIn = ({ keyStores, clusters }: MapView): boolean =>
  keyStores.some(({ wait }) => wait) || clusters.some(({ wait, hsms }) => wait ?? hsms.some((hsm) => hsm.wait));
