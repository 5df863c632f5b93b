import type { MapView } from '../../../model/look.ts';
import type { MapCluster } from './rows.ts';

/** What came by itself since the answer before: for motion, and for who cannot see it. */
export interface News {
  /** HSMs that were not there, and those that became ACTIVE and so received the keys. */
  readonly arrived: ReadonlySet<string>;
  readonly joined: ReadonlySet<string>;
  /** `key-reference`s of new keys, by cluster. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** `[what, state]`; the state of what is gone is undefined. */
  readonly states: readonly (readonly [what: string, state: string | undefined])[];
}

export const noNews: News = { arrived: new Set(), joined: new Set(), keys: new Map(), states: [] };

export function newsBetween(before: MapView | undefined, now: MapView): News {
  if (!before) return noNews;
  const old = statesOf(before);
  const current = statesOf(now);
  const hsms = hsmsOf(now);
  const known = hsmsOf(before);
  return {
    arrived: new Set([...hsms.keys()].filter((id) => !known.has(id))),
    joined: new Set([...hsms].filter(([id, state]) => state === 'ACTIVE' && known.get(id) !== state).map(([id]) => id)),
    keys: new Map(now.clusters.map((cluster) => [cluster.ClusterId, newKeys(before, cluster)])),
    states: [
      ...[...current].filter(([what, state]) => old.get(what) !== state),
      ...[...old.keys()].filter((what) => !current.has(what)).map((what) => [what, undefined] as const),
    ],
  };
}

/** References count up: one that follows the newest of before is new. One that comes to light as others go is not. */
function newKeys({ clusters }: MapView, { ClusterId, newestKeys }: MapCluster): Set<string> {
  const before = clusters.find((cluster) => cluster.ClusterId === ClusterId);
  if (!before) return new Set();
  const newest = before.newestKeys[0]?.['key-reference'] ?? '';
  return new Set(newestKeys.map((key) => key['key-reference']).filter((reference) => reference > newest));
}

/** What came a moment ago still moves, though another answer has come since. */
export const together = (before: News, now: News): News => ({
  arrived: before.arrived.union(now.arrived),
  joined: before.joined.union(now.joined),
  keys: new Map([...now.keys].map(([id, keys]) => [id, keys.union(before.keys.get(id) ?? new Set())])),
  states: now.states,
});

const hsmsOf = ({ clusters }: MapView): Map<string, string> =>
  new Map(clusters.flatMap(({ hsms }) => hsms.map(({ HsmId, State }) => [HsmId, State])));

const statesOf = (view: MapView): Map<string, string> =>
  new Map([
    ...view.keyStores.map((store) => [store.CustomKeyStoreName, store.ConnectionState] as const),
    ...view.clusters.map(({ ClusterId, State }) => [ClusterId, State] as const),
    ...hsmsOf(view),
  ]);
