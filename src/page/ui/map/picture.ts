import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Simulator } from '../../client/simulator.ts';
import { caller } from './caller.ts';
import { clusterCard, clusterName } from './cluster.ts';
import { connection, wire } from './connection.ts';
import { emptyRow, missing } from './empty.ts';
import { keyPanel } from './key-panel.ts';
import { keyStore } from './key-store.ts';
import type { Row } from './rows.ts';
import type { Scene } from './scene.ts';

/** The whole map: it reads as a request goes, from the caller through AWS KMS and over the line to the HSMs. */
export const picture = (scene: Scene, rows: readonly Row[], storage: Simulator['storage']): TemplateResult =>
  html`<div class="map">
      ${caller(scene)}
      ${rows.length > 0
        ? repeat(
            rows,
            ({ id }) => id,
            (row) => oneRow(scene, row),
          )
        : emptyRow(scene)}
    </div>
    ${storage.storage === 'memory'
      ? html`<p class="notice small" part="mark"><b>${scene.texts.memory}.</b> <span lang="en">${storage.reason}</span></p>`
      : nothing}
    <p class="mark small quiet" part="mark">${scene.texts.simulated}</p>`;

/** A key store and its cluster, and what is wrong with them under both. */
function oneRow(scene: Scene, row: Row): TemplateResult {
  const { store, cluster } = row;
  const { texts } = scene;
  return html`<div class="row">
    ${store ? keyStore(scene, store, cluster) : missing(texts.keyStore, texts.noKeyStore, undefined, goOn(scene, cluster?.ClusterId))}
    ${store ? connection(scene, store) : html`<div class="connection">${wire('gap')}</div>`}
    ${cluster ? clusterCard(scene, row, cluster) : missing(texts.cluster, texts.clusterGone, store && clusterName(scene, store.CloudHsmClusterId))}
    ${cluster ? keyPanel(scene, cluster) : nothing} ${scene.banner?.(scene, row)}
  </div>`;
}

/** To where the cluster is brought to a key store, and that to a first key. */
const goOn = ({ texts, build }: Scene, ClusterId: string | undefined): TemplateResult | typeof nothing =>
  build && ClusterId !== undefined
    ? html`<button type="button" class="start" @click=${() => {
        build(ClusterId);
      }}>${texts.goOn}<span class="hidden"> ${ClusterId}</span></button>`
    : nothing;
