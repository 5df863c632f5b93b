import { invalidRequest } from './errors.ts';

/** A page's part of an answer; there is no Truncated in CloudHSM v2 (facts 8.6). */
export interface TokenPage<T> {
  readonly rows: readonly T[];
  readonly end: { readonly NextToken?: string };
}

/** Tokens are opaque: what was listed and where it ended, so that they survive what comes and goes between pages. */
export const writeToken = (what: string, last: string | number): string =>
  new TextEncoder().encode(JSON.stringify([what, last])).toBase64();

/** @throws AwsError CloudHsmInvalidRequestException; AWS's text is not public */
export function readToken(what: string, token: string | undefined): string | number | undefined {
  // "No NextToken (or an empty or null value)" (API Reference, DescribeClusters).
  if (token === undefined || token === '') return undefined;
  try {
    const [of, last] = JSON.parse(new TextDecoder().decode(Uint8Array.fromBase64(token))) as unknown[];
    if (of === what && (typeof last === 'string' || typeof last === 'number')) return last;
  } catch {
    // Not one of ours, as below.
  }
  return invalidRequest('The NextToken is not one that this operation returned.');
}

/** One page of a short list that is at hand, sorted by `idOf`. */
export function pageOf<T>(
  items: readonly T[],
  what: string,
  idOf: (item: T) => string,
  { NextToken, MaxResults }: { readonly NextToken?: string | undefined; readonly MaxResults?: number | undefined },
  usual: number,
): TokenPage<T> {
  const after = readToken(what, NextToken);
  const rest = after === undefined ? items : items.filter((item) => idOf(item) > String(after));
  const rows = rest.slice(0, MaxResults ?? usual);
  const last = rows.at(-1);
  return { rows, end: rows.length < rest.length && last !== undefined ? { NextToken: writeToken(what, idOf(last)) } : {} };
}
