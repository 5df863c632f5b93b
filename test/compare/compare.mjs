/**
 * `npm run compare`: real AWS clients against GlassHSM in a real Chromium, and its model against AWS's own.
 *
 * - The sessions of sessions/ by the AWS CLI and by boto3, through bridge.mjs. What they print is compared with what the
 *   session expects, every response with botocore's service model, and every exchange with the recording of recordings/.
 * - The tables of src/model against botocore's, constraint by constraint (model.mjs).
 * - AWS's published examples (examples.mjs), and the lines that the playground writes for CloudHSM v2 (written.mjs).
 * - Sessions taken home: runbooks that bash runs with the AWS CLI in a fresh world (runbook.mjs).
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
import { compareModels } from './model.mjs';
import { compareWithOpenssl, findOpenssl, loadCertificates } from './openssl.mjs';
import { tryRunbooks } from './runbook.mjs';
import { runSession } from './session.mjs';
import { tryWrittenLines } from './written.mjs';

/** @typedef {import('./bridge.mjs').Bridge} Bridge */
/** @typedef {import('./bridge.mjs').Exchange} HttpExchange */
/** @typedef {import('./clients.mjs').Boto} Boto */
/** @typedef {import('./replay.ts').Recording} Recording */
/** @typedef {import('./session.mjs').Session} Session */

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
  { problem: /Backup(s\[\d+\])?\.TagList: 0 is not within/, because: 'AWS prints an empty list for a backup without tags (User Guide, deleting and restoring backups), which its model forbids' },
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
  // CloudTrail's target has a longer prefix on the wire.
  const targets = (/** @type {(status: number) => boolean} */ counts) => new Set(recordings.flatMap(({ steps }) => steps.flatMap((step) => (
    'request' in step && counts(step.response.status) ? [step.request.target.split('.').slice(-2).join('.')] : []))));
  const [asked, seen] = [targets(() => true), targets((status) => status === 200)];
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
  const { createCustomerCa, signClusterCsr } = await loadCertificates();
  await bridge.control('open', { scenario: recording.scenario });
  return none(await replay(recording, {
    control: bridge.control,
    shell: (/** @type {string} */ line) => bridge.control('shell', { line }),
    sign: async (/** @type {string} */ csr) => {
      const now = await bridge.control('now');
      const ca = await createCustomerCa({ commonName: 'Example CA', now });
      return { trustAnchor: ca.certificate, signedCert: await signClusterCsr({ csr, ca, now }) };
    },
    send: (/** @type {any} */ request) => bridge.send({ method: 'POST', path: '/', ...request }),
  }), `${recording.steps.length} steps, recorded with ${recording.client}`);
}

/** @param {string} name @returns {Promise<Recording | undefined>} */
const readRecording = (name) => readFile(recordingPath(name), 'utf8').then(JSON.parse, () => undefined);

async function main() {
  const { values } = parseArgs({ options: { record: { type: 'boolean' }, session: { type: 'string' } } });
  const [cli, python] = await Promise.all([findCli(), findBoto()]);
  for (const found of [cli, python]) console.log(typeof found === 'string' ? `Left out: ${found}; its recordings are replayed.` : `Found ${found.version}.`);
  const openssl = await findOpenssl();
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
      const needed = session.client === 'aws' ? cli : python;
      const client = openssl === undefined && session.steps.some((step) => 'sign' in step) ? 'openssl is not on this machine' : needed;
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
    if (typeof cli !== 'string') await tryWrittenLines(tally, { recordings, env });
    if (typeof cli !== 'string' && openssl !== undefined && values.session === undefined) await tryRunbooks(tally, { bridge, env });
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
