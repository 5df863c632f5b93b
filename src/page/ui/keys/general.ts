import { html, nothing, type TemplateResult } from 'lit';
import { row } from '../clusters/scene.ts';
import '../copy.ts';
import { addressOf } from '../frame/route.ts';
import { marked } from '../marked.ts';
import { moment } from '../words.ts';
import { section, time, type Scene } from './page-scene.ts';
import { stateBadge } from './state.ts';

/** Of a state in which the key does not do all: what that means, and until when. */
export function notice({ texts, language, key }: Scene): TemplateResult | typeof nothing {
  const { KeyState, DeletionDate, keyStore } = key;
  const said =
    KeyState === 'PendingDeletion'
      ? texts.pending(moment(language, DeletionDate ?? 0))
      : KeyState === 'Disabled'
        ? texts.disabled
        : KeyState === 'Unavailable' && keyStore
          ? texts.unavailable(keyStore.ConnectionState)
          : undefined;
  if (said === undefined) return nothing;
  return html`<div class="notice">
    <p>${marked(said)}</p>
    ${KeyState === 'Unavailable' && keyStore ? html`<p><a href=${addressOf('key-stores', keyStore.CustomKeyStoreId)}>${texts.toStore}</a></p>` : nothing}
  </div>`;
}

/** What the console shows of every key. */
export function general({ texts, shared, language, theme, key }: Scene): TemplateResult {
  const { Arn, KeyState, DeletionDate, Description, CreationDate, MultiRegion, aliases } = key;
  const none = html`<span class="quiet">${texts.none}</span>`;
  return section(
    'general',
    texts.general,
    html`<dl>
        ${row(texts.aliases, aliases.length > 0 ? aliases.map((alias) => html`<code class="item">${alias}</code>`) : none)}
        ${row(texts.arn, html`<code>${Arn}</code> <glass-copy what=${texts.arn} .text=${Arn} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>`)}
        ${row(
          texts.state,
          html`${stateBadge(KeyState)}${DeletionDate === undefined ? nothing : html` <span class="quiet small">${shared.deletedAt(moment(language, DeletionDate))}</span>`}`,
        )}
        ${row(texts.description, Description === '' ? none : html`<span class="description">${Description}</span>`)}
        ${row(texts.created, time(language, CreationDate))} ${row(texts.regionality, shared.regionalities[MultiRegion ? 'multi' : 'single'])}
      </dl>
      <p class="small"><a href=${addressOf('cloudtrail', 'ResourceName', Arn)}>${texts.events}</a></p>`,
  );
}
