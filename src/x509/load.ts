import type * as library from './library.ts';
import { CertificateProblem } from './problem.ts';

export type X509 = typeof library;

/**
 * The X.509 library, loaded when a certificate is first made, checked or shown. A well-kept library instead of our own
 * ASN.1: certificates are not what this product is about, and few visits need any. One file for page and worker, x509.js.
 * @throws CertificateProblem where it does not load
 */
export async function loadX509(): Promise<X509> {
  try {
    return await import('./library.ts');
  } catch {
    throw new CertificateProblem(
      'The part of GlassHSM that reads and makes certificates did not load. Reload the page, and host all files of one build together.',
    );
  }
}
