import { scenarioNames, type Notes, type ScenarioName } from '../../model/control.ts';
import { newClock } from '../clock.ts';
import { SimulatorFault } from '../errors.ts';
import { newUuid } from '../ids.ts';
import type { WorldRows } from '../storage/storage.ts';
import { clusterWorld, documentNotes, documentWorld } from './document.ts';

/** The others are being built. */
const scenarios: { readonly [Name in ScenarioName]?: { world(): Promise<WorldRows>; notes(): Notes } } = {
  default: { world: documentWorld, notes: () => documentNotes('default') },
  cluster: { world: clusterWorld, notes: () => documentNotes('cluster') },
  empty: { world: () => Promise.resolve({}), notes: () => ({ scenario: 'empty', passwords: {}, ids: {} }) },
};

/** @throws SimulatorFault that lists the names there are */
export function scenarioNamed(name: string): ScenarioName {
  const found = scenarioNames.find((known) => known === name);
  if (!found || !scenarios[found]) throw new SimulatorFault(`There is no scenario "${name}". Scenarios: ${scenarioNames.join(', ')}.`);
  return found;
}

/**
 * All rows of a new world.
 * @param firstScenario what `reset` goes back to
 */
export async function newWorld(scenario: ScenarioName, firstScenario: ScenarioName): Promise<WorldRows> {
  const rows = await scenarios[scenario]?.world();
  return { ...rows, world: [newClock, { id: 'world', generation: newUuid(), scenario, firstScenario }] };
}

export const notesOf = (scenario: ScenarioName): Notes => scenarios[scenario]?.notes() ?? { scenario, passwords: {}, ids: {} };
