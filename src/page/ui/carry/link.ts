import { addressOf } from '../frame/route.ts';

/** A small world in an address: `1.` and the deflated text in Base64 for addresses. The version of this form stands first. */
const form = '1.';
/** Characters behind the `#`: more than that, programs cut off or do not take as a link. */
export const longestLink = 32_000;
/** Characters of the text: a link is short, and what it unfolds to is not to fill the memory. */
const longestText = 4_000_000;

/** Why a link was not opened. */
export type LinkFault = 'malformed' | 'version' | 'large';
export class BadLink extends Error {
  constructor(readonly fault: LinkFault) {
    super(fault);
  }
}

/** @returns what stands behind the `#`; undefined where the world is too large for a link */
export async function linkOf(text: string): Promise<string | undefined> {
  if (text.length > longestText) return undefined;
  const packed = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'), Infinity);
  const address = addressOf('world', form + packed.toBase64({ alphabet: 'base64url', omitPadding: true }));
  return address.length > longestLink ? undefined : address;
}

/**
 * @param part what stands behind `#/world/`
 * @returns the world as text; whether it is one, the simulator says
 * @throws BadLink
 */
export async function textOf(part: string): Promise<string> {
  if (!part.startsWith(form)) throw new BadLink(/^\d+\./.test(part) ? 'version' : 'malformed');
  if (part.length > longestLink) throw new BadLink('large');
  try {
    const packed = Uint8Array.fromBase64(part.slice(form.length), { alphabet: 'base64url' });
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), longestText);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof BadLink ? error : new BadLink('malformed');
  }
}

/** @throws BadLink where more than `most` bytes come out; what else is wrong, the stream throws */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length <= most) continue;
    await reader.cancel();
    throw new BadLink('large');
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
