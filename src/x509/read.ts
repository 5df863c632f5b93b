import type { Pkcs10CertificateRequest, X509Certificate } from '@peculiar/x509';
import type { X509 } from './load.ts';
import { CertificateProblem } from './problem.ts';

export interface PemBlock {
  /** As in `-----BEGIN CERTIFICATE-----`. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** `Proc-Type: 4,ENCRYPTED` of old private keys. */
  readonly encrypted: boolean;
}

/**
 * The one block of a PEM text. Text before and after it is allowed, as openssl's `-text` writes it.
 * @param what names the text in the sentence, as in "SignedCert"
 * @throws CertificateProblem
 */
export function readPem(x509: X509, pem: string, what: string): PemBlock {
  if (!/-----BEGIN [^-]+-----/.test(pem)) throw new CertificateProblem(`${what} is not PEM text: it has no line -----BEGIN …-----.`);
  let blocks;
  try {
    blocks = x509.PemConverter.decodeWithHeaders(pem);
  } catch {
    blocks = undefined;
  }
  const [block, ...others] = blocks ?? [];
  if (!block || pem.split('-----BEGIN ').length - 1 > others.length + 1)
    throw new CertificateProblem(`${what} is PEM text that is cut off or damaged.`);
  if (others.length > 0) throw new CertificateProblem(`${what} holds ${String(others.length + 1)} PEM blocks; it must be one alone.`);
  const encrypted = block.type.startsWith('ENCRYPTED') || block.headers.some(({ value }) => value.includes('ENCRYPTED'));
  return { type: block.type, bytes: block.rawData, encrypted };
}

/** @throws CertificateProblem that says what the text is instead of a certificate */
export function readCertificate(x509: X509, pem: string, what: string): X509Certificate {
  const { type, bytes } = readPem(x509, pem, what);
  if (/REQUEST$/.test(type))
    throw new CertificateProblem(`${what} is a certificate signing request, not a certificate: a CA has still to sign it.`);
  if (/PRIVATE KEY$/.test(type)) throw new CertificateProblem(`${what} is a private key, not a certificate. Keep it to yourself.`);
  if (type !== 'CERTIFICATE') throw new CertificateProblem(`${what} is a PEM block of the type ${type}, not CERTIFICATE.`);
  try {
    const certificate = new x509.X509Certificate(bytes);
    // The library reads some parts only when they are asked for: what is broken in there is told here.
    void [certificate.subject, certificate.publicKey.algorithm, certificate.extensions];
    return certificate;
  } catch {
    throw new CertificateProblem(`${what} is PEM text, but what it holds is not an X.509 certificate.`);
  }
}

/** @throws CertificateProblem that says what the text is instead of a request, or that its signature is wrong */
export async function readRequest(x509: X509, pem: string, what: string): Promise<Pkcs10CertificateRequest> {
  const { type, bytes } = readPem(x509, pem, what);
  if (!/REQUEST$/.test(type)) throw new CertificateProblem(`${what} is a PEM block of the type ${type}, not CERTIFICATE REQUEST.`);
  try {
    const request = new x509.Pkcs10CertificateRequest(bytes);
    if (await request.verify()) return request;
  } catch {
    // It is told below.
  }
  throw new CertificateProblem(`${what} is not a valid certificate signing request: it cannot be read, or its signature is wrong.`);
}
