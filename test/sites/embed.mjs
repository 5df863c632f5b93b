/**
 * Other people's pages: the elements by one script tag under the strictest policy that they need, and embed.html in
 * frames, sandboxed ones too. Each page is served here, beside public/ and from another origin.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { headersFor, parseHeaders } from '../tools/headers.mjs';
import { publicDir } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';
import { byTimer, press, sees } from '../tools/finding.mjs';

export const name = 'embed';

/** @typedef {import('../tools/sites.mjs').Site} Site */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */

/** All that the elements ask of a page that loads them from its own origin. */
const strict = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; require-trusted-types-for 'script'";

/** A host's page: hears what frames say, from whom, and believes a height only where it may. */
const host = (/** @type {string} */ frames) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<p><button>Mine</button></p>${frames}
<script>
  window.heard = [];
  addEventListener('message', ({ source, origin, data }) => {
    const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source);
    heard.push({ id: frame?.id, origin, data });
    if (frame && data?.source === 'glass-hsm' && data.type === 'height' && Number.isFinite(data.height)) frame.height = data.height;
  });
  document.querySelector('button').focus();
</script>`;

/** @param {Site} site */
export async function run({ page, url, expectProblem }) {
  await everyPageHasAPolicy();
  // Hosts of this script's own, on another port, are what it is about.
  expectProblem(/^request outside of the folder: http:\/\/127\.0\.0\.1/);
  expectProblem(/favicon\.ico/);
  // Firefox's driver says so of what a frame had loaded when its page is left.
  expectProblem(/^request failed: .*[Bb]rowsing context/);
  const pages = new Map();
  const other = await serveHosts(pages);
  try {
    await elements(page, other, pages);
    await frames(page, url, other, pages);
    await mistakes(page, url);
    await unframed(page, url);
  } finally {
    await other.close();
  }
}

/** _headers names its pages: one that is forgotten would have no policy. */
async function everyPageHasAPolicy() {
  const rules = parseHeaders(await readFile(join(publicDir, '_headers'), 'utf8'));
  const html = (await readdir(publicDir)).filter((file) => file.endsWith('.html')).flatMap((file) => [`/${file}`, `/${file.slice(0, -5)}`]);
  for (const path of ['/', ...html, '/build/worker.js']) {
    const policy = headersFor(rules, path)['content-security-policy'] ?? '';
    assert.match(policy, /^default-src 'none'; [^,]*require-trusted-types-for 'script'; trusted-types glass-hsm lit-html$/, path);
    assert.equal(/worker-src data:;/.test(policy), path.startsWith('/sandboxed'), path);
  }
}

/** One script tag, three elements, one world. @param {Page} page @param {Host} other @param {Map<string, HostPage>} pages */
async function elements(page, other, pages) {
  pages.set('/elements', {
    csp: strict,
    html: `<!doctype html><html lang="ja"><meta charset="utf-8"><title>Somebody’s page</title>
