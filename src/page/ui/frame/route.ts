/** Where one is in the playground: what stands behind the `#` of its address. `#/errors/USER_LOGGED_IN` is the view `errors`. */
export interface Route {
  /** `map`, the home, where nothing is named. It may be of a view that there is not. */
  readonly view: string;
  /** What the view shows: the rest of the address, part by part. */
  readonly path: readonly string[];
}

/** @param hash as `location.hash` has it; what is not an address of ours is the map */
export function routeOf(hash: string): Route {
  if (!hash.startsWith('#/')) return { view: 'map', path: [] };
  const [view = '', ...path] = hash.slice(2).split('/').map(decoded);
  return { view: view === '' ? 'map' : view, path: path.filter((part) => part !== '') };
}

/** @returns the address of a view, for a link */
export const addressOf = (view: string, ...path: readonly string[]): string =>
  view === 'map' ? '#/' : `#/${[view, ...path].map(encodeURIComponent).join('/')}`;

/** An address is typed and pasted, too: one that is badly escaped is taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A world that an address holds or names; it is opened beside one's own. */
export interface WorldLink {
  /** `scenarios`: `part` names one. `world`: `part` is one, packed (src/page/ui/carry/link.ts). */
  readonly view: 'scenarios' | 'world';
  readonly part: string;
}

/** @returns undefined for the address of a view */
export function worldLinkOf({ view, path: [part, ...rest] }: Route): WorldLink | undefined {
  return (view === 'scenarios' || view === 'world') && part !== undefined && rest.length === 0 ? { view, part } : undefined;
}
