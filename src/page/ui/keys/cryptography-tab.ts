import { html, nothing, type TemplateResult } from 'lit';
import { row } from '../clusters/scene.ts';
import { addressOf } from '../frame/route.ts';
import { clusterLink } from '../key-stores/scene.ts';
import { connectionState } from '../key-stores/state.ts';
import type { Scene } from './page-scene.ts';

/** Cryptographic configuration (facts 10): what the key is, and where its key material is. */
export function cryptographyTab({ texts: { cryptography: texts }, shared, key }: Scene): TemplateResult {
  const { KeySpec, KeyUsage, Origin, keyStore } = key;
  return html`<dl>
      ${row(texts.keyType, shared.keyTypes.symmetric)} ${row(texts.origin, shared.origins[Origin])} ${row(texts.keySpec, html`<code>${KeySpec}</code>`)}
      ${row(texts.keyUsage, shared.keyUsages[KeyUsage])}
      ${keyStore
        ? html`${row(texts.storeId, html`<a class="mono" href=${addressOf('key-stores', keyStore.CustomKeyStoreId)}>${keyStore.CustomKeyStoreId}</a>`)}
          ${row(texts.storeName, html`<a href=${addressOf('key-stores', keyStore.CustomKeyStoreId)}>${keyStore.CustomKeyStoreName}</a>`)}
          ${row(texts.storeType, texts.storeTypeName)}
          ${row(texts.connection, html`${connectionState(keyStore)} <code class="quiet">${keyStore.ConnectionState}</code>`)}
          ${row(texts.cluster, clusterLink(keyStore.CloudHsmClusterId))}`
        : nothing}
    </dl>
    ${keyStore ? nothing : html`<p class="quiet small">${texts.inKms}</p>`}`;
}
