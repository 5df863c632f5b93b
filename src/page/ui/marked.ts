import { html, type TemplateResult } from 'lit';

/** A text with AWS's words in it: what stands between backticks is set as code. */
export const marked = (text: string): readonly (string | TemplateResult)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${breakable(part)}</code>` : part));

/** AWS's error codes and the like may break between their words where a line is narrow. */
export const breakable = (code: string): TemplateResult[] =>
  code.split(/(?<=_)|(?=[A-Z][a-z])/).map((word, i) => (i > 0 ? html`<wbr />${word}` : html`${word}`));
