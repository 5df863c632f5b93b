import { html, nothing, type TemplateResult } from 'lit';
import { wire } from './connection.ts';
import type { Scene } from './scene.ts';

/** What stands where there is nothing: it says what is missing. */
export const missing = (kicker: string, text: string, name?: TemplateResult, more: TemplateResult | typeof nothing = nothing): TemplateResult =>
  html`<section class="card missing">
    <p class="kicker">${kicker}</p>
    ${name === undefined ? nothing : html`<h2>${name}</h2>`}
    <p class="quiet">${text}</p>
    ${more}
  </section>`;

/** An account and Region without key stores and clusters. */
export const emptyRow = ({ texts, account, region, build }: Scene): TemplateResult =>
  html`<div class="row">
    <section class="card missing">
      <p class="kicker">${texts.keyStore}</p>
      <h2>${texts.emptyStore}</h2>
      <p class="quiet">${texts.emptyStoreHint}</p>
    </section>
    <div class="connection">${wire('gap')}</div>
    <section class="card missing">
      <p class="kicker">${texts.cluster}</p>
      <h2>${texts.emptyCluster}</h2>
      <p class="quiet">${texts.emptyClusterHint}</p>
      ${build
        ? html`<button type="button" class="primary start" @click=${() => {
            build();
          }}>${texts.build}</button>`
        : nothing}
      <p class="small quiet">${texts.emptyPlace(account, region)}</p>
    </section>
  </div>`;

/** The map's outline, until there is an answer. */
export const skeleton = (text: string): TemplateResult =>
  html`<div class="map skeleton">
    <div class="caller"><div class="who"><span class="face"></span></div><p class="quiet small" role="status">${text}</p></div>
    <div class="row"><div class="card"></div><div class="connection">${wire('gap')}</div><div class="card"></div></div>
  </div>`;
