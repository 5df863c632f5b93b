/**
 * What is loaded when: an embed that shows the map loads what its budget counts and nothing of AWS's operations until a
 * call is made, by the browser's own log of requests. And what is said where that part is not there.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { budgets, chunkOf, download } from '../tools/bundles.mjs';
import { press, sees } from '../tools/finding.mjs';
import { publicDir } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';

export const name = 'lazy';

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Site} site */
export async function run(site) {
  const door = await chunkOf('src/worker/behind.ts');
  const calls = await chunkOf('src/page/client/typed-calls.ts');
  await map(site, [door, calls]);
  await form(site, [door, calls]);
  await library(site, [door, calls]);
  for (const missing of [door, calls]) await withoutIt(site, missing);
}

/** @param {Site} site @param {string[]} lazy */
async function map({ newPage, url }, lazy) {
  const page = await newPage();
  const loaded = scriptsOf(page);
  await page.goto(`${url}embed.html?view=map&scenario=default&lang=en`);
  await sees(page, '0 of 3,300 keys');
  await pause(1000);
  const budget = (await budgets())['embed showing the map'];
  assert.ok(budget);
  assert.deepEqual([...loaded].sort(), (await download(budget)).map((file) => file.name).sort());
  assert.deepEqual(lazy.filter((chunk) => loaded.has(chunk)), []);

  await press(page, 'Disconnect');
  await sees(page, 'DISCONNECTED');
  assert.deepEqual(lazy.filter((chunk) => !loaded.has(chunk)), []);
  await page.close();
}

/** A form will be sent: what it needs is there before. @param {Site} site @param {string[]} lazy */
async function form({ newPage, url }, lazy) {
  const page = await newPage();
  const loaded = scriptsOf(page);
  await page.goto(`${url}embed.html?view=create-key&scenario=default&lang=en`);
  await until(() => lazy.every((chunk) => loaded.has(chunk)), `the form loads ${lazy.join(', ')}`);
  await page.close();
}

/** @param {Site} site @param {string[]} lazy */
async function library({ newPage, url }, lazy) {
  for (const prepare of [false, true]) {
    const page = await newPage();
    const loaded = scriptsOf(page);
    await page.goto(`${url}-test/blank.html`);
    await page.evaluate(async (address, options) => {
      const { connect } = await import(address);
      await (await connect(options)).look('map');
    }, `${url}build/glass-hsm.js`, { prepare });
    if (prepare) await until(() => lazy.every((chunk) => loaded.has(chunk)), 'connect() loads what calls need');
    else await pause(1000);
    assert.deepEqual(lazy.filter((chunk) => loaded.has(chunk)), prepare ? lazy : []);
    await page.close();
  }
}

/** A file that was not uploaded, and then is. @param {Site} site @param {string} missing */
async function withoutIt({ newPage, expectProblem, browserName }, missing) {
  expectProblem(/^request outside of the folder: http:\/\/127\.0\.0\.1/);
  expectProblem(new RegExp(missing.replace('.', '\\.')));
  const root = await mkdtemp(join(tmpdir(), 'glass-hsm-'));
  await cp(publicDir, root, { recursive: true });
  const host = await serve({ root, tests: join(import.meta.dirname, 'pages') });
  try {
    const file = join(root, 'build', missing);
    await rename(file, join(root, missing));
    const page = await newPage();
    await page.goto(`${host.url}-test/blank.html`);
    const library = `${host.url}build/glass-hsm.js`;
    const refusal = await page.evaluate(async (address) => {
      const { connect, SimulatorError } = await import(address);
      const simulator = Object.assign(window, { simulator: await connect() }).simulator;
      // The rest of it works.
      await simulator.look('map');
      try {
        await simulator.kms.listKeys();
        return 'It was answered.';
      } catch (error) {
        return error instanceof Error && error instanceof SimulatorError ? error.message : `Not a SimulatorError: ${String(error)}`;
      }
    }, library);
    assert.match(refusal, /AWS calls did not load .*Reload the page.*one folder/);

    await rename(join(root, missing), file);
    // Firefox remembers what it could not import until the page is loaded anew, as the message says.
    if (browserName === 'firefox') await page.goto(`${host.url}-test/blank.html`);
    const keys = await page.evaluate(async (address) => {
      const simulator = /** @type {any} */ (window).simulator ?? (await (await import(address)).connect());
      return (await simulator.kms.listKeys()).Keys;
    }, library);
    assert.deepEqual(keys, []);
    await page.close();
  } finally {
    await host.close();
    await rm(root, { recursive: true });
  }
}

/** The built scripts that the page and its workers ask for, from now on. @param {Page} page @returns {Set<string>} */
function scriptsOf(page) {
  const names = new Set();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes('/build/')) names.add(basename(pathname));
  });
  return names;
}

const pause = (/** @type {number} */ ms) => new Promise((done) => { setTimeout(done, ms); });

/** @param {() => boolean} so @param {string} what */
async function until(so, what) {
  for (let tries = 0; !so(); tries += 1) {
    assert.ok(tries < 200, `not within 10 s: ${what}`);
    await pause(50);
  }
}
