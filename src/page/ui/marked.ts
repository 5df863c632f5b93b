import { html, type TemplateResult } from 'lit';

/** A text with AWS's words in it: what stands between backticks is set as code, or as `word` sets it. */
export const marked = (text: string, word = coded): readonly (string | TemplateResult)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? word(part) : part));

/** A word of AWS's. */
export const coded = (word: string): TemplateResult => html`<code>${breakable(word)}</code>`;

/** AWS's error codes, ARNs and the like may break between their words where a line is narrow. */
export const breakable = (code: string): readonly (string | TemplateResult)[] =>
  code.split(/(?<=[_:])|(?=[/]|(?<![/])[A-Z][a-z])/).map((word, i) => (i > 0 ? html`<wbr />${word}` : word));
