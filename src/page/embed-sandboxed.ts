/**
 * The embed for frames of an opaque origin, sandboxed.html: one classic script with everything in it, the worker too, as a
 * `data:` address (a Blob has no Web Cryptography there). Keys live in memory, until the frame is gone.
 * Only what reads certificates is left out, a script of its own beside this one.
 */
import './ui/create-key/create-key.ts';
import { loadX509By } from '../x509/load-classic.ts';
import { trusted } from './client/spawn.ts';
import { startEmbed } from './ui/embed/embed.ts';
import './ui/map/map.ts';

/** worker-classic.js, written in by the bundler. */
declare const __WORKER__: string;

const folder = new URL('.', (document.currentScript as HTMLScriptElement).src).href;
loadX509By(
  () =>
    new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = trusted(`${folder}x509-classic.js`);
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    }),
);

/** The worker, which has no address to tell it where it came from. */
const worker = `self.glassHsmFolder=${JSON.stringify(folder)};${__WORKER__}`;
const loaded = (): Promise<void> => Promise.resolve();
void startEmbed({
  load: { map: loaded, 'create-key': loaded },
  workerUrl: `data:text/javascript;charset=utf-8,${encodeURIComponent(worker)}`,
});
