import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { marked } from '../marked.ts';
import { faultOf, type Desk } from './desk.ts';

/** A heading, what it is about, and its fields. */
export const section = (id: string, title: string, hint: string | undefined, content: unknown): TemplateResult =>
  html`<section class="part" aria-labelledby=${id}>
    <h3 id=${id}>${title}</h3>
    ${hint ? html`<p class="quiet small">${marked(hint)}</p>` : nothing} ${content}
  </section>`;

/** What the source document says beside a step. */
export const note = (desk: Desk, ...texts: readonly (string | TemplateResult)[]): TemplateResult =>
  html`<div class="note small" role="note" aria-label=${desk.texts.note}>${texts.map((text) => html`<p>${typeof text === 'string' ? marked(text) : text}</p>`)}</div>`;

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  readonly more?: unknown;
}

/** One of several, each with what it means. What a person has pressed may be taken back by a rule before it is drawn. */
export const choices = (id: string, legend: string, options: readonly Choice[], chosen: string, choose: (value: string) => void, wrong?: string): TemplateResult =>
  html`<fieldset class="choices" id=${id} aria-describedby=${wrong ? `${id}-wrong` : nothing}>
    <legend>${legend}</legend>
    ${options.map(
      ({ value, label, hint, disabled = false, more }) => html`<div class="choice">
        <input
          type="radio"
          id="${id}-${value}"
          name=${id}
          value=${value}
          ?disabled=${disabled}
          aria-describedby=${hint ? `${id}-${value}-hint` : nothing}
          .checked=${live(value === chosen)}
          @change=${() => {
            choose(value);
          }}
        />
        <div>
          <label for="${id}-${value}">${label}</label>
          ${hint ? html`<p class="quiet small" id="${id}-${value}-hint">${marked(hint)}</p>` : nothing} ${more}
        </div>
      </div>`,
    )}
    ${wrong ? html`<p class="bad small" id="${id}-wrong">${wrong}</p>` : nothing}
  </fieldset>`;

export const checkbox = (id: string, label: unknown, checked: boolean, change: (checked: boolean) => void): TemplateResult =>
  html`<div class="choice">
    <input
      type="checkbox"
      id=${id}
      .checked=${live(checked)}
      @change=${(event: Event): void => {
        change((event.target as HTMLInputElement).checked);
      }}
    />
    <label for=${id}>${label}</label>
  </div>`;

interface Text {
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: string;
  readonly required?: boolean;
}

/** A line of text between what stands before and after it. */
export function line(desk: Desk, id: string, label: string, value: string, input: (value: string) => void, { prefix, suffix, hint, required = false }: Text = {}): TemplateResult {
  const wrong = faultOf(desk, id);
  const about = [prefix && `${id}-prefix`, hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="prefixed">
      ${prefix ? html`<code id="${id}-prefix">${prefix}</code>` : nothing}
      <input
        id=${id}
        aria-describedby=${about || nothing}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-required=${required ? 'true' : nothing}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${value}
        @input=${(event: InputEvent): void => {
          input((event.target as HTMLInputElement).value);
        }}
      />
      ${suffix ? html`<code>${suffix}</code>` : nothing}
    </div>
    ${wrong ? html`<p class="bad small" id="${id}-wrong">${wrong}</p>` : nothing}
    ${hint ? html`<p class="quiet small" id="${id}-hint">${marked(hint)}</p>` : nothing}
  </div>`;
}
