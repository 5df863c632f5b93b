import { dayInMilliseconds } from '../../x509/facts.ts';
import { loadX509 } from '../../x509/load.ts';
import { readCertificate, readRequest } from '../../x509/read.ts';
import type { CustomerCa } from './create.ts';

/**
 * `openssl x509 -req -CA customerCA.crt -CAkey customerCA.key`, played by the page.
 * @param now milliseconds since the epoch by the simulator's clock
 * @returns `<cluster ID>_CustomerHsmCertificate.crt`, PEM
 * @throws CertificateProblem where `csr` is no request, or not a valid one
 */
export async function signClusterCsr(options: {
  readonly csr: string;
  readonly ca: CustomerCa;
  readonly days?: number;
  readonly now: number;
}): Promise<string> {
  const { csr, ca, days = 3652, now } = options;
  const x509 = await loadX509();
  const request = await readRequest(x509, csr, 'The CSR');
  const issuer = readCertificate(x509, ca.certificate, 'customerCA.crt');
  const certificate = await x509.X509CertificateGenerator.create({
    subject: request.subjectName,
    publicKey: request.publicKey,
    issuer: issuer.subjectName,
    signingKey: ca.privateKey,
    signingAlgorithm: { name: ca.privateKey.algorithm.name, hash: 'SHA-256' },
    notBefore: new Date(now),
    notAfter: new Date(now + days * dayInMilliseconds),
    extensions: [
      await x509.SubjectKeyIdentifierExtension.create(request.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return `${certificate.toString('pem').trim()}\n`;
}
