import { createControl, createDoor } from '../behind.ts';
import type { Notes } from '../../model/control.ts';
import { newClock, simulatedNow } from '../clock.ts';
import { newUuid } from '../ids.ts';
import { storeNames, type ClockRow } from '../storage/schema.ts';
import type { Storage, WorldRows } from '../storage/storage.ts';
import { documentNotes, documentWorld } from './document.ts';
import type { OpenScratch } from './scenarios.ts';
import { createClients } from './stage.ts';
import { stories, type StoryName } from './stories.ts';

/**
 * Plays a scenario's story with ordinary calls, through the door of a world of its own in memory, so that states, errors and
 * events are what calls make. The clock begins in the past and moves on at AWS's own speed: the story ends now.
 * @returns all rows of that world but the one that names it, and what a person needs to know of it
 */
export async function play(scenario: StoryName, openScratch: OpenScratch): Promise<{ readonly rows: WorldRows; readonly notes: Notes }> {
  const { lasts, begin = documentWorld, tell } = stories[scenario];
  const clock: ClockRow = { ...newClock, offset: -lasts, speed: 1 };
  const named = { id: 'world', generation: newUuid(), scenario, firstScenario: scenario } as const;
  const { simulation, due } = await openScratch({ ...(await begin(simulatedNow(clock))), world: [clock, named] });
  const { storage } = simulation;
  const door = createDoor(simulation, due);
  const control = createControl(simulation, due);
  try {
    const told = await tell({ ...createClients(door), at: ({ region }) => createClients(door, region), control });
    const { offset } = await simulation.readClock();
    if (offset > 0) throw new Error(`The story of ${scenario} ends ${String(offset)} ms in the future.`);
    await control.advance({ ms: -offset });
    await control.setSpeed({ speed: newClock.speed });
    await door.settled();
    const known = documentNotes('default');
    const notes = { ...known, ...told, scenario, ids: { ...known.ids, ...told.ids }, passwords: { ...known.passwords, ...told.passwords } };
    return { rows: await allRows(storage), notes };
  } finally {
    due.stop();
    storage.close();
  }
}

async function allRows(storage: Storage): Promise<WorldRows> {
  const stores = await Promise.all(
    storeNames.map(async (store) => [store, await storage.page({ store, prefix: [], limit: Infinity })] as const),
  );
  const rows = Object.fromEntries(stores) as WorldRows;
  return { ...rows, world: (rows.world ?? []).filter(({ id }) => id === 'clock' || id === 'faults') };
}
