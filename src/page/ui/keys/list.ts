import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KeyView } from '../../../model/look.ts';
import type { KeysTexts } from '../../i18n/keys.ts';
import type { Language } from '../../i18n/languages.ts';
import { cell, rowName, table } from '../table.ts';
import { moment, number } from '../words.ts';
import { stateBadge } from './state.ts';

/** Aliases a row shows; the details show all. */
const aliasesShown = 3;

interface List {
  readonly language: Language;
  readonly texts: KeysTexts;
  readonly keys: readonly KeyView[];
  /** The chosen key. */
  readonly KeyId: string | null;
  readonly choose: (KeyId: string) => void;
}

export function keyTable({ language, texts, keys, KeyId: chosen, choose }: List): TemplateResult {
  const headings = [texts.aliases, texts.keyId, texts.state, texts.origin, texts.created];
  const row = ({ KeyId, KeyState, Origin, CreationDate, aliases }: KeyView): TemplateResult => html`<tr role="row">
    ${cell(
      texts.aliases,
      html`${aliases.slice(0, aliasesShown).map((alias) => html`<code class="alias">${alias}</code>`)}
        ${aliases.length === 0 ? html`<span class="quiet">${texts.noAlias}</span>` : nothing}
        ${aliases.length > aliasesShown
          ? html`<span class="quiet small">${texts.more(number(language, aliases.length - aliasesShown))}</span>`
          : nothing}`,
      true,
    )}
    ${rowName(
      texts.keyId,
      html`<button
        type="button"
        class="mono"
        data-key=${KeyId}
        aria-current=${KeyId === chosen ? 'true' : nothing}
        @click=${(): void => {
          choose(KeyId);
        }}
      >
        ${KeyId}
      </button>`,
    )}
    ${cell(texts.state, stateBadge(KeyState))} ${cell(texts.origin, html`<code>${Origin}</code>`)}
    ${cell(texts.created, html`<time datetime=${new Date(CreationDate).toISOString()}>${moment(language, CreationDate)}</time>`)}
  </tr>`;
  return table(texts.caption, headings, repeat(keys, ({ KeyId }) => KeyId, row));
}
