import { inconsistencies } from '../../consistency.ts';

/**
 * Checks of {@link inconsistencies} that take a world without these calls for granted: what was told may since have been
 * deleted, renamed or untagged, CreateKey gives tags too, a rotated key has several key objects and one that could not be
 * deleted is orphaned, and events of AWS itself have no request.
 */
const granted =
  /^an event, and no (key|alias|tag):|^tag without its event:|^key object .* has no key$|^two events of one request: (DeleteKey|RotateKey) /;

/** @throws Error that lists what cannot be in the database */
export async function expectWhole(database: string): Promise<void> {
  const problems = (await inconsistencies(database)).filter((problem) => !granted.test(problem));
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
