import type * as library from './library.ts';
import { CertificateProblem } from './problem.ts';

/**
 * load.ts in classic scripts (the bundler puts this file in its place): those of a sandboxed frame, into which no module can be
 * imported, and which are too heavy to hold the library themselves. A classic script, x509-classic.js, can still be
 * run there when it is needed [ran: Chromium 156, Firefox 153].
 */
export type X509 = typeof library;

/** Where x509-classic.js leaves the library. */
export type X509Global = typeof globalThis & { glassHsmX509?: X509 };

let runScript: (() => unknown) | undefined;

/** @param run how the page, or the worker, runs x509-classic.js */
export function loadX509By(run: () => unknown): void {
  runScript = run;
}

export async function loadX509(): Promise<X509> {
  const place: X509Global = globalThis;
  if (!place.glassHsmX509) {
    try {
      await runScript?.();
    } catch {
      // Told below, like a script that has left nothing.
    }
  }
  if (place.glassHsmX509) return place.glassHsmX509;
  throw new CertificateProblem(
    runScript
      ? 'The part of GlassHSM that reads and makes certificates did not load. Reload the page, and host all files of one build together.'
      : 'This page runs a worker that cannot load x509-classic.js, so it cannot read or make certificates.',
  );
}
