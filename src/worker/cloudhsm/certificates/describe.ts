import { isIssuedBy, keyName } from '../../../x509/facts.ts';
import { loadX509 } from '../../../x509/load.ts';
import { CertificateProblem } from '../../../x509/problem.ts';
import { readCertificate } from '../../../x509/read.ts';
import { SimulatorFault } from '../../errors.ts';

/** A certificate as a view shows it. */
export interface CertificateView {
  /** As in `C=US, O=Cavium, CN=…`, in the certificate's order. */
  readonly subject: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** As in `RSA 2048` or `EC P-256`. */
  readonly publicKey: string;
  /** SHA-256 of the certificate as `openssl x509 -fingerprint -sha256` writes it. */
  readonly fingerprint: string;
  readonly selfSigned: boolean;
}

/** @throws SimulatorFault that says why the text is no certificate */
export async function describeCertificate(pem: string): Promise<CertificateView> {
  try {
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
  } catch (error) {
    throw error instanceof CertificateProblem ? new SimulatorFault(error.message) : error;
  }
}
