/** Reads what the bundler wrote, for the structure check: which sources went where, and what a person downloads. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDir, cacheDir, root } from './paths.mjs';

/** @typedef {import('esbuild').Metafile['outputs'][string]} Output */

/** The bundles that build.mjs makes, each with a metafile. */
const bundleNames = /** @type {const} */ (['modules', 'worker-classic', 'x509', 'x509-classic', 'embed-classic', 'embed-sandboxed']);

/** @param {typeof bundleNames[number]} name */
export async function readMeta(name) {
  const path = join(cacheDir, 'meta', `${name}.json`);
  if (!existsSync(path)) throw new Error('Nothing is built yet: npm run build.');
  /** @type {import('esbuild').Metafile} */
  const meta = JSON.parse(await readFile(path, 'utf8'));
  return meta;
}

/** All scripts of public/build with their text. */
export async function builtScripts() {
  const names = (await readdir(buildDir)).filter((name) => name.endsWith('.js')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(buildDir, name), 'utf8') })));
}

/** Every built script with what went into it. */
async function outputs() {
  /** @type {Record<string, Output>} */
  const all = {};
  for (const name of bundleNames) Object.assign(all, (await readMeta(name)).outputs);
  return all;
}

/**
 * The files that are loaded with these entries: themselves and, through static imports, their chunks; each once.
 * Lazy chunks (dynamic import) load when their feature is used; they are among them only where `lazy` says so.
 * @param {string[]} entries names in public/build @param {boolean} [lazy]
 */
export async function closure(entries, lazy = false) {
  const all = await outputs();
  /** @type {Map<string, Output>} */
  const files = new Map();
  /** @param {string} path */
  const add = (path) => {
    const output = all[path];
    if (!output) throw new Error(`${path} was not built.`);
    if (files.has(path)) return;
    files.set(path, output);
    for (const { kind, external, path: used } of output.imports) {
      if (!external && (kind === 'import-statement' || (lazy && kind === 'dynamic-import'))) add(used);
    }
  };
  for (const entry of entries) add(`public/build/${entry}`);
  return files;
}

/** The sources that run where an entry is loaded (a file of types weighs nothing), lazy chunks too. @param {string} entry */
export async function contents(entry) {
  const files = await closure([entry], true);
  return { name: entry, inputs: [...files.values()].flatMap(({ inputs }) => Object.keys(inputs)) };
}

/** The lazy chunk that is made of a source and what it alone needs: its name in public/build. @param {string} source */
export async function chunkOf(source) {
  const found = Object.entries(await outputs()).find(([, { entryPoint }]) => entryPoint === source);
  if (!found) throw new Error(`${source} is no chunk of its own: nothing imports it dynamically, or something does statically.`);
  return basename(found[0]);
}

/** @typedef {{ entries: string[], lazy?: boolean, gzip: number }} Budget `lazy`: with all that they may load later */

/** What may be loaded, in bytes; by name. @returns {Promise<Record<string, Budget>>} */
export async function budgets() {
  return JSON.parse(await readFile(join(root, 'test/tools/budgets.json'), 'utf8'));
}

/** What these entries weigh together. @param {Pick<Budget, 'entries' | 'lazy'>} budget */
export async function download({ entries, lazy }) {
  return Promise.all([...(await closure(entries, lazy)).keys()].map(async (path) => {
    const bytes = await readFile(join(root, path));
    return { name: basename(path), bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  }));
}
