/** Code that is loaded when it is first needed: a page that only shows the world never loads what AWS calls need. */
export interface Lazy<T> {
  /** It, once it is there. By then all who waited for it have gone on: who takes it from here overtakes nobody. */
  readonly loaded: T | undefined;
  /** Loads it, once for all who ask; after a failure the next who asks tries again. Who awaits this goes on in order. */
  load(): Promise<T>;
}

/** @param start an `import()`, or what is made of one */
export function lazy<T>(start: () => Promise<T>): Lazy<T> {
  let loading: Promise<T> | undefined;
  let loaded: T | undefined;
  return {
    get loaded() {
      return loaded;
    },
    load() {
      if (loading) return loading;
      loading = start();
      // The first of its listeners, in one go with all others: nothing runs between this and those who waited.
      loading.then(
        (value) => {
          loaded = value;
        },
        () => {
          loading = undefined;
        },
      );
      return loading;
    },
  };
}

/** What to say of a file that did not load; `what` is missing then. */
export const notLoaded = (what: string, error: unknown): string =>
  `${what} did not load (${String(error)}). Reload the page; where GlassHSM is hosted, all files of one build must stand ` +
  'in one folder.';
