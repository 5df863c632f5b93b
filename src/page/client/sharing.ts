import { startEngine, type Engine, type EngineListener, type EngineOptions } from './engine.ts';

interface Shared {
  readonly engine: Promise<Engine>;
  readonly members: Set<EngineListener>;
}

/**
 * One worker for a page and database, for all connect() calls and elements: this module is in a chunk that the bundles
 * import, so there is one such map on the page.
 */
const running = new Map<string, Shared>();

/** A page that was frozen, or comes back out of the back/forward cache, has heard of no changes: look again. */
function changedUnheard(): void {
  for (const { members } of running.values()) for (const member of members) member.changed([]);
}
addEventListener('pageshow', (event) => {
  if (event.persisted) changedUnheard();
});
document.addEventListener('resume', changedUnheard);

/** A place at a shared worker. */
export interface Seat {
  readonly engine: Engine;
  /** Gives the place up; the worker ends with the last one. */
  readonly leave: () => void;
}

/**
 * Joins the worker of `options.database`, starting it where none runs (only then do the other options count).
 * @throws SimulatorError where it cannot start; the next call tries anew
 */
export async function join(options: EngineOptions, member: EngineListener): Promise<Seat> {
  const { database } = options;
  const shared = running.get(database) ?? start(options);
  shared.members.add(member);
  const engine = await shared.engine;
  return {
    engine,
    leave: () => {
      if (!shared.members.delete(member) || shared.members.size > 0) return;
      forget(database, shared);
      engine.terminate();
    },
  };
}

function start(options: EngineOptions): Shared {
  const members = new Set<EngineListener>();
  const engine = startEngine(options, {
    changed: (changes) => {
      for (const member of members) member.changed(changes);
    },
    ended: (message) => {
      forget(options.database, shared);
      for (const member of members) member.ended(message);
    },
  });
  const shared: Shared = { engine, members };
  running.set(options.database, shared);
  engine.catch(() => {
    forget(options.database, shared);
  });
  return shared;
}

/** Unless another has taken its place. */
function forget(database: string, shared: Shared): void {
  if (running.get(database) === shared) running.delete(database);
}
