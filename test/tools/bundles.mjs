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
 * Lazy chunks (dynamic import) are not among them: they load when their feature is used.
 * @param {string[]} entries names in public/build
 */
export async function closure(entries) {
  const all = await outputs();
  /** @type {Map<string, Output>} */
  const files = new Map();
  /** @param {string} path */
  const add = (path) => {
    const output = all[path];
    if (!output) throw new Error(`${path} was not built.`);
    if (files.has(path)) return;
    files.set(path, output);
    for (const used of output.imports) if (used.kind === 'import-statement' && !used.external) add(used.path);
  };
  for (const entry of entries) add(`public/build/${entry}`);
  return files;
}

/** The sources that run where an entry is loaded (a file of types weighs nothing), lazy chunks too. @param {string} entry */
export async function contents(entry) {
  const all = await outputs();
  const seen = new Set([...(await closure([entry])).keys()]);
  for (const path of seen) for (const used of all[path]?.imports ?? []) if (!used.external) seen.add(used.path);
  return { name: entry, inputs: [...seen].flatMap((path) => Object.keys(all[path]?.inputs ?? {})) };
}

/** What these entries weigh together. @param {string[]} entries names in public/build */
export async function download(entries) {
  return Promise.all([...(await closure(entries)).keys()].map(async (path) => {
    const bytes = await readFile(join(root, path));
    return { name: basename(path), bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  }));
}
