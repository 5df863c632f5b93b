import type { Extension } from '@peculiar/x509';
import { loadX509 } from '../../../src/x509/load.ts';

/** CAs of every kind for tests, right and wrong ones; the customer's own, as the page makes it, is in src/page/customer-ca. */
export const now = Date.UTC(2026, 10, 23, 12, 30, 15);
export const day = 24 * 60 * 60 * 1000;

export type KeyKind = 'RSA 1024' | 'RSA 2048' | 'EC P-256' | 'EC P-384' | 'EC P-521';

export function newKeys(kind: KeyKind): Promise<CryptoKeyPair> {
  const [family, size = ''] = kind.split(' ');
  const algorithm =
    family === 'RSA'
      ? { name: 'RSASSA-PKCS1-v1_5', modulusLength: Number(size), publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: size };
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

export interface TestCa {
  readonly certificate: string;
  readonly keys: CryptoKeyPair;
  readonly name: string;
}

export interface CaOptions {
  readonly kind?: KeyKind;
  readonly name?: string;
  readonly from?: number;
  readonly to?: number;
  /** Who signs it; by default itself. */
  readonly by?: TestCa;
  /** `none`: a certificate as old openssl made it. */
  readonly extensions?: 'usual' | 'none' | 'not a CA' | 'no Basic Constraints' | 'in conflict';
}

export async function newCa(options: CaOptions = {}): Promise<TestCa> {
  const { kind = 'EC P-256', name = 'CN=Test CA', from = now - day, to = now + 3652 * day, by, extensions = 'usual' } = options;
  const x509 = await loadX509();
  const keys = await newKeys(kind);
  const constraints = (ca: boolean): Extension => new x509.BasicConstraintsExtension(ca, undefined, true);
  const usage = (flags: number): Extension => new x509.KeyUsagesExtension(flags, true);
  const { keyCertSign, digitalSignature } = x509.KeyUsageFlags;
  const given = {
    usual: [constraints(true), usage(keyCertSign)],
    none: [],
    'not a CA': [constraints(false)],
    'no Basic Constraints': [usage(keyCertSign)],
    'in conflict': [constraints(true), usage(digitalSignature)],
  }[extensions];
  const certificate = await x509.X509CertificateGenerator.create({
    subject: name,
    publicKey: keys.publicKey,
    issuer: by?.name ?? name,
    signingKey: (by?.keys ?? keys).privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    notBefore: new Date(from),
    notAfter: new Date(to),
    extensions: given,
  });
  return { certificate: certificate.toString('pem'), keys, name };
}
