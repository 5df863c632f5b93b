/**
 * A session that was taken home (src/page/ui/runbook): calls are made, a runbook is written from them, and bash runs it with the
 * real AWS CLI against a fresh world, where all ids are others. `node test/compare/runbook.mjs`, or as a part of `npm run compare`.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from '../tools/build.mjs';
import { isMain } from '../tools/paths.mjs';
import { Tally } from '../tools/tally.mjs';
import { openBridge } from './bridge.mjs';
import { importTypeScript } from './bundled.mjs';
import { bareEnvironment, findCli } from './clients.mjs';
import { loadCertificates } from './openssl.mjs';

const run = promisify(execFile);
const password = 'kmsPswd1234';
/** What is asked of kmsuser's cluster at a terminal. */
const activation = (/** @type {string} */ id) => [
  `cloudhsm-cli interactive --cluster-id ${id}`, 'cluster activate', 'adminPswd1234', 'adminPswd1234',
  'login --username admin --role admin', 'adminPswd1234', 'user create --username kmsuser --role crypto-user', password, password, 'quit',
];

/** @typedef {import('./bridge.mjs').Bridge} Bridge */
/** @typedef {(target: string, input: object) => Promise<any>} Make makes a call of the session; resolves with its answer, an error's too */

/**
 * Sessions, and what the world is to be after their runbook. `known`: variables that whoever runs it has to bring.
 * @type {Record<string, { scenario: string, make: (call: Make, bridge: Bridge) => Promise<void>, known: Record<string, string>, after: (look: Make) => Promise<void> }>}
 */
const sessions = {
  'a key store disconnected, connected, a key in it used and left to be deleted': {
    scenario: 'default',
    async make(call) {
      const CustomKeyStoreId = 'cks-1234567890abcdef0';
      await call('TrentService.DescribeCustomKeyStores', {});
      await call('TrentService.DisconnectCustomKeyStore', { CustomKeyStoreId });
      await call('TrentService.CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
      await call('TrentService.UpdateCustomKeyStore', { CustomKeyStoreId, NewCustomKeyStoreName: 'It\'s "mine" \\' });
      await call('TrentService.ConnectCustomKeyStore', { CustomKeyStoreId });
      const { KeyMetadata: { KeyId, Arn } } = await call('TrentService.CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId, Description: '-- $(not run) `nor this`', Tags: [{ TagKey: 'team', TagValue: 'it\'s ours' }] });
      await call('TrentService.CreateAlias', { AliasName: 'alias/home', TargetKeyId: KeyId });
      const Statement = [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: Arn }];
      await call('TrentService.PutKeyPolicy', { KeyId: Arn, PolicyName: 'default', Policy: JSON.stringify({ Version: '2012-10-17', Statement }) });
      const EncryptionContext = { purpose: 'it is a test', 'a b': 'c' };
      const { CiphertextBlob } = await call('TrentService.Encrypt', { KeyId: 'alias/home', Plaintext: Buffer.from('from the simulator').toString('base64'), EncryptionContext });
      await call('TrentService.Decrypt', { CiphertextBlob, EncryptionContext });
      const { GrantId } = await call('TrentService.CreateGrant', { KeyId, GranteePrincipal: 'arn:aws:iam::111122223333:user/Alice', Operations: ['Encrypt', 'Decrypt'] });
      await call('TrentService.RevokeGrant', { KeyId, GrantId });
      await call('TrentService.DisableKey', { KeyId });
      await call('TrentService.ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
    },
    known: { CUSTOM_KEY_STORE_ID: 'cks-1234567890abcdef0', ACCOUNT_ID: '111122223333', PLAINTEXT: 'typed by who runs it' },
    async after(look) {
      const { CustomKeyStores: [store] } = await look('TrentService.DescribeCustomKeyStores', {});
      assert.equal(`${store.CustomKeyStoreName} ${store.ConnectionState}`, 'It\'s "mine" \\ CONNECTED');
      const { KeyMetadata: key } = await look('TrentService.DescribeKey', { KeyId: 'alias/home' });
      assert.deepEqual([key.KeyState, key.Origin, key.Description], ['PendingDeletion', 'AWS_CLOUDHSM', '-- $(not run) `nor this`']);
      const { Policy } = await look('TrentService.GetKeyPolicy', { KeyId: key.KeyId, PolicyName: 'default' });
      assert.equal(JSON.parse(Policy).Statement[0].Resource, key.Arn);
      assert.deepEqual(await look('TrentService.ListGrants', { KeyId: key.KeyId }), { Grants: [], Truncated: false });
    },
  },
  'from an empty account to a first key': {
    scenario: 'empty',
    async make(call, bridge) {
      const SubnetIds = Object.values(subnets);
      const { Cluster: { ClusterId } } = await call('BaldrApiService.CreateCluster', { HsmType: 'hsm2m.medium', SubnetIds });
      await call('BaldrApiService.CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2a' });
      const { Clusters: [{ Certificates }] } = await call('BaldrApiService.DescribeClusters', {});
      const { createCustomerCa, signClusterCsr } = await loadCertificates();
      const now = await bridge.control('now');
      const ca = await createCustomerCa({ commonName: 'Example CA', now });
      const SignedCert = await signClusterCsr({ csr: Certificates.ClusterCsr, ca, now });
      await call('BaldrApiService.InitializeCluster', { ClusterId, SignedCert, TrustAnchor: ca.certificate });
      // Whatever is called next settles what AWS is at.
      await call('BaldrApiService.DescribeClusters', {});
      await activate(bridge, ClusterId);
      await call('BaldrApiService.CreateHsm', { ClusterId, AvailabilityZone: 'us-west-2b' });
      await call('BaldrApiService.DescribeClusters', {});
      const { CustomKeyStoreId } = await call('TrentService.CreateCustomKeyStore', { CustomKeyStoreName: 'Mine', CloudHsmClusterId: ClusterId, TrustAnchorCertificate: ca.certificate, KeyStorePassword: password });
      await call('TrentService.ConnectCustomKeyStore', { CustomKeyStoreId });
      await call('TrentService.CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId });
    },
    known: { KMSUSER_PASSWORD: password },
    async after(look) {
      const { CustomKeyStores: [{ ConnectionState }] } = await look('TrentService.DescribeCustomKeyStores', {});
      const { Keys } = await look('TrentService.ListKeys', {});
      assert.deepEqual([ConnectionState, Keys.length], ['CONNECTED', 1]);
    },
  },
};

