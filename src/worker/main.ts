import { expose } from 'comlink';
import type { Change, Reply, WorkerApi, WorkerNotice } from '../wire/messages.ts';
import type { Control } from './control.ts';
import type { Door } from './door.ts';
import { createDoorway, createTeachersDoor, prepareDoor, withInsideViews, type TeachersDoor } from './doorway.ts';
import { createDue } from './due.ts';
import { SimulatorFault } from './errors.ts';
import { createLook, type Look } from './look.ts';
import { openWorld } from './open.ts';
import { createSimulation } from './simulation.ts';
import type { StorageNotice } from './storage/storage.ts';

declare const __VERSION__: string;

/** What is built when the page has said which world. */
interface Built {
  readonly door: Door;
  readonly look: Look;
  readonly control: TeachersDoor;
}
let built: Built | undefined;

const tell = (notice: WorkerNotice): void => {
  postMessage(notice);
};

const api: WorkerApi = {
  open: (options) =>
    reply(async () => {
      const { storage, result } = await openWorld(options, (message) => {
        tell({ notice: 'lost', message });
      });
      const simulation = createSimulation(storage);
      const due = createDue(simulation);
      storage.onNotice((notice) => {
        tell({ notice: 'changes', changes: changesOf(notice) });
      });
      built = {
        door: createDoorway(simulation, due),
        look: createLook(simulation, due, withInsideViews),
        control: createTeachersDoor(simulation, due),
      };
      return result;
    }),
  prepare: () => reply(prepareDoor),
  send: (request) => reply(() => opened().door.send(request)),
  look: (question, input) => reply(() => ask(opened().look, question, input)),
  control: (command, input) => reply(() => opened().control((control) => ask(control, command, input))),
};

function opened(): Built {
  if (!built) throw new SimulatorFault('The simulator is not open yet.');
  return built;
}

function ask(of: Look | Control, name: string, input: unknown): Promise<unknown> {
  const answer = Object.hasOwn(of, name) ? (of as Record<string, (input: unknown) => Promise<unknown>>)[name] : undefined;
  if (!answer) throw new SimulatorFault(`The simulator does not know "${name}". It knows ${Object.keys(of).join(', ')}.`);
  return answer(input);
}

/** Faults cross as values; what storage throws is one too. */
async function reply<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { fault: { message: faultText(error) } };
  }
}

function faultText(error: unknown): string {
  if (error instanceof SimulatorFault) return error.message;
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'The browser has no room for more. Nothing of this call was stored. Free space, or reset the simulator.';
  console.error('GlassHSM:', error);
  return `The simulator failed (${String(error)}). Reload the page and try again.`;
}

function changesOf({ changes, anything }: StorageNotice): Change[] {
  if (anything) return [{ store: 'world', ids: [] }];
  const stores = new Map<string, string[]>();
  for (const { store, key } of changes) {
    // Behind account and Region; a view of another Region looks once too often.
    const id = key.slice(store === 'world' || store === 'due' ? -1 : 2).join('/');
    const ids = stores.get(store);
    if (ids) ids.push(id);
    else stores.set(store, [id]);
  }
  return [...stores].map(([store, ids]) => ({ store, ids }));
}

expose(api);
tell({ notice: 'ready', version: __VERSION__ });
