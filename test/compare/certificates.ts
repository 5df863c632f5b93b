/** What openssl.mjs works with, as one bundle for Node. */
export { opensslCommands } from '../../src/page/customer-ca/commands.ts';
export { createCustomerCa, privateKeyPem } from '../../src/page/customer-ca/create.ts';
export { readCustomerCa } from '../../src/page/customer-ca/own.ts';
export { signClusterCsr } from '../../src/page/customer-ca/sign.ts';
export { checkSignedCertificate } from '../../src/worker/cloudhsm/certificates/check.ts';
export { createClusterCsr } from '../../src/worker/cloudhsm/certificates/create.ts';
export { describeCertificate } from '../../src/worker/cloudhsm/certificates/describe.ts';
