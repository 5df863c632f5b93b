import { expect } from 'chai';
import { connect, SimulatorError, type ConnectOptions, type Simulator } from '../../../src/page/index.ts';
import { fakeWorker, rejection } from './fake-worker.ts';

/** A worker that numbers what it is asked, and can be asked for the list: `look('waits')`. */
const counting = `(() => {
  const asked = [];
  return (method, [input]) => {
    if (method !== 'look') asked.push(input?.headers ? input.headers['x-amz-target'] + ' ' + input.body : method);
    return { value: method === 'open' ? { storage: 'memory' } : method === 'look' ? asked
      : method === 'send' ? { status: 200, headers: {}, body: '{}' } : undefined };
  };
})()`;

describe('the first calls of a page', () => {
  let simulator: Simulator;
  const open = async (options: ConnectOptions): Promise<void> => {
    simulator = await connect({ database: crypto.randomUUID(), workerUrl: fakeWorker({ reply: counting }), ...options });
  };
  const asked = async (): Promise<string[]> => (await simulator.look('waits')) as unknown as string[];
  afterEach(() => {
    simulator.close();
  });

  // The first test, as what is loaded stays for the page.
  it('wait for the tables, and then are sent as and in the order that they were made', async () => {
    await open({ prepare: false });
    const { kms, cloudhsmv2 } = simulator;
    const Plaintext = new Uint8Array([1, 2, 3]);
    const Tags = [{ TagKey: 'a', TagValue: 'b' }];
    const calls = [kms.encrypt({ KeyId: 'k', Plaintext }), cloudhsmv2.describeClusters(), kms.tagResource({ KeyId: 'k', Tags })];
    // What the caller does with its own objects afterwards is not part of the call.
    Plaintext.fill(0);
    Tags.length = 0;
    await Promise.all(calls);
    await Promise.all([kms.listKeys(), kms.listAliases()]);
    expect(await asked()).to.deep.equal([
      'open',
      // Begun by the first call, while the page loads its own part.
      'prepare',
      'TrentService.Encrypt {"KeyId":"k","Plaintext":"AQID"}',
      'BaldrApiService.DescribeClusters {}',
      'TrentService.TagResource {"KeyId":"k","Tags":[{"TagKey":"a","TagValue":"b"}]}',
      'TrentService.ListKeys {}',
      'TrentService.ListAliases {}',
    ]);
  });

  it('can be prepared for, and are so by connect() unless it is told not to', async () => {
    await open({ prepare: false });
    // What waits until the page is idle would have been done.
    await new Promise((resolve) => requestIdleCallback(resolve));
    expect(await asked()).to.deep.equal(['open']);
    simulator.prepare();
    simulator.prepare();
    while ((await asked()).length < 2) await new Promise((resolve) => requestIdleCallback(resolve));
    simulator.close();
    await open({});
    while ((await asked()).length < 2) await new Promise((resolve) => requestIdleCallback(resolve));
    expect(await asked()).to.deep.equal(['open', 'prepare']);
  });

  it('of an operation that there is not are SimulatorErrors that name it', async () => {
    await open({});
    const { cloudhsmv2 } = simulator as unknown as { cloudhsmv2: Record<string, () => Promise<unknown>> };
    for (const name of ['createKey', 'hasOwn'])
      expect(await rejection(cloudhsmv2[name]?.() ?? Promise.resolve()))
        .to.be.instanceOf(SimulatorError)
        .with.property('message')
        .that.contains('cloudhsmv2')
        .and.contains(name.slice(1))
        .and.contains('DescribeClusters');
    expect((await asked()).filter((each) => each.includes('Service'))).to.deep.equal([]);
  });

  it('need a client, which is no promise and nothing else that it looks like', async () => {
    await open({});
    const { kms } = simulator;
    expect(await Promise.resolve(kms)).to.equal(kms);
    expect(kms.createKey).to.equal(kms.createKey);
    const members = kms as unknown as Record<PropertyKey, unknown>;
    for (const name of ['then', 'catch', 'toJSON', 'CreateKey', 'a-b', Symbol.iterator, Symbol.toPrimitive])
      expect(members[name], String(name)).to.equal(undefined);
    expect(JSON.stringify(kms)).to.equal('{}');
    expect(String(kms)).to.equal('[object Object]');
  });
});
