/**
 * The second suite: the built site as a host would serve it, under the CSP of public/_headers, in both browsers.
 * (@web/test-runner's own pages need inline scripts and cannot run under that CSP.)
 *
 * Each test/sites/*.mjs exports `name`, `run(site)` and, if it wants, `bases` (paths to serve public/ below; default
 * only '/'). Whatever a script asserts, it also fails on anything the CSP stopped (in page, frame or worker), a request
 * outside of the folder, an error on the console, and an uncaught error.
 */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { browsers, chromiumArgs, firefoxPrefs } from './browsers.mjs';
import { globToRegExp } from './glob.mjs';
import { fromRoot, publicDir, root } from './paths.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('./browsers.mjs').BrowserName} BrowserName */
/** @typedef {import('puppeteer-core').Page} Page */

/**
 * What a site script is handed.
 * @typedef {object} Site
 * @property {Page} page a fresh page, nothing opened yet
 * @property {string} url where public/ is served, with a slash at its end; test/sites/pages/ is below it at `-test/`
 * @property {typeof assert} assert
 * @property {BrowserName} browserName
 * @property {() => Promise<Page>} newPage another tab, watched like the first
 * @property {(options?: import('puppeteer-core').LaunchOptions) => Promise<import('puppeteer-core').Browser>} launch
 *   a browser of the script's own (with a userDataDir, say, to be killed and started again); the script closes it
 * @property {(page: Page) => void} watch watches a page of such a browser like the script's other pages
 * @property {(pattern: RegExp) => void} expectProblem a problem that matches is what this script is about, not a failure
 */
/** `run` may resolve with a note for the check's line. @typedef {{ name: string, run: (site: Site) => Promise<string | void>, bases?: string[], timeout?: number }} SiteScript */

const scriptTimeoutMs = 120_000;

/** @param {import('./tally.mjs').Tally} tally @param {{ files?: string[], only?: BrowserName[] }} [options] */
export async function runSites(tally, { files = [], only = ['chromium', 'firefox'] } = {}) {
  const scripts = await load(files);
  if (scripts.length === 0) return tally.fail('sites', 'there is no such script in test/sites');
  await runScripts(tally, scripts, only);
}

/** Also for longer runs. @param {import('./tally.mjs').Tally} tally @param {SiteScript[]} scripts @param {BrowserName[]} only */
export async function runScripts(tally, scripts, only) {
  const found = await browsers(only);
  // Side by side: a browser mostly waits for its own pages.
  await Promise.all(only.map(async (browserName) => {
    const browser = await launch(browserName, found[browserName].path);
    try {
      for (const script of scripts) {
        for (const base of script.bases ?? ['/']) {
          await tally.check(`site: ${script.name}${base === '/' ? '' : ` below ${base}`} (${browserName})`, () => runOne(browser, found[browserName].path, browserName, script, base));
        }
      }
    } finally {
      await browser.close();
    }
  }));
}

/** @param {string[]} files @returns {Promise<SiteScript[]>} */
async function load(files) {
  const dir = join(root, 'test/sites');
  const patterns = files.map(globToRegExp);
  const paths = (await readdir(dir)).filter((name) => name.endsWith('.mjs')).sort().map((name) => join(dir, name))
    .filter((path) => patterns.length === 0 || patterns.some((p) => p.test(fromRoot(path))));
  return Promise.all(paths.map((path) => import(pathToFileURL(path).href)));
}

/** Also for other tools that drive a browser. @param {BrowserName} name @param {string} executablePath @param {import('puppeteer-core').LaunchOptions} [options] */
export function launch(name, executablePath, options = {}) {
  return name === 'firefox'
    ? puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: firefoxPrefs, ...options })
    : puppeteer.launch({ browser: 'chrome', executablePath, headless: true, args: chromiumArgs, ...options });
}

/** @param {import('puppeteer-core').Browser} browser @param {string} path @param {BrowserName} browserName @param {SiteScript} script @param {string} base */
async function runOne(browser, path, browserName, script, base) {
  /** @type {string[]} */
  const problems = [];
  /** @type {RegExp[]} */
  const expected = [];
  const server = await serve({
    root: publicDir, base, tests: join(root, 'test/sites/pages'),
    onViolation: (report) => problems.push(describeViolation(report)),
  });
  // A context of its own: each script starts with empty storage (and, the port being new, with an origin of its own).
  const context = await browser.createBrowserContext();
  const newPage = async () => {
    const page = await context.newPage();
    watch(page, server.url, problems);
    return page;
  };
  let ended = false;
  /** @type {string | void} */
  let note;
  try {
    const page = await newPage();
    note = await within(script.timeout ?? scriptTimeoutMs, script.run({
      page, url: server.url, assert, browserName, newPage,
      launch: (options) => launch(browserName, path, options), watch: (other) => watch(other, server.url, problems), expectProblem: (pattern) => { expected.push(pattern); },
    }));
    await settle(await context.pages());
    ended = true;
  } catch (error) {
    // What went wrong in the page usually explains why an assertion failed: both are told.
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error([message, ...problems].join('\n'));
  } finally {
    if (ended) await context.close(); else await context.close().catch(() => {});
    await server.close();
  }
  const unexpected = problems.filter((p) => !expected.some((e) => e.test(p)));
  if (unexpected.length > 0) throw new Error([...new Set(unexpected)].join('\n'));
  return note;
}

/** @param {Record<string, unknown>} report */
function describeViolation(report) {
  const directive = report['effective-directive'] ?? report['violated-directive'] ?? JSON.stringify(report);
  const sample = report['script-sample'] ? ` \`${report['script-sample']}\`` : '';
  return `stopped by the CSP: ${directive}: ${report['blocked-uri']}${sample} in ${report['document-uri']} (${report['source-file']}:${report['line-number']})`;
}

/** Collects what a page may not do. @param {Page} page @param {string} home @param {string[]} problems */
function watch(page, home, problems) {
  page.on('pageerror', (error) => problems.push(`uncaught error: ${error instanceof Error ? (error.stack ?? error.message) : error}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()} (${message.location().url ?? ''})`);
  });
  page.on('request', (request) => {
    const url = request.url();
    // blob: and data: load nothing from anywhere; about: is an empty page or frame.
    if (!url.startsWith(home) && !/^(blob|data|about):/.test(url) && !url.endsWith('/-/csp-report')) problems.push(`request outside of the folder: ${url}`);
  });
  page.on('requestfailed', (request) => {
    // A page that navigates on gives up what it was loading; that is no fault.
    const why = request.failure()?.errorText ?? '';
    if (!/abort/i.test(why)) problems.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
}

/** Reports and events travel: two frames and a round trip to each page, so that what has happened has also arrived. @param {Page[]} pages */
async function settle(pages) {
  for (const page of pages) {
    await page.evaluate(() => new Promise((done) => {
      const timer = setTimeout(done, 250); // frames stand still in a page that is not in front
      requestAnimationFrame(() => requestAnimationFrame(() => { clearTimeout(timer); setTimeout(done, 50); }));
    })).catch(() => {});
  }
}

/** @template T @param {number} ms @param {Promise<T>} promise @returns {Promise<T>} */
async function within(ms, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(`did not end within ${ms / 1000} s`)), ms); });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
