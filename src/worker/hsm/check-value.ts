/**
 * The check value of an AES key whose bytes nobody can read: the first three bytes of E_K(0). GCM reveals E_K(0): it is
 * the hash key H. Under one nonce, with no plaintext, a tag is GHASH(data) ^ E_K(J0): of no data GHASH is 0, of one zero
 * block it is L·H with L the block of lengths; so the two tags' difference is L·H, and H is the difference times 1/L
 * (NIST SP 800-38D, 6.4 and 7.1). The nonce is reserved for this: data is never encrypted under it.
 */
const reservedNonce = new Uint8Array(12);
const zeroBlock = new Uint8Array(16);
/** 1/L, with L = 128 bits of additional data and 0 bits of text as GCM writes the two lengths: 128 << 64. */
const inverseOfLengths = 0x80000000000000000da2b1efc975384n;
/** x^128 + x^7 + x^2 + x + 1, in GCM's reflected order of bits. */
const reduction = 0xe1n << 120n;

/** @returns `0x` and six hexadecimal digits */
export async function checkValueOf(key: CryptoKey): Promise<string> {
  const difference = (await tag(key, new Uint8Array())) ^ (await tag(key, zeroBlock));
  const hashKey = multiply(difference, inverseOfLengths);
  return `0x${(hashKey >> 104n).toString(16).padStart(6, '0')}`;
}

async function tag(key: CryptoKey, additionalData: Uint8Array<ArrayBuffer>): Promise<bigint> {
  const algorithm = { name: 'AES-GCM', iv: reservedNonce, additionalData };
  const bytes = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, new Uint8Array()));
  return BigInt(`0x${bytes.toHex()}`);
}

/** The product in GCM's field of 2^128 elements (SP 800-38D, algorithm 1). */
function multiply(x: bigint, y: bigint): bigint {
  let product = 0n;
  let factor = y;
  for (let bit = 127n; bit >= 0n; bit -= 1n) {
    if ((x >> bit) & 1n) product ^= factor;
    factor = factor & 1n ? (factor >> 1n) ^ reduction : factor >> 1n;
  }
  return product;
}
