/** One chunk for all that works with certificates: see lazily.ts. */
export { checkSignedCertificate } from './check.ts';
export { createClusterCsr } from './create.ts';
export { describeCertificate } from './describe.ts';
