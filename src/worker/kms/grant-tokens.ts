import { AwsError } from '../errors.ts';
import { newGrantTokenNonce } from '../ids.ts';
import type { GrantRow } from '../storage/schema.ts';

/**
 * Grant tokens: opaque, another one with every CreateGrant, and all of one grant as good as each other (API Reference,
 * CreateGrant). Version, key id, account, grant id and chance, so that nothing is kept for them.
 */
const version = 0x01;
const parts = { KeyId: 16, account: 5, GrantId: 32, nonce: 12 };
const length = 1 + parts.KeyId + parts.account + parts.GrantId + parts.nonce;

export interface GrantName {
  readonly KeyId: string;
  readonly account: string;
  readonly GrantId: string;
}

export function newGrantToken({ KeyId, account, GrantId }: GrantRow): string {
  const hex = [KeyId.replaceAll('-', ''), Number(account).toString(16).padStart(parts.account * 2, '0'), GrantId, newGrantTokenNonce()];
  return new Uint8Array([version, ...Uint8Array.fromHex(hex.join(''))]).toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** @throws AwsError InvalidGrantTokenException; AWS's text is not public */
export function readGrantToken(token: string): GrantName {
  const bytes = bytesOf(token);
  if (bytes?.length !== length || bytes[0] !== version)
    throw new AwsError('InvalidGrantTokenException', 'The grant token is not one that CreateGrant returned.');
  let at = 1;
  const next = (size: number): string => bytes.subarray(at, (at += size)).toHex();
  const key = next(parts.KeyId);
  const account = String(parseInt(next(parts.account), 16)).padStart(12, '0');
  return { KeyId: key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), account, GrantId: next(parts.GrantId) };
}

function bytesOf(token: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(token, { alphabet: 'base64url' });
  } catch {
    return undefined;
  }
}
