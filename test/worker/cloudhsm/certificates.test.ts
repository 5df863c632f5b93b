import { expect } from 'chai';
import { signClusterCsr } from '../../../src/page/customer-ca/sign.ts';
import { checkSignedCertificate, type Claim } from '../../../src/worker/cloudhsm/certificates/check.ts';
import { createClusterCsr } from '../../../src/worker/cloudhsm/certificates/create.ts';
import { describeCertificate } from '../../../src/worker/cloudhsm/certificates/describe.ts';
import { clusterCertificate, customerCa } from '../../../src/worker/scenarios/certificates.ts';
import { isIssuedBy, keyName, sameKey } from '../../../src/x509/facts.ts';
import { loadX509 } from '../../../src/x509/load.ts';
import { day, newCa, now, type CaOptions, type KeyKind, type TestCa } from './a-ca.ts';

const pemLines = /^-----BEGIN [A-Z ]+-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END [A-Z ]+-----\n$/;

describe("CloudHSM v2: a cluster's request and its HSM's papers", () => {
  it('a request as a CloudHSM makes it, signed by its own RSA 2048 key', async () => {
    const x509 = await loadX509();
    const { csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    expect(csr).to.match(pemLines);
    const request = new x509.Pkcs10CertificateRequest(csr);
    expect(await request.verify()).to.equal(true);
    expect(request.subject).to.match(/^C=US, ST=CA, O=Cavium, OU=N3FIPS, L=SanJose, CN=HSM:[0-9A-F]{12}:PARTN:\d+\\, for FIPS mode$/);
    expect(keyName(request.publicKey)).to.equal('RSA 2048');
    expect(request.signatureAlgorithm).to.deep.include({ name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } });
    expect(request.attributes).to.deep.equal([]);
  });
  it('its hardware certificates: one key, vouched for by AWS and by the manufacturer, both plainly simulated', async () => {
    const x509 = await loadX509();
    const { csr, hardware } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    for (const pem of Object.values(hardware)) expect(pem).to.match(pemLines).and.to.have.length.below(20_000);
    const hsm = new x509.X509Certificate(hardware.HsmCertificate);
    const aws = new x509.X509Certificate(hardware.AwsHardwareCertificate);
    const manufacturer = new x509.X509Certificate(hardware.ManufacturerHardwareCertificate);
    // User Guide, "Extract and compare public keys": "to ensure that they are the same".
    expect(sameKey(hsm.publicKey, new x509.Pkcs10CertificateRequest(csr).publicKey)).to.equal(true);
    // "You construct two certificate chains": either verifies the HSM's certificate.
    expect(await isIssuedBy(hsm, aws)).to.equal(true);
    expect(await isIssuedBy(hsm, manufacturer)).to.equal(true);
    for (const { issuer } of [aws, manufacturer]) expect(issuer).to.match(/Simulation - not AWS, CN=.*\(simulated by GlassHSM\)$/);
    expect(aws.issuer).not.to.equal(manufacturer.issuer);
    expect(hsm.notBefore.getTime()).to.equal(now);
  });
  it('an HSM keeps its identifier, two requests never share a key', async () => {
    const x509 = await loadX509();
    const [a, b, c] = await Promise.all(['hsm-aaaaaaaaaaa', 'hsm-aaaaaaaaaaa', 'hsm-bbbbbbbbbbb'].map((HsmId) => createClusterCsr({ HsmId, now })));
    const [one, two, other] = [a, b, c].map((made) => new x509.Pkcs10CertificateRequest(made?.csr ?? ''));
    expect(one?.subject).to.equal(two?.subject).and.not.to.equal(other?.subject);
    expect(one && two && sameKey(one.publicKey, two.publicKey)).to.equal(false);
  });
});

