import { expect } from 'chai';
import { BadLink, linkOf, longestLink, textOf } from '../../../src/page/ui/carry/link.ts';
import { routeOf, worldLinkOf } from '../../../src/page/ui/frame/route.ts';

const faultOf = (part: string): Promise<string> =>
  textOf(part).then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof BadLink) return error.fault;
      throw error;
    },
  );
const packed = async (bytes: BlobPart, format: CompressionFormat = 'deflate-raw'): Promise<string> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream(format));
  return `1.${new Uint8Array(await new Response(stream).arrayBuffer()).toBase64({ alphabet: 'base64url', omitPadding: true })}`;
};
/** What does not become shorter. */
const noise = (bytes: number): string => Array.from({ length: bytes / 65_536 }, () => crypto.getRandomValues(new Uint8Array(65_536)).toBase64()).join('');

describe('links that hold a world', () => {
  for (const text of ['', '{}', JSON.stringify({ key: '鍵 🔑 / + = # %' }), 'a'.repeat(2_000_000)])
    it(`give back what was put in: ${text.slice(0, 30)}`, async () => {
      const address = (await linkOf(text)) ?? '';
      expect(address).to.match(/^#\/world\/1\.[\w-]*$/);
      expect(address.length).to.be.at.most(longestLink);
      const link = worldLinkOf(routeOf(address));
      expect(link?.view).to.equal('world');
      expect(await textOf(link?.part ?? '')).to.equal(text);
    });

  it('are not made of what is too large for them', async () => {
    expect(await linkOf(noise(65_536))).to.equal(undefined);
    expect(await linkOf('a'.repeat(5_000_000))).to.equal(undefined);
  });

  it('say what is wrong with them', async () => {
    const whole = await packed('{"a":"world that is long enough to be cut"}');
    const cases: readonly (readonly [string, string])[] = [
      ['', 'malformed'], ['1.', 'malformed'], ['1', 'malformed'], ['x', 'malformed'], ['1.AAAA', 'malformed'], ['1.%%%', 'malformed'], ['1.a+/b', 'malformed'],
      [whole.slice(0, -6), 'malformed'],
      [`${whole}AAAA`, 'malformed'],
      [await packed('{}', 'gzip'), 'malformed'],
      // No UTF-8.
      [await packed(new Uint8Array([0xff, 0xfe])), 'malformed'],
      ['2.AAAA', 'version'], ['11.AAAA', 'version'],
      [`1.${'A'.repeat(longestLink)}`, 'large'],
      // Unfolds to what no tab should hold.
      [await packed('a'.repeat(20_000_000)), 'large'],
    ];
    for (const [part, fault] of cases) expect(await faultOf(part), part.slice(0, 40)).to.equal(fault);
  });
});

describe('addresses of worlds', () => {
  const cases: readonly (readonly [string, { view: string; part: string } | undefined])[] = [
    ['#/scenarios/user-logged-in', { view: 'scenarios', part: 'user-logged-in' }],
    ['#/world/1.AAAA', { view: 'world', part: '1.AAAA' }],
    ['#/scenarios', undefined],
    ['#/world/1.AAAA/more', undefined],
    ['#/errors/USER_LOGGED_IN', undefined],
    ['', undefined],
  ];
  for (const [hash, link] of cases)
    it(hash || 'none', () => {
      expect(worldLinkOf(routeOf(hash))).to.deep.equal(link);
    });
});
