import { html, type TemplateResult } from 'lit';
import type { Change, Fields } from '../clusters/fields.ts';

/** Whether a box is checked: as a person left it, else as it is. */
export const isChecked = (fields: Fields, id: string, usually: boolean): boolean => (fields[id] ?? String(usually)) === 'true';

/** A box to check, as {@link Change} is told of it: `true` or `false`. */
export const checkField = (id: string, label: unknown, checked: boolean, change: Change): TemplateResult =>
  html`<label class="check">
    <input
      type="checkbox"
      id=${id}
      .checked=${checked}
      @change=${(event: Event): void => {
        change({ [id]: String((event.target as HTMLInputElement).checked) });
      }}
    />
    <span>${label}</span>
  </label>`;
