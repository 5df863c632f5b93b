import { html, type TemplateResult } from 'lit';

const token = /("(?:[^"\\]|\\.)*")(?=(\s*:)?)|\b(?:true|false|null|-?\d[\d.eE+-]*)\b/g;

/** JSON text with its names, strings and other values marked; whatever is no JSON stays as it is. */
export function highlighted(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const kind = match[2] !== undefined ? 'name' : match[1] !== undefined ? 'string' : 'value';
    parts.push(text.slice(end, match.index), html`<span class="json-${kind}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}
