/**
 * Certificates in the built product, under the CSP: the library comes when one is first read, as a chunk of the worker's
 * modules; in a sandboxed frame, which takes no modules, as a script.
 */
import assert from 'node:assert/strict';
import { byTimer, sees } from '../tools/finding.mjs';

export const name = 'certificates';

const subject = 'C=US, ST=WA, L=Seattle, O=Example Corp, CN=GlassHSM example customer CA';

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url, newPage }) {
  /** @type {string[]} */
  const loaded = [];
  page.on('request', (request) => { loaded.push(request.url()); });
  await page.goto(`${url}-test/blank.html`);
  const answers = await page.evaluate(async (library) => {
    const { connect } = await import(library);
    const simulator = await connect({ database: 'certificates' });
    const pem = (await simulator.control.notes())['customerCA.crt'];
    const before = performance.now();
    const first = await simulator.look('certificate', { pem });
    const refusal = await simulator.look('certificate', { pem: pem.slice(0, 99) }).catch((/** @type {Error} */ error) => `${error.name}: ${error.message}`);
    return { first, refusal, milliseconds: performance.now() - before };
  }, `${url}build/glass-hsm.js`);
  assert.equal(answers.first.subject, subject);
  assert.equal(answers.first.selfSigned, true);
  assert.equal(answers.refusal, 'SimulatorError: This is PEM text that is cut off or damaged.');

  const sandboxed = await newPage();
  await sandboxed.setContent('');
  await sandboxed.goto(`${url}sandboxed.html?view=map&lang=en`);
  await sees(sandboxed, '0 of 3,300 keys');
  await sandboxed.waitForFunction(() => document.querySelector('glass-map') !== null, byTimer);
  const inFrame = await sandboxed.evaluate(async () => {
    const { simulator } = /** @type {any} */ (document.querySelector('glass-map'));
    return simulator.look('certificate', { pem: (await simulator.control.notes())['customerCA.crt'] });
  });
  assert.equal(inFrame.subject, subject);
  return `read for the first time in ${Math.round(answers.milliseconds)} ms`;
}
