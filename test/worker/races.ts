import { SimulatorFault } from '../../src/worker/errors.ts';
import { services } from '../../src/model/services.ts';
import { inconsistencies, type Answered } from './consistency.ts';
import { load, type Send } from './load.ts';
import { authorization, documentStore, openTestWorld, type TestWorld } from './world.ts';

const store = { CustomKeyStoreId: documentStore };
const createKey = { Origin: 'AWS_CLOUDHSM', ...store };

/** KMS through the door of a world, as the wire has it; every answer is kept. */
export function sender({ send }: TestWorld, answers: Answered[]): Send {
  const { target, signingName } = services.kms;
  return async (operation, input) => {
    const { status, headers, body } = await send({
      headers: { 'x-amz-target': `${target}.${operation}`, authorization: authorization('111122223333', 'us-west-2', signingName) },
      body: JSON.stringify(input),
    });
    const output = (body === '' ? {} : JSON.parse(body)) as Record<string, unknown>;
    const answered: Answered = {
      requestId: headers['x-amzn-requestid'] ?? '',
      operation,
      input,
      ...(status === 200 ? { output } : { error: String(output['__type']) }),
    };
    answers.push(answered);
    return answered;
  };
}

/** @throws Error that lists what cannot be */
export async function expectConsistent(database: string, answers: readonly Answered[], where: string): Promise<void> {
  const problems = await inconsistencies(database, answers);
  if (problems.length > 0) throw new Error(`${where}:\n${problems.slice(0, 20).join('\n')}`);
}

/**
 * Two tabs: one creates keys, the other disconnects their store meanwhile. Each call succeeded, or was refused for the
 * state of the store, and the database has all of it or none.
 * @returns how often each outcome was seen
 */
export async function raceCreateAgainstDisconnect(rounds: number): Promise<{ created: number; refused: number }> {
  const one = await openTestWorld();
  const two = await openTestWorld({ database: one.database });
  const answers: Answered[] = [];
  const [creating, disconnecting] = [sender(one, answers), sender(two, answers)];
  await one.control.setSpeed({ speed: Infinity });
  const seen = { created: 0, refused: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // Every round another distance between the two.
    const before = Array.from({ length: round % 4 }, () => creating('CreateKey', createKey));
    const disconnected = disconnecting('DisconnectCustomKeyStore', store);
    const after = Array.from({ length: 6 }, () => creating('CreateKey', createKey));
    for (const { error } of await Promise.all([...before, ...after])) {
      if (error === undefined) seen.created += 1;
      else if (error === 'CustomKeyStoreInvalidStateException') seen.refused += 1;
      else throw new Error(`CreateKey answered ${error}`);
    }
    const { error } = await disconnected;
    if (error !== undefined) throw new Error(`DisconnectCustomKeyStore answered ${error}`);
    const connected = await disconnecting('ConnectCustomKeyStore', store);
    if (connected.error !== undefined) throw new Error(`ConnectCustomKeyStore answered ${connected.error}`);
    // CONNECTING until the next call, of either tab.
    await disconnecting('DescribeCustomKeyStores', {});
  }
  await expectConsistent(one.database, answers.filter(({ operation }) => operation !== 'DescribeCustomKeyStores'), 'after the races');
  one.close();
  two.close();
  return seen;
}

/** Calls of every kind in several tabs at once. @returns how many were answered */
export async function raceEverything(seed: number, calls: number): Promise<number> {
  const first = await openTestWorld();
  const tabs = [first, await openTestWorld({ database: first.database }), await openTestWorld({ database: first.database })];
  await first.control.setSpeed({ speed: Infinity });
  const answers: Answered[] = [];
  await Promise.all(
    tabs.map((tab, i) =>
      load(sender(tab, answers), { seed: seed + i, lanes: 4, store: documentStore, goesOn: () => answers.length < calls }),
    ),
  );
  await expectConsistent(first.database, answers, `after calls of every kind, seed ${String(seed)}`);
  for (const tab of tabs) tab.close();
  return answers.length;
}

/** One tab replaces the world under another's calls. @returns how many calls ended in a fault, and how many did not */
export async function raceAgainstReset(rounds: number): Promise<{ faults: number; answered: number }> {
  const one = await openTestWorld();
  const two = await openTestWorld({ database: one.database });
  const seen = { faults: 0, answered: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const send = sender(two, []);
    const calls = Array.from({ length: 6 }, () => send('CreateKey', createKey));
    const reset = one.control.reset(undefined);
    const later = Array.from({ length: 6 }, () => send('CreateKey', createKey));
    for (const outcome of await Promise.allSettled([...calls, ...later])) {
      if (outcome.status === 'fulfilled') seen.answered += 1;
      else if (outcome.reason instanceof SimulatorFault && outcome.reason.message.includes('replaced')) seen.faults += 1;
      else throw outcome.reason;
    }
    await reset;
    // What was answered may have been of the world before; what is there is whole.
    await expectConsistent(one.database, [], `after reset ${String(round)}`);
  }
  one.close();
  two.close();
  return seen;
}
