import { eventsOf, storeNames, type Schema, type StoreName } from '../../src/worker/storage/schema.ts';
import type { Storage } from '../../src/worker/storage/storage.ts';
import { rawDatabase } from './hsm/raw.ts';
import { openTestWorld, type TestWorld } from './world.ts';

export type Rows = { readonly [S in StoreName]: readonly Schema[S][] };

export const rowsOf = async (database: string): Promise<Rows> => (await rawDatabase(database, storeNames)) as unknown as Rows;

/** Another world with the same rows: from here on, two may live. */
export async function twinOf(rows: Rows): Promise<TestWorld> {
  const world = await openTestWorld({ scenario: 'empty' });
  await world.simulation.storage.replace({ ...rows, world: rows.world.filter(({ id }) => id !== 'sequence') });
  return world;
}

/** Time goes by while nobody looks. */
export const moveClock = (storage: Storage, ms: number): Promise<void> =>
  storage.commit({
    reads: [{ store: 'world', key: ['clock'] }],
    decide: (rows) => {
      const clock = rows.get('world', ['clock']);
      if (clock?.id === 'clock') rows.put('world', { ...clock, offset: clock.offset + ms });
    },
  });

/**
 * What a world has become since `before`, to be compared with another's: an id that was made at random is named by what it is
 * the id of. The sequence, how events share rows, and the clock's offset (a real moment more or less) are not in it.
 */
export function lifeOf(rows: Rows, before: Rows): { readonly rows: Record<string, string[]>; readonly events: string[] } {
  const known = textOf(before);
  const names = [...namesIn(rows)].filter(([id]) => id !== '' && !known.includes(id));
  const named = (value: unknown): string => names.reduce((text, [id, name]) => text.replaceAll(id, name), textOf(value));
  const { events, world, ...others } = rows;
  return {
    rows: {
      ...Object.fromEntries(Object.entries(others).map(([store, all]) => [store, (all as readonly unknown[]).map(named).sort()])),
      world: world.filter(({ id }) => id !== 'sequence' && id !== 'clock').map(named),
    },
    events: events.flatMap(eventsOf).map(({ record: { eventID: _random, ...record }, ...event }) => named({ ...event, record })),
  };
}

/** Key material is one like another. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) => (member instanceof CryptoKey ? '(a key)' : member));

/** Ids that are made at random, by what they are the id of; the longer name first where one is made of another. */
function* namesIn(rows: Rows): Iterable<readonly [string, string]> {
  for (const { region, number, BackupId, transition = '' } of rows.backups) {
    yield [BackupId, `backup ${region} ${String(number)}`];
    yield [transition, `transition of backup ${region} ${String(number)}`];
  }
  for (const { pace, kind, target, id } of rows.due) if (pace === 'wait') yield [id, `${kind} of ${target}`];
  for (const { owner, handle, materialId, backingKeyId } of [...rows.keyObjects, ...rows.removedKeyObjects]) {
    yield [materialId, `material ${owner} ${String(handle)}`];
    yield [backingKeyId, `backing key ${owner} ${String(handle)}`];
  }
  for (const { CustomKeyStoreId, SecurityGroup, interfaces } of rows.keyStoreNetworks) {
    yield [SecurityGroup, `group of ${CustomKeyStoreId}`];
    for (const [i, { EniId }] of interfaces.entries()) yield [EniId, `interface ${String(i)} of ${CustomKeyStoreId}`];
  }
  for (const { CustomKeyStoreId, passwordDigest } of rows.keyStores) yield [passwordDigest, `password of ${CustomKeyStoreId}`];
}
