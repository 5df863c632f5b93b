import fc from 'fast-check';

/**
 * How often a property is tried. What fails is told with the seed and path that show it again: `{ ...tries(1), seed, path }`.
 */
export const tries = (numRuns: number): fc.Parameters => ({ numRuns, asyncReporter: report });

/**
 * For properties whose failures name the call that failed: a smaller case would tell nothing more, and finding it would take
 * longer than a test may.
 */
export const triesAsTheyCome = (numRuns: number): fc.Parameters => ({ ...tries(numRuns), endOnFailure: true });

/** fast-check's own report leaves out why, and prints cases of many calls in full. */
function report({ failed, errorInstance, seed, counterexamplePath, counterexample, numRuns }: fc.RunDetails<unknown>): Promise<void> {
  if (!failed) return Promise.resolve();
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const where = `seed ${String(seed)}, path ${JSON.stringify(counterexamplePath)}, after ${String(numRuns)} tries`;
  return Promise.reject(new Error(`${why}\n${where}\n${fc.stringify(counterexample).slice(0, 1500)}`));
}
