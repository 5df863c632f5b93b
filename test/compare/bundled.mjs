/** Imports TypeScript of this repository into Node: bundled to the git-ignored cache, then imported. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { cacheDir, root } from '../tools/paths.mjs';

/** @param {string} source from the root @returns {Promise<any>} its module; types are the TypeScript side's business */
export async function importTypeScript(source) {
  const outfile = join(cacheDir, 'compare', source.replace(/\.ts$/, '.mjs'));
  await esbuild.build({ absWorkingDir: root, entryPoints: [source], outfile, bundle: true, format: 'esm', platform: 'browser', target: 'es2022', logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
}
