/** Brings test/soak/page.ts into a page of the built site. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { constants } from '../tools/build.mjs';
import { root } from '../tools/paths.mjs';

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */

/** @type {Promise<string> | undefined} */
let script;

async function bundle() {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root, entryPoints: [join(root, 'test/soak/page.ts')], bundle: true, write: false, format: 'iife',
    target: 'es2022', conditions: ['browser'], charset: 'utf8', define: await constants(), logLevel: 'warning',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true } },
  });
  return outputFiles[0]?.text ?? '';
}

/** Opens an empty page under the site's CSP, with `soak` in it. @param {Page} page @param {string} url where the site is */
export async function openSoak(page, url) {
  await page.goto(`${url}-test/blank.html`);
  script ??= bundle();
  await page.evaluate(`${await script};undefined`);
}

/** The library, as the page has to import it. @param {string} url */
export const libraryOf = (url) => `${url}build/glass-hsm.js`;

/** Ends a browser without a warning: all of its processes, at once. @param {import('puppeteer-core').Browser} browser */
export async function kill(browser) {
  const child = browser.process();
  if (!child?.pid) throw new Error('The browser has no process.');
  const exited = new Promise((done) => { child.once('exit', done); });
  try {
    // Its process group: puppeteer makes one for each browser, but not on Windows.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
  await exited;
}
