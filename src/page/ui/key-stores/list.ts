import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KeyStoreView } from '../../../model/look.ts';
import { addressOf } from '../frame/route.ts';
import { marked } from '../marked.ts';
import { cell, rowName, table } from '../table.ts';
import { waitBar } from '../map/parts.ts';
import { mapTexts } from '../../i18n/map.ts';
import { clusterLink, count, type Scene } from './scene.ts';
import { connectionState, failedSentence } from './state.ts';

/** The Region's key stores with what the console shows of them (facts 10); a table where there is room, cards where there is not. */
export function keyStoreList(scene: Scene): TemplateResult {
  const { texts, map } = scene;
  const headings = [texts.name, texts.id, texts.state, texts.cluster, texts.hsms];
  return html`<p class="quiet">${texts.about}</p>
    ${map.keyStores.length === 0
      ? html`<p class="empty">${marked(texts.empty)}</p>`
      : table(texts.caption, headings, repeat(map.keyStores, ({ CustomKeyStoreId }) => CustomKeyStoreId, (store) => row(scene, store)))}`;
}

function row(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts, map, language, now } = scene;
  const { CustomKeyStoreId: id, CustomKeyStoreName, CloudHsmClusterId, ConnectionErrorCode, wait } = store;
  const cluster = map.clusters.find(({ ClusterId }) => ClusterId === CloudHsmClusterId);
  return html`<tr role="row">
    ${rowName(texts.name, html`<a class="whole" href=${addressOf('key-stores', id)}>${CustomKeyStoreName}</a>`)}
    ${cell(texts.id, html`<code>${id}</code>`, true)}
    ${cell(
      texts.state,
      html`${connectionState(store)} ${ConnectionErrorCode ? html`<br />${failedSentence(texts, ConnectionErrorCode)}` : nothing}
        ${waitBar({ texts: mapTexts[language], language, now }, wait)}`,
      ConnectionErrorCode !== undefined || wait !== undefined,
    )}
    ${cell(texts.cluster, cluster ? clusterLink(CloudHsmClusterId) : html`<code>${CloudHsmClusterId}</code> <span class="bad small">${texts.clusterGone}</span>`, true)}
    ${cell(texts.hsms, cluster ? count(scene, cluster.hsms.length) : '–')}
  </tr>`;
}
