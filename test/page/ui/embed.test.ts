import { expect } from 'chai';
import { readParameters } from '../../../src/page/ui/embed/parameters.ts';

describe('the address of an embed', () => {
  for (const [address, expected] of [
    ['', { view: 'map' }],
    ['view=map&scenario=cluster', { view: 'map', scenario: 'cluster' }],
    ['view=create-key&database=lesson-1.a_B&theme=dark&lang=ja', { view: 'create-key', database: 'lesson-1.a_B', theme: 'dark' }],
    ['theme=system', { view: 'map' }],
  ] as const)
    it(`says what to show: ?${address}`, () => {
      expect(readParameters(new URLSearchParams(address))).to.deep.equal(expected);
    });

  for (const [address, name] of [
    ['view=maps', 'view'],
    ['view=', 'view'],
    ['scenario=atlantis', 'scenario'],
    ['scenario=constructor', 'scenario'],
    ['database=', 'database'],
    ['database=a b', 'database'],
    [`database=${'a'.repeat(65)}`, 'database'],
    ['database=<script>', 'database'],
    ['theme=blue', 'theme'],
  ] as const)
    it(`may be wrong, and then it is said in what: ?${address}`, () => {
      expect(readParameters(new URLSearchParams(address))).to.have.property('name', name).and.not.equal('');
    });
});
