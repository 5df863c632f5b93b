/**
 * `npm run compare`: real AWS clients against GlassHSM in a real Chromium, and its model against AWS's own.
 *
 * - The sessions of sessions/ by the AWS CLI and by boto3, through bridge.mjs. What they print is compared with what the
 *   session expects, every response with botocore's service model, and every exchange with the recording of recordings/.
 * - The tables of src/model against botocore's, constraint by constraint (model.mjs).
 * - AWS's published examples (examples.mjs).
 * - Certificates against openssl, which the CloudHSM User Guide has customers use (openssl.mjs).
 * - The recordings are replayed, as `npm test` does in both browsers (test/worker/recordings.test.ts).
 * Where a client is missing, its part is left out and said to be.
 *
 *   npm run compare -- --record           writes the recordings anew
 *   npm run compare -- --session boto3    that session only
 */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../tools/build.mjs';
import { root } from '../tools/paths.mjs';
import { Tally } from '../tools/tally.mjs';
import { openBridge } from './bridge.mjs';
import { importTypeScript } from './bundled.mjs';
import { bareEnvironment, findBoto, findCli } from './clients.mjs';
import { tryExamples } from './examples.mjs';
import { Names, words } from './match.mjs';
import { compareModels } from './model.mjs';
import { compareWithOpenssl } from './openssl.mjs';

/** @typedef {import('./bridge.mjs').Bridge} Bridge */
/** @typedef {import('./bridge.mjs').Exchange} HttpExchange */
/** @typedef {import('./clients.mjs').Boto} Boto */
/** @typedef {import('./clients.mjs').Cli} Cli */
/** @typedef {import('./replay.ts').Recording} Recording */

/**
 * A call of the CLI: `prints` JSON, or `printsText`; or `fails` with an error of AWS `in` an operation, `saying` a text;
 * or `complains` itself, with the exit code. Expectations are written as match.mjs says.
 * @typedef {{ run: string, prints?: unknown, printsText?: string, fails?: string, in?: string, saying?: string, complains?: string, exit?: number }} CliStep
 */
/**
 * A call of boto3, or of its paginator where it has `pages`. Bytes are `{ $bytes: base64 }` or `{ $text: … }`, dates
 * `{ $date: seconds }`. `untyped`: botocore has no class for the exception.
 * @typedef {{ call: string, args: Record<string, unknown>, pages?: Record<string, number>, answers?: unknown, raises?: string, saying?: string, untyped?: true }} BotoStep
 */
/** @typedef {{ control: string, input: Record<string, unknown> }} ControlStep the teacher's door */
/** @typedef {{ blob: string, to: string }} BlobStep writes the bytes of a name's base64 to a file, and names the file */
/** @typedef {{ client: 'aws' | 'boto3', scenario: string, steps: (CliStep | BotoStep | ControlStep | BlobStep)[] }} Session */

const here = join(root, 'test/compare');
const recordingPath = (/** @type {string} */ name) => join(here, 'recordings', `${name}.json`);
const tally = new Tally();

/** @param {string | undefined} only @returns {Promise<[name: string, session: Session][]>} */
async function loadSessions(only) {
  const files = (await readdir(join(here, 'sessions'))).filter((name) => name !== 'world.mjs').sort();
  const names = files.map((file) => file.replace(/\.mjs$/, '')).filter((name) => only === undefined || name === only);
  if (names.length === 0) throw new Error(`There is no session "${only}".`);
  return Promise.all(names.map(async (name) => /** @type {const} */ ([name, (await import(pathToFileURL(join(here, 'sessions', `${name}.mjs`)).href)).default])));
}

