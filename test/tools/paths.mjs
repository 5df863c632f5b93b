/** Where things are. Every tool works from the repository's root, wherever it was started from. */
import { realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const publicDir = join(root, 'public');
export const buildDir = join(publicDir, 'build');
/** Git-ignored: bundled tests, metafiles, compiler caches. Safe to delete at any time. */
export const cacheDir = join(root, '.cache');

/** A path as the tables and messages write it: from the root, with forward slashes. @param {string} path */
export const fromRoot = (path) => relative(root, path).split(sep).join('/');

/** True when the module was started as a command, not imported. @param {string} url its import.meta.url */
export const isMain = (url) => process.argv[1] !== undefined && realpathSync(fileURLToPath(url)) === realpathSync(process.argv[1]);
