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

/** @param {Site} site @param {{ rounds: number, seed: number }} options @returns {Promise<string>} what happened, in one line */
export async function crash(site, { rounds, seed }) {
  const { url, watch, launch, browserName } = site;
  const library = libraryOf(url);
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-crash-'));
  let userDataDir = join(folder, '0');
  /** @type {Answered[]} */
  const answered = [];
  const chance = chanceOf(seed);
  /** @param {Page} page @param {string} when */
  const check = async (page, when) => {
    const problems = await page.evaluate((name, calls) => /** @type {any} */ (globalThis).soak.inconsistencies(name, calls), database, answered);
    assert.deepEqual(problems, [], `${when}, seed ${seed}`);
  };
  /** @type {import('puppeteer-core').Browser | undefined} */
  let browser;
  try {
    for (let round = 0; ; round += 1) {
      if (browserName === 'firefox' && round > 0) userDataDir = await copyOf(userDataDir, join(folder, String(round)));
      browser = await launch({ userDataDir });
      const page = (await browser.pages())[0] ?? await browser.newPage();
      watch(page);
      await openSoak(page, url);
      if (round > 0) await check(page, `after kill ${round} of the browser`);
      if (round === rounds) break;

      const order = { library, database, seed: seed + round, lanes };
      answered.push(...await page.evaluate((load, count) => /** @type {any} */ (globalThis).soak.loadAndTerminate(load, count), order, 1 + chance(mostAnswers)));
      await check(page, `after termination ${round + 1} of the worker`);

      await loadAndKill(browser, page, { ...order, seed: order.seed + rounds }, 1 + chance(mostAnswers), answered);
    }
    await browser.close();
    const refused = answered.filter(({ error }) => error !== undefined).length;
    return `${rounds} terminations and ${rounds} kills, ${answered.length} answered calls (${refused} of them refusals), seed ${seed}`;
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
 * @param {import('puppeteer-core').Browser} browser @param {Page} page @param {object} order @param {number} count @param {Answered[]} answered
 */
async function loadAndKill(browser, page, order, count, answered) {
  let heard = 0;
  await new Promise((done, fail) => {
    page.on('console', (message) => {
      if (message.type() !== 'info' || heard === count) return;
      answered.push(JSON.parse(message.text()).answered);
      heard += 1;
      if (heard === count) kill(browser).then(done, fail);
    });
    page.evaluate((load) => /** @type {any} */ (globalThis).soak.loadForEver(load), order).then(
      () => fail(new Error('the load ended by itself')),
      (error) => { if (heard < count) fail(error); },
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
