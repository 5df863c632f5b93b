import { filled, type Pair } from '../pairs.ts';

export const contextOf = (pairs: readonly Pair[]): { EncryptionContext?: Record<string, string> } => {
  const rows = filled(pairs);
  return rows.length > 0 ? { EncryptionContext: Object.fromEntries(rows.map(({ name, value }) => [name, value])) } : {};
};

/** What one call encrypts (API Reference, Encrypt: "Length Constraints: … Maximum length of 4096"). */
export const mostBytes = 4096;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** @returns undefined for what is not Base64 */
export function base64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return undefined;
  }
}

/** As text where it is one; other bytes in Base64. */
export function readable(bytes: Uint8Array): { readonly text: string; readonly note: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), note: false };
  } catch {
    return { text: bytes.toBase64(), note: true };
  }
}
