/** Code that is loaded when it is first needed: a page that only shows the world never loads what AWS calls need. */
export interface Lazy<T> {
  /** Whether work would be done at once. */
  readonly ready: boolean;
  /** Loads it, once for all who ask; after a failure the next who asks tries again. */
  load(): Promise<T>;
  /** Does work with it: at once where that can be, else when it has loaded. Nobody overtakes those who wait. */
  use<Result>(work: (it: T) => Promise<Result>): Promise<Result>;
}

/** @param start an `import()`. Firefox remembers one that failed, until the page is reloaded [ran]; Chromium tries again. */
export function lazy<T extends object>(start: () => Promise<T>): Lazy<T> {
  let loading: Promise<T> | undefined;
  let loaded: T | undefined;
  /** How many wait. It may be there already and they go on in a moment: who comes now stands behind them. */
  let waiting = 0;

  const load = (): Promise<T> =>
    (loading ??= start().then(
      (it) => (loaded = it),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));
  return {
    get ready() {
      return loaded !== undefined && waiting === 0;
    },
    load,
    async use(work) {
      if (loaded && waiting === 0) return work(loaded);
      waiting += 1;
      let it: T;
      try {
        it = await load();
      } finally {
        waiting -= 1;
      }
      return work(it);
    },
  };
}

/** What to say of code that did not load. */
export const notLoaded = (what: string, error: unknown): string =>
  `${what} did not load (${String(error)}). Reload the page; where GlassHSM is hosted, all files of one build must stand ` +
  'in one folder.';
