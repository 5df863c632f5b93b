import type { X509Certificate } from '@peculiar/x509';
import { isIssuedBy, keyName, sameKey } from '../../../x509/facts.ts';
import { loadX509, type X509 } from '../../../x509/load.ts';
import { CertificateProblem } from '../../../x509/problem.ts';
import { readCertificate, readRequest } from '../../../x509/read.ts';

export interface Claim {
  /** The cluster's `ClusterCsr`. */
  readonly csr: string;
  readonly signedCert: string;
  readonly trustAnchor: string;
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Whether InitializeCluster may take these: `trustAnchor` a self-signed CA certificate, `signedCert` the cluster's request
 * signed by it (API Reference, InitializeCluster). The words of a refusal are ours: AWS's are not public.
 * @returns nothing if they are right, else one sentence that says what is wrong
 */
export async function checkSignedCertificate({ csr, signedCert, trustAnchor, now }: Claim): Promise<string | undefined> {
  const x509 = await loadX509();
  try {
    const request = await readRequest(x509, csr, 'ClusterCsr');
    const signed = readCertificate(x509, signedCert, 'SignedCert');
    const anchor = readCertificate(x509, trustAnchor, 'TrustAnchor');
    if (!sameKey(signed.publicKey, request.publicKey)) {
      if (sameKey(anchor.publicKey, request.publicKey))
        return 'SignedCert and TrustAnchor are swapped: TrustAnchor is the certificate of the cluster.';
      if (await isIssuedBy(signed, signed))
        return "SignedCert is a self-signed certificate. It must be the cluster's CSR, signed by the CA of TrustAnchor.";
      return "SignedCert was not made from this cluster's CSR: its public key is another one.";
    }
    return (await problemOfAnchor(x509, anchor, now)) ?? (await problemOfSigned(signed, anchor, now));
  } catch (error) {
    if (error instanceof CertificateProblem) return error.message;
    throw error;
  }
}

/**
 * User Guide, "Initialize the cluster": "your trust anchor must comply with RFC 5280: If using X509v3 extensions, the X509v3
 * Basic Constraints extension must be present. The trust anchor must be a self-signed certificate. Extension values must
 * not conflict with each other." Keys: those the User Guide lists for the other trust anchors that an HSM takes (`cluster
 * mtls register-trust-anchor`); for this one it only shows RSA 2048.
 */
async function problemOfAnchor(x509: X509, anchor: X509Certificate, now: number): Promise<string | undefined> {
  const key = keyName(anchor.publicKey);
  if (!/^(RSA (2048|3072|4096)|EC P-(256|384|521))$/.test(key))
    return `TrustAnchor has a key of the type ${key}; it must be RSA of 2048, 3072 or 4096 bits, or EC P-256, P-384 or P-521.`;
  if (!(await isIssuedBy(anchor, anchor)))
    return 'TrustAnchor is not self-signed, or its signature is wrong: it must be the certificate of a root CA, which signed itself.';
  const constraints = anchor.getExtension(x509.BasicConstraintsExtension);
  const usages = anchor.getExtension(x509.KeyUsagesExtension)?.usages;
  if (anchor.extensions.length > 0 && !constraints)
    return 'TrustAnchor has X509v3 extensions, but the extension Basic Constraints is not among them.';
  if (constraints && !constraints.ca) return 'TrustAnchor is not the certificate of a CA: its Basic Constraints say CA:FALSE.';
  if (usages !== undefined && (usages & x509.KeyUsageFlags.keyCertSign) === 0)
    return 'TrustAnchor has extensions in conflict: Basic Constraints say CA:TRUE, Key Usage allows no signing of certificates.';
  return problemOfDates('TrustAnchor', anchor, now);
}

async function problemOfSigned(signed: X509Certificate, anchor: X509Certificate, now: number): Promise<string | undefined> {
  if (!(await isIssuedBy(signed, anchor))) return 'SignedCert was not signed by the CA of TrustAnchor.';
  return problemOfDates('SignedCert', signed, now);
}

function problemOfDates(what: string, { notBefore, notAfter }: X509Certificate, now: number): string | undefined {
  if (notAfter.getTime() < now) return `${what} expired at ${notAfter.toISOString()}.`;
  if (notBefore.getTime() > now) return `${what} is not valid before ${notBefore.toISOString()}.`;
  return undefined;
}
