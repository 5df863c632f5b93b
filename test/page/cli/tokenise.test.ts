import { expect } from 'chai';
import { tokenise } from '../../../src/page/cli/tokenise.ts';

describe('a shell line', () => {
  for (const [line, words] of [
    ['cloudhsm-cli  user   list ', ['cloudhsm-cli', 'user', 'list']],
    [`login --password 'a b"c'`, ['login', '--password', 'a b"c']],
    [`login --password "it's \\"so\\" \\\\"`, ['login', '--password', `it's "so" \\`]],
    ['a\\ b c', ['a b', 'c']],
    [`''`, ['']],
    ['', []],
  ] as const)
    it(`${line || 'nothing'} has ${String(words.length)} words`, () => {
      expect(tokenise(line)).to.deep.equal({ words });
    });

  it('whose quote has no end is told so', () => {
    expect(tokenise(`login 'half`)).to.deep.equal({ problem: "The quote ' has no end." });
  });
});
