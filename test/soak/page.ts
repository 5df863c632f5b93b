/** What the soak's scripts run in a page of the built site: brought along by them, so that the site holds no test code. */
import fc from '../fast-check.ts';
import type { connect as Connect, Simulator } from '../../src/page/index.ts';
import { inconsistencies, type Answered } from '../worker/consistency.ts';
import { load, type Send } from '../worker/load.ts';
import { checkModel } from '../worker/kms/properties/model/check.ts';
import { checkRequests } from '../worker/kms/properties/requests/check.ts';
import { raceAgainstReset, raceCreateAgainstDisconnect, raceEverything } from '../worker/races.ts';
import { authorization, documentStore } from '../worker/world.ts';

/** The library as it was built and is served, whatever its address. */
async function open(library: string, database: string): Promise<Simulator> {
  const { connect } = (await import(library)) as { connect: typeof Connect };
  const simulator = await connect({ database });
  // Connections come and go at once, or the load would only be refused.
  await simulator.control.setSpeed(Infinity);
  return simulator;
}

const sender =
  (simulator: Simulator, told: (answered: Answered) => void): Send =>
  async (operation, input) => {
    const response = await simulator.fetch('https://kms.us-west-2.amazonaws.com/', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-date': '20261123T000000Z',
        'x-amz-target': `TrentService.${operation}`,
        authorization: authorization('111122223333', 'us-west-2', 'kms'),
      },
      body: JSON.stringify(input),
    });
    const text = await response.text();
    const output = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    const answered: Answered = {
      requestId: response.headers.get('x-amzn-requestid') ?? '',
      operation,
      input,
      ...(response.ok ? { output } : { error: String(output['__type']) }),
    };
    told(answered);
    return answered;
  };

export interface Load {
  readonly library: string;
  readonly database: string;
  readonly seed: number;
  readonly lanes: number;
}

const soak = {
  /** What cannot be in the database, though these calls were answered. */
  inconsistencies,

  /** Calls until the browser is killed; each answer is on the console before the next call of its lane. */
  async loadForEver({ library, database, seed, lanes }: Load): Promise<void> {
    const simulator = await open(library, database);
    const send = sender(simulator, (answered) => {
      // eslint-disable-next-line no-console
      console.info(JSON.stringify({ answered }));
    });
    await load(send, { seed, lanes, store: documentStore });
  },

  /** Calls until so many were answered; then the worker is terminated in the midst of others. @returns the answers */
  async loadAndTerminate({ library, database, seed, lanes }: Load, count: number): Promise<Answered[]> {
    const simulator = await open(library, database);
    const answers: Answered[] = [];
    const send = sender(simulator, (answered) => {
      answers.push(answered);
      // Ends the worker, as it is the last one that needs it.
      if (answers.length === count) simulator.close();
    });
    const [ended] = await Promise.allSettled([load(send, { seed, lanes, store: documentStore })]);
    if (ended.status === 'fulfilled' || (ended.reason as Error).name !== 'SimulatorError')
      throw new Error(`The load ended otherwise: ${ended.status === 'rejected' ? String(ended.reason) : 'by itself'}`);
    return answers;
  },

  /** Calls until so many were answered, and an orderly end. @returns the answers */
  async load({ library, database, seed, lanes }: Load, count: number): Promise<Answered[]> {
    const simulator = await open(library, database);
    const answers: Answered[] = [];
    const send = sender(simulator, (answered) => answers.push(answered));
    await load(send, { seed, lanes, store: documentStore, goesOn: () => answers.length < count });
    simulator.close();
    return answers;
  },

  /** The races of test/worker/storage/races.test.ts, for longer. @returns how often what was seen */
  async races(rounds: number, seed: number): Promise<object> {
    return {
      disconnect: await raceCreateAgainstDisconnect(rounds),
      reset: await raceAgainstReset(rounds),
      everything: await raceEverything(seed, rounds * 30),
    };
  },

  /** The random requests and sequences of test/worker/kms/properties, more of them. A failure names its own seed. */
  async properties(rounds: number, seed: number): Promise<object> {
    fc.configureGlobal({ seed });
    return {
      requests: (await checkRequests(rounds)).size,
      sequences: (await checkModel(Math.ceil(rounds / 5), 300, 1)).size,
      sequencesOfTwoTabs: (await checkModel(Math.ceil(rounds / 5), 300, 2)).size,
    };
  },
};
export type Soak = typeof soak;
Object.assign(globalThis, { soak });
