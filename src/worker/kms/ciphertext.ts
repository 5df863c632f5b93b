import { AwsError } from '../errors.ts';
import type { KeyRow } from '../storage/schema.ts';
import { keyArn } from './keys.ts';

/**
 * The blob that Encrypt answers. Like AWS's it begins with a version and names its key, so that Decrypt needs no KeyId;
 * the rest of the form is ours (facts 8.5: no sample for CloudHSM keys is public). After the header: nonce, ciphertext
 * and tag of the vault. Everything before them, the key's ARN and the encryption context are authenticated with them.
 */
const version = [0x01, 0x02, 0x02, 0x00, 0x78] as const;
const uuidLength = 16;
const accountLength = 5;
const backingKeyIdLength = 7;
const checksumLength = 4;
const named = version.length + uuidLength + accountLength + backingKeyIdLength;
const headerLength = named + checksumLength;

const encoder = new TextEncoder();
const hex = (text: string): Uint8Array => Uint8Array.fromHex(text);

/** Rows are never changed in place, so a header is made once. */
const headers = new WeakMap<KeyRow, Uint8Array>();

/** @returns version, key id, account, the beginning of the backing key id, checksum; not to be changed */
export function headerOf(key: KeyRow): Uint8Array {
  let header = headers.get(key);
  if (!header) headers.set(key, (header = makeHeader(key)));
  return header;
}

function makeHeader(key: KeyRow): Uint8Array {
  const header = new Uint8Array(headerLength);
  header.set(version);
  header.set(hex(key.KeyId.replaceAll('-', '')), version.length);
  header.set(hex(Number(key.account).toString(16).padStart(accountLength * 2, '0')), version.length + uuidLength);
  header.set(hex(key.backingKeyId.slice(0, backingKeyIdLength * 2)), version.length + uuidLength + accountLength);
  header.set(checksum(header.subarray(0, named)), named);
  return header;
}

/** FNV-1a: tells a damaged header, which names no key, from one that names a key of another Region or account. */
function checksum(bytes: Uint8Array): Uint8Array {
  const hash = bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x01000193), 0x811c9dc5);
  return new Uint8Array([hash >>> 24, hash >>> 16, hash >>> 8, hash]);
}

/** @throws AwsError InvalidCiphertextException, which AWS answers without a message (facts 4) */
export function keyOfCiphertext(blob: Uint8Array): { readonly KeyId: string; readonly account: string } {
  if (
    blob.length <= headerLength ||
    version.some((byte, i) => blob[i] !== byte) ||
    checksum(blob.subarray(0, named)).some((byte, i) => blob[named + i] !== byte)
  )
    throw new AwsError('InvalidCiphertextException');
  const id = blob.subarray(version.length, version.length + uuidLength).toHex();
  const account = blob.subarray(version.length + uuidLength, version.length + uuidLength + accountLength).toHex();
  return {
    KeyId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    account: String(parseInt(account, 16)).padStart(12, '0'),
  };
}

/** @returns the first digits of the id of the material that made the blob: a key that was rotated has several */
export const materialOfCiphertext = (blob: Uint8Array): string => blob.subarray(named - backingKeyIdLength, named).toHex();

export const headerAndSealed = (blob: Uint8Array): { readonly header: Uint8Array; readonly sealed: Uint8Array } => ({
  header: blob.subarray(0, headerLength),
  sealed: blob.subarray(headerLength),
});

/**
 * What is authenticated beside the plaintext. The context's order does not count (Developer Guide, "Encryption context").
 */
export function additionalData(
  key: KeyRow,
  header: Uint8Array,
  context: Readonly<Record<string, string>> = {},
): Uint8Array {
  const pairs = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = encoder.encode(JSON.stringify([keyArn(key, key.KeyId), pairs]));
  const data = new Uint8Array(header.length + text.length);
  data.set(header);
  data.set(text, header.length);
  return data;
}
