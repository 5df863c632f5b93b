import { expect } from 'chai';
import { scenarioNames, troubleNames, type Notes, type TroubleName } from '../../../src/model/control.ts';
import { stories } from '../../../src/worker/scenarios/stories.ts';
import { inconsistencies } from '../consistency.ts';
import { openTestWorld, refused, type TestWorld } from '../world.ts';
import { observe, trailOf } from './observe.ts';
import { troubles, type Trouble } from './troubles.ts';

const CustomKeyStoreId = 'cks-1234567890abcdef0';
const lost: readonly TroubleName[] = ['key-material-deleted', 'backup-without-key'];

/** Each of the 24 (facts 5): as it is loaded, as ordinary operations make it, and as the documented steps repair it. */
for (const name of troubleNames) {
  const { repair, answers, store, trail, ...seen } = troubles[name];

  describe(`scenario ${name}`, () => {
    let world: TestWorld;
    let expectedLosses: string[] = [];
    afterEach(async () => {
      const problems = await inconsistencies(world.database);
      world.close();
      expect(problems.filter((problem) => !expectedLosses.includes(problem))).to.deep.equal([]);
    });

    it('is there when it is loaded: states, error codes, events, at the present', async () => {
      world = await openTestWorld();
      await world.control.loadScenario({ name });
      const { now } = await world.control.clock(undefined);
      expect(now).to.be.closeTo(Date.now(), 1000);
      const times = (await trailOf(world)).map(({ eventTime }) => Date.parse(eventTime));
      expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
      expect(times.every((time) => time <= now)).to.equal(true);
      expect(await observe(world)).to.deep.include({ ...seen, stores: { ExampleKeyStore: store } });
      const notes = await world.control.notes(undefined);
      expect(notes.scenario).to.equal(name);
      expectedLosses = losses(name, notes);
      await answersAs(world, notes, answers);
      expect((await trailOf(world)).map(({ eventName, errorCode }) => [eventName, errorCode].filter(Boolean).join(' ')).join(', ')).to.contain(trail.join(', '));
    });

    it('comes about by ordinary operations', async () => {
      const loaded = await openTestWorld({ scenario: name });
      const expected = await observe(loaded);
      loaded.close();
      world = await openTestWorld();
      const { begin, tell } = stories[name];
      if (begin) await world.simulation.storage.replace({ ...(await begin(Date.now())), world: [await world.simulation.readWorld(), await world.simulation.readClock()] });
      const told = await tell(world);
      expectedLosses = losses(name, { ids: {}, ...told });
      expect(await observe(world)).to.deep.equal(expected);
    });

    it('is repaired by the documented steps', async () => {
      world = await openTestWorld({ scenario: name });
      const notes = await world.control.notes(undefined);
      expectedLosses = losses(name, notes);
      const repaired = (await repair(world, notes)) ?? CustomKeyStoreId;
      const { CustomKeyStores } = await world.kms('DescribeCustomKeyStores', { CustomKeyStoreId: repaired });
      expect(CustomKeyStores?.[0]).to.include({ ConnectionState: 'CONNECTED' });
      if (repaired === CustomKeyStoreId)
        for (const ciphertext of Object.values(notes.ciphertexts ?? {}))
          await world.kms('Decrypt', { CiphertextBlob: Uint8Array.fromBase64(ciphertext) });
      const { KeyMetadata } = await world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: repaired });
      const { CiphertextBlob } = await world.kms('Encrypt', { KeyId: KeyMetadata?.KeyId, Plaintext: new Uint8Array([1]) });
      expect((await world.kms('Decrypt', { CiphertextBlob })).Plaintext).to.deep.equal(new Uint8Array([1]));
    });
  });
}

/** What the consistency check rightly finds: the one key whose material these worlds are about. */
const losses = (name: TroubleName, { ids }: Pick<Notes, 'ids'> | { ids?: Notes['ids'] }): string[] =>
  lost.includes(name) ? [`key ${ids?.['KeyId'] ?? ''} has no key object`] : [];

async function answersAs(world: TestWorld, notes: Notes, { decrypt, text, createKey, connect }: Trouble['answers']): Promise<void> {
  const ciphertext = notes.ciphertexts?.[notes.ids['AliasName'] ?? ''];
  const answer = async (call: Promise<unknown>, error: string | undefined): Promise<string> =>
    error === undefined ? call.then(() => '') : (await refused(call, error)).message;
  if (ciphertext !== undefined)
    expect(await answer(world.kms('Decrypt', { CiphertextBlob: Uint8Array.fromBase64(ciphertext) }), decrypt)).to.contain(text ?? '');
  await answer(world.kms('CreateKey', { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId }), createKey);
  if (connect !== undefined) await refused(world.kms('ConnectCustomKeyStore', { CustomKeyStoreId }), connect);
}

describe('scenarios', () => {
  it('have the names that people use', () => {
    expect(scenarioNames).to.have.length(28);
    expect(new Set(scenarioNames).size).to.equal(28);
  });
});
