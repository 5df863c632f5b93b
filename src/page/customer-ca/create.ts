import { dayInMilliseconds } from '../../x509/facts.ts';
import { loadX509 } from '../../x509/load.ts';

/** A certificate authority of the customer: what `customerCA.crt` and `customerCA.key` hold. */
export interface CustomerCa {
  /** PEM. */
  readonly certificate: string;
  readonly privateKey: CryptoKey;
}

/** What `openssl req` asks for, as far as it matters here. */
export interface CustomerName {
  readonly commonName: string;
  readonly organization?: string;
  /** Two letters. */
  readonly country?: string;
}

/**
 * `openssl genrsa` and `openssl req -new -x509`, played by the page: the User Guide has the customer make the CA on a
 * computer of their own, not in AWS, so the worker has no part in it.
 * @param now milliseconds since the epoch by the simulator's clock, which may be ahead
 */
export async function createCustomerCa(options: CustomerName & { readonly days?: number; readonly now: number }): Promise<CustomerCa> {
  const { commonName, organization, country, days = 3652, now } = options;
  const x509 = await loadX509();
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
  // Extractable, because openssl too writes it to a file that one can take along: see privateKeyPem.
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [...(country ? [{ C: [country] }] : []), ...(organization ? [{ O: [organization] }] : []), { CN: [commonName] }],
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(now),
    notAfter: new Date(now + days * dayInMilliseconds),
    // What openssl's own configuration gives a certificate of `req -x509`.
    extensions: [
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
      new x509.BasicConstraintsExtension(true, undefined, true),
    ],
  });
  return { certificate: `${certificate.toString('pem').trim()}\n`, privateKey: keys.privateKey };
}

/**
 * `customerCA.key` for a download: PKCS#8, unencrypted (a pass phrase would be one more thing to lose, and the key guards a
 * simulation). openssl reads it as it is.
 */
export async function privateKeyPem({ privateKey }: CustomerCa): Promise<string> {
  const x509 = await loadX509();
  return `${x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY').trim()}\n`;
}
