import { html, nothing, type TemplateResult } from 'lit';
import { highlighted } from '../calls/highlight.ts';
import type { Way } from '../calls/ways.ts';
import type { Language } from '../../i18n/languages.ts';
import '../copy.ts';
import type { CopyWords } from '../copy.ts';

/** Where ways are shown. */
export interface WaysPlace {
  /** `ways` names the tabs. */
  readonly texts: { readonly ways: string; readonly copy: CopyWords };
  readonly theme: 'light' | 'dark' | null;
  readonly language: Language;
}

/** One way at a time, by tabs where there are several. */
export function waysView({ texts, theme, language }: WaysPlace, ways: readonly Way[], chosen: string, choose: (name: string) => void): TemplateResult {
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
