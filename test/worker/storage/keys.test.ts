import { expect } from 'chai';
import fc from '../../fast-check.ts';
import { compareKeys, keyOf, rowId, startsWith, type Key } from '../../../src/worker/storage/keys.ts';
import { keyPaths, storeNames } from '../../../src/worker/storage/schema.ts';

/** A member of a key, of the kinds the schema has; texts of any code units, lone surrogates too. */
const member = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 4 }),
  fc.constantFrom('a', 'ab', '', '\ufffd', '\ud800\udc00'),
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
);
const anyKey = fc.array(member, { minLength: 1, maxLength: 4 });

describe('keys', () => {
  it('are ordered as IndexedDB orders them', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).to.equal(indexedDB.cmp(a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('are ordered so too where one begins with the other', () => {
    fc.assert(
      fc.property(anyKey, anyKey, (a, more) => {
        const b = [...a, ...more];
        expect(Math.sign(compareKeys(a, b))).to.equal(indexedDB.cmp(a, b));
        expect(startsWith(b, a)).to.equal(true);
        expect(startsWith(a, b)).to.equal(false);
      }),
    );
  });

  it('have an id that only the same key in the same store has', () => {
    // JSON has no infinities; no key of ours has one.
    const finite = fc.array(
      member.filter((value) => typeof value === 'string' || Number.isFinite(value)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...storeNames), finite, fc.constantFrom(...storeNames), finite, (s, a, t, b) => {
        expect(rowId(s, a) === rowId(t, b)).to.equal(s === t && indexedDB.cmp(a, b) === 0);
        expect(rowId(s, a)).to.equal(rowId(s, [...a]));
      }),
    );
  });

  it('of a row are its members in the order of the schema', () => {
    const row = { account: '111122223333', region: 'us-west-2', KeyId: 'k', AliasName: 'alias/a' };
    const key: Key = ['111122223333', 'us-west-2', 'k', 'alias/a'];
    expect(keyOf('keyAliases', row)).to.deep.equal(key);
  });

  it('begin with account and Region, but for the one clock', () => {
    for (const store of storeNames)
      if (store !== 'world' && store !== 'due')
        expect([...keyPaths[store]].slice(0, 2), store).to.deep.equal(['account', 'region']);
  });
});
