/** Certificates in the built product, under the CSP: the library comes when the first one is read, in the worker or on the page. */
import assert from 'node:assert/strict';

export const name = 'certificates';

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  await page.goto(`${url}-test/blank.html`);
  const inWorker = await page.evaluate(async (library) => {
    const { connect } = await import(library);
    const simulator = await connect({ database: 'certificates' });
    const pem = (await simulator.control.notes())['customerCA.crt'];
    const started = performance.now();
    const certificate = await simulator.look('certificate', { pem });
    const milliseconds = performance.now() - started;
    const refusal = await simulator.look('certificate', { pem: pem.slice(0, 99) }).catch((/** @type {Error} */ error) => `${error.name}: ${error.message}`);
    return { pem, certificate, refusal, milliseconds };
  }, `${url}build/glass-hsm.js`);
  const { subject, selfSigned } = inWorker.certificate;
  assert.deepEqual({ subject, selfSigned }, { subject: 'C=US, ST=WA, L=Seattle, O=Example Corp, CN=GlassHSM example customer CA', selfSigned: true });
  assert.equal(inWorker.refusal, 'SimulatorError: This is PEM text that is cut off or damaged.');

  // On the page it leaves nothing behind: see src/x509/reflect-begin.ts.
  const onPage = await page.evaluate(async (library, pem) => {
    const before = [...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertyNames(Reflect)];
    const { X509Certificate } = await import(library);
    const after = [...Object.getOwnPropertyNames(globalThis), ...Object.getOwnPropertyNames(Reflect)];
    return { subject: new X509Certificate(pem).subject, left: after.filter((each) => !before.includes(each)) };
  }, `${url}build/x509.js`, inWorker.pem);
  assert.deepEqual(onPage, { subject, left: [] });
  return `the first is read in ${Math.round(inWorker.milliseconds)} ms`;
}
