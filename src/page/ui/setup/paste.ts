import type { Simulator } from '../../client/simulator.ts';
import type { Draft, Wrong } from './bench.ts';

/** Whether what was pasted are certificates at all; whether they are the right ones is for AWS to say. */
export async function checkedPaste(simulator: Simulator, draft: Draft): Promise<Wrong> {
  const problem = async (pem: string): Promise<string | undefined> =>
    simulator.look('certificate', { pem }).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
  const pastedCert = await problem(draft.pastedCert);
  const pastedAnchor = await problem(draft.pastedAnchor);
  return { ...(pastedCert !== undefined && { pastedCert }), ...(pastedAnchor !== undefined && { pastedAnchor }) };
}
