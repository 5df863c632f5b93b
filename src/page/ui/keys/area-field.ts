import { html, type TemplateResult } from 'lit';
import type { Change } from '../clusters/fields.ts';

/** A field of several lines, as {@link Change} is told of it. */
export const areaField = (id: string, label: string, value: string, change: Change, rows: number, mono = false): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      class=${mono ? 'mono' : ''}
      rows=${rows}
      autocomplete="off"
      spellcheck="false"
      .value=${value}
      @input=${(event: InputEvent): void => {
        change({ [id]: (event.target as HTMLTextAreaElement).value });
      }}
    ></textarea>
  </div>`;
