import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { plusIcon } from '../icons.ts';
import { marked } from '../marked.ts';
import { hsmBox } from './hsm.ts';
import { refusal, stateMark, waitBar } from './parts.ts';
import { takesHsm, zonesOf, type MapCluster, type Row } from './rows.ts';
import type { Scene } from './scene.ts';

/** The cluster's id, which can be pressed where somebody shows clusters. */
export const clusterName = ({ openCluster }: Scene, ClusterId: string): TemplateResult =>
  openCluster
    ? html`<button
        type="button"
        class="plain name"
        @click=${() => {
          openCluster(ClusterId);
        }}
      >
        <code>${ClusterId}</code>
      </button>`
    : html`<code>${ClusterId}</code>`;

/** The AWS CloudHSM cluster: a column for each Availability Zone that it has a subnet in. */
export function clusterCard(scene: Scene, row: Row, cluster: MapCluster): TemplateResult {
  const { ClusterId, HsmType, State, hsms } = cluster;
  return html`<section class="card cluster" aria-labelledby="cluster-${ClusterId}">
    <div>
      <p class="kicker">${scene.texts.cluster}</p>
      <h2 id="cluster-${ClusterId}">${clusterName(scene, ClusterId)}</h2>
      <p class="small">${stateMark(State)} <code class="quiet">${HsmType}</code></p>
      ${scene.link?.('terminal', ClusterId)}
    </div>
    ${note(scene, cluster)} ${waitBar(scene, cluster.wait)}
    <ul class="zones">
      ${zonesOf(cluster).map((zone) => {
        const here = hsms.filter(({ AvailabilityZone }) => AvailabilityZone === zone);
        return html`<li class="zone">
          <h3><code>${zone}</code></h3>
          ${repeat(
            here,
            ({ HsmId }) => HsmId,
            (hsm) => hsmBox(scene, row, cluster, hsm),
          )}
          ${here.length === 0 ? html`<p class="nothing small quiet">${marked(State === 'ACTIVE' ? scene.texts.noHsm : scene.texts.noHsmYet)}</p>` : nothing}
          ${takesHsm(cluster)
            ? html`<button
            type="button"
            class="plain add"
            @click=${() => {
              scene.take({ do: 'addHsm', ClusterId, AvailabilityZone: zone });
            }}
          >
            ${plusIcon}${scene.texts.addHsm}<span class="hidden"> ${zone}</span>
          </button>`
            : nothing}
        </li>`;
      })}
    </ul>
    ${refusal(scene, ClusterId)}
  </section>`;
}

/** What the cluster waits for, and why no HSM can be added: states in which little works say what comes next. */
function note({ texts }: Scene, { State, SourceBackupId, Certificates, wait }: MapCluster): TemplateResult | typeof nothing {
  const { clusterStates: notes } = texts;
  const text =
    State === 'UNINITIALIZED'
      ? SourceBackupId !== undefined
        ? notes.restores(SourceBackupId)
        : Certificates.ClusterCsr === undefined
          ? notes.UNINITIALIZED
          : notes.unsigned
      : State === 'INITIALIZED' && wait
        ? notes.activating
        : (notes as Readonly<Record<string, unknown>>)[State];
  return typeof text === 'string' ? html`<p class="small">${marked(text)}</p>` : nothing;
}
