import { expect } from 'chai';
import { connect, SimulatorError, type ConnectOptions, type Simulator } from '../../../src/page/index.ts';
import { alive, fakeWorker, gone, rejection, wellBehaved } from './fake-worker.ts';

declare const __VERSION__: string;

/** The message of the SimulatorError that connecting ends with. */
async function refusal(options: ConnectOptions): Promise<string> {
  const error = await rejection(connect({ database: crypto.randomUUID(), ...options }));
  expect(error).to.be.instanceOf(SimulatorError);
  return (error as SimulatorError).message;
}

describe('a worker that cannot start', () => {
  it('is not there: the address and the likely causes are named', async () => {
    const message = await refusal({ workerUrl: '/no-such-worker.js' });
    expect(message).to.contain(`${location.origin}/no-such-worker.js`).and.contain("worker-src 'self'");
  });

  it('is not there on another origin: what that way of loading needs is named', async () => {
    const message = await refusal({ workerUrl: 'https://cdn.invalid/worker.js' });
    expect(message).to.contain('https://cdn.invalid/worker.js').and.contain('worker-src blob: https://cdn.invalid; script-src https://cdn.invalid');
  });

  it('throws while loading: its words are told', async () => {
    const workerUrl = URL.createObjectURL(new Blob(['throw new Error("cracked")'], { type: 'text/javascript' }));
    expect(await refusal({ workerUrl })).to.contain('cracked');
  });

  it('never says ready: the time limit ends it, and the worker', async () => {
    const workerUrl = fakeWorker({ version: null });
    expect(await refusal({ workerUrl, timeout: 50 })).to.contain('within 50 ms').and.contain(workerUrl);
    await gone(workerUrl);
  });

  it('never opens its database: the time limit ends that too', async () => {
    const workerUrl = fakeWorker({ reply: '() => undefined' });
    expect(await refusal({ workerUrl, timeout: 500, database: 'stuck' })).to.contain('"stuck" did not open within 500 ms');
    await gone(workerUrl);
  });

  it('is of another version: both are named, and what to do', async () => {
    const workerUrl = fakeWorker({ version: '0.0.1' });
    expect(await refusal({ workerUrl })).to.contain('0.0.1').and.contain(__VERSION__).and.contain('without the cache');
    await gone(workerUrl);
  });

  it('cannot open its storage: its own words are told', async () => {
    const workerUrl = fakeWorker({ reply: `() => ({ fault: { message: 'Storage is blocked. Allow it.' } })` });
    expect(await refusal({ workerUrl })).to.equal('Storage is blocked. Allow it.');
    await gone(workerUrl);
  });

  it('is not remembered: the next connect() starts anew', async () => {
    const database = crypto.randomUUID();
    await refusal({ database, workerUrl: '/no-such-worker.js' });
    const simulator = await connect({ database, workerUrl: fakeWorker() });
    simulator.close();
  });

  it('is refused to all who were waiting for it', async () => {
    const options = { database: crypto.randomUUID(), workerUrl: fakeWorker({ version: '0.0.1' }) };
    const errors = await Promise.all([rejection(connect(options)), rejection(connect(options))]);
    for (const error of errors) expect(error).to.be.instanceOf(SimulatorError);
  });
});

describe('options that cannot be', () => {
  it('an account without 12 digits', async () => {
    expect(await refusal({ account: '1234' })).to.contain('12 digits');
  });
  it('a Region that is none', async () => {
    expect(await refusal({ region: 'US West' })).to.contain('us-west-2');
  });
});

describe('one worker for a page and database', () => {
  it('is shared, and ends when the last one closes', async () => {
    const workerUrl = fakeWorker();
    const database = crypto.randomUUID();
    const [first, second] = await Promise.all([connect({ database, workerUrl }), connect({ database, workerUrl })]);
    // Another address does not start another worker while one runs.
    const third = await connect({ database, workerUrl: '/no-such-worker.js' });
    expect(await alive(workerUrl)).to.equal(1);

    first.close();
    first.close();
    third.close();
    expect(await alive(workerUrl)).to.equal(1);
    expect(await second.look('waits')).to.have.property('method', 'look');

    second.close();
    await gone(workerUrl);
  });

  it('is another one for another database', async () => {
    const workerUrl = fakeWorker();
    const simulators = await Promise.all([0, 1].map(() => connect({ database: crypto.randomUUID(), workerUrl })));
    expect(await alive(workerUrl)).to.equal(2);
    for (const simulator of simulators) simulator.close();
    await gone(workerUrl);
  });
});

describe('an end', () => {
  const open = (reply = wellBehaved): Promise<Simulator> =>
    connect({ database: crypto.randomUUID(), workerUrl: fakeWorker({ reply }) });
  const silent = `(method) => method === 'open' ? { value: { storage: 'memory' } } : undefined`;

  it('by close(): rejects what is under way and what comes later, on this simulator alone', async () => {
    const options = { database: crypto.randomUUID(), workerUrl: fakeWorker({ reply: silent }) };
    const [closed, other] = await Promise.all([connect(options), connect(options)]);
    const underWay = rejection(closed.kms.listKeys());
    const otherUnderWay = rejection(other.kms.listKeys());
    closed.close();
    for (const promise of [underWay, rejection(closed.kms.listKeys()), rejection(closed.look('waits')), rejection(closed.control.now())]) {
      const error = await promise;
      expect(error).to.be.instanceOf(SimulatorError).with.property('message').that.contains('closed');
    }
    const first = await Promise.race([otherUnderWay, Promise.resolve('still under way')]);
    expect(first).to.equal('still under way');
    other.close();
    await otherUnderWay;
  });

  it('by a worker that dies: rejects everything with its reason; connect() then starts a new one', async () => {
    const database = crypto.randomUUID();
    const workerUrl = fakeWorker();
    const simulator = await connect({ database, workerUrl });
    const error = await rejection(simulator.control.loadScenario('crash'));
    expect(error).to.be.instanceOf(SimulatorError).with.property('message').that.contains('out of glass');
    expect(await rejection(simulator.kms.listKeys())).to.be.instanceOf(SimulatorError);
    await gone(workerUrl);
    const again = await connect({ database, workerUrl: fakeWorker() });
    again.close();
    simulator.close();
  });

  it('by storage that is lost: every later call says so', async () => {
    const simulator = await open();
    const notice = JSON.stringify({ notice: 'lost', message: 'A newer version opened in another tab. Reload.' });
    const error = await rejection(simulator.control.loadScenario(notice));
    expect(error).to.be.instanceOf(SimulatorError);
    const later = await rejection(simulator.look('keyStores'));
    expect(later).to.be.instanceOf(SimulatorError).with.property('message', 'A newer version opened in another tab. Reload.');
  });

  it('closing does not change the reason that is told first', async () => {
    const simulator = await open();
    await rejection(simulator.control.loadScenario('crash'));
    simulator.close();
    expect(await rejection(simulator.look('waits'))).to.have.property('message').that.contains('out of glass');
  });
});
