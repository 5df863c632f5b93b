import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HsmView } from '../../../model/look.ts';
import { number } from '../words.ts';
import { marked } from '../marked.ts';
import { keyName, stateMark, waitBar } from './parts.ts';
import type { MapCluster, Row } from './rows.ts';
import type { Scene } from './scene.ts';

/** One glass box: the newest keys, which every active HSM of the cluster has, and how many there are. */
export function hsmBox(scene: Scene, row: Row, cluster: MapCluster, hsm: HsmView): TemplateResult {
  const { texts, language, news } = scene;
  const { HsmId, State } = hsm;
  const motion = `${news.arrived.has(HsmId) ? 'arrived' : ''} ${news.joined.has(HsmId) ? 'joined' : ''}`;
  return html`<article class="hsm ${State} ${motion}" aria-labelledby=${HsmId}>
    <h4 id=${HsmId}>${name(scene, cluster, HsmId)}</h4>
    <p class="small">${stateMark(State)}</p>
    ${State === 'ACTIVE' ? keys(scene, cluster, HsmId) : nothing} ${waitBar(scene, hsm.wait)}
    ${State === 'CREATE_IN_PROGRESS' ? html`<p class="small quiet">${marked(cluster.State === 'ACTIVE' || cluster.SourceBackupId !== undefined ? texts.receives : texts.firstHsm)}</p>` : nothing}
    ${State === 'DELETE_IN_PROGRESS' ? html`<p class="small quiet">${texts.leaving}</p>` : nothing}
    ${State === 'ACTIVE'
      ? html`<p class="small quiet count">${texts.keysOf(number(language, cluster.keyCount), number(language, cluster.keyCapacity))}</p>`
      : nothing}
    ${State === 'ACTIVE' || State === 'DEGRADED'
      ? html`<button
          type="button"
          class="plain remove"
          @click=${() => {
            scene.removeHsm(row, hsm);
          }}
        >
          ${texts.removeHsm}<span class="hidden"> ${HsmId}</span>
        </button>`
      : nothing}
  </article>`;
}

/** The HSM's id, which can be pressed where somebody shows what is inside. */
const name = ({ openHsm }: Scene, { ClusterId }: MapCluster, HsmId: string): TemplateResult =>
  openHsm
    ? html`<button type="button" class="plain name" @click=${() => {
        openHsm(ClusterId, HsmId);
      }}><code>${HsmId}</code></button>`
    : html`<code>${HsmId}</code>`;

function keys({ texts, news, openKey, ...scene }: Scene, { ClusterId, newestKeys }: MapCluster, HsmId: string): TemplateResult | typeof nothing {
  if (newestKeys.length === 0) return nothing;
  const fresh = news.keys.get(ClusterId);
  const { chosen } = openKey;
  return html`<ul class="chips" aria-label=${texts.newestKeys(HsmId)}>
    ${repeat(
      newestKeys,
      (key) => key['key-reference'],
      (key) => html`<li class="chip ${fresh?.has(key['key-reference']) ? 'fresh' : ''}">
        <button
          type="button"
          aria-expanded=${chosen?.HsmId === HsmId && chosen.KeyId === key.KeyId}
          @click=${() => {
            scene.chooseKey(HsmId, key);
          }}
        >
          ${keyName(key)} ${key.KeyState ? nothing : html`<span class="small bad">${texts.orphaned}</span>`}
        </button>
      </li>`,
    )}
  </ul>`;
}
