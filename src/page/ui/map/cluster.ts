import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { plusIcon } from '../icons.ts';
import { marked } from '../marked.ts';
import { hsmBox } from './hsm.ts';
import { refusal, stateMark } from './parts.ts';
import { zonesOf, type MapCluster, type Row } from './rows.ts';
import type { Scene } from './scene.ts';

/** The AWS CloudHSM cluster: a column for each Availability Zone that it has a subnet in. */
export function clusterCard(scene: Scene, row: Row, cluster: MapCluster): TemplateResult {
  const { ClusterId, HsmType, State, hsms } = cluster;
  return html`<section class="card cluster" aria-labelledby="cluster-${ClusterId}">
    <div>
      <p class="kicker">${scene.texts.cluster}</p>
      <h2 id="cluster-${ClusterId}"><code>${ClusterId}</code></h2>
      <p class="small">${stateMark(State)} <code class="quiet">${HsmType}</code></p>
    </div>
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
          ${here.length === 0 ? html`<p class="nothing small quiet">${marked(scene.texts.noHsm)}</p>` : nothing}
          <button
            type="button"
            class="plain add"
            @click=${() => {
              scene.take({ do: 'addHsm', ClusterId, AvailabilityZone: zone });
            }}
          >
            ${plusIcon}${scene.texts.addHsm}<span class="hidden"> ${zone}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${refusal(scene, ClusterId)}
  </section>`;
}
