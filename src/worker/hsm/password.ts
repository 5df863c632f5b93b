/**
 * Passwords are kept as digests: nobody who looks into the database finds one, and to sign in needs no more than to
 * compare. Not a password hash for the real world: nothing real is behind it.
 * @returns hexadecimal SHA-256
 */
export async function passwordDigest(password: string): Promise<string> {
  const bytes = new TextEncoder().encode(`glass-hsm:${password}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

/** The digest of a new password that only AWS KMS knows (and nobody here): Connect rotates kmsuser's. It says of itself that it is one. */
export const unknownPasswordDigest = (): string => `${kmsOnly}${crypto.getRandomValues(new Uint8Array(32)).toHex()}`;

/** Whether a person has set the password: AWS KMS has not rotated it since. */
export const knownToPeople = (digest: string): boolean => !digest.startsWith(kmsOnly);

const kmsOnly = 'kms:';

/** The form of both kinds of digest. */
export const digestForm = new RegExp(`^(${kmsOnly})?[0-9a-f]{64}$`);
