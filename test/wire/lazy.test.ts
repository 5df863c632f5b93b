import { expect } from 'chai';
import { lazy } from '../../src/wire/lazy.ts';

describe('what is loaded when it is needed', () => {
  it('is loaded once, for all who ask', async () => {
    let starts = 0;
    const thing = lazy(() => Promise.resolve({ start: (starts += 1) }));
    expect(starts).to.equal(0);
    expect(thing.ready).to.equal(false);
    expect(await Promise.all([thing.load(), thing.load()])).to.deep.equal([{ start: 1 }, { start: 1 }]);
    expect(await thing.use(({ start }) => Promise.resolve(start))).to.equal(1);
    expect(thing.ready).to.equal(true);
  });

  it('lets nobody overtake those who wait for it', async () => {
    const asked: number[] = [];
    const seen: number[] = [];
    let next = 0;
    const thing = lazy(async () => {
      for (let ticks = 0; ticks < 10; ticks += 1) await Promise.resolve();
      return {};
    });
    const use = (): void => {
      const mine = (next += 1);
      asked.push(mine);
      void thing.use(() => Promise.resolve(seen.push(mine)));
    };
    // At every moment around that at which it is there, from two sides.
    const side = async (): Promise<void> => {
      for (let ticks = 0; ticks < 40; ticks += 1) {
        use();
        await Promise.resolve();
      }
    };
    await Promise.all([side(), side()]);
    await thing.load();
    expect(seen).to.deep.equal(asked);
    expect(seen).to.have.lengthOf(80);
  });

  it('does work at once when it is there', async () => {
    const thing = lazy(() => Promise.resolve({}));
    await thing.load();
    let done = false;
    void thing.use(() => Promise.resolve((done = true)));
    expect(done).to.equal(true);
  });

  it('is tried again after a failure', async () => {
    let starts = 0;
    const thing = lazy(() => ((starts += 1) === 1 ? Promise.reject(new Error('no line')) : Promise.resolve({ starts })));
    const failures = await Promise.allSettled([thing.load(), thing.use(() => Promise.resolve())]);
    expect(failures.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(thing.ready).to.equal(false);
    expect(await thing.load()).to.deep.equal({ starts: 2 });
  });
});
