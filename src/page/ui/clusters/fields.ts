import { html, nothing, type TemplateResult } from 'lit';

/** What the fields of a details view say, by their id; one that nobody touched says nothing yet. */
export type Fields = Readonly<Record<string, string | undefined>>;
export type Change = (part: Fields) => void;

export const textField = (id: string, label: string, value: string, change: Change, type: 'text' | 'number' | 'password' = 'text', hint: unknown = nothing): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      autocomplete="off"
      spellcheck="false"
      .value=${value}
      @input=${(event: InputEvent): void => {
        change({ [id]: (event.target as HTMLInputElement).value });
      }}
      aria-describedby=${hint === nothing ? nothing : `${id}-hint`}
    />
    ${hint === nothing ? nothing : html`<p class="quiet small" id="${id}-hint">${hint}</p>`}
  </div>`;

export const choice = (id: string, label: string, options: readonly (readonly [value: string, text: string])[], chosen: string, change: Change): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      @change=${(event: Event): void => {
        change({ [id]: (event.target as HTMLSelectElement).value });
      }}
    >
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;

/** What is chosen: as long as it is there, else the first. */
export const chosenOf = (options: readonly string[], chosen: string | undefined): string =>
  chosen !== undefined && options.includes(chosen) ? chosen : (options[0] ?? '');
