import { wrap } from 'comlink';
import type { Change, OpenOptions, OpenResult, WorkerApi, WorkerNotice } from '../../wire/messages.ts';
import { SimulatorError } from './errors.ts';
import { checkPage, spawn } from './spawn.ts';

/** The package's version, written in by the bundler; the worker is built with the same. */
declare const __VERSION__: string;

export interface EngineOptions extends OpenOptions {
  /** Where worker.js is; by default beside this script. */
  readonly workerUrl: string | URL | undefined;
  /** How long loading and opening may take, milliseconds. */
  readonly timeout: number;
  /** Whether there will be AWS calls: what they need is then loaded while the database is opened. */
  readonly prepare: boolean;
}

/** A worker that has loaded and has opened its database. */
export interface Engine {
  readonly api: WorkerApi;
  readonly opened: OpenResult;
  /** Has the worker load what AWS calls need, once. Nobody waits for it: the first call does. */
  readonly prepare: () => void;
  readonly terminate: () => void;
}

/** What comes from the worker unasked. */
export interface EngineListener {
  changed(changes: readonly Change[]): void;
  /** The worker is gone, for this reason. */
  ended(message: string): void;
}

/**
 * Loads the worker, waits until it says `ready` and opens the database. Comlink alone would wait for ever on a worker
 * that did not load, so everything that can go wrong ends here, within the time limit.
 * @throws SimulatorError that says why and what to do
 */
export async function startEngine(options: EngineOptions, listener: EngineListener): Promise<Engine> {
  const { workerUrl, timeout, database, scenario, world } = options;
  checkPage();
  // esbuild leaves this as it is; chunks stand in the same folder as the entries and the worker.
  const url = workerUrl ? new URL(workerUrl, document.baseURI) : new URL('./worker.js', import.meta.url);
  const { worker, loaded, needs } = spawn(url);
  const place = url.protocol === 'data:' ? 'its data: address' : url.href;

  return new Promise((resolve, reject) => {
    let ready = false;
    const end = (message: string): void => {
      clearTimeout(timer);
      loaded();
      worker.terminate();
      reject(new SimulatorError(message));
      listener.ended(message);
    };
    const timer = setTimeout(() => {
      end(
        ready
          ? `The database "${database}" did not open within ${String(timeout)} ms. Close other tabs of this site and reload.`
          : `The worker did not load from ${place} within ${String(timeout)} ms. Reload; on a slow line pass a longer \`timeout\`.`,
      );
    }, timeout);

    worker.onerror = (event) => {
      event.preventDefault(); // Told once: by the rejection.
      end(
        ready
          ? `The worker stopped (${event.message}). Reload the page.`
          : `The worker did not load from ${place}. ${event.message || `Either nothing is served there, or the page's Content-Security-Policy lacks \`${needs}\`.`}`,
      );
    };
    worker.onmessageerror = () => {
      end('A message from the worker could not be read. Reload the page.');
    };
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerNotice>) => {
      if (data.notice === 'changes') listener.changed(data.changes);
      else if (data.notice === 'lost') end(data.message);
      // Comlink's own messages have no `notice`.
      else if (data.notice === 'ready')
        open(data.version).catch((error: unknown) => {
          end(`The worker could not open "${database}": ${String(error)}`);
        });
    });

    const open = async (version: string): Promise<void> => {
      ready = true;
      loaded();
      if (version !== __VERSION__) {
        end(
          `The page has GlassHSM ${__VERSION__} and the worker from ${place} is ${version}. Reload without the cache ` +
            '(Ctrl+Shift+R), and host files of one build together.',
        );
        return;
      }
      const api: WorkerApi = wrap<WorkerApi>(worker);
      const opening = api.open({ database, scenario, world });
      let told = false;
      const prepare = (): void => {
        if (!told) void api.prepare();
        told = true;
      };
      if (options.prepare) prepare();
      const reply = await opening;
      if ('fault' in reply) end(reply.fault.message);
      else {
        clearTimeout(timer);
        resolve({
          api,
          opened: reply.value,
          prepare,
          terminate: () => {
            worker.terminate();
          },
        });
      }
    };
  });
}
