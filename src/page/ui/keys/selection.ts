import { html, type TemplateResult } from 'lit';
import type { KeyView } from '../../../model/look.ts';
import type { KeyTableTexts } from '../../i18n/key-table.ts';
import type { Language } from '../../i18n/languages.ts';
import { number } from '../words.ts';
import { bulkActions, type BulkAction } from './bulk.ts';

interface Selection {
  readonly language: Language;
  readonly texts: KeyTableTexts;
  /** On the page that is shown. */
  readonly keys: readonly KeyView[];
  /** Ids. */
  readonly chosen: ReadonlySet<string>;
  /** An action is under way. */
  readonly busy: boolean;
  choose(KeyIds: readonly string[]): void;
  act(action: BulkAction, keys: readonly KeyView[]): void;
}

/** What is done with the selected keys. */
export function selectionTools({ language, texts, keys, chosen, busy, choose, act }: Selection): TemplateResult {
  const off = chosen.size === 0 || busy;
  const all = (event: Event): void => {
    choose((event.target as HTMLInputElement).checked ? keys.map(({ KeyId }) => KeyId) : []);
  };
  return html`<div class="selection" role="group" aria-label=${texts.keyActions}>
    <label class="check" for="all">
      <input
        id="all"
        type="checkbox"
        .checked=${chosen.size === keys.length}
        .indeterminate=${chosen.size > 0 && chosen.size < keys.length}
        @change=${all}
      />
      <span>${texts.selectAll}</span>
    </label>
    <span class="quiet small" role="status">${texts.selected(number(language, chosen.size))}</span>
    ${bulkActions.map(
      (action) => html`<button
        type="button"
        aria-disabled=${String(off)}
        @click=${(): void => {
          if (!off) act(action, keys.filter(({ KeyId }) => chosen.has(KeyId)));
        }}
      >
        ${texts.actions[action].name}
      </button>`,
    )}
  </div>`;
}
