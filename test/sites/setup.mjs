/** From an empty account to a decrypted ciphertext, by clicking alone, under the page's CSP. */
import assert from 'node:assert/strict';
import { control, press, sees } from '../tools/finding.mjs';

export const name = 'setup';

/** @typedef {import('puppeteer-core').Page} Page */

/** What is in a field of an element. @param {Page} page @param {string} label @param {string} within */
const valueOf = async (page, label, within) => (await control(page, label, within)).evaluate((field) => /** @type {HTMLTextAreaElement} */ (field).value);

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  const errors = page.url();
  assert.equal(errors, 'about:blank');
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  // Where a key store works, the steps are out of the way, and not even loaded.
  assert.equal(await page.evaluate(() => customElements.get('glass-setup')), undefined);

  await press(page, 'Reset');
  await press(page, 'Nothing: build the cluster yourself');
  await press(page, 'Erase and begin anew');
  await sees(page, 'Nothing in account 111122223333, Region us-west-2.');
  await press(page, 'Simulated time:');
  await press(page, 'No waiting: done by the next call');
  await page.keyboard.press('Escape');

  // The map leads there.
  await press(page, 'Build a cluster', 'glass-map');
  await focusIn(page, 'Create a cluster, step by step');
  await press(page, 'Create cluster', 'glass-setup');
  await focusIn(page, 'Create the first HSM');
  // The map shows what there is so far, and leads back to the step that is next.
  await press(page, 'Map', 'glass-playground');
  await sees(page, 'A new cluster without HSMs.');
  await press(page, 'Go on step by step', 'glass-map');
  assert.match(await page.evaluate(() => location.hash), /^#\/clusters\/create\/cluster-\w+$/);
  await focusIn(page, 'Create the first HSM');
  await press(page, 'Create HSM', 'glass-setup');
  await focusIn(page, 'Sign the cluster’s certificate');
  await press(page, 'Make a CA and sign', 'glass-setup');
  await focusIn(page, 'Initialize the cluster');
  await press(page, 'Initialize cluster', 'glass-setup');
  await focusIn(page, 'Activate the cluster');
  await press(page, 'Fill in adminPswd1234', 'glass-setup');
  await press(page, 'Activate cluster', 'glass-setup');
  await focusIn(page, 'Create an HSM in a second zone');
  await press(page, 'Create HSM', 'glass-setup');
  await focusIn(page, 'Create the user for AWS KMS');
  await press(page, 'Fill in kmsPswd1234', 'glass-setup');
  await press(page, 'Create kmsuser', 'glass-setup');
  await focusIn(page, 'Create the key store');
  await press(page, 'Create key store', 'glass-setup');
  await focusIn(page, 'Connect the key store');
  await press(page, 'Connect', 'glass-setup');
  await focusIn(page, 'Create the first key');
  await press(page, 'Create the first key', 'glass-setup');
  await focusIn(page, 'Your first key stands');

  // On to the key, where it can be tried.
  await press(page, 'Open the page of the new key', 'glass-clusters-view');
  await press(page, 'Try it', 'glass-key-page');
  await press(page, 'Encrypt', 'glass-try-key');
  await sees(page, 'bytes of ciphertext.');
  assert.match(await valueOf(page, 'Ciphertext (Base64)', 'glass-try-key'), /^[\w+/]{100,}=*$/);
  await press(page, 'Decrypt', 'glass-try-key');
  await sees(page, '20 bytes of plaintext.');
  assert.equal(await valueOf(page, 'Decrypted text', 'glass-try-key'), 'Hello from the glass');

  // No password is in the address or in what the page keeps.
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]));
  assert.doesNotMatch(kept, /Pswd/);
}

/** Waits until the heading that has the focus begins so: a step has come. @param {Page} page @param {string} title */
async function focusIn(page, title) {
  /** @param {string} wanted */
  const look = (wanted) => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    return (focused?.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(wanted);
  };
  await page.waitForFunction(look, { polling: 50 }, title).catch(async (error) => {
    const text = await page.evaluate(() => document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-clusters-view')?.shadowRoot?.querySelector('glass-setup')?.shadowRoot?.textContent?.replace(/\s+/g, ' '));
    throw new Error(`the focus does not come to "${title}" (${error.message}) in: ${text}`);
  });
}
