import { html, nothing, type TemplateResult } from 'lit';
import type { ClusterView, HsmView } from '../../../model/look.ts';
import type { App } from './app.ts';
import { confirmed } from './dialog.ts';
import { outcomeOf, stateBadge, waitLine } from './parts.ts';

/** A cluster: one column for each Availability Zone that it can have HSMs in. */
export function clusterCard(app: App, cluster: ClusterView): TemplateResult {
  const { texts, language } = app;
  const { ClusterId: id, keyCount, keyCapacity } = cluster;
  const zones = Object.keys(cluster.SubnetMapping).sort();
  return html`<section class="card" aria-labelledby="cluster-${id}">
    <p class="kicker">${texts.cluster}</p>
    <h2 id="cluster-${id}"><code>${id}</code></h2>
    <p>${stateBadge(cluster.State)}</p>
    <dl>
      <dt>${texts.hsmType}</dt>
      <dd><code>${cluster.HsmType}</code></dd>
      <dt>${texts.keys}</dt>
      <dd>${texts.keysOf(keyCount.toLocaleString(language), keyCapacity.toLocaleString(language))}</dd>
    </dl>
    <ul class="zones">
      ${zones.map((zone) => {
        const hsms = cluster.hsms.filter(({ AvailabilityZone }) => AvailabilityZone === zone);
        return html`<li>
          <h3><code>${zone}</code></h3>
          ${hsms.length > 0 ? hsms.map((hsm) => hsmBox(app, cluster, hsm)) : emptyZone(app, id, zone)}
        </li>`;
      })}
    </ul>
    ${outcomeOf(app, `cluster ${id}`)}
  </section>`;
}

function hsmBox(app: App, cluster: ClusterView, hsm: HsmView): TemplateResult {
  const { texts } = app;
  const { HsmId: id } = hsm;
  const remove = async (): Promise<void> => {
    const last = cluster.hsms.every(({ HsmId, State }) => HsmId === id || State !== 'ACTIVE');
    const detail = last ? texts.deleteLastHsm : texts.deleteHsmDetail;
    if (await confirmed({ question: texts.deleteHsm(id), detail, yes: 'DeleteHsm', no: texts.cancel }))
      app.actions?.deleteHsm(cluster.ClusterId, id);
  };
  return html`<div class="hsm">
    <p><code>${id}</code></p>
    <p>${stateBadge(hsm.State)}</p>
    <p class="quiet"><span class="hidden">${texts.address}</span> ${hsm.EniIp}</p>
    ${waitLine(app, hsm.wait)}
    ${hsm.State === 'ACTIVE'
      ? html`<button type="button" aria-label="DeleteHsm ${id}" @click=${remove}>DeleteHsm</button>`
      : nothing}
  </div>`;
}

const emptyZone = ({ texts, actions }: App, clusterId: string, zone: string): TemplateResult =>
  html`<div class="hsm empty">
    <p class="quiet">${texts.noHsm}</p>
    <button type="button" aria-label="CreateHsm ${zone}" @click=${() => actions?.createHsm(clusterId, zone)}>CreateHsm</button>
  </div>`;
