import { html, nothing, type TemplateResult } from 'lit';
import type { TerminalTexts } from '../../i18n/terminal.ts';
import type { Language } from '../../i18n/languages.ts';
import '../copy.ts';
import { number } from '../words.ts';
import type { Entry } from './session.ts';

/** Lines of an output that are shown before somebody asks for all of them: `key list` of thousands of keys is long. */
const linesShown = 400;

interface Shown {
  readonly texts: TerminalTexts;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  /** Whether all of this entry was asked for. */
  readonly whole: boolean;
  readonly showWhole: () => void;
}

/** A line with its prompt, and what it printed: to read, to select, to copy. */
export function entryView({ prompt, line, printed }: Entry, { texts, language, theme, whole, showWhole }: Shown): TemplateResult {
  return html`<div class="entry">
    <p class="typed"><span class="prompt">${prompt}</span> <span>${line}</span></p>
    ${printed === undefined
      ? html` <p class="quiet small">${texts.running}</p>`
      : html`${printed.stdout ? output(printed.stdout, whole, texts, language, showWhole) : nothing}
          ${printed.stderr
            ? html`<div class="stderr"><p class="small bad"><span aria-hidden="true">▲</span> <code>stderr</code></p> <pre lang="en">${printed.stderr.trimEnd()}</pre></div>`
            : nothing}
          ${printed.exitCode === 0 ? nothing : html`<p class="small bad"><span aria-hidden="true">✕</span> ${texts.exitCode(String(printed.exitCode))}</p>`}
          ${printed.stdout || printed.stderr
            ? html`<glass-copy what=${texts.outputOf(line)} .text=${printed.stdout + printed.stderr} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>`
            : nothing}`}
  </div>`;
}

function output(stdout: string, whole: boolean, texts: TerminalTexts, language: Language, showWhole: () => void): TemplateResult {
  const lines = stdout.trimEnd().split('\n');
  const left = whole ? 0 : lines.length - linesShown;
  return html`<pre lang="en">${left > 0 ? lines.slice(0, linesShown).join('\n') : stdout.trimEnd()}</pre>
    ${left > 0
      ? html`<p class="small"><span class="quiet">${texts.moreLines(number(language, left))}</span> <button type="button" class="plain" @click=${showWhole}>${texts.showAll}</button></p>`
      : nothing}`;
}

/** The scroll-back as plain text. */
export const transcript = (entries: readonly Entry[]): string =>
  entries.map(({ prompt, line, printed }) => `${prompt.trimEnd()} ${line}\n${printed ? printed.stdout + printed.stderr : ''}`).join('');
