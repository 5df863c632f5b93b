/** What `openssl genrsa 2048` and `openssl rsa -pubout` make; PEM. Nothing keeps the private key. */
export async function newPublicKey(): Promise<string> {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const { publicKey } = await crypto.subtle.generateKey(rsa, false, ['sign', 'verify']);
  const lines = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)).toBase64().match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}
