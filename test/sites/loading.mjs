/** Every way the worker can be loaded, and what is said where there is none: other people's pages, frames, plain http. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicDir } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';

export const name = 'loading';

/** All that the library asks of a page that loads it from its own folder. */
const strict = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, launch, watch, browserName, expectProblem }) {
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-'));
  /** @param {string} header */
  const serveWith = async (header) => {
    const headers = join(folder, crypto.randomUUID());
    await writeFile(headers, `/*\n  ${header}\n`);
    return serve({ headers });
  };
  const own = await serveWith(`Content-Security-Policy: ${strict}`);
  const cdn = await serveWith('Access-Control-Allow-Origin: *');
  const { host } = new URL(cdn.url);
  const cdnCsp = `default-src 'none'; script-src ${host}; worker-src blob: ${host}; require-trusted-types-for 'script'`;
  const others = await otherPages({
    '/cdn': { csp: cdnCsp },
    '/refused': { csp: `default-src 'none'; script-src ${host}; worker-src 'none'` },
    '/taken': { csp: `${cdnCsp}; trusted-types another` },
    '/http': { csp: `script-src ${host}` },
    '/sandboxed': { csp: 'sandbox allow-scripts' },
  });
  try {
    // Pages of this script's own, scripts from a second server, and (last) refusals are what it is about.
    expectProblem(/^request outside of the folder: http:\/\/(127\.0\.0\.1|classroom\.test)/);
    expectProblem(/favicon\.ico|\/an-empty-page/);
    const library = `${cdn.url}build/glass-hsm.js`;

    await page.goto(`${own.url}an-empty-page`);
    assert.deepEqual(await connect(page, `${own.url}build/glass-hsm.js`), { storage: 'indexeddb', keys: 0, certificate: 'RSA 2048' });

    await page.goto(`${others.url}/cdn`);
    assert.deepEqual(await connect(page, library), { storage: 'indexeddb', keys: 0, certificate: 'RSA 2048' });

    expectProblem(/Content.Security.Policy|trusted ?types|TrustedScriptURL/i);
    await page.goto(`${others.url}/refused`);
    assert.match(await refusal(page, library), /Content-Security-Policy/);
    await page.goto(`${others.url}/taken`);
    assert.match(await refusal(page, library), /Trusted Types policy "glass-hsm"/);

    await page.goto(`${others.url}/sandboxed`);
    assert.match(await refusal(page, library), /allow-same-origin.*workerUrl/);
    const classic = await readFile(join(publicDir, 'build/worker-classic.js'), 'utf8');
    const answer = await connect(page, library, `data:text/javascript;charset=utf-8,${encodeURIComponent(classic)}`);
    // Nobody told that worker where x509-classic.js is.
    assert.deepEqual(answer, { storage: 'memory', keys: 0, certificate: 'This page runs a worker that cannot load x509-classic.js, so it cannot read or make certificates.' });

    if (browserName === 'chromium') await overPlainHttp(others.url, launch, watch, library);
  } finally {
    await Promise.all([own.close(), cdn.close(), others.close(), rm(folder, { recursive: true })]);
  }
}

/**
 * A name that stands for this machine but is no localhost: no secure page, so no Web Cryptography. Only Chromium can be
 * told such a name.
 * @param {string} url @param {import('../tools/sites.mjs').Site['launch']} launch @param {import('../tools/sites.mjs').Site['watch']} watch
 * @param {string} library
 */
async function overPlainHttp(url, launch, watch, library) {
  const browser = await launch({ args: ['--no-sandbox', '--host-resolver-rules=MAP classroom.test 127.0.0.1'] });
  try {
    const page = await browser.newPage();
    watch(page);
    await page.goto(`${url.replace('127.0.0.1', 'classroom.test')}/http`);
    assert.match(await refusal(page, library), /only to secure pages.*https.*localhost/);
  } finally {
    await browser.close();
  }
}

/**
 * Starts the library in a page that is not ours.
 * @param {import('puppeteer-core').Page} page @param {string} library @param {string} [workerUrl]
 */
const connect = (page, library, workerUrl) => page.evaluate(async (address, options) => {
  const { connect: start } = await import(address);
  const simulator = await start(options);
  const { Keys } = await simulator.kms.listKeys();
  // What the worker imports later, from wherever it came.
  const certificate = await simulator.look('certificate', { pem: (await simulator.control.notes())['customerCA.crt'] }).catch((/** @type {Error} */ error) => error.message);
  simulator.close();
  return { storage: simulator.storage.storage, keys: Keys.length, certificate: certificate.publicKey ?? certificate };
}, library, workerUrl === undefined ? {} : { workerUrl });

/** @param {import('puppeteer-core').Page} page @param {string} library @returns {Promise<string>} */
const refusal = (page, library) => page.evaluate(async (address) => {
  const { connect: start, SimulatorError } = await import(address);
  try {
    await start();
    return 'It started.';
  } catch (error) {
    return error instanceof Error && error instanceof SimulatorError ? error.message : `Not a SimulatorError: ${String(error)}`;
  }
}, library);

/** Serves empty pages, each under its own CSP. @param {Record<string, { csp: string }>} pages */
async function otherPages(pages) {
  const server = createServer((request, response) => {
    const found = pages[request.url ?? ''];
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...(found && { 'content-security-policy': found.csp }) });
    response.end('<!doctype html><meta charset="utf-8"><title>Someone’s page</title>');
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
