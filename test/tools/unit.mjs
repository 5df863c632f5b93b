/**
 * The unit tests: test/**\/*.test.ts, in real Chromium and Firefox through @web/test-runner.
 *
 * One esbuild call bundles them all (the AWS SDK cannot be loaded unbundled), sharing chunks; the runner then only serves
 * files. The root of its server is the repository, so a test reaches the built worker at /public/build/worker.js.
 */
import { fork } from 'node:child_process';
import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { browsers } from './browsers.mjs';
import { constants } from './build.mjs';
import { globToRegExp } from './glob.mjs';
import { cacheDir, fromRoot, root } from './paths.mjs';

/** @typedef {import('./browsers.mjs').BrowserName} BrowserName */
/** @typedef {import('./unit-runner.mjs').SessionResult} SessionResult */
/** @typedef {import('./unit-runner.mjs').Suite} Suite */

const testsDir = join(cacheDir, 'tests');
/** For all files in all browsers; `npm test` as a whole stays under twelve minutes. */
const runTimeoutMs = 10 * 60_000;

/** Test files, from the root. @param {string[]} globs empty: all @returns {Promise<string[]>} */
export async function testFiles(globs = []) {
  const found = await readdir(join(root, 'test'), { recursive: true, withFileTypes: true });
  const files = found.filter((f) => f.isFile() && f.name.endsWith('.test.ts')).map((f) => fromRoot(join(f.parentPath, f.name))).sort();
  const patterns = globs.map(globToRegExp);
  return patterns.length === 0 ? files : files.filter((file) => patterns.some((p) => p.test(file)));
}

/** Bundles tests into .cache/tests, in the same folders as in test/. @param {string[]} files */
async function bundle(files) {
  await rm(testsDir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root, entryPoints: files, outbase: 'test', outdir: testsDir, bundle: true, splitting: true,
    format: 'esm', platform: 'browser', target: 'es2022', conditions: ['browser'], charset: 'utf8',
    sourcemap: 'inline', chunkNames: 'chunks/[name]-[hash]', logLevel: 'warning',
    define: { ...(await constants()), global: 'globalThis' },
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true } },
  });
}

/** `.only` would hide tests without a trace in the results, so sources are searched. @param {string[]} files @returns {Promise<string[]>} */
async function leftOut(files) {
  const texts = await Promise.all(files.map(async (file) => ({ file, lines: (await readFile(join(root, file), 'utf8')).split('\n') })));
  return texts.flatMap(({ file, lines }) => lines.flatMap((line, i) => (
    /^\s*((describe|context|it|specify|suite|test)\.(only|skip)|x(describe|context|it|specify))\s*\(/.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])));
}

/**
 * Runs the tests and counts each test in each browser.
 * @param {import('./tally.mjs').Tally} tally @param {{ files?: string[], only?: BrowserName[] }} [options]
 */
export async function runUnitTests(tally, { files: globs = [], only = ['chromium', 'firefox'] } = {}) {
  const files = await testFiles(globs);
  if (files.length === 0) return tally.fail('unit tests', globs.length > 0 ? `no test file matches ${globs.join(' ')}` : 'there is no test/**/*.test.ts');
  const hidden = await leftOut(files);
  if (hidden.length > 0) tally.fail('no test is left out', hidden.join('\n'));

  await bundle(files);
  const found = await browsers(only);
  const results = await runApart({
    files: files.map((file) => fromRoot(join(testsDir, file.replace(/^test\//, '').replace(/\.ts$/, '.js')))),
    browsers: only.map((name) => ({ name, path: found[name].path })),
  });
  report(tally, files, only, results);
}

/**
 * The runner gets a process of its own: it takes over the console, and it ends its process when it cannot start.
 * @param {import('./unit-runner.mjs').Order} order @returns {Promise<SessionResult[]>}
 */
async function runApart(order) {
  const child = fork(join(root, 'test/tools/unit-runner.mjs'), { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], cwd: root, timeout: runTimeoutMs });
  let output = '';
  child.stdout?.on('data', (text) => { output += text; });
  child.stderr?.on('data', (text) => { output += text; });
  /** @type {SessionResult[] | undefined} */
  let results;
  child.on('message', (/** @type {import('./unit-runner.mjs').Message} */ message) => {
    if ('ran' in message) console.log(`  ran   ${sourceOf(message.ran)}`);
    else results = message.results;
  });
  child.send(order);
  const [code, signal] = await new Promise((done) => { child.on('close', (...how) => done(how)); });
  if (!results) throw new Error(`The test runner ended without results (${signal ?? code}).\n${output.trim()}`);
  return results;
}

/** The source of a bundled test. @param {string} path */
const sourceOf = (path) => `test/${fromRoot(path).replace(/^\.cache\/tests\//, '').replace(/\.js$/, '.ts')}`;

/** @param {import('./tally.mjs').Tally} tally @param {string[]} files @param {BrowserName[]} only @param {SessionResult[]} sessions */
function report(tally, files, only, sessions) {
  for (const browser of only) {
    const own = sessions.filter((s) => s.browser === browser);
    let passed = 0;
    for (const file of files) {
      const session = own.find((s) => sourceOf(s.file) === file);
      const label = `${file} (${browser})`;
      if (!session) { tally.fail(label, 'did not run'); continue; }
      const tests = flatten(session.suite);
      for (const test of tests) {
        if (test.passed && !test.skipped) passed += 1;
        else tally.fail(`${label}: ${test.name}`, test.skipped ? 'was skipped' : explain(test.error) || 'failed without an error');
      }
      const errors = session.errors.map(explain).join('\n');
      if (errors !== '') tally.fail(label, errors);
      else if (tests.length === 0) tally.fail(label, 'holds no test');
      else if (!session.passed && tests.every((t) => t.passed)) tally.fail(label, 'did not finish well');
      if (!session.passed && session.logs.length > 0) console.log(`        its console:\n${session.logs.join('\n').replace(/^/gm, '          ')}`);
    }
    tally.passQuietly(passed);
    console.log(`  ${browser}: ${passed} tests passed in ${own.length} files`);
    if (passed === 0) tally.fail(`unit tests in ${browser}`, 'none passed');
  }
}

/** @param {Suite | undefined} suite @param {string[]} [above] @returns {{ name: string, passed: boolean, skipped: boolean, error?: unknown }[]} */
function flatten(suite, above = []) {
  if (!suite) return [];
  const path = suite.name === '' ? above : [...above, suite.name];
  return [
    ...suite.tests.map((test) => ({ ...test, name: [...path, test.name].join(' > ') })),
    ...suite.suites.flatMap((inner) => flatten(inner, path)),
  ];
}

/** @param {any} error a TestResultError: a plain object */
function explain(error) {
  if (!error) return '';
  const { name, message = '', stack = '', expected, actual } = error;
  const head = `${name ?? 'Error'}: ${message}`;
  const diff = expected !== undefined || actual !== undefined ? `\nexpected ${expected}\nactual   ${actual}` : '';
  return `${head}${diff}${stack && stack !== message ? `\n${stack.replace(`${head}\n`, '')}` : ''}`;
}
