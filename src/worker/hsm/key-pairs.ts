import type { DataKeyPairSpec } from '@aws-sdk/client-kms';

/** Key pairs that a browser may be able to make. */
export type KeyPairSpec = Extract<
  DataKeyPairSpec,
  | 'RSA_2048'
  | 'RSA_3072'
  | 'RSA_4096'
  | 'ECC_NIST_P256'
  | 'ECC_NIST_P384'
  | 'ECC_NIST_P521'
  | 'ECC_NIST_EDWARDS25519'
>;

export interface KeyPair {
  /** DER-encoded X.509 SubjectPublicKeyInfo (RFC 5280). */
  readonly publicKey: Uint8Array;
  /** DER-encoded PKCS8 PrivateKeyInfo (RFC 5958). */
  readonly privateKey: Uint8Array;
}

const rsa = (modulusLength: number): RsaHashedKeyGenParams => ({
  // The padding and the hash are for the use of the key here, and nothing of them is in the exported pair.
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
});
const ecc = (namedCurve: string): EcKeyGenParams => ({ name: 'ECDSA', namedCurve });

const algorithms: Readonly<Record<KeyPairSpec, RsaHashedKeyGenParams | EcKeyGenParams | { readonly name: 'Ed25519' }>> = {
  RSA_2048: rsa(2048),
  RSA_3072: rsa(3072),
  RSA_4096: rsa(4096),
  ECC_NIST_P256: ecc('P-256'),
  ECC_NIST_P384: ecc('P-384'),
  ECC_NIST_P521: ecc('P-521'),
  ECC_NIST_EDWARDS25519: { name: 'Ed25519' },
};

export const isKeyPairSpec = (spec: DataKeyPairSpec): spec is KeyPairSpec => Object.hasOwn(algorithms, spec);

/** @returns a new pair, in the open: it is for use outside of the HSM. Undefined where this browser cannot make it */
export async function makeKeyPair(spec: KeyPairSpec): Promise<KeyPair | undefined> {
  try {
    const pair = (await crypto.subtle.generateKey(algorithms[spec], true, ['sign', 'verify'])) as CryptoKeyPair;
    const [publicKey, privateKey] = await Promise.all([
      crypto.subtle.exportKey('spki', pair.publicKey),
      crypto.subtle.exportKey('pkcs8', pair.privateKey),
    ]);
    return { publicKey: new Uint8Array(publicKey), privateKey: new Uint8Array(privateKey) };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotSupportedError') return undefined;
    throw error;
  }
}
