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

/**
 * RSA's padding and hash, and that the key is one to sign with, are for its use here: nothing of them is in the exported
 * pair.
 */
function algorithmOf(spec: KeyPairSpec): RsaHashedKeyGenParams | EcKeyGenParams | Algorithm {
  if (spec.startsWith('RSA')) {
    const modulusLength = Number(spec.slice(4));
    return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength, publicExponent: new Uint8Array([1, 0, 1]) };
  }
  const curve = /P\d+$/.exec(spec)?.[0];
  return curve === undefined ? { name: 'Ed25519' } : { name: 'ECDSA', namedCurve: curve.replace('P', 'P-') };
}

/** @returns a new pair, in the open: it is for use outside of the HSM. Undefined where this browser cannot make it */
export async function makeKeyPair(spec: KeyPairSpec): Promise<KeyPair | undefined> {
  try {
    const pair = (await crypto.subtle.generateKey(algorithmOf(spec), true, ['sign', 'verify'])) as CryptoKeyPair;
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
