import { html, type TemplateResult } from 'lit';

const json = String.raw`(?<name>"(?:[^"\\]|\\.)*"(?=\s*:))|(?<string>"(?:[^"\\]|\\.)*")|(?<value>\b(?:true|false|null)\b|-?\b\d[\d.eE+-]*)`;
const code = String.raw`(?<string>b?'(?:[^'\\\n]|\\.)*')|(?<value>\b(?:true|false|True|False|\d+)\b)|`;

/** What is marked, by language; the name of a group is the class of its colour. */
const grammars = {
  json,
  // The lines that begin a message, the names of its headers, and its JSON.
  http: String.raw`(?<strong>^POST .*|^HTTP/.*)|(?<name>^[\w-]+(?=: ))|${json}`,
  // A quoted word goes on through \' that stands outside of its quotes.
  shell: String.raw`(?<string>'(?:[^']|'\\'')*')|(?<name>(?<=\s)--[\w-]+)|(?<strong>^aws \S+ \S+)`,
  typescript: `${code}${String.raw`(?<keyword>\b(?:import|from|const|new|await)\b)|(?<name>[\w$]+(?=: ))`}`,
  python: `${code}${String.raw`(?<keyword>\b(?:import|from)\b)|(?<name>\b\w+(?==))`}`,
} as const;

export type Grammar = keyof typeof grammars;

/** The same text, its words marked by what they are. */
export function highlighted(grammar: Grammar, text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const { 0: word, index, groups = {} } of text.matchAll(new RegExp(grammars[grammar], 'gm'))) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    parts.push(text.slice(end, index), html`<span class=${kind ?? ''}>${word}</span>`);
    end = index + word.length;
  }
  return [...parts, text.slice(end)];
}
