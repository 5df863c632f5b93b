import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KeyStoreView } from '../../../model/look.ts';
import { stateBadge } from '../keys/state.ts';
import { number } from '../words.ts';
import { keyName } from './parts.ts';
import type { MapCluster } from './rows.ts';
import type { Scene } from './scene.ts';

/** AWS KMS's side: the key store and the newest of its KMS keys. */
export function keyStore({ texts, language, news, link }: Scene, store: KeyStoreView, cluster: MapCluster | undefined): TemplateResult {
  const { CustomKeyStoreId: id, CustomKeyStoreName: name, keyCount } = store;
  const connected = store.ConnectionState === 'CONNECTED';
  const fresh = news.keys.get(cluster?.ClusterId ?? '');
  // The cluster's newest keys are the store's, but for those that KMS has deleted and left behind.
  const newest = cluster?.newestKeys.filter(({ KeyState }) => KeyState !== undefined) ?? [];
  // One word for all of them where there is one; else each tells its own, Enabled going without saying.
  const states = new Set(newest.map(({ KeyState }) => KeyState));
  const [all] = states.size === 1 && newest.length === keyCount ? states : [];
  return html`<section class="card store" aria-labelledby="name-${id}">
    <p class="kicker">${texts.keyStore}</p>
    <h2 id="name-${id}" class=${name.length > 40 ? 'long' : ''}>${link?.('key-stores', id, name) ?? name}</h2>
    <dl>
      <dt>${texts.id}</dt>
      <dd><code>${id}</code></dd>
      <dt>${texts.type}</dt>
      <dd><code>AWS_CLOUDHSM</code></dd>
      <dt>${texts.signedIn}</dt>
      <dd>${connected ? html`<code>kmsuser</code>` : html`<span class="quiet">${texts.nobody}</span>`}</dd>
      <dt>${texts.keys}</dt>
      <dd>
        ${keyCount > 0
          ? html`${number(language, keyCount)} ${all ? stateBadge(all) : nothing}`
          : texts.none}
      </dd>
    </dl>
    ${newest.length > 0
      ? html`<ul class="chips ${connected ? '' : 'cut'}">
          ${repeat(
            newest,
            (key) => key['key-reference'],
            (key) =>
              html`<li class="chip ${fresh?.has(key['key-reference']) ? 'fresh' : ''}">
                ${link?.('keys', key.KeyId, keyName(key)) ?? keyName(key)} ${all || !key.KeyState || key.KeyState === 'Enabled' ? nothing : stateBadge(key.KeyState)}
              </li>`,
          )}
        </ul>`
      : nothing}
  </section>`;
}
