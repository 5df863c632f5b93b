/**
 * `npm run bench`: CreateKey and Encrypt through the built library, beside what the bare browser can do at the most,
 * measured in the same rounds. Prints tables and leaves every figure in .cache/bench.json.
 *
 *   npm run bench -- --browser chromium --rounds 5
 *
 * Absolute figures of a shared machine vary by a factor of two; what is judged is the ratio within a round.
 */
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { browsers } from '../tools/browsers.mjs';
import { build } from '../tools/build.mjs';
import { cacheDir, isMain, root } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';
import { launch } from '../tools/sites.mjs';
import { ratioTable, ratios, figureTable, startTable } from './tables.mjs';

/** @typedef {import('../tools/browsers.mjs').BrowserName} BrowserName */
/** @typedef {import('./page.ts').Figures} Figures */
/** @typedef {import('./page.ts').Sizes} Sizes */
/** @typedef {Record<string, Record<string, number>[]>} StartTimes by page and how it was opened */

const sourceDir = join(root, 'test/bench');
export const siteDir = join(cacheDir, 'bench');

/** All rounds' keys fit into the cluster of the default scenario: 3,300. @type {Sizes} */
const sizes = { slices: 3, warmUp: 400, createSequential: 120, createInFlight: 1800, encryptSequential: 600, encryptInFlight: 1800, days: 400 };
/** Enough to see that it runs. @type {Sizes} */
export const shortSizes = { slices: 1, warmUp: 32, createSequential: 4, createInFlight: 100, encryptSequential: 8, encryptInFlight: 32, days: 4 };

/** Builds the site that is measured, apart from public/: other builds do not disturb a run. @returns {ReturnType<typeof serve>} */
export async function serveBench() {
  const outdir = join(siteDir, 'build');
  await mkdir(outdir, { recursive: true });
  await build({ outdir, metadir: join(siteDir, 'meta') });
  await esbuild.build({
    absWorkingDir: root, outdir: siteDir, bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning',
    entryPoints: ['page', 'bare', 'spy'].map((name) => `test/bench/${name}.ts`),
  });
  for (const name of await readdir(sourceDir)) {
    if (/\.(html|js)$/.test(name)) await copyFile(join(sourceDir, name), join(siteDir, name));
  }
  return serve({ root: siteDir, headers: join(sourceDir, '_headers') });
}

/**
 * @param {import('puppeteer-core').Browser} browser @param {string} url @param {number} rounds @param {Sizes} [howMany]
 * @param {(line: string) => void} [say]
 * @returns {Promise<Figures[]>}
 */
export async function runRounds(browser, url, rounds, howMany = sizes, say = () => {}) {
  const page = await browser.newPage();
  await page.goto(`${url}index.html`);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  if (!(await page.evaluate(() => crossOriginIsolated))) throw new Error('The bench page has a coarse clock: it is not cross-origin isolated.');
  /** @type {Figures[]} */
  const all = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const began = performance.now();
    all.push(await page.evaluate((t, s) => globalThis.bench.round(t, s), turn, howMany));
    say(`  round ${turn + 1} of ${rounds}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  await page.close();
  return all;
}

/**
 * From navigation to the first key, and how soon a page with an empty worker starts. `cold` is the first page of a new
 * browser with a new profile, `warm` a later one of it: the script is cached and the database is there.
 * @param {BrowserName} name @param {string} path @param {string} url @param {number} colds @param {number} warms
 * @returns {Promise<StartTimes>}
 */
async function measureStart(name, path, url, colds, warms) {
  /** @type {StartTimes} */
  const times = {};
  const pages = ['start', 'floor'];
  for (let cold = 0; cold < colds; cold += 1) {
    for (const which of cold % 2 === 0 ? pages : pages.toReversed()) {
      const browser = await launch(name, path);
      try {
        const page = (await browser.pages())[0] ?? (await browser.newPage());
        for (let visit = 0; visit <= warms; visit += 1) {
          await page.goto(`${url}${which}.html`);
          await page.waitForFunction(() => 'times' in globalThis);
          const measured = await page.evaluate(() => /** @type {any} */ (globalThis).times);
          (times[`${which} ${visit === 0 ? 'cold' : 'warm'}`] ??= []).push(measured);
        }
      } finally {
        await browser.close();
      }
    }
  }
  return times;
}

async function main() {
  const { values } = parseArgs({ options: { browser: { type: 'string', multiple: true }, rounds: { type: 'string', default: '15' }, starts: { type: 'string', default: '5' } } });
  const wanted = /** @type {BrowserName[]} */ (values.browser ?? ['chromium', 'firefox']);
  const rounds = Number(values.rounds);
  const starts = Number(values.starts);
  const found = await browsers(wanted);
  const server = await serveBench();
  /** @type {Record<string, unknown>} */
  const report = { date: new Date().toISOString(), cores: availableParallelism(), processor: cpus()[0]?.model, rounds, sizes };
  for (const name of wanted) {
    const { path, version } = found[name];
    console.log(`\n${version}`);
    const browser = await launch(name, path);
    const figures = await runRounds(browser, server.url, rounds, sizes, console.log).finally(() => browser.close());
    const times = await measureStart(name, path, server.url, starts, 3);
    const judged = ratios(figures);
    report[name] = { version, figures, ratios: judged, start: times };
    console.log(`\n${figureTable(figures)}\n\n${ratioTable(judged, name === 'chromium')}\n\n${startTable(times)}`);
  }
  await server.close();
  await mkdir(cacheDir, { recursive: true });
  await writeFile(join(cacheDir, 'bench.json'), `${JSON.stringify(report, undefined, 1)}\n`);
  console.log('\nEvery figure is in .cache/bench.json.');
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
