import { html, nothing, type TemplateResult } from 'lit';
import type { KeyStoreView } from '../../../model/look.ts';
import { mapTexts } from '../../i18n/map.ts';
import { row } from '../clusters/scene.ts';
import { stateMark, waitBar } from '../map/parts.ts';
import '../clusters/certificate.ts';
import '../copy.ts';
import { addressOf } from '../frame/route.ts';
import { banner } from '../map/banner.ts';
import { keyStoreActions } from './actions.ts';
import { clusterLink, count, type Scene } from './scene.ts';
import { connectionState, failedSentence } from './state.ts';

/** Calls that are about a key store. */
const operations = ['CreateCustomKeyStore', 'ConnectCustomKeyStore', 'DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore'] as const;

/** What a key store is, what is wrong with it, and what can be done with it. */
export function keyStoreDetails(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts, map, clusters, simulator, language, theme } = scene;
  const { CustomKeyStoreId: id, CloudHsmClusterId } = store;
  const cluster = map.clusters.find(({ ClusterId }) => ClusterId === CloudHsmClusterId);
  const trustAnchor = clusters.find(({ ClusterId }) => ClusterId === CloudHsmClusterId)?.trustAnchor;
  return html`${banner({ texts: mapTexts[language], language, take: scene.take }, { id, store, ...(cluster && { cluster }) })}
    ${section('general', texts.general, general(scene, store))}
    ${section('actions', texts.actions, html`<div class="actions">${keyStoreActions(scene, store)}</div>`)}
    ${trustAnchor === undefined
      ? nothing
      : html`<glass-certificate
          .simulator=${simulator}
          .theme=${theme}
          lang=${language}
          name="customerCA.crt"
          what=${texts.trustAnchor}
          file="customerCA.crt"
          .pem=${trustAnchor}
        ></glass-certificate>`}
    ${section(
      'events',
      texts.events,
      html`<p class="quiet small">${texts.eventsHint}</p>
        <ul class="links">
          ${operations.map((operation) => html`<li><a class="mono" href=${addressOf('cloudtrail', 'EventName', operation)}>${operation}</a></li>`)}
        </ul>`,
    )}`;
}

const section = (id: string, title: string, content: TemplateResult): TemplateResult =>
  html`<section class="section" aria-labelledby=${id}><h3 id=${id}>${title}</h3>${content}</section>`;

function general(scene: Scene, store: KeyStoreView): TemplateResult {
  const { texts, map, language, theme, now } = scene;
  const { CustomKeyStoreId, CustomKeyStoreName, CloudHsmClusterId, ConnectionState, ConnectionErrorCode, keyCount, wait } = store;
  const cluster = map.clusters.find(({ ClusterId }) => ClusterId === CloudHsmClusterId);
  const active = cluster?.hsms.filter(({ State }) => State === 'ACTIVE') ?? [];
  return html`<dl>
    ${row(texts.name, CustomKeyStoreName)}
    ${row(texts.id, html`<code>${CustomKeyStoreId}</code> <glass-copy what=${texts.id} .text=${CustomKeyStoreId} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>`)}
    ${row(texts.type, texts.typeName)}
    ${row(
      texts.state,
      html`${connectionState(store)} <code class="quiet">${ConnectionState}</code>
        ${ConnectionErrorCode ? html`<br />${failedSentence(texts, ConnectionErrorCode)}` : nothing} ${waitBar({ texts: mapTexts[language], language, now }, wait)}`,
    )}
    ${row(
      texts.cluster,
      cluster
        ? html`${clusterLink(CloudHsmClusterId)} ${stateMark(cluster.State)}`
        : html`<code>${CloudHsmClusterId}</code> <span class="bad">${texts.clusterGone}</span>`,
    )}
    ${cluster
      ? row(
          texts.hsms,
          html`${texts.hsmsActive(count(scene, active.length), count(scene, cluster.hsms.length))}
            ${cluster.hsms.map(({ AvailabilityZone, State }) => html`<span class="item small"><code>${AvailabilityZone}</code> <code class="quiet">${State}</code></span>`)}`,
        )
      : nothing}
    ${row(texts.keys, html`${count(scene, keyCount)} · <a href=${addressOf('keys')}>${texts.keysLink}</a>`)}
  </dl>`;
}
