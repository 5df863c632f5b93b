import { html, nothing, type TemplateResult } from 'lit';
import type { AwsServiceName } from '../../../model/services.ts';
import type { Values } from '../../../model/shapes.ts';
import { cliOf } from '../calls/generate-cli.ts';
import { pythonOf } from '../calls/generate-python.ts';
import { typescriptOf } from '../calls/generate-typescript.ts';
import { highlighted, type Grammar } from '../calls/highlight.ts';
import type { WrittenCall } from '../calls/written.ts';
import '../copy.ts';
import type { Bench } from './bench.ts';

/** The same step by other means; each of its texts can be copied. */
export interface Way {
  /** A product's name: it is not translated. */
  readonly name: string;
  readonly grammar: Grammar;
  readonly texts: readonly string[];
}

/** What a person types instead of the password that is in the form. */
export const masked = '********';

/** A call that the form would make. `files` names what is better read from a file than pasted into code, by member. */
export interface Planned {
  readonly service: AwsServiceName;
  readonly operation: string;
  readonly input: Values;
  readonly files?: Readonly<Record<string, string>>;
}

/** Calls for the AWS CLI, the SDK for JavaScript and boto3. */
export function waysOf(region: string, calls: readonly Planned[]): readonly Way[] {
  const written = calls.map(({ files = {}, input, ...call }): readonly [WrittenCall, string[]] => [
    { ...call, region, input: { ...input, ...files } },
    Object.values(files),
  ]);
  return [
    { name: 'AWS CLI', grammar: 'shell', texts: written.map(([call, files]) => reading(cliOf(call), files, (file) => `file://${file}`, (file) => file)) },
    {
      name: 'TypeScript',
      grammar: 'typescript',
      texts: written.map(([call, files]) =>
        (files.length > 0 ? "import { readFile } from 'node:fs/promises';\n" : '') +
        reading(typescriptOf(call), files, (file) => `await readFile('${file}', 'utf8')`, inQuotes),
      ),
    },
    { name: 'Python', grammar: 'python', texts: written.map(([call, files]) => reading(pythonOf(call), files, (file) => `open('${file}').read()`, inQuotes)) },
  ];
}

const inQuotes = (file: string): string => `'${file}'`;

/** Where the code has a file's name, it reads the file. */
const reading = (code: string, files: readonly string[], read: (file: string) => string, shown: (file: string) => string): string =>
  files.reduce((text, file) => text.replace(shown(file), () => read(file)), code);

/** One way at a time, by tabs where there are several. */
export function waysView({ texts, theme, language }: Bench, ways: readonly Way[], chosen: string, choose: (name: string) => void): TemplateResult {
  const way = ways.find(({ name }) => name === chosen) ?? ways[0];
  const turn = (event: KeyboardEvent): void => {
    const names = ways.map(({ name }) => name);
    const at = names.indexOf(way?.name ?? '');
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: (at + 1) % names.length, Home: 0, End: -1 };
    const name = names.at(steps[event.key] ?? NaN);
    if (steps[event.key] === undefined || name === undefined) return;
    event.preventDefault();
    choose(name);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`[data-way="${name}"]`)?.focus();
  };
  return html`<div class="ways">
    ${ways.length > 1
      ? html`<div role="tablist" aria-label=${texts.ways} @keydown=${turn}>
          ${ways.map(
            ({ name }, i) => html`<button
              type="button"
              role="tab"
              id="way-${i}"
              data-way=${name}
              aria-controls="way"
              aria-selected=${name === way?.name}
              tabindex=${name === way?.name ? 0 : -1}
              @click=${() => {
                choose(name);
              }}
            >
              ${name}
            </button>`,
          )}
        </div>`
      : html`<h4 id="way-0">${way?.name}</h4>`}
    <div id="way" role=${ways.length > 1 ? 'tabpanel' : 'group'} aria-labelledby="way-${Math.max(0, ways.findIndex((one) => one === way))}">
      ${way?.texts.map(
        (text) => html`<div class="text">
          <glass-copy what=${way.name} .text=${text} .words=${texts.copy} theme=${theme ?? nothing} lang=${language}></glass-copy>
          <pre tabindex="0" role="group" aria-label=${way.name}>${highlighted(way.grammar, text)}</pre>
        </div>`,
      )}
    </div>
  </div>`;
}
