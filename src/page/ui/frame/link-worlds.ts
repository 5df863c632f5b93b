/** A world that stands beside a person's own, in a database of its own. */
export interface LinkWorld {
  readonly database: string;
  /** What the link named; absent where it held the world. */
  readonly scenario?: string;
}

const prefix = 'glass-hsm-link-';
/** In the tab's own storage: a reload shows the same world. */
const remembered = 'glass-hsm-beside';

/** A new one for every link that is opened, so that each begins as it was made. */
export const newLinkDatabase = (): string => prefix + crypto.randomUUID();

/** Tells other tabs that the world is open here. @returns what ends that */
export function lock(database: string): Promise<() => void> {
  return new Promise((resolve) => {
    const held = (): Promise<void> =>
      new Promise((release) => {
        resolve(release);
      });
    navigator.locks.request(database, { mode: 'shared' }, held).catch(() => {
      // A frame of an opaque origin has no locks, and no databases to be cleaned up.
      resolve(() => undefined);
    });
  });
}

/** Deletes the worlds of links that no tab has open. */
export async function deleteLeft(): Promise<void> {
  for (const name of await databases())
    if (name.startsWith(prefix))
      await navigator.locks.request(name, { ifAvailable: true }, (free) => {
        if (free) indexedDB.deleteDatabase(name);
      });
}

/** The world that this tab showed beside before it was reloaded, if that is still there. */
export async function recall(): Promise<LinkWorld | undefined> {
  const world = recalled();
  return world && (await databases()).includes(world.database) ? world : undefined;
}

/** Whether there may be one. */
export const remembers = (): boolean => recalled() !== undefined;

/** For this visit: until the tab is closed. */
export function remember(world: LinkWorld | undefined): void {
  try {
    if (world) sessionStorage.setItem(remembered, JSON.stringify(world));
    else sessionStorage.removeItem(remembered);
  } catch {
    // Until the page is left.
  }
}

function recalled(): LinkWorld | undefined {
  try {
    const world = JSON.parse(sessionStorage.getItem(remembered) ?? 'null') as LinkWorld | null;
    return world?.database.startsWith(prefix) ? world : undefined;
  } catch {
    return undefined;
  }
}

async function databases(): Promise<string[]> {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  } catch {
    return [];
  }
}
