import type { CertificateView } from '../../../model/look.ts';
import { isIssuedBy, keyName } from '../../../x509/facts.ts';
import { loadX509 } from '../../../x509/load.ts';
import { readCertificate } from '../../../x509/read.ts';

/** @throws CertificateProblem that says why the text is no certificate */
export async function describeCertificate(pem: string): Promise<CertificateView> {
  const x509 = await loadX509();
  const certificate = readCertificate(x509, pem, 'This');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', certificate.rawData));
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore.getTime(),
    notAfter: certificate.notAfter.getTime(),
    publicKey: keyName(certificate.publicKey),
    fingerprint: digest.toHex().toUpperCase().replace(/..(?=.)/g, '$&:'),
    selfSigned: await isIssuedBy(certificate, certificate),
  };
}
