import type { PublicKey, X509Certificate } from '@peculiar/x509';

/** Whether two keys, of whatever certificate or request, are the same. */
export const sameKey = (a: PublicKey, b: PublicKey): boolean => sameBytes(a.rawData, b.rawData);

/** Whether `issuer` issued `certificate`: by name, and by a signature that is right. Dates are the caller's. */
export async function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): Promise<boolean> {
  if (!sameBytes(certificate.issuerName.toArrayBuffer(), issuer.subjectName.toArrayBuffer())) return false;
  try {
    return await certificate.verify({ publicKey: issuer.publicKey, signatureOnly: true });
  } catch {
    return false; // An algorithm that the browser does not have, or that does not fit the key.
  }
}

/** @returns as in `RSA 2048` or `EC P-256` */
export function keyName({ algorithm }: PublicKey): string {
  const { name, modulusLength, namedCurve } = algorithm as { name: string; modulusLength?: number; namedCurve?: string };
  if (modulusLength !== undefined) return `RSA ${String(modulusLength)}`;
  return namedCurve === undefined ? name : `EC ${namedCurve}`;
}

/** What days are to `openssl … -days`. */
export const dayInMilliseconds = 24 * 60 * 60 * 1000;

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const others = new Uint8Array(b);
  return a.byteLength === b.byteLength && new Uint8Array(a).every((byte, index) => byte === others[index]);
}
