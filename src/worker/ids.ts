/** New ids, in AWS's forms. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

export const newUuid = (): string => crypto.randomUUID();
/** 64 hexadecimal digits (facts 2.4). */
export const newBackingKeyId = (): string => random(32).toHex();
/** 64 hexadecimal digits (facts 4). */
export const newGrantId = (): string => random(32).toHex();
/** 24 hexadecimal digits. */
export const newGrantTokenNonce = (): string => random(12).toHex();
/** `cks-` and 17 hexadecimal digits (facts 1.1). */
export const newCustomKeyStoreId = (): string => `cks-${random(9).toHex().slice(1)}`;
/** CloudHSM's ids end in 11 letters of base 32 (facts 6.1). */
export const newCloudHsmId = (prefix: 'cluster' | 'hsm' | 'backup'): string =>
  `${prefix}-${Array.from(random(11), (byte) => alphabet[byte & 31]).join('')}`;
/** `eni-` and 17 hexadecimal digits. */
export const newEniId = (): string => `eni-${random(9).toHex().slice(1)}`;
/** `sg-` and 17 hexadecimal digits. */
export const newSecurityGroupId = (): string => `sg-${random(9).toHex().slice(1)}`;
