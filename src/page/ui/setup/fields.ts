import { html, nothing, type TemplateResult } from 'lit';
import { marked } from '../marked.ts';

/** A text field; it has no limits of its own, so that AWS's can be met. */
export const textField = (id: string, label: string, value: string, input: (value: string) => void, prefix?: string): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="prefixed">
      ${prefix ? html`<code id="${id}-prefix">${prefix}</code>` : nothing}
      <input id=${id} aria-describedby=${prefix ? `${id}-prefix` : nothing} autocomplete="off" autocapitalize="off" spellcheck="false" .value=${value} @input=${typed(input)} />
    </div>
  </div>`;

export const selectField = (id: string, label: string, options: readonly (readonly [string, string])[], chosen: string, choose: (value: string) => void): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event): void => {
      choose((event.target as HTMLSelectElement).value);
    }}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;

/** A password that can be filled in by a click, where one is suggested: in a simulation it need not be secret, and it is easily typed again. */
export const passwordField = (
  { texts }: { readonly texts: { fillIn(password: string): string } },
  id: string,
  label: string,
  value: string,
  suggestion: string | undefined,
  hint: string,
  input: (value: string) => void,
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <input id=${id} type="password" autocomplete="off" aria-describedby="${id}-hint" .value=${value} @input=${typed(input)} />
    <p class="quiet small" id="${id}-hint">${marked(hint)}</p>
    ${suggestion === undefined
      ? nothing
      : html`<button type="button" class="plain fill" @click=${() => {
          input(suggestion);
        }}>${marked(texts.fillIn(suggestion))}<span class="hidden"> · ${label}</span></button>`}
  </div>`;

/** Text of several lines that was pasted, and what is wrong with it. */
export const pasteField = (id: string, label: string, value: string, wrong: string | undefined, input: (value: string) => void): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${marked(label)}</label>
    <textarea id=${id} class="mono" rows="4" autocomplete="off" spellcheck="false" aria-invalid=${wrong === undefined ? nothing : 'true'} aria-describedby=${wrong === undefined ? nothing : `${id}-wrong`} .value=${value} @input=${typed(input)}></textarea>
    ${wrong === undefined ? nothing : html`<p class="bad small" id="${id}-wrong" lang="en">${wrong}</p>`}
  </div>`;

const typed =
  (input: (value: string) => void) =>
  (event: Event): void => {
    input((event.target as HTMLInputElement | HTMLTextAreaElement).value);
  };
