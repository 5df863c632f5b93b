/** USER_LOGGED_IN, caused in the playground, found by the link on the map and repaired by its page; and the addresses of pages. */
import assert from 'node:assert/strict';
import { press, sees } from '../tools/finding.mjs';

export const name = 'guide';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url }) {
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  assert.equal(await page.evaluate(() => customElements.get('glass-guide')), undefined, 'loaded when it is opened');
  await press(page, 'Simulated time:');
  await press(page, 'No waiting: done by the next call');
  await page.keyboard.press('Escape');

  // Caused: somebody signs in as kmsuser, and stays.
  await press(page, 'Errors');
  await sees(page, 'Errors and their repair');
  await press(page, 'USER_LOGGED_IN');
  await sees(page, 'Here and now');
  assert.equal(await page.title(), 'USER_LOGGED_IN · GlassHSM');
  await press(page, 'Fill in adminPswd1234', 'glass-guide');
  await press(page, 'Fill in kmsPswd5678', 'glass-guide');
  await press(page, 'Make it happen', 'glass-guide');
  await press(page, 'Make it happen'); // in the question
  await sees(page, 'This is the cause: Somebody is signed in as kmsuser.');

  // Found: the map says what is wrong, and leads to the repair.
  await press(page, 'Map');
  await sees(page, 'ExampleKeyStore · FAILED');
  await press(page, 'Show me the repair');
  await sees(page, 'Have it done');
  assert.equal(new URL(page.url()).hash, '#/errors/USER_LOGGED_IN');

  // Repaired, and proved.
  await press(page, 'Have it done', 'glass-guide');
  await sees(page, 'Type the passwords, then go on.');
  await page.keyboard.type('kmsPswd5678');
  await press(page, 'Have it done', 'glass-guide');
  await sees(page, 'It encrypts, and a new key was created in the key store.');

  // Back and forward lead through the pages.
  await page.goBack();
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await page.goBack();
  await sees(page, 'Here and now');
  assert.equal(new URL(page.url()).hash, '#/errors/USER_LOGGED_IN');
  await page.goForward();
  await sees(page, 'ExampleKeyStore · CONNECTED');

  // One address for a code, whoever opens it, in the reader's language, on a phone too.
  await page.setViewport({ width: 360, height: 640 });
  await page.goto(`${url}?lang=ja#/errors/INVALID_CREDENTIALS`);
  await page.reload();
  await sees(page, 'キーストアは正常に動作しています。');
  // The navigation is wider than the phone, and shows where one is.
  const place = await page.evaluate(() => {
    const { left = -1, right = 0 } = document.querySelector('glass-playground')?.shadowRoot?.querySelector('nav [aria-current]')?.getBoundingClientRect() ?? {};
    return { left, beyond: right - innerWidth };
  });
  assert.ok(place.left >= 0 && place.beyond <= 0, JSON.stringify(place));
  for (const width of [320, 360, 820]) {
    await page.setViewport({ width, height: 640 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(beyond, 0, `the page is too wide at ${width} px`);
  }

  // No password is in the address or in what the page keeps.
  const kept = await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]));
  assert.doesNotMatch(kept, /Pswd/);
}
