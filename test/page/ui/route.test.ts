import { expect } from 'chai';
import { addressOf, routeOf } from '../../../src/page/ui/frame/route.ts';

describe('addresses of the playground', () => {
  for (const [hash, view, path] of [
    ['', 'map', []],
    ['#', 'map', []],
    ['#main', 'map', []],
    ['#/', 'map', []],
    ['#/errors', 'errors', []],
    ['#/errors/', 'errors', []],
    ['#/errors/USER_LOGGED_IN', 'errors', ['USER_LOGGED_IN']],
    ['#/keys/alias%2Fa%20b', 'keys', ['alias/a b']],
    ['#/errors/100%', 'errors', ['100%']],
  ] as const)
    it(`"${hash}" is ${view} ${path.join(' ')}`, () => {
      expect(routeOf(hash)).to.deep.equal({ view, path });
    });

  it('come back as they were named', () => {
    for (const path of [[], ['USER_LOGGED_IN'], ['alias/a b', '日本', '%41']]) expect(routeOf(addressOf('errors', ...path))).to.deep.equal({ view: 'errors', path });
    expect(addressOf('map')).to.equal('#/');
  });
});
