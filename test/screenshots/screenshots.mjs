/**
 * `npm run screenshots`: every view of the playground (views/), in both languages, both themes, wide and on a phone, as pictures
 * in the git-ignored .screenshots/. To look at, all of them, after a change of how something looks.
 *
 *   npm run screenshots -- map 'key*'    only these views
 *   npm run screenshots -- --check       against the kept pictures (kept.mjs says which); ends with 1 where one differs
 *   npm run screenshots -- --keep        what is seen now is what is to be kept; the README's pictures, too
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browsers, chromiumArgs } from '../tools/browsers.mjs';
import { build } from '../tools/build.mjs';
import { globToRegExp } from '../tools/glob.mjs';
import { cacheDir, fromRoot, publicDir, root } from '../tools/paths.mjs';
import { serve } from '../tools/serve.mjs';
import { launch } from '../tools/sites.mjs';
import { cameraArgs, open, take } from './camera.mjs';
import { allFormats, keptFolder, keptFormats, keptNames, pictureName, pngOf, readMadeWith, widths, writeMadeWith } from './kept.mjs';
import { layOut } from './light-table.mjs';
import { stillSite } from './still.mjs';
import { views } from './views/all.mjs';

/** @typedef {import('./views/all.mjs').View} View */
/** @typedef {import('./kept.mjs').Format} Format */
/** @typedef {Awaited<ReturnType<typeof layOut>>} LightTable */

const looked = join(root, '.screenshots');
const found = join(cacheDir, 'screenshots', 'found');
/** Views under way at the same time: each mostly waits. */
const lanes = 2;
const colours = 12;
/** Of a picture's pixels: what a browser may draw otherwise from time to time. */
const tolerance = 0.0002;
/** With other fonts lines break elsewhere; what is so much higher or lower is another layout. */
const otherHeight = 0.25;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean' }, keep: { type: 'boolean' } } });
const wanted = positionals.map(globToRegExp);
const chosen = views.filter(({ name, varies }) => (wanted.length === 0 || wanted.some((pattern) => pattern.test(name))) && (varies === undefined || !(values.check || values.keep)));
if (chosen.length === 0) throw new Error(`There is no such view. Views: ${views.map(({ name }) => name).join(', ')}.`);

/** @param {string} path @param {Uint8Array} picture */
const save = (path, picture) => writeFile(path, picture);

/** @type {string[]} */
const wrong = [];
/** @param {string} line */
const tell = (line) => { wrong.push(line); console.log(line); };

/** @param {LightTable} table @param {string} name @param {Uint8Array} picture */
async function keep(table, name, picture) {
  await save(join(keptFolder, name), pngOf(await table.reduce(picture, colours)));
}

/** @param {LightTable} table @param {string} name @param {Uint8Array} picture @param {boolean} same made with what is here */
async function check(table, name, picture, same) {
  const kept = await readFile(join(keptFolder, name)).catch(() => undefined);
  if (!kept) return tell(`${name}: none is kept; look at it, then --keep`);
  const { kept: before, now, share, picture: beside } = await table.compare(kept, picture);
  const size = before.height === now.height && before.width === now.width ? '' : `, ${now.width} × ${now.height} pixels instead of ${before.width} × ${before.height}`;
  const differs = same ? share > tolerance || size !== '' : before.width !== now.width || Math.abs(now.height / before.height - 1) > otherHeight;
  if (!differs) return;
  const path = join(found, name);
  await save(path, Buffer.from(beside, 'base64'));
  tell(`${name}: ${(share * 100).toFixed(2)} % of the pixels differ${size}: ${fromRoot(path)}`);
}

/** @param {import('puppeteer-core').Browser} browser @param {string} url @param {View} view @param {Format[]} formats @param {(name: string, picture: Uint8Array) => Promise<void>} use */
async function picture(browser, url, view, formats, use) {
  for (const language of /** @type {const} */ (['en', 'ja'])) {
    const [first, ...others] = formats.filter((format) => format.language === language);
    if (!first) continue;
    const shown = await open(browser, url, view, { ...first, width: widths[first.width] });
    try {
      await shown.arrive();
      for (const format of [first, ...others])
        await use(pictureName(view, format), await take(shown.page, { theme: format.theme, width: widths[format.width], window: view.window, held: view.network === 'held' }));
    } catch (error) {
      const path = join(found, `${view.name}-${language}.png`);
      await save(path, await shown.page.screenshot({ fullPage: true }));
      tell(`${view.name}, ${language}: ${error instanceof Error ? error.message : error}; what is there instead: ${fromRoot(path)}`);
    } finally {
      await shown.close();
    }
  }
}

/** The README shows what a window shows. @param {import('puppeteer-core').Browser} browser @param {string} url @param {View} view */
async function forReadme(browser, url, view) {
  if (!view.readme) return;
  const { file, theme, height } = view.readme;
  const shown = await open(browser, url, view, { language: 'en', theme, width: 1360, height });
  await shown.arrive();
  await save(join(publicDir, 'images', file), await take(shown.page, { theme, width: 1360, height, window: true }));
  await shown.close();
}

await build();
const { chromium } = await browsers(['chromium']);
const browser = await launch('chromium', chromium.path, { args: [...chromiumArgs, ...cameraArgs] });
const site = await serve({ root: await stillSite() });
try {
  await rm(found, { recursive: true, force: true });
  for (const folder of [looked, found, keptFolder]) await mkdir(folder, { recursive: true });
  const table = await layOut(browser);
  const [here, before] = [await table.madeWith(), await readMadeWith()];
  const same = JSON.stringify(here) === JSON.stringify(before);
  if (values.check && !same)
    console.log(`The kept pictures were made by ${before?.browser ?? 'nobody'}, here is ${here.browser}${JSON.stringify(here.fonts) === JSON.stringify(before?.fonts) ? '' : ', and its fonts are others'}: pixels cannot be compared. Compared are layouts: each view comes about, is as wide, and as high but for ${otherHeight * 100} %.`);
  if (values.keep && wanted.length > 0 && before && !same) throw new Error('This browser or its fonts are not those that the others were kept with: keep all of them.');
  const formats = values.check || values.keep ? keptFormats : allFormats;
  const left = [...chosen];
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let view = left.shift(); view; view = left.shift()) {
      await picture(browser, site.url, view, formats, async (name, taken) => {
        if (values.check) await check(table, name, taken, same);
        else if (values.keep) await keep(table, name, taken);
        else await save(join(looked, name), taken);
      });
      if (values.keep) await forReadme(browser, site.url, view);
    }
  }));
  if (values.keep) {
    await writeMadeWith(here);
    const names = keptNames(views);
    for (const name of await readdir(keptFolder)) if (!names.includes(name)) await rm(join(keptFolder, name));
  }
  const where = values.check ? 'looked at' : values.keep ? `kept in ${fromRoot(keptFolder)}` : `in ${fromRoot(looked)}`;
  console.log(`${chosen.length * formats.length} pictures of ${chosen.length} views ${where}; ${wrong.length} wrong.`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await site.close();
}
