/**
 * Our certificates by the real openssl, both ways: it reads what we make, as the CloudHSM User Guide has customers do, and we
 * read what it makes by the guide's commands. `node test/compare/openssl.mjs`, or as a part of `npm run compare`.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isMain } from '../tools/paths.mjs';
import { importTypeScript } from './bundled.mjs';

const run = promisify(execFile);
const ClusterId = 'cluster-abcdefghijk';
const passPhrase = 'pass:a pass phrase';

/** @returns {Promise<string | undefined>} its version; undefined where it is not on this machine */
export const findOpenssl = () => run('openssl', ['version']).then(({ stdout }) => stdout.trim(), () => undefined);

/** @returns {Promise<typeof import('./certificates.ts')>} our own certificates, for Node */
export async function loadCertificates() {
  // Browsers have it; Node 20 has not.
  if (!('toHex' in Uint8Array.prototype)) {
    Object.defineProperty(Uint8Array.prototype, 'toHex', { value() { return Buffer.from(this).toString('hex'); } });
  }
  return importTypeScript('test/compare/certificates.ts');
}

/**
 * What the customer does with `<cluster ID>_ClusterCsr.csr` in a folder: the three commands that we show, in their order,
 * with what they ask for at a terminal.
 * @param {string} folder @param {string} id of the cluster
 */
export async function signAsTheGuide(folder, id) {
  const { ours, openssl, read } = bench(folder, await loadCertificates());
  /** @type {Record<string, string[]>} */
  const answers = {
    'create-key': ['-passout', passPhrase],
    'create-certificate': ['-passin', passPhrase, '-subj', '/C=US/O=Example Corp/CN=Example CA'],
    'sign-csr': ['-passin', passPhrase],
  };
  for (const { step, command } of ours.opensslCommands(id)) {
    // openssl genrsa wants its size last.
    const [, words = '', size = ''] = /^openssl (.*?)( 2048)?$/s.exec(command) ?? [];
    await openssl(words, ...(answers[step] ?? []), ...(size ? [size.trim()] : []));
  }
  return { signedCert: await read(`${id}_CustomerHsmCertificate.crt`), trustAnchor: await read('customerCA.crt') };
}

