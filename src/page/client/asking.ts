import type { Reply } from '../../wire/messages.ts';
import { SimulatorError } from './errors.ts';

/** One simulator's questions to the worker: each is answered, aborted, or ended with the simulator. */
export interface Asking {
  /**
   * @returns the reply's value
   * @throws SimulatorError for a fault, or once ended; the signal's reason when aborted (the worker then still does it)
   */
  ask<T>(question: () => Promise<Reply<T>>, signal?: AbortSignal): Promise<T>;
  /** Rejects what is under way and all that comes later with a SimulatorError of this message. The first one counts. */
  end(message: string): void;
}

export function createAsking(): Asking {
  const underWay = new Set<(error: SimulatorError) => void>();
  let ended: string | undefined;
  return {
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) throw new SimulatorError(ended);
        signal?.throwIfAborted();
        const abort = (): void => {
          // Whatever a caller aborts with is what it gets back, as with the platform's fetch.
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', abort);
        underWay.add(reject);
        question()
          .then((reply) => {
            if ('fault' in reply) throw new SimulatorError(reply.fault.message);
            resolve(reply.value);
          })
          .catch(reject)
          .finally(() => {
            underWay.delete(reject);
            signal?.removeEventListener('abort', abort);
          });
      }),
    end: (message) => {
      ended ??= message;
      for (const reject of underWay) reject(new SimulatorError(ended));
      underWay.clear();
    },
  };
}
