/**
 * The kept pictures: which there are, where they lie, how they are written, and with what they were made.
 *
 * Of a view two are kept: wide, light, English; and phone, dark, Japanese. So each language, theme and width of each view is
 * there once, and the folder stays small. They are PNG of few colours for the same reason; it takes no more to see what
 * has moved. Plain data and Node: the structure check reads it, too.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { root } from '../tools/paths.mjs';

export const keptFolder = join(root, 'test/screenshots/kept');
const madeWithFile = join(keptFolder, 'made-with.json');

export const widths = { wide: 1440, phone: 390 };
/** @typedef {{ language: 'en' | 'ja', theme: 'light' | 'dark', width: keyof typeof widths }} Format */

/** @type {Format[]} */
export const keptFormats = [{ language: 'en', theme: 'light', width: 'wide' }, { language: 'ja', theme: 'dark', width: 'phone' }];

/** @type {Format[]} */
export const allFormats = (/** @type {const} */ (['en', 'ja'])).flatMap((language) => (/** @type {const} */ (['wide', 'phone'])).flatMap((width) => (/** @type {const} */ (['light', 'dark'])).map((theme) => ({ language, theme, width }))));

/** @param {{ name: string }} view @param {Format} format */
export const pictureName = ({ name }, { language, theme, width }) => `${name}-${language}-${theme}-${width}.png`;

/** What there must be in the folder, and nothing else. @param {readonly import('./views/all.mjs').View[]} views */
export const keptNames = (views) => ['made-with.json', ...views.filter(({ varies }) => varies === undefined).flatMap((view) => keptFormats.map((format) => pictureName(view, format)))];

/**
 * The browser, and how wide its fonts draw: pictures of another one differ everywhere, though nothing has changed.
 * @typedef {{ browser: string, fonts: Record<string, number[]> }} MadeWith
 */

/** @returns {Promise<MadeWith | undefined>} */
export const readMadeWith = async () => {
  try {
    return JSON.parse(await readFile(madeWithFile, 'utf8'));
  } catch {
    return undefined;
  }
};
/** @param {MadeWith} madeWith */
export const writeMadeWith = (madeWith) => writeFile(madeWithFile, `${JSON.stringify(madeWith, undefined, 2)}\n`);

/** @param {string} name */
const chunk = (name, /** @type {Buffer} */ data) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
};

/**
 * A PNG of at most 16 colours (https://www.w3.org/TR/png-3/: colour type 3, bit depth 4).
 * @param {{ width: number, height: number, colours: number[], pixels: Buffer }} picture `colours` as 0xRRGGBB; `pixels` one byte each, its colour
 */
export function pngOf({ width, height, colours, pixels }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([4, 3], 8);
  const perRow = 1 + Math.ceil(width / 2); // each begins with its filter: none
  const rows = Buffer.alloc(perRow * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * perRow + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | ((pixels[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}
