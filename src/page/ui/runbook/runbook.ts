import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Simulator } from '../../client/simulator.ts';
import { runbookTexts } from '../../i18n/runbook.ts';
import { isTyped, type Deed } from '../calls/call.ts';
import { highlighted } from '../calls/highlight.ts';
import { code } from '../code.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { breakable } from '../marked.ts';
import { download } from '../setup/files.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { bookOf, formats, type Format } from './formats.ts';
import { canBeStep, isUsualStep, nameOf, stepsOf } from './steps.ts';

/**
 * `<glass-runbook>`: calls of the session, and what was typed at CloudHSM CLI between them, as a runbook for the real ones, in bash or Markdown: ids as variables, passwords as
 * prompts, waits as loops. A person chooses which; at first those that changed something.
 *
 * Attributes and property: those of {@link GlassElement}. Property: `deeds`, the session's, the newest first.
 */
export class GlassRunbook extends GlassElement {
  static override properties = { ...GlassElement.properties, deeds: { attribute: false }, choices: { state: true }, format: { state: true }, date: { state: true } };
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

  declare deeds: readonly Deed[];
  /** What a person has said of a call or command; of the others it goes by what they are. */
  declare private choices: ReadonlyMap<Deed, boolean>;
  declare private format: Format;
  declare private date: Date | undefined;

  constructor() {
    super();
    this.deeds = [];
    this.choices = new Map();
    this.format = 'bash';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('deeds') || changed.has('simulator')) void this.dated();
  }

  private async dated(): Promise<void> {
    this.date = await this.simulator?.control.now().catch(() => undefined);
  }

  private isChosen(deed: Deed): boolean {
    return this.choices.get(deed) ?? isUsualStep(deed);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme, format, date } = this;
    const texts = runbookTexts[language];
    const deeds = this.deeds.filter(canBeStep).toReversed();
    if (deeds.length === 0) return html`<p class="quiet">${texts.none}</p>`;
    const chosen = deeds.filter((deed) => this.isChosen(deed));
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(date);
    const book = chosen.length > 0 ? bookOf(format, { language, region: simulator.region, date: day, steps: stepsOf(chosen) }) : undefined;
    return html`<p class="quiet small">${texts.about}</p>
      <div class="sides">
        <div class="choose">
          <p class="tools">
            ${this.preset(texts.changes, deeds, isUsualStep)} ${this.preset(texts.all, deeds, () => true)} ${this.preset(texts.nothing, deeds, () => false)}
            <span class="quiet small" role="status">${texts.chosen(chosen.length, number(language, chosen.length))}</span>
          </p>
          <ol class="calls" aria-label=${texts.calls}>
            ${repeat(
              deeds,
              (deed) => deed.number,
              (deed, i) => this.row(deed, texts.step(nameOf(deed), number(language, i + 1))),
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

  private row(deed: Deed, label: string): TemplateResult {
    return html`<li>
      <label>
        <input
          type="checkbox"
          aria-label=${label}
          .checked=${this.isChosen(deed)}
          @change=${(event: Event) => {
            this.choices = new Map(this.choices).set(deed, (event.target as HTMLInputElement).checked);
          }}
        />
        <code>${breakable(nameOf(deed))}</code>
        ${isTyped(deed)
          ? html`<span class="quiet small">CloudHSM CLI</span>`
          : html`<span class=${deed.code === undefined ? 'good small' : 'bad small'}>${deed.status}</span>
              ${deed.code === undefined ? nothing : html`<code class="bad small refusal">${breakable(deed.code)}</code>`}`}
      </label>
    </li>`;
  }

  private preset(text: string, deeds: readonly Deed[], is: (deed: Deed) => boolean): TemplateResult {
    return html`<button type="button" @click=${() => {
      this.choices = new Map(deeds.map((deed) => [deed, is(deed)]));
    }}>${text}</button>`;
  }
}

if (!customElements.get('glass-runbook')) customElements.define('glass-runbook', GlassRunbook);

declare global {
  interface HTMLElementTagNameMap {
    'glass-runbook': GlassRunbook;
  }
}
