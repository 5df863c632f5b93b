/**
 * A door from HTTP to a page's simulator, so that clients outside of a browser can talk to it: a headless Chromium opens
 * public/ under its CSP, imports build/glass-hsm.js and connects; every request to 127.0.0.1 becomes one
 * `simulator.fetch`, and its answer is sent back.
 *
 * By hand: `node test/compare/bridge.mjs [scenario]`, then what it prints. For tests and trying out only: nothing checks
 * who asks, and whoever reaches the port can turn the clock at POST /__control.
 */
import { createServer } from 'node:http';
import { browsers } from '../tools/browsers.mjs';
import { build } from '../tools/build.mjs';
import { isMain } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';
import { launch } from '../tools/sites.mjs';

/** @typedef {{ method: string, path: string, host: string, headers: Record<string, string>, body: string }} BridgeRequest lower-case names */
/** @typedef {{ status: number, headers: Record<string, string>, body: string }} BridgeResponse */
/** @typedef {{ request: BridgeRequest, response: BridgeResponse }} Exchange */
/** @typedef {{ accessKeyId: string, secretAccessKey: string }} Credentials */

/**
 * @typedef {object} Bridge
 * @property {string} url for `--endpoint-url`
 * @property {string} version of the browser
 * @property {string[]} problems what the page did that it may not: CSP violations, errors
 * @property {(command: string, input?: Record<string, unknown>) => Promise<any>} control the same as POST /__control
 * @property {(request: BridgeRequest) => Promise<BridgeResponse>} send what an HTTP request does
 * @property {() => Promise<void>} close
 */

/**
 * Runs in the page. One simulator at a time, each with a database of its own.
 * @param {string} command @param {any} input
 */
async function commandInPage(command, input) {
  const page = /** @type {any} */ (globalThis);
  if (command === 'open') {
    const { connect } = await import(new URL('build/glass-hsm.js', document.baseURI).href);
    page.bridged?.close();
    page.bridged = await connect({ database: `compare-${crypto.randomUUID()}`, scenario: input.scenario, timeout: 30_000 });
    page.shell = page.bridged.shell();
    return page.bridged.credentials();
  }
  const { control } = page.bridged;
  switch (command) {
    case 'advance': return control.advance(input.ms);
    case 'setSpeed': return control.setSpeed(input.speed);
    case 'now': return (await control.now()).getTime();
    case 'notes': return control.notes();
    case 'shell': return page.shell.run(input.line);
    default: throw new Error(`There is no command "${command}": open, advance, setSpeed, now, notes, shell.`);
  }
}

/** Runs in the page. @param {BridgeRequest} request @returns {Promise<BridgeResponse>} */
async function fetchInPage({ method, host, path, headers, body }) {
  const init = method === 'GET' || method === 'HEAD' ? { method, headers } : { method, headers, body };
  const response = await /** @type {any} */ (globalThis).bridged.fetch(new Request(`http://${host}${path}`, init));
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

/**
 * @param {{ port?: number, onExchange?: (exchange: Exchange) => void }} [options]
 * @returns {Promise<Bridge>} open a scenario with `control('open', { scenario })` before the first request
 */
export async function openBridge({ port = 0, onExchange } = {}) {
  const { chromium } = await browsers(['chromium']);
  /** @type {string[]} */
  const problems = [];
  const site = await serve({ onViolation: (report) => problems.push(`stopped by the CSP: ${JSON.stringify(report)}`) });
  const browser = await launch('chromium', chromium.path);
  const page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(`uncaught error: ${error instanceof Error ? (error.stack ?? error.message) : error}`));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(`console error: ${message.text()}`); });
  await page.goto(site.url);

  /** @type {Bridge['control']} */
  const control = (command, input = {}) => page.evaluate(commandInPage, command, input);
  /** @type {Bridge['send']} */
  const send = (request) => page.evaluate(fetchInPage, request);

  /** @param {import('node:http').IncomingMessage} incoming @param {import('node:http').ServerResponse} outgoing */
  const answer = async (incoming, outgoing) => {
    const chunks = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    if (incoming.url === '/__control') {
      const { command, input } = JSON.parse(body);
      return outgoing.end(`${JSON.stringify((await control(command, input)) ?? null)}\n`);
    }
    const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    /** @type {BridgeRequest} */
    const request = { method: incoming.method ?? '', path: incoming.url ?? '/', host: headers['host'] ?? '', headers, body };
    const response = await send(request);
    onExchange?.({ request, response });
    return outgoing.writeHead(response.status, response.headers).end(response.body);
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error) => {
      problems.push(`the bridge failed: ${error instanceof Error ? error.message : error}`);
      outgoing.destroy();
    });
  });
  await new Promise((done, fail) => { server.once('error', fail).listen(port, '127.0.0.1', () => done(undefined)); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`,
    version: chromium.version, problems, control, send,
    async close() {
      await new Promise((done) => { server.close(done); server.closeAllConnections(); });
      await browser.close();
      await site.close();
    },
  };
}

if (isMain(import.meta.url)) {
  const [scenario = 'default'] = process.argv.slice(2);
  await build();
  const { url, control } = await openBridge();
  /** @type {Credentials} */
  const { accessKeyId, secretAccessKey } = await control('open', { scenario });
  console.log(`Scenario "${scenario}" answers at ${url} (Ctrl+C ends). In another terminal:

  export AWS_ENDPOINT_URL=${url} AWS_DEFAULT_REGION=us-west-2
  export AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey}
  aws kms describe-custom-key-stores
  curl -d '{"command":"advance","input":{"ms":1200000}}' ${url}/__control`);
}
