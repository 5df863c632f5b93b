/** Of `npm run screenshots`, what can be checked without a browser: each view of the playground is among its views, and its pictures are kept. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { keptFolder, keptNames } from '../screenshots/kept.mjs';
import { viewOf, views } from '../screenshots/views/all.mjs';
import { root } from './paths.mjs';

const registry = 'src/page/ui/frame/views.ts';

/** The names in the playground's registry of views. @param {string} source */
export const registeredIn = (source) => {
  const [, table = ''] = /^export const views\b[^{]*\{\n(.*?)^\};/ms.exec(source) ?? [];
  return [...table.matchAll(/^ {2}(?:'([^']+)'|([\w$]+)): \{/gm)].map(([, quoted, plain]) => quoted ?? plain ?? '');
};

/** @returns {Promise<{ problems: string[], note: string }>} */
export async function unpictured() {
  const registered = registeredIn(await readFile(join(root, registry), 'utf8'));
  const pictured = new Set(views.map(({ at }) => viewOf(at, registered)));
  const twice = views.filter(({ name }, i) => views.findIndex((other) => other.name === name) !== i);
  const [wanted, there] = [new Set(keptNames(views)), new Set(await readdir(keptFolder).catch(() => []))];
  return {
    problems: [
      ...(registered.length === 0 ? [`${registry}: no view was found in it`] : []),
      ...['map', ...registered].filter((name) => !pictured.has(name)).map((name) => `test/screenshots/views/ has no picture of the view "${name}" of ${registry}`),
      ...twice.map(({ name }) => `test/screenshots/views/ has two views named "${name}"`),
      ...[...wanted].filter((name) => !there.has(name)).map((name) => `test/screenshots/kept/${name} is missing: npm run screenshots -- --keep`),
      ...[...there].filter((name) => !wanted.has(name)).map((name) => `test/screenshots/kept/${name} is of no view`),
    ],
    note: `${views.length} views`,
  };
}
