/**
 * Crashes under load: the worker terminated, and the browser killed, at moments that chance chooses. Afterwards every
 * answered change is there, none is half, none is without its event, in this round and in all before it.
 */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { kill, libraryOf, openSoak } from './page.mjs';

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('../worker/consistency.ts').Answered} Answered */

const database = 'crash';
const lanes = 8;
/** A crash comes after at most so many answers. */
const mostAnswers = 60;

/**
 * A profile of Chromium is killed once only. If the kill tears the last record of LevelDB's log, the next start goes on
 * writing behind the torn record, and the start after that finds the log corrupt and deletes the whole database (seen
 * once in about 130 kills on a loaded machine: a record's header without its payload, "Reusing old log", bad CRC). No
 * page can prevent it.
 * @type {Record<import('../tools/browsers.mjs').BrowserName, 'once' | 'often'>}
 */
const killed = { chromium: 'once', firefox: 'often' };

/** @param {Site} site @param {{ rounds: number, seed: number }} options @returns {Promise<string>} what happened, in one line */
export async function crash({ url, watch, launch, browserName }, { rounds, seed }) {
  const library = libraryOf(url);
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-crash-'));
  let profile = join(folder, '0');
  /** Of the world in the profile. @type {Answered[]} */
  let answered = [];
  const total = { calls: 0, refusals: 0 };
  const chance = chanceOf(seed);
  /** @type {import('puppeteer-core').Browser | undefined} */
  let browser;

  const start = async () => {
    browser = await launch({ userDataDir: profile });
    const page = await browser.newPage();
    watch(page);
    await openSoak(page, url);
    return { browser, page };
  };
  /** @param {Page} page @param {string} when */
  const check = async (page, when) => {
    const problems = await page.evaluate((name, calls) => /** @type {any} */ (globalThis).soak.inconsistencies(name, calls), database, answered);
    assert.deepEqual(problems, [], `${when}, seed ${seed}`);
  };
  /** @param {Answered[]} calls */
  const remember = (calls) => {
    answered.push(...calls);
    total.calls += calls.length;
    total.refusals += calls.filter(({ error }) => error !== undefined).length;
  };

  try {
    let running = await start();
    for (let round = 1; round <= rounds; round += 1) {
      const order = { library, database, seed: seed + round, lanes };
      remember(await running.page.evaluate((load, count) => /** @type {any} */ (globalThis).soak.loadAndTerminate(load, count), order, 1 + chance(mostAnswers)));
      await check(running.page, `after termination ${round} of the worker`);

      remember(await loadAndKill(running.browser, running.page, { ...order, seed: order.seed + rounds }, 1 + chance(mostAnswers)));
      if (browserName === 'firefox') profile = await copyOf(profile, join(folder, String(round)));
      running = await start();
      await check(running.page, `after kill ${round} of the browser`);

      if (killed[browserName] === 'once' && round < rounds) {
        await running.browser.close();
        profile = join(folder, String(round));
        answered = [];
        running = await start();
      }
    }
    await running.browser.close();
    return `${rounds} terminations and ${rounds} kills, ${total.calls} answered calls (${total.refusals} of them refusals), seed ${seed}`;
  } finally {
    if (browser?.connected) await kill(browser);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * What the killed Firefox left on the disk. Puppeteer tidies up the preferences of a profile some time after its end,
 * which a new start in the same folder would meet; it writes them anew.
 * @param {string} from @param {string} to
 */
async function copyOf(from, to) {
  await cp(from, to, { recursive: true, filter: (path) => !/^(prefs|user)\.js|^\.?(parent)?lock$|^cache2$/.test(basename(path)) });
  return to;
}

/**
 * Kills the browser as soon as so many answers have been heard of.
 * @param {import('puppeteer-core').Browser} browser @param {Page} page @param {object} order @param {number} count
 * @returns {Promise<Answered[]>} those answers
 */
function loadAndKill(browser, page, order, count) {
  /** @type {Answered[]} */
  const heard = [];
  return new Promise((done, fail) => {
    page.on('console', (message) => {
      if (message.type() !== 'info' || heard.length === count) return;
      heard.push(JSON.parse(message.text()).answered);
      if (heard.length === count) kill(browser).then(() => done(heard), fail);
    });
    page.evaluate((load) => /** @type {any} */ (globalThis).soak.loadForEver(load), order).then(
      () => fail(new Error('the load ended by itself')),
      (error) => { if (heard.length < count) fail(error); },
    );
  });
}

/** Chance that a seed repeats. @param {number} seed @returns {(n: number) => number} */
export function chanceOf(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
