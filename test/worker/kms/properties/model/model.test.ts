import { expect } from 'chai';
import { checkModel } from './check.ts';

/** Ends that every run must have seen, or its sequences were of no use. */
const mustBeSeen = ['CreateKey ok', 'Encrypt ok', 'CreateAlias ok'];

describe('random sequences of calls end as a simple reference says', () => {
  it('in one tab', async () => {
    const seen = await checkModel(2, 150, 1);
    expect([...seen.keys()]).to.include.members(mustBeSeen);
  });

  it('in two tabs that call in turn', async () => {
    const seen = await checkModel(2, 100, 2);
    expect([...seen.keys()]).to.include.members(mustBeSeen);
  });
});
