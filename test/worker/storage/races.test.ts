import { expect } from 'chai';
import { eventsOf, type Schema, type StoreName } from '../../../src/worker/storage/schema.ts';
import { inconsistencies, type Answered } from '../consistency.ts';
import { expectConsistent, raceAgainstReset, raceCreateAgainstDisconnect, raceEverything, sender } from '../races.ts';
import { documentStore, openTestWorld } from '../world.ts';

describe('races', () => {
  it('of CreateKey in one tab against DisconnectCustomKeyStore in another: done before, or refused; never half', async () => {
    const { created, refused } = await raceCreateAgainstDisconnect(40);
    // Both must have happened, or it was no race.
    expect(created).to.be.above(0);
    expect(refused).to.be.above(0);
  });

  it('of calls of every kind in three tabs: all that was answered is there, with its event', async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    expect(await raceEverything(seed, 600)).to.be.at.least(600);
  });

  it('of CreateKey against a reset in another tab: a fault, or a whole key; never half', async () => {
    const { faults } = await raceAgainstReset(12);
    expect(faults).to.be.above(0);
  });
});

describe('the consistency check', () => {
  /** A world with one of everything, and what is done to it. */
  async function spoiled(spoil: (change: Change) => void | Promise<void>): Promise<string[]> {
    const world = await openTestWorld();
    const answers: Answered[] = [];
    const send = sender(world, answers);
    const { output } = await send('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore });
    const { KeyId } = output?.['KeyMetadata'] as { KeyId: string };
    await send('CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
    await send('TagResource', { KeyId, Tags: [{ TagKey: 'k', TagValue: 'v' }] });
    await send('DisconnectCustomKeyStore', { CustomKeyStoreId: documentStore });
    await send('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: documentStore });
    await expectConsistent(world.database, answers, 'before');
    world.close();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(world.database);
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = reject;
    });
    const change: Change = async (store, how) => {
      const objects = db.transaction(store, 'readwrite', { durability: 'relaxed' }).objectStore(store);
      await new Promise<void>((resolve, reject) => {
        const request = objects.openCursor();
        request.onerror = reject;
        objects.transaction.oncomplete = () => {
          resolve();
        };
        request.onsuccess = () => {
          const cursor = request.result;
          if (!cursor) return;
          const row = how(cursor.value as never);
          if (row === undefined) cursor.delete();
          else cursor.update(row);
          cursor.continue();
        };
      });
    };
    await spoil(change);
    db.close();
    return inconsistencies(world.database, answers);
  }
  type Change = <S extends StoreName>(store: S, how: (row: Schema[S]) => unknown) => Promise<void>;

  const cases: readonly [what: string, says: RegExp, spoil: (change: Change) => Promise<void>][] = [
    ['a key that is gone', /has no key$/m, (change) => change('keys', () => undefined)],
    ['a key that is gone: its answer', /CreateKey .* was answered and is not there/, (change) => change('keys', () => undefined)],
    ['a key object that is gone', /has no key object/, (change) => change('keyObjects', () => undefined)],
    ['another label', /has another key's object/, (change) => change('keyObjects', (row) => ({ ...row, label: 'x' }))],
    ['material that is gone', /has no material/, (change) => change('material', () => undefined)],
    ['orphaned material', /is of no key object/, (change) => change('keyObjects', (row) => ({ ...row, materialId: 'x' }))],
    ['a counter that is gone', /counter .* says undefined of 1/, (change) => change('counters', () => undefined)],
    ['a counter that is wrong', /counter .* says 2 of 1/, (change) => change('counters', (row) => ({ ...row, count: row.count + 1 }))],
    ['a handle that comes again', /would give handle/, (change) => change('counters', (row) => ({ ...row, next: 0 }))],
    ['half an alias', /has only its first row/, (change) => change('keyAliases', () => undefined)],
    ['the other half of an alias', /has only its second row/, (change) => change('aliases', () => undefined)],
    ['half a key store', /key store .* has only its first row/, (change) => change('keyStoreNames', () => undefined)],
    ['a wait that is gone', /DISCONNECTING for ever/, (change) => change('due', () => undefined)],
    ['events that are gone', /answered and has no event/, (change) => change('events', () => undefined)],
    ['events that are gone: the key', /key without its event/, (change) => change('events', () => undefined)],
    ['events that are gone: the alias', /alias without its event/, (change) => change('events', () => undefined)],
    ['events that are gone: the tag', /tag without its event/, (change) => change('events', () => undefined)],
    ['tags that are gone', /an event, and no tag/, (change) => change('keys', (row) => ({ ...row, tags: [] }))],
    ['a tag that was answered and is gone', /TagResource .* was answered and is not there/, (change) => change('keys', (row) => ({ ...row, tags: [] }))],
    ['a connection that came back', /is CONNECTED after DisconnectCustomKeyStore/, (change) => change('keyStores', (row) => ({ ...row, ConnectionState: 'CONNECTED' }))],
    ['an event twice', /two events of one request/, (change) => change('events', (row) => ({ ...row, events: JSON.stringify([...eventsOf(row), ...eventsOf(row)]) }))],
    ['a sequence that went back', /lie beyond the sequence/, (change) => change('world', (row) => (row.id === 'sequence' ? { ...row, value: 1 } : row))],
    [
      'an event that tells another outcome',
      /CreateKey .*\(CustomKeyStoreInvalidStateException\) has the event CreateKey ok/,
      (change) => change('events', (row) => ({
        ...row,
        events: JSON.stringify(eventsOf(row).map(({ record: { errorCode: _code, ...record }, ...event }) => ({ ...event, record }))),
      })),
    ],
  ];
  for (const [what, says, spoil] of cases)
    it(`sees ${what}`, async () => {
      expect((await spoiled(spoil)).join('\n')).to.match(says);
    });
});
