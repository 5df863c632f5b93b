import { html, nothing, type TemplateResult } from 'lit';
import type { KeyObjectView } from '../../../model/look.ts';
import { errorCode } from '../error-link.ts';
import { keyIcon } from '../icons.ts';
import { stateBadge } from '../keys/state.ts';
import { marked } from '../marked.ts';
import type { MapCluster } from './rows.ts';
import type { Scene } from './scene.ts';

/** It is empty where there is material, and not loaded. What makes new stays where it was pressed, and says that it did. */
const missing = ({ simulator, theme, language, lookAgain }: Scene, ClusterId: string, object: KeyObjectView): TemplateResult =>
  html`<glass-missing-material
    .simulator=${simulator}
    .of=${{ ClusterId, 'key-reference': object['key-reference'] }}
    .theme=${theme}
    lang=${language}
    @glass-material-made=${lookAgain}
  ></glass-missing-material>`;

/** A key in the glass: what CloudHSM CLI prints of it, and the attempt to take it out. */
export function keyPanel(scene: Scene, { ClusterId, newestKeys }: MapCluster): TemplateResult | typeof nothing {
  const { texts, openKey } = scene;
  const { chosen, object, attempt, failure } = openKey;
  if (chosen?.ClusterId !== ClusterId) return nothing;
  const { KeyId } = chosen;
  // As it is now, where it is still among those that the map shows.
  const { AliasName: alias, KeyState } = newestKeys.find((key) => key.KeyId === KeyId) ?? chosen;
  const name = html`<code>${alias ?? ''} ${KeyId}</code>`;
  // Long values get a line of their own, first.
  const attributes = Object.entries(object ? { 'key-reference': object['key-reference'], owner: object.owner, ...object.attributes } : {});
  const long = (value: unknown): boolean => String(value).length > 16;
  const row = ([name, value]: readonly [string, unknown]): TemplateResult =>
    html`<div class=${long(value) ? 'wide' : ''}><dt><code>${name}</code></dt><dd><code>${String(value)}</code></dd></div>`;
  return html`<section class="key" aria-labelledby="key-title" @keydown=${(event: KeyboardEvent) => {
    if (event.key === 'Escape') scene.closeKey();
  }}>
    <div class="head">
      <h3 id="key-title" tabindex="-1">${keyIcon}<span>${texts.inGlass} ${(KeyState && scene.link?.('keys', KeyId, name)) ?? name}</span></h3>
      <button type="button" @click=${scene.closeKey}>${texts.close}</button>
    </div>
    <p class="small quiet">${texts.sameKey}</p>
    <p class="small" role="status">
      ${KeyState
        ? html`${texts.keyState} ${stateBadge(KeyState)}`
        : html`<b class="bad">${texts.orphaned}</b> ${marked(texts.orphan)} CloudTrail: ${errorCode('DeleteKey')}`}
    </p>
    ${object ? missing(scene, ClusterId, object) : nothing}
    ${object
      ? html`<dl>
          ${attributes.filter(([, value]) => long(value)).map(row)} ${attributes.filter(([, value]) => !long(value)).map(row)}
        </dl>`
      : nothing}
    <div class="export">
      <button type="button" @click=${scene.tryExport}>${texts.export}</button>
      <span class="small quiet">${marked(texts.exporting)}</span>
    </div>
    <div role="status">
      ${attempt
        ? html`<div class="attempt">
            <p><b>${texts.refused}</b></p>
            <p lang="en"><code class="bad">${attempt.name}</code> <code>${attempt.message}</code></p>
            <p class="small">${texts.proves}</p>
            <p class="small quiet">${texts.provesNot}</p>
          </div>`
        : nothing}
      ${failure === undefined ? nothing : html`<p class="bad" lang="en">${failure}</p>`}
    </div>
  </section>`;
}
