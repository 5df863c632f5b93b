/** The playground under its CSP: the document's calls, its failures, both languages, keyboard, narrow screens. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../tools/paths.mjs';

export const name = 'playground';
export const bases = ['/', '/some/sub/path/'];

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Site} site */
export async function run({ page, url, newPage, browserName }) {
  await open(page, `${url}?lang=en`);
  await sees(page, 'ExampleKeyStore');
  assert.equal(await stateOf(page, 'store'), 'CONNECTED');
  assert.equal(await disabled(page, 'DescribeKey'), true, 'there is no key to describe yet');

  await press(page, 'DescribeCustomKeyStores');
  await answers(page, 'DescribeCustomKeyStores', '200');
  await press(page, 'DescribeClusters');
  await answers(page, 'DescribeClusters', '200');
  await sees(page, 'X-Amz-Target: BaldrApiService.DescribeClusters');

  // By keyboard; the key is counted in store and cluster at once.
  const createKey = await button(page, 'CreateKey');
  await createKey.focus();
  await page.keyboard.press('Enter');
  await answers(page, 'CreateKey', '200');
  await sees(page, '1 of 3,300');
  await press(page, 'DescribeKey');
  await answers(page, 'DescribeKey', '200');
  await press(page, 'Encrypt, Decrypt');
  await sees(page, 'and back to “Hello from the glass”');
  await press(page, 'LookupEvents');
  await answers(page, 'LookupEvents', '200');
  await sees(page, '"EventName": "CreateKey"');

  // Two bundles on one page share one worker. (Only Chromium's driver lists workers.)
  const keys = await page.evaluate(async (library) => {
    const { connect } = await import(library);
    return (await (await connect()).kms.listKeys()).Keys.length;
  }, `${url}build/glass-hsm.js`);
  assert.equal(keys, 1);
  if (browserName === 'chromium') assert.equal(page.workers().length, 1);

  // Another tab of the same site: the same world, seen live, and still there after a reload.
  const other = await newPage();
  await open(other, `${url}?lang=ja`);
  assert.equal(await other.evaluate(() => document.documentElement.lang), 'ja');
  await sees(other, '1 / 3,300');
  await press(other, 'CreateKey');
  await sees(page, '2 of 3,300');
  await page.bringToFront();
  await page.reload();
  await sees(page, '2 of 3,300');
  await isAccessible(page);

  // The document's first failure, in AWS's words where the button is.
  await press(page, 'DisconnectCustomKeyStore');
  await shows(page, 'store', 'DISCONNECTING');
  await sees(page, 'at AWS');
  await press(page, 'CreateKey');
  await answers(page, 'CreateKey', '400 CustomKeyStoreInvalidStateException');
  await sees(page, 'not CONNECTED');
  await shows(page, 'store', 'DISCONNECTED');

  // What cannot be taken back asks first.
  await press(page, 'Reset');
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog', { hidden: true });
  assert.equal(await stateOf(page, 'store'), 'DISCONNECTED');
  await press(page, 'Reset');
  await pressIn(page, 'dialog', 'Reset');
  await shows(page, 'store', 'CONNECTED');
  await sees(page, '0 of 3,300');
  await sees(other, '0 / 3,300');

  // The second failure: one active HSM.
  await press(page, 'DeleteHsm');
  await pressIn(page, 'dialog', 'DeleteHsm');
  await sees(page, 'DELETE_IN_PROGRESS');
  await press(page, 'CreateHsm');
  await sees(page, 'CREATE_IN_PROGRESS');
  await press(page, 'CreateKey');
  await answers(page, 'CreateKey', '400 CloudHsmClusterInvalidConfigurationException');
  await isAccessible(page);

  for (const width of [320, 360]) {
    await page.setViewport({ width, height: 640 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(beyond, 0, `the page is too wide at ${width} px`);
  }
}

/** Not by frames: they stand still in a tab that is not in front. */
const byTimer = { polling: 50 };

/** @param {Page} page @param {string} url */
async function open(page, url) {
  await page.goto(url);
  await page.waitForSelector('.world');
}

/** @param {Page} page @param {string} text @param {string} [within] a CSS selector */
async function button(page, text, within = '#app') {
  await page.waitForSelector(within);
  const found = await page.waitForFunction(
    (wanted, selector) => [...document.querySelectorAll(`${selector} button`)].find((b) => b.textContent?.trim() === wanted),
    byTimer, text, within,
  );
  const element = found.asElement();
  if (!element) throw new Error(`no button ${text}`);
  return /** @type {import('puppeteer-core').ElementHandle<HTMLButtonElement>} */ (element);
}

/** @param {Page} page @param {string} text */
const press = (page, text) => pressIn(page, '#app', text);

/** A click where a person would click, once the button may be used. @param {Page} page @param {string} within @param {string} text */
async function pressIn(page, within, text) {
  const element = await button(page, text, within);
  await page.waitForFunction((b) => !b.disabled, byTimer, element);
  await element.click();
}

/** @param {Page} page @param {string} text */
const disabled = async (page, text) => (await button(page, text)).evaluate((b) => b.disabled);

/** @param {Page} page @param {string} text */
const sees = (page, text) => page.waitForFunction((wanted) => document.body.innerText.includes(wanted), byTimer, text);

/** Waits until the newest call is this one with this outcome. @param {Page} page @param {string} operation @param {string} outcome */
const answers = (page, operation, outcome) => page.waitForFunction(
  (wanted) => document.querySelector('details[open] summary')?.textContent?.replace(/\s+/g, ' ').trim() === wanted,
  byTimer, `${operation} ${outcome}`,
);

/** The state that a card shows. @param {Page} page @param {'store' | 'cluster'} card */
const stateOf = (page, card) => page.$eval(`section[aria-labelledby^="${card}-"] .state`, (e) => e.textContent);

/** @param {Page} page @param {'store' | 'cluster'} card @param {string} state */
const shows = (page, card, state) => page.waitForFunction(
  (selector, wanted) => document.querySelector(selector)?.textContent === wanted,
  byTimer, `section[aria-labelledby^="${card}-"] .state`, state,
);

/** axe finds nothing. @param {Page} page */
async function isAccessible(page) {
  await page.evaluate(`${await readFile(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')};undefined`);
  const found = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`))');
  assert.deepEqual(found, []);
}
