import type { WorldSummary } from '../../../model/control.ts';
import { newClock, simulatedNow } from '../../clock.ts';
import { SimulatorFault } from '../../errors.ts';
import { materialKey } from '../../hsm/new-material.ts';
import { newUuid } from '../../ids.ts';
import type { Row } from '../../storage/backend.ts';
import { compareKeys, keyOf, rowId } from '../../storage/keys.ts';
import { storeNames, type ClockRow, type Schema, type StoreName, type WorldRow } from '../../storage/schema.ts';
import type { WorldRows } from '../../storage/storage.ts';
import { formatVersion, mostCharacters, type WorldFile } from './format.ts';
import { faultsShape, rowShapes, worldShape } from './row-shapes.ts';
import { mapOf, moment, text, type Check } from './shapes.ts';

/** A file that was read and found to be a world. */
export interface ReadWorld {
  readonly summary: WorldSummary;
  /** @param firstScenario what `reset` goes back to; by default what the world itself began with */
  rows(firstScenario?: WorldRow['firstScenario']): WorldRows;
}

/** Of waits that were due when the file was made: a moment before, at the most. */
const slack = 60 * 60 * 1000;

const refuse = (why: string): never => {
  throw new SimulatorFault(`This is no world that can be opened: ${why} Nothing was changed.`);
};

/** @throws SimulatorFault that says what is wrong with it */
export function readWorld(file: unknown): ReadWorld {
  if (typeof file !== 'string') return refuse('it is not text.');
  if (file.length > mostCharacters) return refuse('it is larger than 64 MB.');
  const { now, speed, world, faults, stores } = checked(parsed(file));
  const rows = rowsOf(stores, now);
  return {
    summary: summaryOf(rows, now, world.scenario),
    rows(firstScenario = world.scenario) {
      // Time stood still in the file.
      const clock: ClockRow = { ...newClock, speed: speed ?? Infinity, offset: now - simulatedNow({ ...newClock, offset: 0 }) };
      return { ...rows, materialReferences: references(rows), world: [{ ...world, generation: newUuid(), firstScenario }, clock, ...(faults ? [faults] : [])] };
    },
  };
}

function parsed(file: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    return refuse('it is not JSON, or only a part of it.');
  }
  if (typeof value !== 'object' || value === null || !('glassHsmWorld' in value)) return refuse('it was not made by GlassHSM.');
  const { glassHsmWorld: version } = value;
  if (version !== formatVersion)
    return refuse(
      `its format is ${JSON.stringify(version).slice(0, 40)}, and this GlassHSM knows ${String(formatVersion)}. Open it with the GlassHSM that made it, or a newer one.`,
    );
  return value as Readonly<Record<string, unknown>>;
}

const members = new Set(['glassHsmWorld', 'about', 'at', 'now', 'speed', 'world', 'faults', 'stores']);
const isSpeed: Check<number | null> = (value): value is number | null => value === null || (typeof value === 'number' && value > 0);
const isList: Check<readonly unknown[]> = (value): value is readonly unknown[] => Array.isArray(value);

function checked(file: Readonly<Record<string, unknown>>): WorldFile {
  const unknown = Object.keys(file).find((name) => !members.has(name));
  if (unknown !== undefined) return refuse(`nobody knows what "${shown(unknown)}" in it is.`);
  const checks: Readonly<Record<string, boolean>> = {
    about: text(file['about']),
    at: text(file['at']),
    now: moment(file['now']),
    speed: isSpeed(file['speed']),
    world: worldShape(file['world']),
    faults: !('faults' in file) || faultsShape(file['faults']),
    stores: mapOf(isList)(file['stores']),
  };
  const wrong = Object.keys(checks).find((name) => !checks[name]);
  if (wrong !== undefined) return refuse(`its "${wrong}" is not as it must be.`);
  return file as unknown as WorldFile;
}

const shown = (name: string): string => name.slice(0, 40);

function rowsOf(stores: WorldFile['stores'], now: number): WorldRows {
  const rows: Partial<Record<StoreName, readonly Row[]>> = {};
  for (const [store, list] of Object.entries(stores)) {
    if (store === 'material') return refuse('it has key material, which never leaves a browser.');
    if (!isCarried(store)) return refuse(`it has "${shown(store)}", which this GlassHSM does not know.`);
    rows[store] = rowsIn(store, list);
  }
  const late = (rows.due as readonly Schema['due'][] | undefined)?.find(({ dueAt }) => dueAt < now - slack);
  if (late) return refuse('what was to happen in it has not happened when it should.');
  return rows as WorldRows;
}

type Carried = keyof typeof rowShapes;
const isCarried = (store: string): store is Carried => storeNames.includes(store as StoreName) && Object.hasOwn(rowShapes, store);

function rowsIn<S extends Carried>(store: S, list: readonly unknown[]): readonly Schema[S][] {
  const fits: Check<Schema[S]> = rowShapes[store];
  const seen = new Set<string>();
  return list.map((row, i) => {
    if (!fits(row)) return refuse(`row ${String(i + 1)} of "${store}" is not as it must be.`);
    const id = rowId(store, keyOf(store, row));
    if (seen.has(id)) return refuse(`row ${String(i + 1)} of "${store}" is there twice.`);
    seen.add(id);
    return row;
  }).sort((a, b) => compareKeys(keyOf(store, a), keyOf(store, b)));
}

/** Who has a material is counted by its row where there is none: so for keys that come without material all are written. */
function references({ materialReferences = [], keyObjects = [], removedKeyObjects = [] }: WorldRows): readonly Schema['materialReferences'][] {
  const known = new Map(materialReferences.map((row) => [rowId('material', materialKey(row)), row]));
  for (const object of [...keyObjects, ...removedKeyObjects]) {
    const { account, region, materialId } = object;
    const id = rowId('material', materialKey(object));
    if (!known.has(id)) known.set(id, { account, region, materialId, count: 1 });
  }
  return [...known.values()];
}

const summaryOf = ({ clusters = [], keyStores = [], keys = [], clusterUsers = [], backups = [], events = [] }: WorldRows, now: number, scenario: WorldSummary['scenario']): WorldSummary => ({
  scenario,
  now,
  clusters: clusters.length,
  keyStores: keyStores.length,
  keys: keys.length,
  users: clusterUsers.length,
  backups: backups.length,
  events: events.reduce((all, row) => all + (JSON.parse(row.events) as readonly unknown[]).length, 0),
});
