/** The clients that `npm run compare` drives: the AWS CLI and boto3, where they are on this machine. */
import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { root } from '../tools/paths.mjs';

const run = promisify(execFile);

/** @typedef {{ exit: number, stdout: string, stderr: string }} CliAnswer */
/** @typedef {{ version: string, run: (args: string[], env: NodeJS.ProcessEnv, folder: string) => Promise<CliAnswer> }} Cli */
/** @typedef {{ version: string, data: string, start: (env: NodeJS.ProcessEnv) => Boto }} Python `data`: botocore's folder of service models */
/** @typedef {{ ask: (question: Record<string, unknown>) => Promise<any>, end: () => Promise<void> }} Boto */

/** No call takes this long; a hang ends as a failure. */
const callTimeoutMs = 60_000;

/**
 * An environment in which a client knows nothing but what it is told: no configuration of this machine, no proxy, no
 * second attempt (each call is recorded once), one language and time zone.
 * @param {Record<string, string>} [more] @returns {NodeJS.ProcessEnv}
 */
export function bareEnvironment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^AWS_|_proxy$|^PYTHON|^NODE_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', AWS_EC2_METADATA_DISABLED: 'true',
    AWS_MAX_ATTEMPTS: '1', AWS_DEFAULT_REGION: 'us-west-2', AWS_PAGER: '', LC_ALL: 'C.UTF-8', TZ: 'UTC', NO_PROXY: '127.0.0.1',
    ...more,
  };
}

/** @returns {Promise<Cli | string>} or why it cannot be used */
export async function findCli() {
  let version;
  try {
    version = (await run('aws', ['--version'], { env: bareEnvironment(), timeout: callTimeoutMs })).stdout.trim();
  } catch {
    return 'the AWS CLI is not on this machine';
  }
  // Version 2 takes blobs in base64 and prints dates as text: other sessions would have to be written for it.
  if (!version.startsWith('aws-cli/1.')) return `the sessions are for the AWS CLI 1, and this machine has ${version.split(' ')[0]}`;
  return {
    version: version.split(' ')[0] ?? '',
    run: (args, env, folder) => new Promise((done) => {
      execFile('aws', args, { env, cwd: folder, timeout: callTimeoutMs }, (error, stdout, stderr) => {
        done({ exit: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr });
      });
    }),
  };
}

/** @returns {Promise<Python | string>} or why it cannot be used */
export async function findBoto() {
  try {
    const code = 'import boto3, botocore; print(boto3.__version__, botocore.__path__[0])';
    const { stdout } = await run('python3', ['-c', code], { env: bareEnvironment(), timeout: callTimeoutMs });
    const [version = '', ...path] = stdout.trim().split(' ');
    return { version: `boto3/${version}`, data: join(path.join(' '), 'data'), start };
  } catch {
    return 'boto3 is not on this machine';
  }
}

/** One Python process that answers questions line by line. @param {NodeJS.ProcessEnv} env @returns {Boto} */
function start(env) {
  const child = spawn('python3', [join(root, 'test/compare/boto.py')], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (text) => { errors += text; });
  child.stdin.on('error', () => {}); // it has ended: the next line tells
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise((done) => { child.once('close', done); });
  return {
    async ask(question) {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`python3 ended.\n${errors.trim()}`);
      return JSON.parse(value);
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