describe('CloudHSM v2: what InitializeCluster takes', () => {
  let csr: string;
  let ca: TestCa;
  let signedCert: string;
  before(async () => {
    ({ csr } = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now }));
    ca = await newCa();
    signedCert = await sign(ca);
  });
  const sign = (by: TestCa, request = csr, days = 3652): Promise<string> =>
    signClusterCsr({ csr: request, ca: { certificate: by.certificate, privateKey: by.keys.privateKey }, days, now });
  const check = (claim: Partial<Claim>): Promise<string | undefined> =>
    checkSignedCertificate({ csr, signedCert, trustAnchor: ca.certificate, now, ...claim });

  const taken: [what: string, ca: CaOptions][] = [
    ...(['RSA 2048', 'EC P-256', 'EC P-384', 'EC P-521'] satisfies KeyKind[]).map((kind): [string, CaOptions] => [kind, { kind }]),
    ['a CA without extensions', { extensions: 'none' }],
    ['a CA that is valid from this second on', { from: now }],
  ];
  for (const [what, options] of taken)
    it(`takes ${what}`, async () => {
      const by = await newCa(options);
      expect(await check({ trustAnchor: by.certificate, signedCert: await sign(by) })).to.equal(undefined);
    });
  it('takes text around the PEM, and lines that end as on Windows', async () => {
    const windows = (pem: string): string => `Certificate:\r\n    Data:\r\n${pem.replaceAll('\n', '\r\n')}\r\n`;
    expect(await check({ trustAnchor: windows(ca.certificate), signedCert: windows(signedCert) })).to.equal(undefined);
  });

  const anchors: [what: string, ca: CaOptions, reason: RegExp][] = [
    ['expired', { from: now - 2 * day, to: now - day }, /^TrustAnchor expired at 2026-11-22T12:30:15/],
    ['not valid yet', { from: now + day }, /^TrustAnchor is not valid before 2026-11-24/],
    ['not of a CA', { extensions: 'not a CA' }, /^TrustAnchor is not the certificate of a CA/],
    ['without Basic Constraints', { extensions: 'no Basic Constraints' }, /^TrustAnchor has X509v3 extensions, but .* Basic Constraints/],
    ['with extensions in conflict', { extensions: 'in conflict' }, /^TrustAnchor has extensions in conflict/],
    ['with a short key', { kind: 'RSA 1024' }, /^TrustAnchor has a key of the type RSA 1024/],
  ];
  for (const [what, options, reason] of anchors)
    it(`refuses a trust anchor ${what}`, async () => {
      const by = await newCa(options);
      expect(await check({ trustAnchor: by.certificate, signedCert: await sign(by) })).to.match(reason);
    });
  it('refuses an intermediate CA', async () => {
    const by = await newCa({ name: 'CN=Intermediate', by: ca });
    expect(await check({ trustAnchor: by.certificate, signedCert: await sign(by) })).to.match(/^TrustAnchor is not self-signed/);
  });
  it('refuses what another CA signed, also one of the same name', async () => {
    for (const name of ['CN=Another CA', ca.name])
      expect(await check({ signedCert: await sign(await newCa({ name })) })).to.match(/^SignedCert was not signed by the CA of TrustAnchor/);
  });
  it("refuses another cluster's certificate", async () => {
    const other = await createClusterCsr({ HsmId: 'hsm-abcdefghijk', now });
    expect(await check({ signedCert: await sign(ca, other.csr) })).to.match(/^SignedCert was not made from this cluster's CSR/);
  });
  it('refuses an expired one', async () => {
    expect(await check({ signedCert: await sign(ca, csr, 1), now: now + 2 * day })).to.match(/^SignedCert expired at 2026-11-24/);
  });
  it('says that they are swapped, or one twice', async () => {
    expect(await check({ signedCert: ca.certificate, trustAnchor: signedCert })).to.match(/are swapped/);
    expect(await check({ signedCert: ca.certificate })).to.match(/^SignedCert is a self-signed certificate/);
  });
  it('says what a text is instead', async () => {
    const texts: [text: string, reason: RegExp][] = [
      ['', /is not PEM text/],
      ['MIID', /is not PEM text/],
      [csr, /is a certificate signing request/],
      [ca.certificate + signedCert, /holds 2 PEM blocks/],
      [ca.certificate.slice(0, 200), /cut off or damaged/],
      [ca.certificate + signedCert.slice(0, 200), /cut off or damaged/],
      ['-----BEGIN CERTIFICATE-----\nMIIDazCCAlOgAwIBAgI=\n-----END CERTIFICATE-----\n', /not an X.509 certificate/],
      ['-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----\n', /cut off or damaged|not an X.509 certificate/],
      ['-----BEGIN PRIVATE KEY-----\nMIIDazCCAlOgAwIBAgI=\n-----END PRIVATE KEY-----\n', /is a private key/],
      ['-----BEGIN PKCS7-----\nMIIDazCCAlOgAwIBAgI=\n-----END PKCS7-----\n', /is a PEM block of the type PKCS7/],
    ];
    for (const [text, reason] of texts) {
      expect(await check({ signedCert: text }), text).to.match(reason).and.to.match(/^SignedCert /);
      expect(await check({ trustAnchor: text }), text).to.match(reason).and.to.match(/^TrustAnchor /);
    }
  });
  it('refuses a certificate one bit of which was changed', async () => {
    const x509 = await loadX509();
    const bytes = new Uint8Array(new x509.X509Certificate(signedCert).rawData);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(await check({ signedCert: new x509.X509Certificate(bytes).toString('pem') })).to.match(/^SignedCert was not signed by the CA/);
  });
});

describe('CloudHSM v2: certificates as views show them', () => {
  it("the scenario's own, which openssl made, belong together", async () => {
    const x509 = await loadX509();
    expect(await isIssuedBy(new x509.X509Certificate(clusterCertificate), new x509.X509Certificate(customerCa))).to.equal(true);
    expect(await describeCertificate(customerCa)).to.deep.equal({
      subject: 'C=US, ST=WA, L=Seattle, O=Example Corp, CN=GlassHSM example customer CA',
      issuer: 'C=US, ST=WA, L=Seattle, O=Example Corp, CN=GlassHSM example customer CA',
      serialNumber: '5b7e03a806ba67778927257d29eb9f6ba522273d',
      notBefore: Date.UTC(2026, 10, 23, 17, 31, 7),
      notAfter: Date.UTC(2036, 10, 22, 17, 31, 7),
      publicKey: 'RSA 2048',
      fingerprint: '63:CB:C9:AD:9F:BC:62:FF:89:EA:46:AA:7B:AB:34:1F:6D:EF:29:B0:3D:24:FE:74:D4:2F:6C:00:F2:46:CF:ED',
      selfSigned: true,
    });
    expect(await describeCertificate(clusterCertificate)).to.deep.include({
      subject: 'C=US, ST=CA, O=Cavium, OU=N3FIPS, L=SanJose, CN=HSM:A1B2C3D4E5F6:PARTN:1\\, for FIPS mode',
      publicKey: 'RSA 2048',
      selfSigned: false,
    });
  });
  it('elliptic curves by their names', async () => {
    expect((await describeCertificate((await newCa({ kind: 'EC P-384' })).certificate)).publicKey).to.equal('EC P-384');
  });
  it('what is none is told in a sentence', async () => {
    const error: unknown = await describeCertificate('hello').catch((reason: unknown) => reason);
    expect(error).to.include({ name: 'CertificateProblem', message: 'This is not PEM text: it has no line -----BEGIN …-----.' });
  });
  it("leaves the page's Reflect as it was", async () => {
    await loadX509();
    expect(Object.getOwnPropertyNames(Reflect)).not.to.include.members(['getMetadata']);
  });
});