/** @param {import('../tools/tally.mjs').Tally} tally */
export async function compareWithOpenssl(tally) {
  const version = await findOpenssl();
  if (version === undefined) return console.log('Left out: openssl, which is not installed.');
  const ours = await loadCertificates();
  const folder = await mkdtemp(join(tmpdir(), 'glass-hsm-openssl-'));
  try {
    for (const [name, check] of Object.entries({ papers, signedByUs, signedByOpenssl, ownCas })) {
      await tally.check(`${version.split(' ').slice(0, 2).join(' ')}: ${name}`, () => check(bench(folder, ours)));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @typedef {ReturnType<typeof bench>} Bench */

/** @param {string} folder @param {any} ours */
function bench(folder, ours) {
  return {
    ours,
    folder,
    now: Date.now(),
    /** One command line; its words hold no spaces unless given apart. @param {string} line @param {string[]} more */
    async openssl(line, ...more) {
      const { stdout, stderr } = await run('openssl', [...line.split(/[\s\\]+/), ...more], { cwd: folder });
      return stdout + stderr;
    },
    /** @param {string} name @param {string} text */
    write: (name, text) => writeFile(join(folder, name), text),
    /** @param {string} name */
    read: (name) => readFile(join(folder, name), 'utf8'),
  };
}

/** The guide's "Verify the identity and authenticity of your cluster's HSM". @param {Bench} bench */
async function papers({ ours, now, openssl, write }) {
  const { csr, hardware } = await ours.createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
  await write('cluster.csr', csr);
  for (const [name, pem] of Object.entries(hardware)) await write(`${name}.crt`, pem);
  const verified = await openssl('req -verify -noout -subject -in cluster.csr');
  assert.match(verified, /verify OK/);
  assert.match(verified, /C = US, ST = CA, O = Cavium, OU = N3FIPS, L = SanJose, CN = "HSM:[0-9A-F]{12}:PARTN:\d+, for FIPS mode"/);
  assert.match(await openssl('req -noout -text -in cluster.csr'), /Version: 1 [^]*Public-Key: \(2048 bit\)[^]*Signature Algorithm: sha256WithRSAEncryption/);
  // Our roots are kept nowhere, so that the chains end at the hardware.
  for (const issuer of ['AwsHardwareCertificate', 'ManufacturerHardwareCertificate']) {
    assert.match(await openssl(`verify -x509_strict -partial_chain -CAfile ${issuer}.crt HsmCertificate.crt`), /: OK/);
    assert.match(await openssl(`x509 -noout -issuer -in ${issuer}.crt`), /simulated by GlassHSM/);
  }
  assert.equal(await openssl('x509 -in HsmCertificate.crt -pubkey -noout'), await openssl('req -in cluster.csr -pubkey -noout'));
}

/** @param {Bench} bench */
async function signedByUs({ ours, now, openssl, write }) {
  const { csr } = await ours.createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
  const ca = await ours.createCustomerCa({ commonName: 'Example CA', organization: 'Example Corp', country: 'US', now });
  await write('customerCA.crt', ca.certificate);
  await write('customerCA.key', await ours.privateKeyPem(ca));
  await write('signed.crt', await ours.signClusterCsr({ csr, ca, now }));
  assert.match(await openssl('verify -CAfile customerCA.crt signed.crt'), /signed\.crt: OK/);
  assert.match(await openssl('pkey -in customerCA.key -check -noout'), /Key is valid/);
  assert.equal(await openssl('pkey -in customerCA.key -pubout'), await openssl('x509 -in customerCA.crt -pubkey -noout'));
  const shown = await ours.describeCertificate(ca.certificate);
  assert.match(await openssl('x509 -noout -fingerprint -sha256 -serial -in customerCA.crt'), new RegExp(`${shown.fingerprint}[^]*serial=${shown.serialNumber}`, 'i'));
}

/** @param {Bench} bench */
async function signedByOpenssl({ ours, now, folder, openssl, write, read }) {
  const { csr } = await ours.createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
  await write(`${ClusterId}_ClusterCsr.csr`, csr);
  const { signedCert, trustAnchor } = await signAsTheGuide(folder, ClusterId);
  // A second later: openssl's clock may be past ours.
  assert.equal(await ours.checkSignedCertificate({ csr, signedCert, trustAnchor, now: Date.now() + 1000 }), undefined);
  const encrypted = await read('customerCA.key');
  await assert.rejects(ours.readCustomerCa({ certificate: trustAnchor, privateKey: encrypted }), /encrypted with a pass phrase/);
  // The way out that the message names.
  await openssl('pkcs8 -topk8 -nocrypt -in customerCA.key -out customerCA-plain.key', '-passin', passPhrase);
  await ours.readCustomerCa({ certificate: trustAnchor, privateKey: await read('customerCA-plain.key') });
}

/** CAs that customers may have already. @param {Bench} bench */
async function ownCas({ ours, openssl, write, read }) {
  const { csr } = await ours.createClusterCsr({ HsmId: 'hsm-abcdefghijk', now: Date.now() });
  const kinds = ['genrsa -traditional -out own.key 2048', 'genrsa -out own.key 4096', ...['prime256v1', 'secp384r1', 'secp521r1'].map((curve) => `genpkey -algorithm EC -pkeyopt ec_paramgen_curve:${curve} -out own.key`)];
  for (const kind of kinds) {
    await openssl(kind);
    await openssl('req -new -x509 -days 3652 -key own.key -out own.crt -subj /C=JP/CN=Own');
    // As above.
    const now = Date.now() + 1000;
    const ca = await ours.readCustomerCa({ certificate: await read('own.crt'), privateKey: await read('own.key') });
    const signedCert = await ours.signClusterCsr({ csr, ca, now });
    await write('signed.crt', signedCert);
    assert.match(await openssl(`verify -attime ${Math.ceil(now / 1000)} -CAfile own.crt signed.crt`), /signed\.crt: OK/);
    assert.equal(await ours.checkSignedCertificate({ csr, signedCert, trustAnchor: ca.certificate, now }), undefined, kind);
  }
  return `${kinds.length} kinds of keys`;
}

if (isMain(import.meta.url)) {
  const { Tally } = await import('../tools/tally.mjs');
  const tally = new Tally();
  await compareWithOpenssl(tally);
  tally.finish();
}
