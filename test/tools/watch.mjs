/** Calls back after a save, for `npm start`. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** How long the folder must be quiet before a rebuild: editors write a file in several steps. */
const quietMs = 80;

/**
 * Watches src/ and package.json (public/ is served from the disk as it is: nothing to rebuild). Runs never overlap; a
 * save during one leads to exactly one more. A failing run is reported and the watch goes on.
 * @param {() => Promise<unknown>} run @param {(error: unknown) => void} onError
 */
export function watchSources(run, onError) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let running = false;
  let again = false;
  const go = async () => {
    if (running) { again = true; return; }
    running = true;
    try {
      await run();
    } catch (error) {
      onError(error);
    } finally {
      running = false;
      if (again) { again = false; void go(); }
    }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(() => void go(), quietMs); };
  const watchers = [
    watch(join(root, 'src'), { recursive: true }, soon),
    watch(join(root, 'package.json'), soon),
  ];
  return { close: () => { for (const w of watchers) w.close(); clearTimeout(timer); } };
}
