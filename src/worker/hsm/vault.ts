import type { ExportAttempt } from '../../model/look.ts';
import type { Storage } from '../storage/storage.ts';
import type { KeyObjectRow } from '../storage/schema.ts';
import { checkValueOf } from './check-value.ts';
import { makeKeyPair, type KeyPair, type KeyPairSpec } from './key-pairs.ts';

declare const secret: unique symbol;
/** Key material that is not stored yet. Only the vault can look inside. */
export interface Material {
  readonly materialId: string;
  readonly [secret]?: never;
}

/**
 * The vault: real, persistent, non-extractable AES-256-GCM keys. Handles in, bytes out: no CryptoKey leaves this folder
 * but into storage. Which object may be used, and by whom, is for the callers to say.
 */
export interface Vault {
  generate(): Promise<Material>;
  /** @returns whether there is material for the object: a world that was imported has none */
  holds(object: KeyObjectRow): Promise<boolean>;
  /** @returns random bytes that nothing keeps */
  random(length: number): Uint8Array;
  /** @returns a new key pair that nothing keeps, for use elsewhere; undefined where this browser cannot make such a one */
  keyPair(spec: KeyPairSpec): Promise<KeyPair | undefined>;
  /** @returns nonce (12 bytes), ciphertext, tag (16 bytes); undefined where the HSM has no material for the object */
  encrypt(object: KeyObjectRow, plaintext: Uint8Array, additionalData: Uint8Array): Promise<Uint8Array | undefined>;
  /** @returns the plaintext; undefined where it does not authenticate or there is no material */
  decrypt(object: KeyObjectRow, sealed: Uint8Array, additionalData: Uint8Array): Promise<Uint8Array | undefined>;
  /** PKCS #11's CKA_CHECK_VALUE: the first three bytes of a zero block under the key, as `0x…`. */
  checkValue(object: KeyObjectRow): Promise<string>;
  /** Asks the browser for the raw key, and answers how it refused. */
  attemptExport(object: KeyObjectRow): Promise<ExportAttempt>;
}

const nonceLength = 12;
/** How many CryptoKeys are held at hand; the others are read again when they are used. */
const keptKeys = 10_000;

const keys = new WeakMap<Material, CryptoKey>();

/** For the commit that writes the material. */
export function keyOfMaterial(material: Material): CryptoKey {
  const key = keys.get(material);
  if (!key) throw new Error('This material was not made by the vault.');
  return key;
}

export function createVault(storage: Storage): Vault {
  const atHand = new Map<string, CryptoKey>();
  storage.onNotice(({ anything }) => {
    // The world may be another one, and its keys gone.
    if (anything) atHand.clear();
  });

  async function keyOf({ account, region, materialId }: KeyObjectRow): Promise<CryptoKey | undefined> {
    const kept = atHand.get(materialId);
    if (kept) return kept;
    const row = await storage.get('material', [account, region, materialId]);
    if (!row) return undefined;
    atHand.set(materialId, row.key);
    if (atHand.size > keptKeys) atHand.delete(atHand.keys().next().value as string);
    return row.key;
  }

  return {
    async generate() {
      const material: Material = { materialId: crypto.randomUUID() };
      keys.set(
        material,
        await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
      );
      return material;
    },
    holds: async (object) => (await keyOf(object)) !== undefined,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    keyPair: makeKeyPair,
    async encrypt(object, plaintext, additionalData) {
      const key = await keyOf(object);
      if (!key) return undefined;
      const iv = freshNonce();
      const sealed = await crypto.subtle.encrypt(gcm(iv, additionalData), key, bytes(plaintext));
      const out = new Uint8Array(nonceLength + sealed.byteLength);
      out.set(iv);
      out.set(new Uint8Array(sealed), nonceLength);
      return out;
    },
    async decrypt(object, sealed, additionalData) {
      const key = await keyOf(object);
      if (!key || sealed.length < nonceLength) return undefined;
      try {
        const algorithm = gcm(sealed.subarray(0, nonceLength), additionalData);
        return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, bytes(sealed.subarray(nonceLength))));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'OperationError') return undefined;
        throw error;
      }
    },
    async checkValue(object) {
      const key = await keyOf(object);
      return key ? checkValueOf(key) : '';
    },
    async attemptExport(object) {
      const key = await keyOf(object);
      if (!key) return { label: object.label, name: 'NotFoundError', message: 'The HSM holds no material for this key.' };
      try {
        await crypto.subtle.exportKey('raw', key);
      } catch (error) {
        const { name, message } = error as DOMException;
        return { label: object.label, name, message };
      }
      throw new Error('The browser exported a non-extractable key.');
    },
  };
}

/** Random, and never the zero nonce, which {@link checkValueOf} alone uses. */
function freshNonce(): Uint8Array {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  return nonce.some((byte) => byte !== 0) ? nonce : freshNonce();
}

const gcm = (iv: Uint8Array, additionalData: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: bytes(iv),
  additionalData: bytes(additionalData),
});

/** Nothing here is in shared memory, which WebCrypto's types exclude. */
const bytes = (array: Uint8Array): Uint8Array<ArrayBuffer> => array as Uint8Array<ArrayBuffer>;
