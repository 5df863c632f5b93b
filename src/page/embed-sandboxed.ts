/**
 * The embed for frames of an opaque origin, sandboxed.html: one classic script with everything in it, the worker too, as a
 * `data:` address (a Blob has no Web Cryptography there). Keys live in memory, until the frame is gone.
 */
import './ui/create-key/create-key.ts';
import { startEmbed } from './ui/embed/embed.ts';
import './ui/map/map.ts';

/** worker-classic.js, written in by the bundler. */
declare const __WORKER__: string;

const loaded = (): Promise<void> => Promise.resolve();
void startEmbed({
  load: { map: loaded, 'create-key': loaded },
  workerUrl: `data:text/javascript;charset=utf-8,${encodeURIComponent(__WORKER__)}`,
});
