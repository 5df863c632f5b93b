/** Where pictures are laid side by side: a page of the browser, which reads and writes them by itself. */

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ kept: Size, now: Size, share: number, picture: string }} Comparison `share`: of pixels that differ; `picture`: kept, now and the difference beside each other, Base64 */

/** What the functions below share, sent to the page: none of them can see this module. */
function prepare() {
  const tools = {
    /** @param {string} base64 */
    async open(base64) {
      const bitmap = await createImageBitmap(new Blob([/** @type {any} */ (Uint8Array).fromBase64(base64)]));
      const { width, height } = bitmap;
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext('2d', { alpha: false }));
      context.drawImage(bitmap, 0, 0);
      // As 0xRRGGBB; how a colour lies in memory is the machine's.
      const pixels = new Uint32Array(width * height);
      const { data } = context.getImageData(0, 0, width, height);
      const at = (/** @type {number} */ i) => data[i] ?? 0;
      for (let i = 0; i < pixels.length; i += 1) pixels[i] = (at(4 * i) << 16) | (at(4 * i + 1) << 8) | at(4 * i + 2);
      return { width, height, pixels, bitmap };
    },
    /** How far two colours are apart, 0 to 255. @param {number} a @param {number} b */
    apart: (a, b) => Math.max(Math.abs((a >> 16) - (b >> 16)), Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)), Math.abs((a & 255) - (b & 255))),
    /** The place of the colour that is nearest to each pixel's. @param {Uint32Array} pixels @param {number[]} colours in ascending order */
    drawnIn(pixels, colours) {
      /** @type {Map<number, number>} */
      const places = new Map();
      return Uint8Array.from(pixels, (pixel) => {
        let place = places.get(pixel);
        if (place === undefined) {
          const distances = colours.map((colour) => tools.apart(pixel, colour));
          place = distances.indexOf(Math.min(...distances));
          places.set(pixel, place);
        }
        return place;
      });
    },
    /** @param {Uint32Array} pixels @returns {[number, number][]} colours, each with how often it is there, the most frequent first */
    coloursOf(pixels) {
      const counts = new Map();
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      return [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b);
    },
    /** @param {OffscreenCanvas} canvas */
    base64: async (canvas) => /** @type {any} */ (new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())).toBase64(),
  };
  Object.assign(globalThis, { tools });
}

/** Sent. The few colours that a picture is mostly made of, and the picture in them. @param {string} base64 @param {number} most */
async function reduce(base64, most) {
  const { tools } = /** @type {any} */ (globalThis);
  const { width, height, pixels } = await tools.open(base64);
  /** @type {number[]} */
  const colours = [];
  // The grounds lie close to each other, and each must be there; what is drawn on them is blended, and need not.
  for (const [colour] of tools.coloursOf(pixels))
    if (colours.length < 5 || (colours.length < most && colours.every((chosen) => tools.apart(chosen, colour) > 28))) colours.push(colour);
  colours.sort((a, b) => a - b);
  return { width, height, colours, pixels: tools.drawnIn(pixels, colours).toBase64() };
}

/** Sent. The new picture in the colours of the kept one: then the same is the same, to the pixel. @param {string} before @param {string} after */
async function compare(before, after) {
  const { tools } = /** @type {any} */ (globalThis);
  const [kept, now] = await Promise.all([before, after].map((one) => tools.open(one)));
  const colours = tools.coloursOf(kept.pixels).map((/** @type {[number, number]} */ [colour]) => colour).sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const [left, right] = [kept, now].map(({ pixels }) => tools.drawnIn(pixels, colours));
  const size = { width: Math.max(kept.width, now.width), height: Math.max(kept.height, now.height) };
  const canvas = new OffscreenCanvas(size.width * 3 + 32, size.height);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
  context.fillStyle = '#888';
  context.fillRect(0, 0, canvas.width, canvas.height);
  [kept, now, now].forEach(({ bitmap }, i) => {
    context.globalAlpha = i === 2 ? 0.25 : 1;
    context.drawImage(bitmap, i * (size.width + 16), 0);
  });
  const differences = context.getImageData(2 * (size.width + 16), 0, size.width, size.height);
  let count = 0;
  for (let y = 0; y < size.height; y += 1) {
    for (let x = 0; x < size.width; x += 1) {
      const inBoth = y < kept.height && y < now.height && x < kept.width && x < now.width;
      if (inBoth && left[y * kept.width + x] === right[y * now.width + x]) continue;
      count += 1;
      differences.data.set([255, 0, 80, 255], 4 * (y * size.width + x));
    }
  }
  context.putImageData(differences, 2 * (size.width + 16), 0);
  /** @param {Size} of */
  const sizeOf = ({ width, height }) => ({ width, height });
  return { kept: sizeOf(kept), now: sizeOf(now), share: count / (size.width * size.height), picture: count === 0 ? '' : await tools.base64(canvas) };
}

/** Sent. How wide and high the page's fonts draw. */
function probe() {
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext('2d'));
  return Object.fromEntries(['system-ui', 'sans-serif', 'monospace'].map((family) => {
    context.font = `100px ${family}`;
    return [family, ['Hamburgefonstiv 0123', 'カスタムキーストア 接続済み', '✓ ✕ ▲ → ← ◇ ●'].flatMap((text) => {
      const { width, actualBoundingBoxAscent } = context.measureText(text);
      return [width, actualBoundingBoxAscent].map((value) => Math.round(value * 10) / 10);
    })];
  }));
}

/** @param {import('puppeteer-core').Browser} browser */
export async function layOut(browser) {
  const page = await browser.newPage();
  await page.evaluate(prepare);
  return {
    /** @param {Uint8Array} png @param {number} most */
    async reduce(png, most) {
      const { pixels, ...rest } = await page.evaluate(reduce, Buffer.from(png).toString('base64'), most);
      return { ...rest, pixels: Buffer.from(pixels, 'base64') };
    },
    /** @param {Uint8Array} kept @param {Uint8Array} now @returns {Promise<Comparison>} */
    compare: (kept, now) => page.evaluate(compare, Buffer.from(kept).toString('base64'), Buffer.from(now).toString('base64')),
    /** @returns {Promise<import('./kept.mjs').MadeWith>} */
    madeWith: async () => ({ browser: await browser.version(), fonts: await page.evaluate(probe) }),
  };
}
