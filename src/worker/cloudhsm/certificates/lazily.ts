import { SimulatorFault } from '../../errors.ts';
import type * as all from './all.ts';

/**
 * How the rest of the worker works with certificates: `withCertificates(({ createClusterCsr }) => createClusterCsr(…))`. Most
 * worlds never see one made or read, so nothing of it is loaded before. Not within a transaction: IndexedDB would end it.
 * @throws SimulatorFault where it does not load, or a text is no certificate
 */
export async function withCertificates<T>(work: (certificates: typeof all) => Promise<T>): Promise<T> {
  const certificates = await import('./all.ts').catch(() => {
    throw new SimulatorFault('The part of GlassHSM for certificates did not load. Reload the page.');
  });
  try {
    return await work(certificates);
  } catch (error) {
    // By its name: its class is in what was loaded.
    throw error instanceof Error && error.name === 'CertificateProblem' ? new SimulatorFault(error.message) : error;
  }
}
