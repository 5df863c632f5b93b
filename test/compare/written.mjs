/**
 * The lines that the playground writes for calls of CloudHSM v2 (src/page/ui/calls/generate-cli.ts), typed into a shell with
 * the real CLI: what arrives must be the call. The calls are those of the sessions, one for each operation and set of
 * parameters. KMS is left out, as its bytes are written for version 2 of the CLI (facts 9.3).
 */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { isDeepStrictEqual, promisify } from 'node:util';
import { importTypeScript } from './bundled.mjs';

const run = promisify(execFile);
/** Each is a process of a second; machines have at least two cores. */
const together = 2;

/** @typedef {{ operation: string, region: string, input: Record<string, unknown> }} Call */

/** @param {import('../tools/tally.mjs').Tally} tally @param {{ recordings: import('./replay.ts').Recording[], env: NodeJS.ProcessEnv }} with_ */
export async function tryWrittenLines(tally, { recordings, env }) {
  const { cliOf } = await importTypeScript('src/page/ui/calls/generate-cli.ts');
  const calls = callsOf(recordings);
  /** By the place in `calls`, which is the path of the request. @type {Map<number, Call>} */
  const arrived = new Map();
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const [, , region = ''] = /Credential=([^/]*)\/\d+\/([^/]*)\/cloudhsm\//.exec(request.headers.authorization ?? '') ?? [];
    const operation = String(request.headers['x-amz-target']).replace('BaldrApiService.', '');
    arrived.set(Number(request.url?.replaceAll('/', '')), { operation, region, input: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}');
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(undefined)); });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  try {
    await tally.check('the playground writes lines that the CLI sends as the call', async () => {
      /** @type {string[]} */
      const wrong = [];
      const rest = [...calls.entries()];
      const work = async () => {
        for (let next = rest.shift(); next; next = rest.shift()) {
          const [i, call] = next;
          const line = cliOf({ service: 'cloudhsmv2', ...call });
          const stderr = await run('sh', ['-c', line], { env: { ...env, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}/${i}` } }).then((printed) => printed.stderr, String);
          if (stderr !== '' || !isDeepStrictEqual(arrived.get(i), call)) wrong.push(`${line}\n  sent ${JSON.stringify(arrived.get(i))}\n  for ${JSON.stringify(call)}\n${stderr}`);
        }
      };
      await Promise.all(Array.from({ length: together }, work));
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
      return `${calls.length} lines of ${new Set(calls.map(({ operation }) => operation)).size} operations`;
    });
  } finally {
    await new Promise((done) => { server.close(done); server.closeAllConnections(); });
  }
}

/** @param {import('./replay.ts').Recording[]} recordings @returns {Call[]} */
function callsOf(recordings) {
  const found = new Map();
  for (const step of recordings.flatMap(({ steps }) => steps)) {
    if (!('request' in step) || !step.request.target.startsWith('BaldrApiService.')) continue;
    const operation = step.request.target.replace('BaldrApiService.', '');
    const [, , region] = step.request.credential.split('/');
    const input = JSON.parse(step.request.body);
    found.set([operation, ...Object.keys(input)].join(), { operation, region, input });
  }
  return [...found.values()];
}
