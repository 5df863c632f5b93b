/**
 * `npm run soak`: crashes and races for longer than `npm test` has time. Its short forms are test/sites/crash.mjs,
 * test/sites/tabs.mjs, test/worker/storage/races.test.ts and
 * test/worker/kms/properties.
 *
 *   npm run soak -- --rounds 200 --seed 7 --browser firefox
 *
 * --rounds: terminations and kills in each browser (default 100); races in proportion. --seed: as a failure names it.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { build } from '../tools/build.mjs';
import { runScripts } from '../tools/sites.mjs';
import { Tally } from '../tools/tally.mjs';
import { crash } from './crash.mjs';
import { openSoak } from './page.mjs';
import { race } from './tabs.mjs';

/** @typedef {import('../tools/browsers.mjs').BrowserName} BrowserName */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    browser: { type: 'string', multiple: true, default: ['chromium', 'firefox'] },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed);
if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) throw new Error('--rounds and --seed are whole numbers.');
const timeout = 60_000 + rounds * 30_000;
const tally = new Tally();

await build();
await runScripts(tally, [
  { name: `races in one page, seed ${seed}`, timeout, run: (site) => races(site) },
  { name: `random requests and sequences of calls, seed ${seed}`, timeout, run: (site) => properties(site) },
  { name: 'races of tabs', timeout, run: (site) => race(site, { rounds, seed }) },
  { name: 'crashes', timeout, run: (site) => crash(site, { rounds, seed }) },
], /** @type {BrowserName[]} */ (values.browser));
tally.finish();

/** @param {import('../tools/sites.mjs').Site} site */
async function races({ page, url }) {
  await openSoak(page, url);
  return page.evaluate(async (n, from) => JSON.stringify(await /** @type {any} */ (globalThis).soak.races(n, from)), rounds, seed);
}

/** @param {import('../tools/sites.mjs').Site} site */
async function properties({ page, url }) {
  await openSoak(page, url);
  return page.evaluate(async (n, from) => JSON.stringify(await /** @type {any} */ (globalThis).soak.properties(n, from)), rounds, seed);
}
