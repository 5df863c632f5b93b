import * as library from './library.ts';
import type { X509Global } from './load-classic.ts';

/** x509-classic.js: the library as a classic script, for load-classic.ts. */
(globalThis as X509Global).glassHsmX509 = library;
