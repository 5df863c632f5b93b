/** A world that is taken along, as a file and as a link, and what is opened beside one's own: in the built playground, under its CSP. */
import assert from 'node:assert/strict';
import { readdirSync, statSync, watch } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, firefoxPrefs } from '../tools/browsers.mjs';
import { control, press, sees } from '../tools/finding.mjs';

export const name = 'carry';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {import('../tools/sites.mjs').Site} site */
export async function run(site) {
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-carry-'));
  try {
    await file(site, folder);
    await links(site);
    await damaged(site);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Saved in one browser and opened in another, where its keys are made usable again. @param {import('../tools/sites.mjs').Site} site @param {string} folder */
async function file(site, folder) {
  const { page, url } = site;
  const path = await savedFile(site, folder);
  assert.match(path, /glass-hsm-\d{4}-\d\d-\d\d\.json$/);
  assert.match(await readFile(path, 'utf8'), /^\{"glassHsmWorld":1,/);

  await page.goto(`${url}?lang=en`);
  await sees(page, '0 of 3,300 keys');

  // What is in it, and what it replaces, is said before.
  await press(page, 'Take along');
  await choose(page, path);
  await sees(page, 'In the file: scenario default');
  await sees(page, '1 custom key store, 1 KMS key');
  await sees(page, '1 custom key store, 0 KMS keys');
  await press(page, 'Replace this world');
  await sees(page, 'The world of the file is here.');
  await sees(page, '1 key material is missing');
  await sees(page, '1 of 3,300 keys');
  await assert.rejects(encrypt(page), /KMSInvalidStateException/);
  await press(page, 'Make new material for all keys');
  await sees(page, '1 key material was made.');
  await encrypt(page);

  // What is no world says so, and changes nothing.
  const other = join(folder, 'other.json');
  await writeFile(other, '{"glassHsmWorld":1}');
  await choose(page, other);
  await sees(page, 'This is no world that can be opened');
  await press(page, 'Close', 'glass-take-along');
  await encrypt(page);
}

/** Beside, back, and kept. @param {import('../tools/sites.mjs').Site} site */
async function links({ page, url, newPage }) {
  await press(page, 'Take along');
  await press(page, 'Make a link');
  const field = await control(page, 'Link to this world');
  const link = await field.evaluate((input) => /** @type {HTMLInputElement} */ (input).value);
  await press(page, 'Close', 'glass-take-along');
  assert.match(link, /#\/world\/1\.[\w-]+$/);
  assert.ok(link.startsWith(url), link);

  const other = await newPage();
  await other.goto(link.replace('#', '?lang=en#'));
  await sees(other, 'Beside your own world');
  await sees(other, '1 of 3,300 keys');
  assert.equal(new URL(other.url()).hash, '#/');
  await assert.rejects(encrypt(other), /KMSInvalidStateException/);
  // It is another world, and stays so after a reload.
  await press(other, 'Create key');
  await sees(other, '2 of 3,300 keys');
  await other.reload();
  await sees(other, 'Beside your own world');
  await sees(other, '2 of 3,300 keys');
  await page.bringToFront();
  await sees(page, '1 of 3,300 keys');
  await other.bringToFront();
  await press(other, 'Back to mine');
  await sees(other, '1 of 3,300 keys');
  await gone(other);

  // A scenario: kept, it takes the place of one's own in every tab.
  await other.goto(`${url}?lang=en#/scenarios/disconnected`);
  await sees(other, 'This is the scenario disconnected, from a link.');
  await sees(other, 'ExampleKeyStore · DISCONNECTED');
  await press(other, 'Keep…');
  await sees(other, '1 custom key store, 1 KMS key');
  await press(other, 'Cancel');
  await press(other, 'Keep…');
  await press(other, 'Replace my world');
  await sees(other, 'This is your world now.');
  await gone(other);
  assert.equal(await other.evaluate(() => document.querySelector('glass-playground')?.shadowRoot?.querySelector('.beside')), null);
  await page.bringToFront();
  await sees(page, 'ExampleKeyStore · DISCONNECTED');
}

/** One's own world opens, and why the other did not is said. @param {import('../tools/sites.mjs').Site} site */
async function damaged({ page, url }) {
  for (const [hash, says] of [
    ['#/scenarios/nobody', 'nobody'],
    ['#/world/1.AAAA', 'It is damaged, or only a part of it was copied.'],
    ['#/world/2.AAAA', 'A newer GlassHSM made it.'],
    [`#/world/1.${'A'.repeat(40_000)}`, 'What it holds is too large for a link.'],
  ]) {
    await page.goto('about:blank');
    await page.goto(`${url}?lang=en${hash ?? ''}`);
    await sees(page, 'The link was not opened; nothing was changed.');
    await sees(page, says ?? '');
    await sees(page, 'ExampleKeyStore · DISCONNECTED');
    assert.equal(new URL(page.url()).hash, '#/');
    await gone(page);
  }
}

/** With the first key of the world that the page shows. @param {Page} page */
const encrypt = (page) => page.evaluate(async () => {
  const { simulator } = /** @type {any} */ (document.querySelector('glass-playground'));
  const { Keys } = await simulator.kms.listKeys();
  await simulator.kms.encrypt({ KeyId: Keys[0].KeyId, Plaintext: new Uint8Array([1]) });
});

/** No database of a link is left. @param {Page} page */
const gone = (page) => page.waitForFunction(async () => !(await indexedDB.databases()).some(({ name }) => name?.startsWith('glass-hsm-link-')), { polling: 50 });

/** @param {Page} page @param {string} path */
async function choose(page, path) {
  const field = await control(page, 'A file that was saved here or elsewhere (.json)');
  await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (field).uploadFile(path);
}

/**
 * A world with a key, saved as a person saves it.
 * @param {import('../tools/sites.mjs').Site} site @param {string} folder @returns where the browser put it
 */
async function savedFile({ url, launch, watch: watched, browserName }, folder) {
  const browser = await launch(
    browserName === 'chromium'
      ? { args: chromiumArgs, downloadBehavior: { policy: 'allow', downloadPath: folder } }
      : { extraPrefsFirefox: { ...firefoxPrefs, 'browser.download.folderList': 2, 'browser.download.dir': folder, 'browser.download.useDownloadDir': true } },
  );
  const watcher = watch(folder, { signal: AbortSignal.timeout(60_000) });
  /** Until it is whole a download has another name, or is empty. @type {Promise<string | undefined>} */
  const written = new Promise((resolve) => {
    watcher.on('change', () => {
      const whole = readdirSync(folder).find((each) => each.endsWith('.json') && (statSync(join(folder, each), { throwIfNoEntry: false })?.size ?? 0) > 0);
      if (whole !== undefined) resolve(join(folder, whole));
    });
    watcher.on('close', () => {
      resolve(undefined);
    });
  });
  try {
    const page = await browser.newPage();
    watched(page);
    await page.goto(`${url}?lang=en`);
    await sees(page, 'ExampleKeyStore · CONNECTED');
    await press(page, 'Create key');
    await sees(page, '1 of 3,300 keys');
    await press(page, 'Take along');
    await press(page, 'Save as a file');
    await sees(page, 'was handed to your browser.');
    return (await written) ?? assert.fail('No file was written.');
  } finally {
    watcher.close();
    await browser.close();
  }
}
