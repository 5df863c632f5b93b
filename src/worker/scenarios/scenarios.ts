import { scenarioNames, type Notes, type ScenarioName } from '../../model/control.ts';
import { lazy, notLoaded } from '../../wire/lazy.ts';
import { newClock, simulatedNow } from '../clock.ts';
import { createDue, type Due } from '../due.ts';
import { SimulatorFault } from '../errors.ts';
import { newUuid } from '../ids.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { memoryBackend } from '../storage/memory.ts';
import type { WorldRow } from '../storage/schema.ts';
import { createStorage, type WorldRows } from '../storage/storage.ts';
import { clusterWorld, documentNotes, documentWorld } from './document.ts';
import type { StoryName } from './stories.ts';

/** A world with a past is played: a chunk that whoever begins with a plain one never loads. */
const played = lazy(() =>
  import('./play.ts').catch((error: unknown) => {
    throw new SimulatorFault(notLoaded('What plays the scenarios', error));
  }),
);

/**
 * A world in memory to play in. It is handed to the chunk of the stories: what the worker's start is made of would be torn out of
 * it otherwise, and weigh more.
 */
async function openScratch(rows: WorldRows): Promise<Scratch> {
  const storage = createStorage(memoryBackend(), undefined);
  await storage.begin(rows);
  const simulation = createSimulation(storage);
  return { simulation, due: createDue(simulation) };
}
export type OpenScratch = typeof openScratch;
interface Scratch {
  readonly simulation: Simulation;
  readonly due: Due;
}

type PlainName = Exclude<ScenarioName, StoryName>;
const plain: { readonly [Name in PlainName]: { world(now: number): Promise<WorldRows>; notes(): Notes } } = {
  default: { world: documentWorld, notes: () => documentNotes('default') },
  cluster: { world: clusterWorld, notes: () => documentNotes('cluster') },
  empty: { world: () => Promise.resolve({}), notes: () => ({ scenario: 'empty', passwords: {}, ids: {} }) },
};
const isPlain = (name: ScenarioName): name is PlainName => Object.hasOwn(plain, name);

/** @throws SimulatorFault that lists the names there are */
export function scenarioNamed(name: string): ScenarioName {
  const found = scenarioNames.find((known) => known === name);
  if (!found) throw new SimulatorFault(`There is no scenario "${name}". Scenarios: ${scenarioNames.join(', ')}.`);
  return found;
}

/**
 * All rows of a new world.
 * @param firstScenario what `reset` goes back to
 * @throws SimulatorFault where the code of the scenarios does not load
 */
export async function newWorld(scenario: ScenarioName, firstScenario: ScenarioName): Promise<WorldRows> {
  const { rows, notes } = await begun(scenario);
  const world: WorldRow = { id: 'world', generation: newUuid(), scenario, firstScenario, notes };
  return { ...rows, world: [...(rows.world ?? [newClock]), world] };
}

async function begun(scenario: ScenarioName): Promise<{ readonly rows: WorldRows; readonly notes: Notes }> {
  if (!isPlain(scenario)) return (await played.load()).play(scenario, openScratch);
  const { world, notes } = plain[scenario];
  return { rows: await world(simulatedNow(newClock)), notes: notes() };
}

export const notesOf = ({ scenario, notes }: WorldRow): Notes =>
  notes ?? (isPlain(scenario) ? plain[scenario].notes() : { scenario, passwords: {}, ids: {} });