/** What one HTTP exchange leaves in a recording. @param {string} by @param {HttpExchange} exchange */
function recorded(by, { request, response }) {
  const [, credential = ''] = /Credential=([^,]+)\/aws4_request/.exec(request.headers['authorization'] ?? '') ?? [];
  return {
    by,
    request: { target: request.headers['x-amz-target'] ?? '', credential: credential.replace(/\/\d{8}\//, '/20261123/'), host: request.host, body: request.body },
    response: {
      status: response.status, contentType: response.headers['content-type'] ?? '', requestId: response.headers['x-amzn-requestid'] ?? '', body: response.body,
    },
  };
}

/**
 * @param {{ name: string, session: Session, bridge: Bridge, cli: Cli | undefined, boto: Boto | undefined, folder: string, version: string, env: NodeJS.ProcessEnv, exchanges: HttpExchange[] }} what
 * @returns {Promise<{ recording: Recording, problems: string[] }>}
 */
async function runSession({ name, session, bridge, cli, boto, folder, version, env, exchanges }) {
  const credentials = await bridge.control('open', { scenario: session.scenario });
  /** @type {Recording['steps'][number][]} */
  const steps = [];
  /** @type {string[]} */
  const problems = [];
  const control = async (/** @type {ControlStep} */ step) => {
    await bridge.control(step.control, step.input);
    steps.push({ control: step.control, input: step.input });
  };
  // A command takes about a second: at the usual speed a wait would end between two of them, or not.
  await control({ control: 'setSpeed', input: { speed: 1 } });
  const { 'customerCA.crt': certificate = '' } = await bridge.control('notes');
  const certificateFile = join(folder, 'customerCA.crt');
  await writeFile(certificateFile, certificate);
  const from = Date.now();
  let ahead = 0;
  const names = new Names(
    { 'customerCA.crt': certificate, 'customerCA.crt-file': certificateFile, 'access key': credentials.accessKeyId },
    { from: () => from, to: () => Date.now() + ahead },
  );

  for (const step of session.steps) {
    const label = 'run' in step ? step.run : 'call' in step ? `${step.call}(${JSON.stringify(step.args)})` : '';
    exchanges.length = 0;
    /** @type {string[]} */
    let wrong = [];
    if ('control' in step) {
      if (step.control === 'advance') ahead += Number(step.input['ms']);
      await control(step);
    } else if ('blob' in step) {
      const path = join(folder, step.blob);
      await writeFile(path, Buffer.from(names.filled(`<${step.blob}>`), 'base64'));
      names.known.set(step.to, path);
    } else if ('run' in step && cli) {
      wrong = judgeCli(names, step, await cli.run(words(step.run).slice(1).map((word) => names.filled(word)), env));
    } else if ('call' in step && boto) {
      const [service, operation] = step.call.split('.');
      wrong = judgeBoto(names, step, await boto.ask({ ask: 'call', service, operation, args: names.filled(step.args), pages: step.pages }));
    }
    steps.push(...exchanges.map((exchange) => recorded(label, exchange)));
    problems.push(...wrong.map((problem) => `${label}\n  ${problem}`));
  }
  return { recording: { session: name, client: version, scenario: session.scenario, steps }, problems };
}

/** @param {Names} names @param {CliStep} step @param {import('./clients.mjs').CliAnswer} answer @returns {string[]} */
function judgeCli(names, step, { exit, stdout, stderr }) {
  const refused = step.fails !== undefined || step.complains !== undefined;
  const expected = step.exit ?? (refused ? 255 : 0);
  if (exit !== expected) return [`exit code ${exit}, expected ${expected}\n${stderr}${stdout}`];
  if (step.complains !== undefined) return stderr.trim().endsWith(step.complains) ? [] : [`stderr ends otherwise than "${step.complains}":\n${stderr}`];
  if (step.fails !== undefined) {
    const line = `An error occurred (${step.fails}) when calling the ${step.in} operation: ${step.saying ?? '<: text>'}`;
    return [...names.differences(`\n${line}\n`, stderr, 'stderr'), ...names.differences('', stdout, 'stdout')];
  }
  if (step.printsText !== undefined) return [...names.differences(step.printsText, stdout, 'stdout'), ...names.differences('', stderr, 'stderr')];
  return [...names.differences(step.prints, JSON.parse(stdout)), ...names.differences('', stderr, 'stderr')];
}

/** @param {Names} names @param {BotoStep} step @param {any} given @returns {string[]} */
function judgeBoto(names, step, given) {
  if (step.raises === undefined) return 'answer' in given ? names.differences(step.answers, given.answer) : [`raised ${given.text}`];
  if (!('raises' in given)) return [`answered ${JSON.stringify(given.answer)}, and did not raise ${step.raises}`];
  return [
    ...names.differences(step.raises, given.raises, 'code'),
    ...names.differences(step.untyped !== true, given.typed, `client.exceptions.${step.raises} catches it`),
    ...names.differences(400, given.status, 'HTTP status'),
    ...names.differences(step.saying ?? '<: text>', given.message, 'message'),
  ];
}

/** Each response by botocore's parser and model. @param {Recording} recording @param {Boto} boto @returns {Promise<{ problems: string[], count: number }>} */
async function judgeResponses({ steps }, boto) {
  /** @type {Record<string, string>} */
  const services = { TrentService: 'kms', BaldrApiService: 'cloudhsmv2', CloudTrail_20131101: 'cloudtrail' };
  const problems = [];
  let count = 0;
  for (const step of steps) {
    if (!('request' in step)) continue;
    const [operation = '', target = ''] = step.request.target.split('.').reverse();
    const { status, body, contentType, requestId } = step.response;
    const answer = await boto.ask({
      ask: 'response', service: services[target], operation, status, body, headers: { 'content-type': contentType, 'x-amzn-requestid': requestId },
    });
    count += 1;
    problems.push(...answer.problems.filter((/** @type {string} */ p) => !accepted.some((a) => a.problem.test(p))).map((/** @type {string} */ p) => `${step.by}\n  ${p}`));
  }
  return { problems, count };
}

/** Where an answer breaks a limit that AWS's model has for answers, and is right all the same. @type {{ problem: RegExp, because: string }[]} */
const accepted = [
  { problem: /'cluster-1a23b4cdefg' does not match/, because: "the document's id has a 1, which AWS's own pattern forbids (facts 1.1)" },
  { problem: /\.VpcId: '.*' does not match vpc-\[0-9a-fA-F\]$/, because: 'by the letter that pattern allows one digit; no VPC id is so short' },
  { problem: /Grants\[\d+\]\.Name: (0 is not within|'' does not match)/, because: 'AWS answers an empty name for a grant without one (recorded), which its model forbids' },
  { problem: /^Invalid\w+Exception\.Message is no member/, because: 'botocore models CloudTrail\'s errors without any member; the SDK for JavaScript has this one' },
];

/** What the judge of responses must see, so that its silence means something. @type {[service: string, operation: string, status: number, body: unknown, problem: RegExp][]} */
const faulty = [
  ['kms', 'DescribeKey', 200, { KeyMetadata: { KeyId: 'a', KeyID: 'a' } }, /KeyID is no member of KeyMetadata/],
  ['kms', 'DescribeKey', 200, { KeyMetadata: {} }, /KeyId is required/],
  ['kms', 'DescribeKey', 200, { KeyMetadata: { KeyId: 'a', Enabled: 'true' } }, /Enabled is str, not boolean/],
  ['kms', 'DescribeKey', 200, { KeyMetadata: { KeyId: 'a', CreationDate: 'today' } }, /cannot parse it/],
  ['kms', 'DescribeKey', 200, { KeyMetadata: { KeyId: 'a', KeyState: 'On' } }, /'On' is not one of/],
  ['kms', 'Encrypt', 200, { CiphertextBlob: '****' }, /not base64|cannot parse it/],
  ['kms', 'CreateAlias', 200, {}, /no output shape, but a body/],
  ['kms', 'ListKeys', 400, { __type: 'NotFoundException', message: 'a' }, /does not model the error NotFoundException/],
  ['cloudhsmv2', 'DeleteHsm', 400, { __type: 'CloudHsmInvalidRequestException', message: 'a' }, /message is no member/],
];

/** @param {Boto} boto */
async function judgeTheJudge(boto) {
  const missed = [];
  for (const [service, operation, status, body, problem] of faulty) {
    const { problems } = await boto.ask({ ask: 'response', service, operation, status, headers: {}, body: JSON.stringify(body) });
    if (!problems.some((/** @type {string} */ p) => problem.test(p))) missed.push(`${JSON.stringify(body)} should have been ${problem}, was ${JSON.stringify(problems)}`);
  }
  return none(missed, `${faulty.length} faulty responses`);
}

/** Every operation of the tables is in a session. @param {Recording[]} recordings */
async function judgeCoverage(recordings) {
  const { services } = await importTypeScript('src/model/services.ts');
  const seen = new Set(recordings.flatMap(({ steps }) => steps.flatMap((step) => ('request' in step && step.response.status === 200 ? [step.request.target] : []))));
  const asked = new Set(recordings.flatMap(({ steps }) => steps.flatMap((step) => ('request' in step ? [step.request.target] : []))));
  // Refused in every world there is.
  const neverWell = [
    'DeleteImportedKeyMaterial', 'DeriveSharedSecret', 'GenerateMac', 'GetParametersForImport',
    'GetPublicKey', 'ImportKeyMaterial', 'ReplicateKey', 'Sign', 'UpdatePrimaryRegion', 'Verify', 'VerifyMac',
  ];
  // By target: services have operations of the same name. No AWS client speaks the language of the HSMs' own CLI.
  const all = Object.entries(services).filter(([name]) => name !== 'cloudhsmCli')
    .flatMap(([, /** @type {any} */ service]) => Object.keys(service.operations).map((name) => `${service.target}.${name}`));
  const missing = all.filter((target) => !asked.has(target) || !(seen.has(target) || neverWell.includes(target.split('.').at(-1) ?? '')));
  if (missing.length > 0) throw new Error(`no session calls ${missing.join(', ')} with success`);
  return `${all.length} operations`;
}

/** @param {string[]} problems @param {string} [note] */
function none(problems, note) {
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return note;
}

/** @param {Bridge} bridge @param {Recording} recording @param {any} replaying the module */
async function replayOnce(bridge, recording, { replay }) {
  await bridge.control('open', { scenario: recording.scenario });
  return none(await replay(recording, {
    control: bridge.control,
    send: (/** @type {any} */ request) => bridge.send({ method: 'POST', path: '/', ...request }),
  }), `${recording.steps.length} steps, recorded with ${recording.client}`);
}

/** @param {string} name @returns {Promise<Recording | undefined>} */
const readRecording = (name) => readFile(recordingPath(name), 'utf8').then(JSON.parse, () => undefined);

async function main() {
  const { values } = parseArgs({ options: { record: { type: 'boolean' }, session: { type: 'string' } } });
  const [cli, python] = await Promise.all([findCli(), findBoto()]);
  for (const found of [cli, python]) console.log(typeof found === 'string' ? `Left out: ${found}; its recordings are replayed.` : `Found ${found.version}.`);
  const sessions = await loadSessions(values.session);
  const replaying = await importTypeScript('test/compare/replay.ts');

  await build();
  /** @type {HttpExchange[]} */
  const exchanges = [];
  const bridge = await openBridge({ onExchange: (exchange) => exchanges.push(exchange) });
  const { accessKeyId, secretAccessKey } = await bridge.control('open', { scenario: 'default' });
  const env = bareEnvironment({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_ENDPOINT_URL: bridge.url, COMPARE_ENDPOINT: bridge.url });
  const boto = typeof python === 'string' ? undefined : python.start(env);
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-compare-'));
  try {
    /** @type {Recording[]} */
    const recordings = [];
    if (boto) await tally.check('botocore sees what is wrong with a response', () => judgeTheJudge(boto));
    for (const [name, session] of sessions) {
      const committed = await readRecording(name);
      const client = session.client === 'aws' ? cli : python;
      if (typeof client === 'string') {
        if (committed) recordings.push(committed);
        continue;
      }
      const { recording, problems } = await runSession({
        name, session, bridge, boto, folder, env, exchanges, version: client.version, cli: typeof cli === 'string' ? undefined : cli,
      });
      recordings.push(recording);
      await tally.check(`session ${name}: ${client.version} prints what is expected`, () => none(problems, `${session.steps.length} steps, ${recording.steps.length} recorded`));
      if (boto) {
        const { problems: wrong, count } = await judgeResponses(recording, boto);
        await tally.check(`session ${name}: every response fits botocore's model`, () => none(wrong, `${count} responses`));
      }
      if (values.record) await writeFile(recordingPath(name), `${JSON.stringify(recording, null, 2)}\n`);
      else await tally.check(`session ${name}: as recorded`, () => none(committed ? replaying.compareRecordings(committed, recording) : ['there is no recording: run npm run compare -- --record']));
    }
    if (values.session === undefined) await tally.check('the sessions call every operation', () => judgeCoverage(recordings));
    for (const [name] of sessions) {
      const recording = await readRecording(name);
      if (recording) await tally.check(`recording ${name} replayed in ${bridge.version}`, () => replayOnce(bridge, recording, replaying));
    }
    await tally.check('npm test replays every recording', async () => {
      const test = await readFile(join(root, 'test/worker/recordings.test.ts'), 'utf8');
      return none((await readdir(join(here, 'recordings'))).filter((file) => !test.includes(`/recordings/${file}'`)).map((file) => `${file} is not in test/worker/recordings.test.ts`));
    });
    if (typeof python !== 'string') await compareModels(tally, python.data);
    if (typeof python !== 'string' && boto && values.session === undefined) await tryExamples(tally, { data: python.data, boto, bridge });
    if (values.session === undefined) await compareWithOpenssl(tally);
    if (typeof cli === 'string' && typeof python === 'string') console.log('\nNo real client was there: nothing was compared anew, the recordings were replayed.');
    await tally.check('the page kept to its CSP and had no errors', () => none(bridge.problems));
  } finally {
    await boto?.end();
    await bridge.close();
    await rm(folder, { recursive: true });
  }
}

try {
  await main();
} catch (error) {
  tally.fail('npm run compare', error instanceof Error ? (error.stack ?? error.message) : String(error));
}
tally.finish();