/** The Region's default VPC: there is no EC2 to ask. */
const subnets = { SUBNET_ID: 'subnet-26b84426c1e92aa70', SUBNET_ID_2: 'subnet-25b84293c2e92c3a0', SUBNET_ID_3: 'subnet-24b84100c3e92dcd0' };

/** @param {Bridge} bridge @param {string} id */
async function activate(bridge, id) {
  for (const line of activation(id)) {
    const { exitCode, stdout, stderr } = await bridge.control('shell', { line });
    assert.equal(exitCode, 0, `${line}\n${stdout}${stderr}`);
  }
}

/** @param {import('../tools/tally.mjs').Tally} tally @param {{ bridge: Bridge, env: NodeJS.ProcessEnv }} with_ */
export async function tryRunbooks(tally, { bridge, env }) {
  // Browsers have it; Node 20 has not.
  if (!('fromBase64' in Uint8Array)) Object.defineProperty(Uint8Array, 'fromBase64', { value: (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, 'base64')) });
  const { callOf, stepsOf, bookOf, isUsualStep } = await importTypeScript('test/compare/runbook.ts');
  for (const [name, { scenario, make, known, after }] of Object.entries(sessions)) {
    await tally.check(`taken home, and run by bash and the AWS CLI: ${name}`, async () => {
      const exchanges = await session(bridge, env, scenario, make);
      const calls = exchanges.map(callOf);
      // What was refused is a part of the lesson.
      const steps = stepsOf(calls.filter((/** @type {any} */ call) => call.code !== undefined || isUsualStep(call)));
      const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-runbook-'));
      try {
        for (const language of ['ja', 'en']) {
          const script = bookOf('bash', { language, region: 'us-west-2', date: 'today', steps });
          assert.doesNotMatch(script, /kmsPswd1234|from the simulator|BEGIN CERTIFICATE/);
          await writeFile(join(folder, `${language}.sh`), script);
          await run('bash', ['-n', join(folder, `${language}.sh`)]);
        }
        const look = await open(bridge, env, scenario, []);
        await runBook(bridge, folder, { ...env, ...subnets, ...known, POLL_SECONDS: '0.2' });
        await after(look);
        return `${steps.length} steps`;
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }
}

/** A fresh world, all but without waiting (JSON has no Infinity). @param {Bridge} bridge @param {NodeJS.ProcessEnv} env @param {string} scenario @param {any[]} exchanges @returns {Promise<Make>} */
async function open(bridge, env, scenario, exchanges) {
  await bridge.control('open', { scenario });
  await bridge.control('setSpeed', { speed: 1e9 });
  return async (target, input) => {
    const service = target.startsWith('Trent') ? 'kms' : 'cloudhsm';
    const headers = {
      'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${env['AWS_ACCESS_KEY_ID']}/20261123/us-west-2/${service}/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
    };
    const request = { method: 'POST', path: '/', host: `${service}.us-west-2.amazonaws.com`, headers, body: JSON.stringify(input) };
    const response = await bridge.send(request);
    exchanges.push({ request, response });
    return response.body ? JSON.parse(response.body) : {};
  };
}

/** @param {Bridge} bridge @param {NodeJS.ProcessEnv} env @param {string} scenario @param {(call: Make, bridge: Bridge) => Promise<void>} make */
async function session(bridge, env, scenario, make) {
  /** @type {any[]} */
  const exchanges = [];
  await make(await open(bridge, env, scenario, exchanges), bridge);
  return exchanges;
}

/** Runs it as a person would: with a CA of their own, and at the terminal of the cluster when it is time. @param {Bridge} bridge @param {string} folder @param {NodeJS.ProcessEnv} env */
async function runBook(bridge, folder, env) {
  const openssl = (/** @type {string[]} */ ...args) => run('openssl', args, { cwd: folder });
  await openssl('genrsa', '-out', 'customerCA.key', '2048');
  await openssl('req', '-new', '-x509', '-days', '3652', '-key', 'customerCA.key', '-out', 'customerCA.crt', '-subj', '/CN=Example CA');
  const child = spawn('bash', ['en.sh'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let activated = Promise.resolve();
  /** @param {Buffer} text */
  const hear = (text) => {
    const before = printed.includes('Now activate');
    printed += text;
    if (!before && printed.includes('Now activate')) activated = activate(bridge, /\bcluster-\w+/.exec(printed)?.[0] ?? '');
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise((done) => { child.once('close', done); });
  await activated;
  assert.equal(code, 0, printed);
}

if (isMain(import.meta.url)) {
  const cli = await findCli();
  if (typeof cli === 'string') throw new Error(cli);
  await build();
  const bridge = await openBridge();
  const { accessKeyId, secretAccessKey } = await bridge.control('open', { scenario: 'default' });
  const tally = new Tally();
  await tryRunbooks(tally, { bridge, env: bareEnvironment({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_ENDPOINT_URL: bridge.url }) });
  await bridge.close();
  process.exitCode = tally.failed ? 1 : 0;
}
