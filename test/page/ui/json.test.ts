import { expect } from 'chai';
import { render } from 'lit';
import { highlighted } from '../../../src/page/ui/playground/json.ts';

describe('highlighted JSON', () => {
  const shown = (text: string): HTMLElement => {
    const element = document.createElement('pre');
    render(highlighted(text), element);
    return element;
  };

  it('is the same text', () => {
    for (const text of ['{\n  "a": [1, -2.5e3, true, null],\n  "b\\"": "x \\" { } 1"\n}', '', '(empty body)', '<b>"</b>'])
      expect(shown(text).textContent).to.equal(text);
  });

  it('marks names, strings and other values', () => {
    const element = shown('{ "a": "b", "c": 1.5, "d": true }');
    const marked = (kind: string): string[] =>
      Array.from(element.querySelectorAll(`.json-${kind}`), ({ textContent }) => textContent);
    expect(marked('name')).to.deep.equal(['"a"', '"c"', '"d"']);
    expect(marked('string')).to.deep.equal(['"b"']);
    expect(marked('value')).to.deep.equal(['1.5', 'true']);
  });

  it('is never HTML', () => {
    expect(shown('{ "a": "<img src=x>" }').querySelector('img')).to.equal(null);
  });
});
