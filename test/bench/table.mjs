/**
 * `npm run bench:table`: how long the table of customer managed keys takes until it is painted, with 100,000 keys beside 50.
 * Both show 50 rows; with many it must take at most three times as long (issue 7).
 *
 *   npm run bench:table -- --browser chromium --rounds 5
 */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { browsers } from '../tools/browsers.mjs';
import { constants } from '../tools/build.mjs';
import { isMain, root } from '../tools/paths.mjs';
import { launch } from '../tools/sites.mjs';
import { serveBench, siteDir } from './bench.mjs';
import { quantile, table } from './tables.mjs';

/** @typedef {import('../tools/browsers.mjs').BrowserName} BrowserName */
/** @typedef {import('./table.ts').Times} Times */
/** By how many keys there are. @typedef {Map<number, Times[]>} Rounds */

const few = 50;
const most = 3;

/** The bench's site, with the table's page. @returns {ReturnType<typeof serveBench>} */
export async function serveTable() {
  const server = await serveBench();
  await esbuild.build({
    absWorkingDir: root, outdir: siteDir, bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning',
    entryPoints: ['test/bench/table.ts'], external: ['*/x509.js', './library.ts'], define: await constants(),
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
  await copyFile(join(import.meta.dirname, 'table.html'), join(siteDir, 'table.html'));
  return server;
}

/** @param {import('puppeteer-core').Browser} browser @param {string} url @param {number} many @param {number} rounds @returns {Promise<Rounds>} */
export async function measure(browser, url, many, rounds) {
  const page = await browser.newPage();
  await page.goto(`${url}table.html`);
  await page.waitForFunction(() => globalThis.table !== undefined);
  const counts = [few, many];
  /** @type {Rounds} */
  const times = new Map(counts.map((count) => [count, []]));
  for (const count of counts) await page.evaluate((c) => globalThis.table.prepare(c), count);
  for (let turn = 0; turn < rounds; turn += 1)
    for (const count of turn % 2 === 0 ? counts : counts.toReversed()) times.get(count)?.push(await page.evaluate((c) => globalThis.table.round(c), count));
  await page.close();
  return times;
}

/** Medians, and their ratio. @param {Rounds} times @param {number} many */
export function report(times, many) {
  const [first] = times.get(few) ?? [];
  const positions = /** @type {(keyof Times)[]} */ (Object.keys(first ?? {}));
  const median = (/** @type {number} */ count, /** @type {keyof Times} */ position) => quantile((times.get(count) ?? []).map((round) => round[position]), 0.5);
  return table([
    ['ms until it is painted, median', `${few} keys`, `${many.toLocaleString('en')} keys`, 'ratio', ''],
    ...positions.map((position) => {
      const [less, more] = [median(few, position), median(many, position)];
      return [position, less.toFixed(1), more.toFixed(1), (more / less).toFixed(2), more / less <= most ? 'reached' : 'ABOVE'];
    }),
  ]);
}

async function main() {
  const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true }, rounds: { type: 'string', default: '9' }, keys: { type: 'string', default: '100000' } } });
  const wanted = /** @type {BrowserName[]} */ (values.browser ?? ['chromium', 'firefox']);
  const many = Number(values.keys);
  const found = await browsers(wanted);
  const server = await serveTable();
  for (const name of wanted) {
    const browser = await launch(name, found[name].path, { protocolTimeout: 600_000 });
    const times = await measure(browser, server.url, many, Number(values.rounds)).finally(() => browser.close());
    console.log(`\n${found[name].version}\n\n${report(times, many)}`);
  }
  await server.close();
}

if (isMain(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  process.exit();
}
