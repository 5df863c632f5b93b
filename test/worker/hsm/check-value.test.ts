import { expect } from 'chai';
import fc from '../../fast-check.ts';
import { checkValueOf } from '../../../src/worker/hsm/check-value.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const gcmKey = (raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** E_K(0) by another way: the first block of CBC of a zero block under a zero IV. */
async function expected(raw: Bytes): Promise<string> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt']);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: new Uint8Array(16) }, key, new Uint8Array(16));
  return `0x${new Uint8Array(sealed, 0, 3).toHex()}`;
}

describe('the check value of a key nobody can read', () => {
  it('is the one that everybody knows for the key of zeros', async () => {
    // FIPS 197's AES-256 of a zero block under the zero key begins dc95c0.
    expect(await checkValueOf(await gcmKey(new Uint8Array(32)))).to.equal('0xdc95c0');
  });

  it('is the beginning of a zero block under the key, for every key', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (bytes) => {
        const raw = new Uint8Array(bytes);
        expect(await checkValueOf(await gcmKey(raw))).to.equal(await expected(raw));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its leading zeros', async () => {
    // The first key of the form 00…n whose block begins with a zero digit.
    for (let n = 0; ; n += 1) {
      const raw = new Uint8Array(32);
      new DataView(raw.buffer).setUint32(28, n);
      const value = await expected(raw);
      if (!value.startsWith('0x0')) continue;
      expect(await checkValueOf(await gcmKey(raw))).to.equal(value);
      return;
    }
  });
});
