/** Runs a session of sessions/ with a real client, judges what it prints, and makes the recording. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importTypeScript } from './bundled.mjs';
import { Names, words } from './match.mjs';
import { signAsTheGuide } from './openssl.mjs';

/** @typedef {import('./bridge.mjs').Bridge} Bridge */
/** @typedef {import('./bridge.mjs').Exchange} HttpExchange */
/** @typedef {import('./clients.mjs').Boto} Boto */
/** @typedef {import('./clients.mjs').Cli} Cli */
/** @typedef {import('./replay.ts').Recording} Recording */

/**
 * A call of the CLI: `prints` JSON, or `printsText`; or `fails` with an error of AWS `in` an operation, `saying` a text;
 * or `complains` itself, with the exit code. Expectations are written as match.mjs says. `… > file` keeps what was printed
 * in the session's folder, which `file://` begins at. `as`: another account calls.
 * @typedef {{ run: string, as?: string, prints?: unknown, printsText?: string, fails?: string, in?: string, saying?: string, complains?: string, exit?: number }} CliStep
 */
/**
 * A call of boto3, or of its paginator where it has `pages`. Bytes are `{ $bytes: base64 }` or `{ $text: … }`, dates
 * `{ $date: seconds }`. `untyped`: botocore has no class for the exception.
 * @typedef {{ call: string, args: Record<string, unknown>, pages?: Record<string, number>, answers?: unknown, raises?: string, saying?: string, untyped?: true }} BotoStep
 */
/** @typedef {{ control: string, input: Record<string, unknown> }} ControlStep the teacher's door */
/** @typedef {{ blob: string, to: string }} BlobStep writes the bytes of a name's base64 to a file, and names the file */
/** @typedef {{ shell: string, prints?: unknown, printsText?: string, exit?: number }} ShellStep a line of simulator.shell(): it prints JSON, or text */
/**
 * The customer signs a cluster's request with openssl: what the User Guide has in the file `<cluster ID>_ClusterCsr.csr`, or
 * `csr`. Known afterwards: <trust anchor> and <signed certificate>, and the guide's files.
 * @typedef {{ sign: string, csr?: string }} SignStep
 */
/** @typedef {CliStep | BotoStep | ControlStep | BlobStep | ShellStep | SignStep} Step */
/** @typedef {{ client: 'aws' | 'boto3', scenario: string, steps: Step[] }} Session */

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
export async function runSession({ name, session, bridge, cli, boto, folder: parent, version, env, exchanges }) {
  const folder = join(parent, name);
  await mkdir(folder);
  const { accessKeyOf } = await importTypeScript('test/compare/callers.ts');
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
    const label = labelOf(step);
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
      const [, ...typed] = words(step.run).map((word) => names.filled(word));
      const [args, [, file]] = typed.includes('>') ? [typed.slice(0, typed.indexOf('>')), typed.slice(typed.indexOf('>'))] : [typed, []];
      const keys = step.as === undefined ? {} : { AWS_ACCESS_KEY_ID: accessKeyOf(step.as) };
      const answer = await cli.run(args, { ...env, ...keys }, folder);
      if (file !== undefined) await writeFile(join(folder, file), answer.stdout);
      wrong = judgeCli(names, step, answer);
    } else if ('shell' in step) {
      const line = names.filled(step.shell);
      const printed = await bridge.control('shell', { line });
      steps.push({ shell: line, printed });
      wrong = judgeCli(names, { run: '', printsText: '', ...step }, { ...printed, exit: printed.exitCode });
    } else if ('sign' in step) {
      const ClusterId = names.filled(step.sign);
      const file = join(folder, `${ClusterId}_ClusterCsr.csr`);
      if (step.csr !== undefined) await writeFile(file, names.filled(step.csr));
      const { trustAnchor, signedCert } = await signAsTheGuide(folder, ClusterId);
      names.known.set('trust anchor', trustAnchor).set('signed certificate', signedCert);
      // The CLI ends what it prints with a line feed of its own.
      const csr = (await readFile(file, 'utf8')).replace(step.csr === undefined ? /\n$/ : '', '');
      steps.push({ sign: 'openssl as in the User Guide', csr, trustAnchor, signedCert });
    } else if ('call' in step && boto) {
      const [service, operation] = step.call.split('.');
      wrong = judgeBoto(names, step, await boto.ask({ ask: 'call', service, operation, args: names.filled(step.args), pages: step.pages }));
    }
    steps.push(...exchanges.map((exchange) => recorded(label, exchange)));
    problems.push(...wrong.map((problem) => `${label}\n  ${problem}`));
  }
  return { recording: { session: name, client: version, scenario: session.scenario, steps }, problems };
}

/** @param {Step} step */
function labelOf(step) {
  if ('run' in step) return step.as === undefined ? step.run : `${step.run} (as ${step.as})`;
  if ('call' in step) return `${step.call}(${JSON.stringify(step.args)})`;
  return 'shell' in step ? step.shell : '';
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
  if (step.prints === undefined) return [...names.differences(step.printsText ?? '', stdout, 'stdout'), ...names.differences('', stderr, 'stderr')];
  return [...names.differences({ $json: step.prints }, stdout, 'stdout'), ...names.differences('', stderr, 'stderr')];
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

