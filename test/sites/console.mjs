/** AWS's console as far as it is about key stores and what was done: a key store's actions, CloudTrail's record of one, and the session taken home. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { press, sees } from '../tools/finding.mjs';

export const name = 'console';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await press(page, 'Custom key stores', 'glass-playground');
  await press(page, 'ExampleKeyStore', 'glass-key-stores');
  await sees(page, '2 active of 2');

  // It is asked about, done, and in CloudTrail.
  await press(page, 'Disconnect DisconnectCustomKeyStore', 'glass-action');
  // The action's button: what it is opened by begins with the same word.
  await page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-key-stores')?.shadowRoot
    ?.querySelector('[data-operation=DisconnectCustomKeyStore]')?.shadowRoot?.querySelector('.call'))?.click());
  await press(page, 'Disconnect', 'glass-action'); // in the question
  await press(page, 'Its event in CloudTrail', 'glass-action');
  await sees(page, '"eventName": "DisconnectCustomKeyStore"');
  assert.match(await page.evaluate(() => location.hash), /^#\/cloudtrail\/[0-9a-f-]{36}$/);
  // The way back leads to the key store, and a reload keeps the place.
  await page.goBack();
  await sees(page, 'Key store actions');
  await page.reload();
  await sees(page, 'Key store actions');
  await press(page, 'CloudTrail event history', 'glass-playground');
  await sees(page, 'DisconnectCustomKeyStore');

  // The session since then, at home in bash.
  await press(page, 'Map', 'glass-playground');
  await press(page, 'Create key', 'glass-create-key');
  await sees(page, 'CreateKey');
  await press(page, 'Take it home as a runbook', 'glass-calls');
  await press(page, 'Choose all', 'glass-runbook');
  await sees(page, 'aws kms create-key');
  const script = await page.evaluate(() => document.querySelector('glass-playground')?.shadowRoot?.querySelector('glass-home')?.shadowRoot?.querySelector('glass-calls')
    ?.shadowRoot?.querySelector('glass-runbook')?.shadowRoot?.querySelector('pre')?.textContent ?? '');
  assert.match(script, /^#!\/usr\/bin\/env bash\n/);
  await promisify(execFile)('bash', ['-n', '-c', script]);
}
