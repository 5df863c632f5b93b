import { expect } from 'chai';
import { opensslCommands } from '../../src/page/customer-ca/commands.ts';
import { createCustomerCa, privateKeyPem } from '../../src/page/customer-ca/create.ts';
import { readCustomerCa } from '../../src/page/customer-ca/own.ts';
import { signClusterCsr } from '../../src/page/customer-ca/sign.ts';
import { checkSignedCertificate } from '../../src/worker/cloudhsm/certificates/check.ts';
import { createClusterCsr } from '../../src/worker/cloudhsm/certificates/create.ts';
import { describeCertificate } from '../../src/worker/cloudhsm/certificates/describe.ts';
import { customerCa } from '../../src/worker/scenarios/certificates.ts';
import { loadX509 } from '../../src/x509/load.ts';
import { day, newCa, now } from '../worker/cloudhsm/a-ca.ts';

const name = { commonName: 'Example CA', organization: 'Example Corp', country: 'US' };

/** A PEM file of what Web Cryptography exports. */
const pemOf = async (type: string, bytes: BufferSource): Promise<string> => (await loadX509()).PemConverter.encode(bytes, type);

async function problem(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => new Error('nothing was refused'), (reason: unknown) => reason);
  expect(error).to.have.property('name', 'CertificateProblem');
  return (error as Error).message;
}

describe("The customer's certificate authority", () => {
  it('made here, it signs a cluster’s request, and InitializeCluster takes both', async () => {
    const ca = await createCustomerCa({ ...name, now });
    const { csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    const signedCert = await signClusterCsr({ csr, ca, now });
    expect(await checkSignedCertificate({ csr, signedCert, trustAnchor: ca.certificate, now: now + day })).to.equal(undefined);
    // API Reference, InitializeCluster: "a maximum of 5000 characters".
    for (const pem of [ca.certificate, signedCert]) expect(pem).to.have.length.below(5000).and.to.match(/-----\n$/);
    const { subject, issuer, notBefore, notAfter } = await describeCertificate(signedCert);
    expect(issuer).to.equal('C=US, O=Example Corp, CN=Example CA');
    expect(subject).to.match(/^C=US, ST=CA, O=Cavium, .*for FIPS mode$/);
    expect([notBefore, notAfter]).to.deep.equal([now, now + 3652 * day]);
  });
  it('is valid at once, whatever part of a second it is', async () => {
    for (const at of [now + 1, now + 500, now + 999]) {
      const ca = await createCustomerCa({ ...name, now: at });
      const { csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now: at });
      const signedCert = await signClusterCsr({ csr, ca, now: at });
      expect(await checkSignedCertificate({ csr, signedCert, trustAnchor: ca.certificate, now: at })).to.equal(undefined);
    }
  });
  it('a name alone will do, in any language, and days as asked for', async () => {
    const { certificate } = await createCustomerCa({ commonName: '例の認証局, 株式会社', days: 30, now });
    expect(await describeCertificate(certificate)).to.deep.include({
      subject: 'CN=例の認証局\\, 株式会社', notAfter: now + 30 * day, selfSigned: true, publicKey: 'RSA 2048',
    });
  });
  it('its key can be taken along, and brought back in either format', async () => {
    const ca = await createCustomerCa({ ...name, now });
    const { csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    const pkcs8 = await privateKeyPem(ca);
    expect(pkcs8).to.match(/^-----BEGIN PRIVATE KEY-----\n[^-]+\n-----END PRIVATE KEY-----\n$/);
    // PKCS#1 is what stands in PKCS#8 behind 26 bytes that are the same for every RSA key of this size.
    const pkcs1 = await pemOf('RSA PRIVATE KEY', (await crypto.subtle.exportKey('pkcs8', ca.privateKey)).slice(26));
    for (const privateKey of [pkcs8, pkcs1]) {
      const own = await readCustomerCa({ certificate: ca.certificate, privateKey });
      const signedCert = await signClusterCsr({ csr, ca: own, now });
      expect(await checkSignedCertificate({ csr, signedCert, trustAnchor: own.certificate, now })).to.equal(undefined);
    }
  });
  it('one of elliptic curves can be brought, too', async () => {
    const { csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    for (const kind of ['EC P-256', 'EC P-384', 'EC P-521'] as const) {
      const { certificate, keys } = await newCa({ kind });
      const privateKey = await pemOf('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey));
      const ca = await readCustomerCa({ certificate, privateKey });
      const signedCert = await signClusterCsr({ csr, ca, now });
      expect(await checkSignedCertificate({ csr, signedCert, trustAnchor: certificate, now }), kind).to.equal(undefined);
    }
  });
  it('says why files are no certificate authority', async () => {
    const ca = await createCustomerCa({ ...name, now });
    const privateKey = await privateKeyPem(ca);
    const { certificate } = ca;
    expect(await problem(readCustomerCa({ certificate: customerCa, privateKey }))).to.match(/not the private key of customerCA\.crt/);
    expect(await problem(readCustomerCa({ certificate: privateKey, privateKey }))).to.match(/^customerCA\.crt is a private key/);
    expect(await problem(readCustomerCa({ certificate, privateKey: certificate }))).to.match(/^customerCA\.key is a PEM block of the type CERTIFICATE/);
    expect(await problem(readCustomerCa({ certificate: (await newCa()).certificate, privateKey }))).to.match(/of another kind/);
    const encrypted = [
      privateKey.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE'),
      privateKey.replaceAll('PRIVATE', 'RSA PRIVATE').replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,2A0A6666EA47B586\n\n'),
    ];
    for (const text of encrypted) expect(await problem(readCustomerCa({ certificate, privateKey: text }))).to.match(/encrypted with a pass phrase/);
  });
  it('signs nothing but a valid request', async () => {
    const ca = await createCustomerCa({ ...name, now });
    const { csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    const lines = csr.split('\n');
    const changed = lines.with(3, lines[4] ?? '').join('\n');
    expect(await problem(signClusterCsr({ csr: ca.certificate, ca, now }))).to.match(/^The CSR is a PEM block of the type CERTIFICATE,/);
    expect(await problem(signClusterCsr({ csr: changed, ca, now }))).to.match(/^The CSR is not a valid/);
    expect(await problem(signClusterCsr({ csr: '', ca, now }))).to.match(/^The CSR is not PEM/);
  });
  it("shows the User Guide's commands beside it", () => {
    const commands = opensslCommands('cluster-abcdefghijk');
    expect(commands.map(({ command }) => command.replaceAll(/\s*\\\n\s*/g, ' '))).to.deep.equal([
      'openssl genrsa -aes256 -out customerCA.key 2048',
      'openssl req -new -x509 -days 3652 -key customerCA.key -out customerCA.crt',
      'openssl x509 -req -days 3652 -in cluster-abcdefghijk_ClusterCsr.csr -CA customerCA.crt -CAkey customerCA.key -CAcreateserial -out cluster-abcdefghijk_CustomerHsmCertificate.crt',
    ]);
    expect(commands.map(({ file }) => file)).to.deep.equal(['customerCA.key', 'customerCA.crt', 'cluster-abcdefghijk_CustomerHsmCertificate.crt']);
  });
});
