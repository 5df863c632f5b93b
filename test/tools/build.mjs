/**
 * `npm run build`: src/ -> public/build/, after which public/ is a complete static site.
 *
 * - Module entries share chunks: two bundles on one page must share the module state that holds the worker, and the worker
 *   needs the same tables and wire as the page, which so are loaded once.
 * - The worker a second time, as one classic script without chunks, for sandboxed frames and file://.
 * - The embed's first script, and the embed for sandboxed frames, which holds the classic worker's text: classic scripts too.
 * - The X.509 library, imported when the first certificate is read: x509.js, and x509-classic.js for classic scripts. It is built
 *   apart, because it holds CommonJS, and the helpers for that would land in every bundle that shares chunks with it.
 * - What went into which file (esbuild's metafiles) is left in .cache/meta/ for the structure check.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { buildDir, cacheDir, fromRoot, isMain, root } from './paths.mjs';

/** Page bundles. Each element is one too, so that an embed loads only its own. */
const pageEntries = [
  { out: 'glass-hsm', source: 'src/page/index.ts' },
  { out: 'playground', source: 'src/page/playground.ts' },
  { out: 'elements', source: 'src/page/elements.ts' },
  { out: 'map', source: 'src/page/ui/map/map.ts' },
  { out: 'create-key', source: 'src/page/ui/create-key/create-key.ts' },
  { out: 'setup', source: 'src/page/ui/setup/setup.ts' },
  { out: 'embed', source: 'src/page/embed.ts' },
];
const classicEntries = { first: 'src/page/embed-classic.ts', sandboxed: 'src/page/embed-sandboxed.ts' };
const workerEntries = { module: 'src/worker/main.ts', classic: 'src/worker/main-classic.ts' };
const x509Entries = { module: 'src/x509/library.ts', classic: 'src/x509/script.ts' };

/** The embed's first script imports the module embed.js when it runs: it is built as a module, and not into this one. @type {esbuild.Plugin} */
const moduleBesideIt = {
  name: 'module-beside-it',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/embed\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './embed.js', external: true } : undefined));
  },
};

/** @type {esbuild.Plugin} */
const x509BesideIt = {
  name: 'x509-beside-it',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/library\.ts$/ }, ({ kind }) => (kind === 'dynamic-import' ? { path: './x509.js', external: true } : undefined));
  },
};

/** Classic scripts get the X.509 library in another way: load-classic.ts says how. @type {esbuild.Plugin} */
const x509ByScript = {
  name: 'x509-by-script',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/load\.ts$/ }, ({ path, resolveDir }) => (
      join(resolveDir, path) === join(root, 'src/x509/load.ts') ? { path: join(root, 'src/x509/load-classic.ts') } : undefined));
  },
};

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
  for (const source of [...pageEntries.map((e) => e.source), ...Object.values(classicEntries), ...Object.values(workerEntries), ...Object.values(x509Entries)]) {
    if (!existsSync(join(root, source))) throw new Error(`Cannot build: ${source} does not exist.`);
  }
  /** @type {esbuild.BuildOptions & { metafile: true, write: false }} */
  const common = {
    absWorkingDir: root, outdir, bundle: true, minify: true, write: false, metafile: true, logLevel,
    target: 'es2022', format: 'esm', conditions: ['production', 'browser', 'module'], charset: 'utf8',
    sourcemap: 'linked',
    // The licences of what we bundle go into <file>.LEGAL.txt beside it: kept, at no cost to who loads the script.
    legalComments: 'external',
    define: await constants(),
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true } },
  };
  // A classic script has no import.meta; code that can run in both asks for it and gets nothing.
  const classic = { ...common, format: /** @type {const} */ ('iife'), plugins: [x509ByScript], logOverride: { 'empty-import-meta': /** @type {const} */ ('silent') } };
  const worker = esbuild.build({ ...classic, entryPoints: [{ in: workerEntries.classic, out: 'worker-classic' }] });
  const bundles = {
    modules: esbuild.build({
      ...common, plugins: [x509BesideIt], splitting: true, chunkNames: 'chunk-[hash]',
      entryPoints: [...pageEntries.map((e) => ({ in: e.source, out: e.out })), { in: workerEntries.module, out: 'worker' }],
    }),
    'worker-classic': worker,
    x509: esbuild.build({ ...common, entryPoints: [{ in: x509Entries.module, out: 'x509' }] }),
    'x509-classic': esbuild.build({ ...classic, entryPoints: [{ in: x509Entries.classic, out: 'x509-classic' }] }),
    // It declares nothing, so that what is built as a module is a classic script as well, and keeps its import().
    'embed-classic': esbuild.build({ ...common, entryPoints: [{ in: classicEntries.first, out: 'embed-classic' }], plugins: [moduleBesideIt] }),
    'embed-sandboxed': worker.then(({ outputFiles }) => esbuild.build({
      ...classic, entryPoints: [{ in: classicEntries.sandboxed, out: 'embed-sandboxed' }],
      define: { ...common.define, __WORKER__: JSON.stringify(withoutMap(outputFiles)) },
      // The worker's licences stand beside the worker.
      footer: { js: '/* It holds worker-classic.js: see worker-classic.js.LEGAL.txt too. */' },
    })),
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

/** The text of the one script among a bundle's files, without its pointer to a source map. @param {esbuild.OutputFile[]} files */
function withoutMap(files) {
  const script = files.find(({ path }) => path.endsWith('.js'));
  if (!script) throw new Error('The classic worker was not built.');
  return script.text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '');
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
