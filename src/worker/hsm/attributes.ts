import type { KeyObjectView } from '../../model/look.ts';
import type { KeyObjectRow } from '../storage/schema.ts';
import type { Vault } from './vault.ts';

/** `0x` and 16 hexadecimal digits, as CloudHSM CLI prints a key handle. */
export const keyReference = ({ handle }: KeyObjectRow): string => `0x${handle.toString(16).padStart(16, '0')}`;

/**
 * A key object as CloudHSM CLI's `key list --verbose` prints it (facts 2.4): an AES-256 key that KMS made as `kmsuser`.
 * The class is the real one, where AWS's sample prints a name; `never-extractable` is as AWS prints it; `id` is the ASCII
 * text of the backing key id. What there is no material of has no check value.
 */
export async function describeKeyObject(vault: Vault, object: KeyObjectRow): Promise<KeyObjectView> {
  const attributes = keyAttributes(object, await vault.checkValue(object));
  return { 'key-reference': keyReference(object), owner: object.username, attributes };
}

/** The attribute `id`, which CKA_ID is: the ASCII text of the backing key id. */
export const keyObjectId = ({ backingKeyId }: KeyObjectRow): string => `0x${new TextEncoder().encode(backingKeyId).toHex()}`;

/** The same attributes; `check-value` is the only one that the material must be asked for. */
export function keyAttributes(object: KeyObjectRow, checkValue: string): KeyObjectView['attributes'] {
  return {
    'key-type': 'aes',
    label: object.label,
    id: keyObjectId(object),
    'check-value': checkValue,
    class: 'secret-key',
    encrypt: true,
    decrypt: true,
    token: true,
    'always-sensitive': true,
    derive: false,
    destroyable: true,
    extractable: false,
    local: true,
    modifiable: true,
    'never-extractable': false,
    private: true,
    sensitive: true,
    sign: false,
    trusted: false,
    unwrap: true,
    verify: false,
    wrap: true,
    'wrap-with-trusted': false,
    'key-length-bytes': 32,
  };
}
