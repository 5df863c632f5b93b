import type { WorkerApi } from '../../wire/messages.ts';
import { typedCalls } from './services.ts';

/** Loading what AWS calls need and views do not, at both ends. What goes wrong is told by the call that needs it. */
export interface Preparing {
  /** The worker's end, at once. */
  worker(): void;
  /** Both, when the browser has nothing more urgent to do. */
  whenIdle(): void;
}

export function createPreparing(api: WorkerApi): Preparing {
  let told = false;
  const worker = (): void => {
    if (told) return;
    told = true;
    void api.prepare();
  };
  return {
    worker,
    whenIdle: () => {
      idle(() => {
        worker();
        typedCalls.load().catch(() => undefined);
      });
    },
  };
}

/** After what is being painted now. Safari has no idle callbacks; a while later must do. */
function idle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work, 200);
}
