import type { PublicKey } from '@peculiar/x509';
import { keyName } from '../../x509/facts.ts';
import { loadX509 } from '../../x509/load.ts';
import { CertificateProblem } from '../../x509/problem.ts';
import { readCertificate, readPem } from '../../x509/read.ts';
import type { CustomerCa } from './create.ts';

/**
 * A CA that the customer has already, from the text of its two files.
 * @param privateKey PEM: PKCS#8 (`PRIVATE KEY`) or PKCS#1 (`RSA PRIVATE KEY`), unencrypted
 * @throws CertificateProblem
 */
export async function readCustomerCa(files: { readonly certificate: string; readonly privateKey: string }): Promise<CustomerCa> {
  const x509 = await loadX509();
  const certificate = readCertificate(x509, files.certificate, 'customerCA.crt');
  const { type, bytes, encrypted } = readPem(x509, files.privateKey, 'customerCA.key');
  if (encrypted)
    throw new CertificateProblem(
      'customerCA.key is encrypted with a pass phrase. Decrypt it first: openssl pkcs8 -topk8 -nocrypt -in customerCA.key -out customerCA-plain.key',
    );
  if (type !== 'PRIVATE KEY' && type !== 'RSA PRIVATE KEY')
    throw new CertificateProblem(
      `customerCA.key is a PEM block of the type ${type}. It must be PRIVATE KEY or RSA PRIVATE KEY; to convert it: openssl pkcs8 -topk8 -nocrypt -in customerCA.key`,
    );
  const algorithm = signatureAlgorithm(certificate.publicKey);
  const privateKey = await importKey(type === 'PRIVATE KEY' ? bytes : inPkcs8(new Uint8Array(bytes)), algorithm);
  const probe = new Uint8Array(32);
  const signature = await crypto.subtle.sign(algorithm, privateKey, probe);
  const publicKey = await certificate.publicKey.export(algorithm, ['verify']);
  if (!(await crypto.subtle.verify(algorithm, publicKey, signature, probe)))
    throw new CertificateProblem('customerCA.key is not the private key of customerCA.crt.');
  return { certificate: certificate.toString('pem'), privateKey };
}

function signatureAlgorithm(key: PublicKey): { name: string; hash: string; namedCurve?: string } {
  const [kind, curve] = keyName(key).split(' ');
  if (kind === 'RSA') return { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  if (kind === 'EC' && curve) return { name: 'ECDSA', hash: 'SHA-256', namedCurve: curve };
  throw new CertificateProblem(`customerCA.crt has a key of the type ${keyName(key)}; it must be RSA or EC.`);
}

async function importKey(pkcs8: BufferSource, algorithm: { name: string; hash: string }): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  } catch {
    throw new CertificateProblem('customerCA.key cannot be read, or is of another kind than the key of customerCA.crt.');
  }
}

/** PKCS#1 put into PKCS#8, which Web Cryptography takes: version 0, the algorithm rsaEncryption, the key (RFC 5208). */
function inPkcs8(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const rsaEncryption = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
  return element(0x30, [0x02, 0x01, 0x00, ...element(0x30, rsaEncryption), ...element(0x04, pkcs1)]);
}

/** One element of DER: tag, length, contents. */
function element(tag: number, contents: Iterable<number>): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(contents);
  const { length } = bytes;
  // Below 128 the length is one byte; else two bytes, which hold all lengths that a key can have.
  const lengthBytes = length < 128 ? [length] : [0x82, length >> 8, length & 255];
  return Uint8Array.from([tag, ...lengthBytes, ...bytes]);
}
