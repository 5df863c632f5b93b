/** Tabs of one site, and storage that is refused, too new, or taken away. */
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { race } from '../soak/tabs.mjs';
import { libraryOf } from '../soak/page.mjs';
import { firefoxPrefs } from '../tools/browsers.mjs';
import { press, sees } from '../tools/finding.mjs';

export const name = 'tabs';

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Site} site */
export async function run(site) {
  await changeTravels(site);
  await newerVersionFirst(site);
  await newerVersionLater(site);
  await storageRefused(site);
  return race(site, { rounds: 8, seed: randomInt(2 ** 31) });
}

/** @param {Site} site @param {Page} page @param {string} [database] connects `simulator`; @returns where it stores, or why it could not */
async function connect({ url }, page, database = 'tabs') {
  await page.goto(`${url}-test/blank.html`);
  return page.evaluate(async (library, name) => {
    const own = /** @type {any} */ (globalThis);
    own.library = await import(library);
    try {
      own.simulator = await own.library.connect({ database: name });
      return own.simulator.storage;
    } catch (error) {
      return { refused: String(error) };
    }
  }, libraryOf(url), database);
}

/** A change in one tab is an event in the other: store and ids, never rows. @param {Site} site */
async function changeTravels(site) {
  const [one, two] = [site.page, await site.newPage()];
  for (const page of [one, two]) assert.deepEqual(await connect(site, page), { storage: 'indexeddb' });
  await two.evaluate(() => {
    const own = /** @type {any} */ (globalThis);
    own.heard = new Promise((done) => {
      own.simulator.changes.addEventListener('change', (/** @type {any} */ { changes }) => {
        const keys = changes.find((/** @type {any} */ { store }) => store === 'keys');
        if (keys) done(changes);
      });
    });
  });
  const id = await one.evaluate(async () => (await /** @type {any} */ (globalThis).simulator.kms.createKey({ Description: 'private words' })).KeyMetadata.KeyId);
  const changes = await two.evaluate(() => /** @type {any} */ (globalThis).heard);
  assert.deepEqual(changes.find((/** @type {any} */ { store }) => store === 'keys'), { store: 'keys', ids: [id] });
  assert.doesNotMatch(JSON.stringify(changes), /private words/);
  const seen = await two.evaluate(async (KeyId) => (await /** @type {any} */ (globalThis).simulator.kms.describeKey({ KeyId })).KeyMetadata.Description, id);
  assert.equal(seen, 'private words');

  // Closing one tab does not disturb the other.
  await two.close();
  await one.evaluate(() => /** @type {any} */ (globalThis).simulator.kms.createKey());
}

/** A newer GlassHSM's database is not touched. @param {Site} site */
async function newerVersionFirst(site) {
  const page = await site.newPage();
  await page.goto(`${site.url}-test/blank.html`);
  await page.evaluate(openNewer, 'newer');
  const { refused } = await connect(site, page, 'newer');
  assert.match(refused, /^SimulatorError: .*newer version of GlassHSM.*Reload/);
  await page.close();
}

/** A newer GlassHSM opens in another tab: it is not kept waiting, and every call here ends. @param {Site} site */
async function newerVersionLater(site) {
  const [page, other] = [await site.newPage(), await site.newPage()];
  await connect(site, page, 'overtaken');
  await page.evaluate(() => {
    const own = /** @type {any} */ (globalThis);
    own.ended = Promise.all(Array.from({ length: 4 }, async () => {
      for (;;) {
        try {
          await own.simulator.kms.createKey();
          own.answered = (own.answered ?? 0) + 1;
        } catch (error) {
          return String(error);
        }
      }
    }));
  });
  await page.waitForFunction(() => /** @type {any} */ (globalThis).answered > 4, { polling: 10 });
  await other.goto(`${site.url}-test/blank.html`);
  await other.evaluate(openNewer, 'overtaken');
  const errors = await page.evaluate(() => /** @type {any} */ (globalThis).ended);
  for (const error of errors) assert.match(error, /^SimulatorError: .*newer version of GlassHSM.*Reload/);
  const later = await page.evaluate(() => Promise.all([
    /** @type {any} */ (globalThis).simulator.kms.listKeys().catch(String),
    /** @type {any} */ (globalThis).simulator.look('clusters').catch(String),
    /** @type {any} */ (globalThis).simulator.control.now().catch(String),
  ]));
  for (const error of later) assert.match(error, /^SimulatorError: .*newer version of GlassHSM.*Reload/);
  await page.close();
  await other.close();
}

/** In the page: the database in a version that is not yet, open while the page is. @param {string} database */
function openNewer(database) {
  return new Promise((done, fail) => {
    const request = indexedDB.open(database, 99);
    request.onsuccess = () => done(undefined);
    request.onblocked = () => fail(new Error('blocked'));
    request.onerror = () => fail(request.error);
  });
}

/** A world of a link that is made one's own loses nothing, though there is nowhere to copy it to. @param {Site} site @param {Page} page */
async function keptInMemory({ url }, page) {
  const decrypts = () => page.evaluate(async () => {
    const { kms } = /** @type {any} */ (document.querySelector('glass-playground')).simulator;
    return [...(await kms.decrypt({ CiphertextBlob: /** @type {any} */ (globalThis).ciphertext })).Plaintext];
  });
  await page.goto(`${url}?lang=en#/scenarios/default`);
  await sees(page, 'This is the scenario default, from a link.');
  await sees(page, 'ExampleKeyStore · CONNECTED');
  await page.evaluate(async () => {
    const { kms } = /** @type {any} */ (document.querySelector('glass-playground')).simulator;
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    const { CiphertextBlob } = await kms.encrypt({ KeyId: KeyMetadata.KeyId, Plaintext: Uint8Array.of(1, 2, 3) });
    Object.assign(globalThis, { ciphertext: CiphertextBlob });
  });
  await press(page, 'Keep…');
  await press(page, 'Replace my world');
  await sees(page, 'This is your world now.');
  assert.deepEqual(await decrypts(), [1, 2, 3]);
  // It is one's own also beside the next link.
  await page.evaluate(() => {
    location.hash = '#/scenarios/empty';
  });
  await sees(page, 'This is the scenario empty, from a link.');
  await press(page, 'Back to mine');
  await sees(page, 'ExampleKeyStore · CONNECTED');
  assert.deepEqual(await decrypts(), [1, 2, 3]);
}

/** A browser that blocks all site data, as people set it: keys in memory, and it says why. @param {Site} site */
async function storageRefused(site) {
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-blocked-'));
  if (site.browserName === 'chromium') {
    await mkdir(join(folder, 'Default'));
    await writeFile(join(folder, 'Default/Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  }
  const browser = await site.launch(
    site.browserName === 'chromium' ? { userDataDir: folder } : { extraPrefsFirefox: { ...firefoxPrefs, 'network.cookie.cookieBehavior': 2 } },
  );
  try {
    const page = await browser.newPage();
    site.watch(page);
    const { storage, reason, refused } = await connect(site, page);
    assert.equal(refused, undefined);
    assert.equal(storage, 'memory');
    assert.match(reason, /may not store anything \(\w+Error: .+\)/);
    const again = await page.evaluate(async () => {
      const { kms } = /** @type {any} */ (globalThis).simulator;
      const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      const { CiphertextBlob } = await kms.encrypt({ KeyId: KeyMetadata.KeyId, Plaintext: Uint8Array.of(1, 2, 3) });
      return [...(await kms.decrypt({ CiphertextBlob })).Plaintext];
    });
    assert.deepEqual(again, [1, 2, 3]);
    await keptInMemory(site, page);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