<h1>A page</h1><glass-map scenario="default"></glass-map><glass-create-key scenario="default" lang="en"></glass-create-key><glass-keys scenario="default" lang="en"></glass-keys>
<script type="module" src="/build/elements.js"></script>`,
  });
  await page.goto(`${other.url}/elements`);
  await sees(page, 'キー 0 / 3,300');
  await press(page, 'Create key');
  await sees(page, 'Created KMS key');
  await sees(page, 'キー 1 / 3,300');
  await sees(page, '1 key');
  // Not the playground's world, and one worker for all.
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name));
  assert.deepEqual(databases.filter((each) => each?.startsWith('glass-hsm')), ['glass-hsm-default']);
  const locks = page.workers().length;
  assert.ok(locks <= 1, `${locks} workers`);
}

/** @param {Page} page @param {string} url @param {Host} other @param {Map<string, HostPage>} pages */
async function frames(page, url, other, pages) {
  const frame = (/** @type {string} */ id, /** @type {string} */ query, more = '') => `<iframe id="${id}" title="${id}" width="900" height="150" src="${url}embed.html?${query}" ${more}></iframe>`;
  pages.set('/host', {
    csp: `default-src 'none'; script-src 'unsafe-inline'; img-src data:; frame-src ${new URL(url).origin}`,
    html: host([
      frame('map', 'view=map&scenario=default&lang=en'),
      frame('form', 'view=create-key&scenario=default&lang=ja&theme=dark'),
      frame('sandboxed', 'view=map&scenario=cluster&lang=ja', 'sandbox="allow-scripts"'),
      // Played worlds: their chunk, or the same in the one file of a page that can load none.
      frame('failed', 'view=map&scenario=user-locked-out&lang=en'),
      frame('sandboxed-failed', 'view=map&scenario=no-hsm&lang=en', 'sandbox="allow-scripts"'),
      frame('sandboxed-form', 'view=create-key&database=mine&lang=en', 'sandbox="allow-scripts"'),
    ].join('')),
  });
  await page.goto(`${other.url}/host`);
  /** @param {string} id @returns {Promise<Frame>} */
  const inside = async (id) => {
    const element = await page.waitForSelector(`#${id}`);
    const found = await element?.contentFrame();
    assert.ok(found, `no frame ${id}`);
    return found;
  };
  // Each tells its height; the frame then holds all of it.
  for (const id of ['map', 'form', 'failed', 'sandboxed', 'sandboxed-failed', 'sandboxed-form']) {
    // A sandboxed frame goes on to another page, in another process, before it says anything.
    await page.waitForFunction((who) => /** @type {any} */ (window).heard.some((/** @type {{ id: string }} */ message) => message.id === who), byTimer, id);
    const content = await inside(id);
    await content.waitForFunction(() => innerHeight >= document.documentElement.scrollHeight && innerHeight > 200, byTimer);
  }
  await sees(await inside('map'), '0 of 3,300 keys');
  await press(await inside('form'), 'キーの作成');
  await sees(await inside('form'), 'を作成しました');
  // Two frames of one origin and database: one world.
  await sees(await inside('map'), '1 of 3,300 keys');

  await sees(await inside('failed'), 'USER_LOCKED_OUT');
  await sees(await inside('sandboxed-failed'), 'INSUFFICIENT_CLOUDHSM_HSMS');
  await sees(await inside('sandboxed'), 'このクラスターを使うキーストアはありません');
  await press(await inside('sandboxed-form'), 'Create key');
  await sees(await inside('sandboxed-form'), 'Created KMS key');
  assert.equal(await (await inside('sandboxed')).evaluate(() => self.origin), 'null');
  // Where no module can be imported, a classic script brings what reads certificates.
  assert.equal(await (await inside('sandboxed')).evaluate(async () => {
    const { simulator } = /** @type {any} */ (document.querySelector('glass-map'));
    return (await simulator.look('certificate', { pem: (await simulator.control.notes())['customerCA.crt'] })).publicKey;
  }), 'RSA 2048');

  // That is all that they tell.
  const heard = /** @type {{ id: string, origin: string, data: unknown }[]} */ (await page.evaluate('heard'));
  for (const { id, origin, data } of heard) {
    assert.equal(origin, id.startsWith('sandboxed') ? 'null' : new URL(url).origin);
    assert.deepEqual({ .../** @type {object} */ (data), height: 0 }, { source: 'glass-hsm', type: 'height', height: 0 });
  }
  // They scrolled nothing but what puppeteer's own clicks did, and took no focus before somebody clicked into one.
  pages.set('/quiet', { csp: pages.get('/host')?.csp ?? '', html: host(`<div>${'<br>'.repeat(200)}</div>${frame('map', 'view=map&scenario=default&lang=en')}`) });
  await page.goto(`${other.url}/quiet`);
  await sees(await inside('map'), '1 of 3,300 keys');
  assert.deepEqual(await page.evaluate(() => [scrollY, document.activeElement?.textContent]), [0, 'Mine']);
}

/** @param {Page} page @param {string} url */
async function mistakes(page, url) {
  for (const [query, sentence] of [
    ['view=maps&lang=en', 'The address of this embed says view=“maps”. There are: map, create-key.'],
    ['view=map&scenario=atlantis&lang=ja', 'この埋め込みのアドレスの scenario が「atlantis」になっています。使える値: default, cluster, empty'],
    ['database=a/b&lang=en', 'The address of this embed says database=“a/b”.'],
  ]) {
    await page.goto(`${url}embed.html?${query}`);
    await sees(page, sentence ?? '');
  }
}

/** Opened by itself it works as well. @param {Page} page @param {string} url */
async function unframed(page, url) {
  await page.goto(`${url}embed.html?view=create-key&scenario=default&lang=en`);
  await press(page, 'Create key');
  await sees(page, 'Created KMS key');
  await page.goto(`${url}sandboxed.html?view=map&lang=en`);
  await sees(page, '0 of 3,300 keys');
}

/** @typedef {{ url: string, close: () => Promise<void> }} Host */
/** @typedef {{ csp: string, html: string }} HostPage */

/** Serves pages of our own, each under its own policy, and everything of public/ beside them under none. @param {Map<string, HostPage>} pages @returns {Promise<Host>} */
async function serveHosts(pages) {
  const files = await serve({ headers: false });
  const server = createServer((request, response) => {
    const found = pages.get(request.url ?? '');
    if (found) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': found.csp }).end(found.html);
      return;
    }
    void fetch(new URL(request.url ?? '', files.url)).then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '', 'content-security-policy': strict }).end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    close: async () => {
      await new Promise((done) => { server.close(done); server.closeAllConnections(); });
      await files.close();
    },
  };
}
