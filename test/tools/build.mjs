/**
 * `npm run build`: src/ -> public/build/, after which public/ is a complete static site.
 *
 * - Module entries share chunks: two bundles on one page must share the module state that holds the worker, and the worker
 *   needs the same tables and wire as the page, which so are loaded once.
 * - The worker a second time, as one classic script without chunks, for sandboxed frames and file://.
 * - What went into which file (esbuild's metafiles) is left in .cache/meta/ for the structure check.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { buildDir, cacheDir, fromRoot, isMain, root } from './paths.mjs';

/** Page bundles. Those marked `later` may be missing until their issue is built. */
const pageEntries = [
  { out: 'glass-hsm', source: 'src/page/index.ts' },
  { out: 'playground', source: 'src/page/playground.ts' },
  { out: 'elements', source: 'src/page/elements.ts', later: true },
  { out: 'embed', source: 'src/page/embed.ts', later: true },
];
const workerEntry = 'src/worker/main.ts';

/** Constants the bundler writes into the code; the tests' bundle uses the same. */
export async function constants() {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' };
}

/**
 * Builds once. Throws one error with the bundler's messages when it cannot; public/build is then left as it was.
 * @param {{ outdir?: string, metadir?: string, types?: boolean, logLevel?: esbuild.LogLevel }} [options]
 * `types`: also write the package's type declarations (about as slow as a type check, so off by default)
 */
export async function build({ outdir = buildDir, metadir = join(cacheDir, 'meta'), types = false, logLevel = 'warning' } = {}) {
  const entries = pageEntries.filter((e) => !e.later || existsSync(join(root, e.source)));
  for (const source of [...entries.map((e) => e.source), workerEntry]) {
    if (!existsSync(join(root, source))) throw new Error(`Cannot build: ${source} does not exist.`);
  }
  /** @type {esbuild.BuildOptions & { metafile: true, write: false }} */
  const common = {
    absWorkingDir: root, outdir, bundle: true, minify: true, write: false, metafile: true, logLevel,
    target: 'es2022', format: 'esm', conditions: ['production', 'browser'], charset: 'utf8',
    sourcemap: 'linked',
    // The licences of what we bundle go into <file>.LEGAL.txt beside it: kept, at no cost to who loads the script.
    legalComments: 'external',
    define: await constants(),
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true } },
  };
  const bundles = {
    modules: esbuild.build({
      ...common, splitting: true, chunkNames: 'chunk-[hash]',
      entryPoints: [...entries.map((e) => ({ in: e.source, out: e.out })), { in: workerEntry, out: 'worker' }],
    }),
    'worker-classic': esbuild.build({
      ...common, format: 'iife', entryPoints: [{ in: workerEntry, out: 'worker-classic' }],
      // A classic script has no import.meta; code that can run in both asks for it and gets nothing.
      logOverride: { 'empty-import-meta': 'silent' },
    }),
  };
  const settled = await Promise.allSettled(Object.values(bundles));
  const failed = settled.find((s) => s.status === 'rejected');
  if (failed) throw failed.reason;

  const results = Object.entries(bundles).map(([name, result]) => result.then((r) => ({ name, ...r })));
  /** @type {Set<string>} */
  const written = new Set();
  for (const { name, outputFiles, metafile } of await Promise.all(results)) {
    for (const file of outputFiles) {
      if (file.contents.length === 0 && file.path.endsWith('.LEGAL.txt')) continue;
      await put(file.path, file.contents);
      written.add(file.path);
    }
    await put(join(metadir, `${name}.json`), JSON.stringify(metafile));
  }
  await removeStale(outdir, written);
  if (types) await (await import('./declarations.mjs')).writeDeclarations(join(outdir, 'types'));
  return { files: [...written].map(fromRoot) };
}

/** @param {string} path @param {string | Uint8Array} contents */
async function put(path, contents) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

/** Chunks carry a hash in their name, so each build would leave the last one's behind. @param {string} dir @param {Set<string>} keep */
async function removeStale(dir, keep) {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isFile() && !keep.has(path)) await rm(path);
  }
}

if (isMain(import.meta.url)) {
  const started = performance.now();
  try {
    const { files } = await build({ types: true });
    console.log(`Built ${files.filter((f) => f.endsWith('.js')).length} scripts into public/build in ${Math.round(performance.now() - started)} ms.`);
  } catch (error) {
    // esbuild has already printed its own messages.
    if (!(error instanceof Error && 'errors' in error)) console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
