import fc from '../../../fast-check.ts';

/** `asTheyCome`: for properties whose failures name the call that failed. A smaller case would take longer than a test may. */
interface How {
  readonly asTheyCome?: boolean;
  /** What a failure named, to see it again. */
  readonly seed?: number;
  readonly path?: string;
}

/**
 * Tries a property so often. fast-check's own report leaves out why, and prints cases of many calls in full.
 * @throws Error why, with the seed and the path that show it again
 */
export async function holds<T>(property: fc.IAsyncProperty<T>, numRuns: number, { asTheyCome = false, ...from }: How = {}): Promise<void> {
  const { failed, errorInstance, seed, counterexamplePath, counterexample, numRuns: ran } = await fc.check(property, {
    numRuns,
    endOnFailure: asTheyCome,
    ...from,
  });
  if (!failed) return;
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const where = `seed: ${String(seed)}, path: ${JSON.stringify(counterexamplePath)}, after ${String(ran)} tries`;
  throw new Error(`${why}\n${where}\n${fc.stringify(counterexample).slice(0, 1500)}`);
}
