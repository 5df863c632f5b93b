import type { Pair } from '../pairs.ts';

/** What Decrypt takes, as a person would have written it down. */
export interface Ciphertext {
  /** Base64. */
  readonly blob: string;
  readonly context: readonly Pair[];
}

/**
 * Each key's last ciphertext, for as long as the page is open: who disconnects the key store, or restores its cluster, comes back
 * to the key to see whether what was encrypted before can be decrypted. A ciphertext is no secret; a plaintext is kept nowhere.
 */
const ofKeys = new Map<string, Ciphertext>();

export const lastCiphertext = (KeyId: string): Ciphertext | undefined => ofKeys.get(KeyId);
export const keepCiphertext = (KeyId: string, ciphertext: Ciphertext): void => void ofKeys.set(KeyId, ciphertext);
