import { SimulatorError } from './errors.ts';

/** What the DOM types do not know yet: https://w3c.github.io/trusted-types/ */
interface Policy {
  createScriptURL(url: string): string;
}
declare const trustedTypes:
  | { createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy }
  | undefined;

/** One for the page: browsers refuse a second policy of the same name. No other script can reach it. */
let policy: Policy | undefined;

/** For the addresses of our own scripts alone. @throws where the page allows no such policy, or has one already */
export function trusted(url: string): string {
  if (typeof trustedTypes !== 'undefined')
    policy ??= trustedTypes.createPolicy('glass-hsm', { createScriptURL: (address) => address });
  return policy?.createScriptURL(url) ?? url;
}

/** Every worker of the library is made here. @throws SimulatorError where the browser refuses at once */
function createWorker(url: string, options: WorkerOptions): Worker {
  let refusal = 'Look at the console for its reason.';
  let address = url;
  try {
    address = trusted(url);
  } catch {
    // Matters only where the page asks for Trusted Types: then the next step throws.
    refusal =
      'The Trusted Types policy "glass-hsm" could not be created: either the Content-Security-Policy lacks ' +
      '`trusted-types glass-hsm`, or a second copy of GlassHSM on this page has taken the name (load one copy).';
  }
  try {
    return new Worker(address, { ...options, name: 'glass-hsm' });
  } catch (cause) {
    throw new SimulatorError(`The browser refused to start a worker. ${refusal}`, { cause });
  }
}

/** @throws SimulatorError where this page cannot have the vault at all, whatever the worker's address */
export function checkPage(): void {
  if (typeof Worker === 'undefined') throw new SimulatorError('GlassHSM runs in a web page: there are no web workers here.');
  if (!isSecureContext || !('subtle' in crypto))
    throw new SimulatorError(
      `Browsers offer Web Cryptography, which the vault is made of, only to secure pages, and ${location.origin} is not ` +
        'one. Open this page over https, or from localhost.',
    );
  if (!('fromBase64' in Uint8Array))
    throw new SimulatorError(
      'GlassHSM needs a newer browser: Chrome or Edge 140, Firefox 133, Safari 18.2, or later.',
    );
}

/** A worker under way, and what to call once it has loaded. */
export interface Spawned {
  readonly worker: Worker;
  readonly loaded: () => void;
  /** What the page's Content-Security-Policy must have for this way of loading. */
  readonly needs: string;
}

/**
 * Starts the script of a worker, by whichever way this page allows:
 * - same origin: a module worker;
 * - other origin (a CDN): browsers refuse its script as a worker but let a module import it, so a one-line Blob does;
 * - `data:` and `blob:` hold `worker-classic.js` itself, for pages that no file can be loaded into. A sandboxed frame
 *   takes `data:` (a Blob has no Web Cryptography there), a page opened from a file takes `blob:`.
 * @throws SimulatorError where no way is left
 */
export function spawn(url: URL): Spawned {
  const nothing = (): void => undefined;
  const { protocol, href } = url;
  if (protocol === 'data:' || protocol === 'blob:')
    return { worker: createWorker(href, {}), loaded: nothing, needs: `worker-src ${protocol}` };
  if (origin === 'null')
    throw new SimulatorError(
      location.protocol === 'file:'
        ? 'A page opened from a file cannot load a worker. Serve the folder (`npm start`) and open it over http://localhost.'
        : 'A sandboxed frame cannot load a worker. Add `allow-same-origin` to its `sandbox` attribute, or pass ' +
          '`workerUrl` a data: address that holds worker-classic.js.',
    );
  if (url.origin === origin)
    return { worker: createWorker(href, { type: 'module' }), loaded: nothing, needs: "worker-src 'self'" };
  const importer = URL.createObjectURL(new Blob([`import ${JSON.stringify(href)}`], { type: 'text/javascript' }));
  return {
    worker: createWorker(importer, { type: 'module' }),
    loaded: () => {
      URL.revokeObjectURL(importer);
    },
    // worker-src rules what a worker imports too [ran].
    needs: `worker-src blob: ${url.origin}; script-src ${url.origin}`,
  };
}
