import { expect } from 'chai';
import { chooseLanguage } from '../../../src/page/i18n/languages.ts';

describe('the language of a page', () => {
  for (const [asked, preferred, expected] of [
    ['ja', ['en-US'], 'ja'],
    ['JA-jp', [], 'ja'],
    ['en', ['ja'], 'en'],
    [null, ['ja-JP', 'en'], 'ja'],
    [null, ['fr-CH', 'ja'], 'ja'],
    ['tlh', ['de'], 'en'],
    ['constructor', [], 'en'],
    [null, [], 'en'],
  ] as const)
    it(`asked for ${String(asked)}, browser ${preferred.join(', ') || 'says nothing'}: ${expected}`, () => {
      expect(chooseLanguage(asked, preferred)).to.equal(expected);
    });
});
