/** @web/test-runner in a process of its own, started by unit.mjs: takes one order, sends what happened, ends. */
import { createServer } from 'node:net';
import { format } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromiumArgs, firefoxPrefs } from './browsers.mjs';
import { root } from './paths.mjs';

/** @typedef {import('./browsers.mjs').BrowserName} BrowserName */
/** @typedef {{ files: string[], browsers: { name: BrowserName, path: string }[] }} Order `files`: bundled, from the root */
/** @typedef {import('@web/test-runner-core').TestSuiteResult} Suite */
/** @typedef {{ file: string, browser: BrowserName, passed: boolean, suite: Suite | undefined, errors: unknown[], logs: string[] }} SessionResult */
/** @typedef {{ ran: string } | { results: SessionResult[] }} Message */

/** Generous: under load Firefox needs seconds to open its first database. */
const testTimeoutMs = 20_000;
/** A whole file, from the page's opening on. */
const fileTimeoutMs = 5 * 60_000;

/** @param {Message} message */
const send = (message) => new Promise((done) => { process.send?.(message, done); });

/** @param {{ name: BrowserName, path: string }} browser */
function launcher({ name, path }) {
  return name === 'chromium'
    ? chromeLauncher({ launchOptions: { executablePath: path, args: chromiumArgs }, concurrency: 2 })
    // Over WebDriver BiDi; one page at a time, because pages of one window share its focus.
    : puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: path, extraPrefsFirefox: firefoxPrefs }, concurrency: 1 });
}

/** Ours alone: the runner would count up from 8000, where `npm start` may be. @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {Order} order */
async function run({ files, browsers }) {
  const launchers = browsers.map(launcher);
  const runner = await startTestRunner({
    readCliArgs: false, readFileConfig: false, autoExitProcess: false,
    config: {
      rootDir: root, files, port: await freePort(), browsers: launchers, concurrentBrowsers: 2, watch: false, nodeResolve: false,
      testFramework: { config: { ui: 'bdd', timeout: testTimeoutMs } },
      browserStartTimeout: 120_000, testsStartTimeout: 120_000, testsFinishTimeout: fileTimeoutMs,
      reporters: [{ reportTestFileResults: ({ testFile }) => { void send({ ran: testFile }); } }],
    },
  });
  if (!runner) return; // it has said why, and ends the process
  await new Promise((done) => { runner.on('stopped', done); });
  await send({
    results: [...runner.sessions.all()].map((s) => ({
      file: s.testFile, browser: browsers[launchers.indexOf(s.browser)]?.name ?? 'chromium',
      passed: s.passed === true, suite: s.testResults, errors: s.errors,
      logs: s.logs.map((line) => format(...(Array.isArray(line) ? line : [line]))),
    })),
  });
  process.exit(0);
}

process.once('message', (/** @type {Order} */ order) => {
  run(order).catch((error) => { console.error(error); process.exit(1); });
});
