/**
 * `npm start`: builds, serves public/ on this machine only, under the headers of public/_headers, and rebuilds on save.
 * Nothing is injected into the pages (the CSP would forbid it): whoever saved a file reloads the page.
 *
 * The site suite uses serve() too, so what is tested is what is served.
 */
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { build } from './build.mjs';
import { headersFor, parseHeaders } from './headers.mjs';
import { isMain, publicDir } from './paths.mjs';
import { watchSources } from './watch.mjs';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.map': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8', '.ts': 'text/plain; charset=utf-8', '.woff2': 'font/woff2', '.crt': 'application/x-x509-ca-cert',
};

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] 0: any free one
 * @property {string} [root] the folder; default public/
 * @property {string | false} [headers] the _headers file; default the one in the folder; false: none
 * @property {string} [base] serve the folder below this path, e.g. '/some/sub/path/'
 * @property {string} [tests] a second folder, of pages that only tests open: below the base at `-test/`
 * @property {(report: Record<string, unknown>) => void} [onViolation] also asks browsers to report what the CSP stopped,
 *   wherever it happened (page, frame or worker), and is called with each report
 */

/** Where browsers post CSP reports to: outside of every base a site is served below. */
const reportPath = '/-/csp-report';
const testPath = '-test/';

/**
 * @param {ServeOptions} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with the base's slash
 */
export async function serve({ port = 0, root = publicDir, headers = join(root, '_headers'), base = '/', tests, onViolation } = {}) {
  if (!base.startsWith('/') || !base.endsWith('/')) throw new Error(`A base starts and ends with a slash: ${base}`);
  const top = await realpath(root);
  const testTop = tests && await realpath(tests);
  /** @param {string} path below the base */
  const lookUp = (path) => (testTop && path.startsWith(testPath) ? find(testTop, path.slice(testPath.length)) : find(top, path));

  /** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
  const answer = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (onViolation && request.method === 'POST' && pathname === reportPath) {
      onViolation(await readReport(request));
      return end(response, 204);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, { allow: 'GET, HEAD' });
    // Read anew each time: someone who edits _headers under `npm start` sees the change at the next reload.
    const rules = headers === false ? [] : parseHeaders(await readFile(headers, 'utf8'));
    const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname;
    // A page that only tests open is under the policy of the page at the top.
    const fixed = headersFor(rules, path.startsWith(`/${testPath}`) ? '/' : path);
    const csp = fixed['content-security-policy'];
    if (onViolation && csp) fixed['content-security-policy'] = `${csp}; report-uri ${reportPath}`;

    const found = pathname.startsWith(base) ? await lookUp(pathname.slice(base.length)) : undefined;
    if (found === undefined) return end(response, 404, fixed, `Not found: ${pathname}\n`);
    if (found === 'folder') return end(response, 308, { ...fixed, location: `${pathname}/` });
    const tag = `W/"${found.size.toString(16)}-${Math.trunc(found.changed).toString(16)}"`;
    if (request.headers['if-none-match'] === tag) return end(response, 304, { ...fixed, etag: tag });
    response.writeHead(200, {
      ...fixed, etag: tag, 'content-length': found.size,
      'content-type': types[extname(found.path)] ?? 'application/octet-stream',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.path).on('error', () => response.destroy()).pipe(response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) end(response, 500, {}, `${error instanceof Error ? error.message : error}\n`);
      else response.destroy();
    });
  });
  await new Promise((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', () => done(undefined));
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}${base}`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

/**
 * The file a path stands for; undefined if there is none or it lies outside of the folder.
 * @param {string} top @param {string} path below the base, still percent-encoded
 * @returns {Promise<{ path: string, size: number, changed: number } | 'folder' | undefined>}
 */
async function find(top, path) {
  try {
    let wanted = resolve(top, `./${decodeURIComponent(path)}`);
    if (path === '' || path.endsWith('/')) wanted = join(wanted, 'index.html');
    // After symbolic links are followed: what counts is where the bytes are.
    const file = await realpath(wanted);
    if (file !== top && !file.startsWith(top + sep)) return undefined;
    const info = await stat(file);
    if (info.isDirectory()) return 'folder';
    return { path: file, size: info.size, changed: info.mtimeMs };
  } catch {
    return undefined; // not there, not readable, or not a path at all (%zz, %00)
  }
}

/** @param {import('node:http').IncomingMessage} request */
async function readReport(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  try {
    return JSON.parse(text)['csp-report'] ?? {};
  } catch {
    return { unreadable: text };
  }
}

/** @param {import('node:http').ServerResponse} response @param {number} status @param {Record<string, string>} [headers] @param {string} [body] */
function end(response, status, headers = {}, body = '') {
  response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(body);
}

/** esbuild has printed its own errors already, with the lines. @param {unknown} error */
const say = (error) => { if (!(error instanceof Error && 'errors' in error)) console.error(error instanceof Error ? error.message : String(error)); };

async function start() {
  const port = Number(process.env['PORT'] ?? 8000);
  await build();
  const { url } = await serve({ port });
  console.log(`GlassHSM is at ${url} (Ctrl+C ends). Saving a file rebuilds; then reload the page.`);
  watchSources(async () => {
    const started = performance.now();
    await build();
    console.log(`Rebuilt in ${Math.round(performance.now() - started)} ms.`);
  }, say);
}

if (isMain(import.meta.url)) {
  start().catch((error) => {
    if (error?.code === 'EADDRINUSE') console.error(`Port ${error.port} is taken: set another one, for example PORT=8001 npm start.`);
    else say(error);
    process.exit(1);
  });
}
