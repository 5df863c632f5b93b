/** Reads what the bundler wrote, for the structure check: which sources went where, and what a person downloads. */
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildDir, cacheDir, root } from './paths.mjs';

/** @typedef {import('esbuild').Metafile['outputs'][string]} Output */

/** @param {'page' | 'worker' | 'worker-classic'} name */
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

/** The source files in each output of a bundle that made it into the code (a file of types weighs nothing). @param {import('esbuild').Metafile} meta */
export function contents(meta) {
  return Object.entries(meta.outputs).filter(([path]) => path.endsWith('.js'))
    .map(([path, output]) => ({ name: basename(path), inputs: Object.keys(output.inputs) }));
}

/**
 * What one loads when one loads these entries: themselves and, through static imports, their chunks; each once.
 * Lazy chunks (dynamic import) are not counted: they load when their feature is used.
 * @param {string[]} entries names in public/build
 */
export async function download(entries) {
  /** @type {Record<string, Output>} */
  const outputs = {};
  for (const name of /** @type {const} */ (['page', 'worker', 'worker-classic'])) Object.assign(outputs, (await readMeta(name)).outputs);
  /** @type {Set<string>} */
  const files = new Set();
  /** @param {string} path */
  const add = (path) => {
    const output = outputs[path];
    if (!output) throw new Error(`${path} was not built.`);
    if (files.has(path)) return;
    files.add(path);
    for (const used of output.imports) if (used.kind === 'import-statement' && !used.external) add(used.path);
  };
  for (const entry of entries) add(`public/build/${entry}`);
  return Promise.all([...files].map(async (path) => {
    const bytes = await readFile(join(root, path));
    return { name: basename(path), bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  }));
}
