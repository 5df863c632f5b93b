import { html, nothing, type TemplateResult } from 'lit';
import type { KeyStoreView } from '../../../model/look.ts';
import type { App } from './app.ts';
import { outcomeOf, stateBadge, waitLine } from './parts.ts';

/** A key store and the switch of its connection. */
export function keyStoreCard(app: App, store: KeyStoreView): TemplateResult {
  const { texts, actions, language } = app;
  const { CustomKeyStoreId: id, ConnectionState: state, ConnectionErrorCode: error } = store;
  return html`<section class="card" aria-labelledby="store-${id}">
    <p class="kicker">${texts.keyStore}</p>
    <h2 id="store-${id}">${store.CustomKeyStoreName}</h2>
    <p>${stateBadge(state)} ${error === undefined ? nothing : html`<code class="bad">${error}</code>`}</p>
    ${waitLine(app, store.wait)}
    ${state === 'CONNECTED' || store.keyCount === 0 ? nothing : html`<p class="quiet">${texts.lost}</p>`}
    <dl>
      <dt>${texts.id}</dt>
      <dd><code>${id}</code></dd>
      <dt>${texts.keys}</dt>
      <dd>${store.keyCount.toLocaleString(language)}</dd>
    </dl>
    <div class="buttons">
      <button type="button" @click=${() => actions?.connect(id)}>ConnectCustomKeyStore</button>
      <button type="button" @click=${() => actions?.disconnect(id)}>DisconnectCustomKeyStore</button>
    </div>
    ${outcomeOf(app, `connection ${id}`)}
  </section>`;
}
