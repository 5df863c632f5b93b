import { expect } from 'chai';
import { checkModel } from './check.ts';

/** So many different ends every run must have seen, or its sequences were of no use: by chance it is around 70. */
const variety = 30;

describe('random sequences of calls end as a simple reference says', () => {
  it('in one tab', async () => {
    const seen = await checkModel(2, 150, 1);
    expect(seen.size).to.be.greaterThan(variety);
  });

  it('in two tabs that call in turn', async () => {
    const seen = await checkModel(2, 100, 2);
    expect(seen.size).to.be.greaterThan(variety);
  });
});
