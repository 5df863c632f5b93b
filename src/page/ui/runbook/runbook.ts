import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Simulator } from '../../client/simulator.ts';
import { runbookTexts } from '../../i18n/runbook.ts';
import type { Call } from '../calls/call.ts';
import { highlighted } from '../calls/highlight.ts';
import { code } from '../code.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { breakable } from '../marked.ts';
import { download } from '../setup/files.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { bookOf, formats, type Format } from './formats.ts';
import { canBeStep, isUsualStep, stepsOf } from './steps.ts';

/**
 * `<glass-runbook>`: calls of the session as a runbook for the real AWS CLI, in bash or Markdown: ids as variables, passwords as
 * prompts, waits as loops. A person chooses which; at first those that changed something.
 *
 * Attributes and property: those of {@link GlassElement}. Property: `calls`, the session's, the newest first.
 */
export class GlassRunbook extends GlassElement {
  static override properties = { ...GlassElement.properties, calls: { attribute: false }, choices: { state: true }, format: { state: true }, date: { state: true } };
  static override styles = [
    ...GlassElement.styles,
    controls,
    code,
    css`
      :host,
      .sides,
      .choose,
      .book {
        display: grid;
        gap: 0.75rem;
        align-content: start;
        min-inline-size: 0;
      }
      .calls {
        max-block-size: 22rem;
        overflow: auto;
        padding: 0.25rem;
        border: 1px solid var(--line);
        border-radius: 0.625rem;
      }
      .calls label {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 0.5rem;
        align-items: baseline;
        padding: 0.25rem 0.5rem;
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      .calls .refusal {
        grid-column: 2 / -1;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .tools label {
        display: inline-flex;
        gap: 0.375rem;
        align-items: baseline;
        color: var(--ink);
      }
      .tools button {
        min-block-size: 2rem;
        font-size: 0.875rem;
      }
      pre {
        max-block-size: 32rem;
      }
      @container (min-width: 52rem) {
        .sides {
          grid-template-columns: minmax(16rem, 2fr) minmax(0, 3fr);
          gap: 1.25rem;
        }
      }
    `,
  ];

  declare calls: readonly Call[];
  /** What a person has said of a call; of the others it goes by what they are. */
  declare private choices: ReadonlyMap<Call, boolean>;
  declare private format: Format;
  declare private date: Date | undefined;

  constructor() {
    super();
    this.calls = [];
    this.choices = new Map();
    this.format = 'bash';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('calls') || changed.has('simulator')) void this.dated();
  }

  private async dated(): Promise<void> {
    this.date = await this.simulator?.control.now().catch(() => undefined);
  }

  private isChosen(call: Call): boolean {
    return this.choices.get(call) ?? isUsualStep(call);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme, format, date } = this;
    const texts = runbookTexts[language];
    const calls = this.calls.filter(canBeStep).toReversed();
    if (calls.length === 0) return html`<p class="quiet">${texts.none}</p>`;
    const chosen = calls.filter((call) => this.isChosen(call));
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(date);
    const book = chosen.length > 0 ? bookOf(format, { language, region: simulator.region, date: day, steps: stepsOf(chosen) }) : undefined;
    return html`<p class="quiet small">${texts.about}</p>
      <div class="sides">
        <div class="choose">
          <p class="tools">
            ${this.preset(texts.changes, calls, isUsualStep)} ${this.preset(texts.all, calls, () => true)} ${this.preset(texts.nothing, calls, () => false)}
            <span class="quiet small" role="status">${texts.chosen(chosen.length, number(language, chosen.length))}</span>
          </p>
          <ol class="calls" aria-label=${texts.calls}>
            ${repeat(
              calls,
              (call) => call.number,
              (call, i) => this.row(call, texts.step(call.operation, number(language, i + 1))),
            )}
          </ol>
        </div>
        <div class="book">
          <fieldset class="tools">
            <legend class="hidden">${texts.format}</legend>
            ${formats.map(
              (each) => html`<label
                ><input type="radio" name="format" .checked=${each === format} @change=${() => {
                  this.format = each;
                }} />${texts.formats[each]}</label
              >`,
            )}
            ${book === undefined
              ? nothing
              : html`<button type="button" @click=${() => {
                  download(format === 'bash' ? 'runbook.sh' : 'runbook.md', book);
                }}>${texts.download}</button>`}
          </fieldset>
          ${book === undefined
            ? html`<p class="quiet">${texts.empty}</p>`
            : html`<div class="text">
                <glass-copy what=${texts.formats[format]} .text=${book} .words=${texts.copy} theme=${theme ?? nothing} lang=${language}></glass-copy>
                <pre tabindex="0" role="group" aria-label=${texts.formats[format]}>${highlighted('shell', book)}</pre>
              </div>`}
        </div>
      </div>`;
  }

  private row(call: Call, label: string): TemplateResult {
    return html`<li>
      <label>
        <input
          type="checkbox"
          aria-label=${label}
          .checked=${this.isChosen(call)}
          @change=${(event: Event) => {
            this.choices = new Map(this.choices).set(call, (event.target as HTMLInputElement).checked);
          }}
        />
        <code>${breakable(call.operation)}</code>
        <span class=${call.code === undefined ? 'good small' : 'bad small'}>${call.status}</span>
        ${call.code === undefined ? nothing : html`<code class="bad small refusal">${breakable(call.code)}</code>`}
      </label>
    </li>`;
  }

  private preset(text: string, calls: readonly Call[], is: (call: Call) => boolean): TemplateResult {
    return html`<button type="button" @click=${() => {
      this.choices = new Map(calls.map((call) => [call, is(call)]));
    }}>${text}</button>`;
  }
}

if (!customElements.get('glass-runbook')) customElements.define('glass-runbook', GlassRunbook);

declare global {
  interface HTMLElementTagNameMap {
    'glass-runbook': GlassRunbook;
  }
}
