import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ClusterDetails, KeyStoreView } from '../../../model/look.ts';
import type { ClustersTexts } from '../../i18n/clusters.ts';
import type { Language } from '../../i18n/languages.ts';
import { cell, rowName, table } from '../table.ts';
import { number } from '../words.ts';
import { stateMark } from './state.ts';

interface List {
  readonly language: Language;
  readonly texts: ClustersTexts;
  readonly clusters: readonly ClusterDetails[];
  readonly keyStores: readonly KeyStoreView[];
  /** The chosen cluster. */
  readonly ClusterId: string | null;
  readonly choose: (ClusterId: string) => void;
}

/** How many HSMs are where: `us-west-2a 1`. */
const hsmsByZone = ({ hsms }: ClusterDetails): (readonly [zone: string, count: number])[] =>
  Object.entries(Object.groupBy(hsms, ({ AvailabilityZone }) => AvailabilityZone))
    .map(([zone, here = []]) => [zone, here.length] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The Region's clusters; a table where there is room, cards where there is not. */
export function clusterTable({ language, texts, clusters, keyStores, ClusterId: chosen, choose }: List): TemplateResult {
  const headings = [texts.state, texts.id, texts.hsmType, texts.mode, texts.hsms, texts.keys, texts.keyStore, texts.source];
  const none = html`<span class="quiet" aria-label=${texts.none}>–</span>`;
  const row = (cluster: ClusterDetails): TemplateResult => {
    const { ClusterId, State, wait, HsmType, Mode, keyCount, keyCapacity, SourceBackupId } = cluster;
    const stores = keyStores.filter(({ CloudHsmClusterId }) => CloudHsmClusterId === ClusterId);
    const zones = hsmsByZone(cluster);
    return html`<tr role="row">
      ${cell(texts.state, stateMark(language, texts, State, wait))}
      ${rowName(
        texts.id,
        html`<button
          type="button"
          class="mono"
          data-id=${ClusterId}
          aria-current=${ClusterId === chosen ? 'true' : nothing}
          @click=${(): void => {
            choose(ClusterId);
          }}
        >
          ${ClusterId}
        </button>`,
      )}
      ${cell(texts.hsmType, html`<code>${HsmType}</code>`)} ${cell(texts.mode, html`<code>${Mode}</code>`)}
      ${cell(
        texts.hsms,
        zones.length === 0
          ? texts.noHsms
          : zones.map(([zone, count]) => html`<span class="item"><code>${zone}</code> ${number(language, count)}</span>`),
      )}
      ${cell(texts.keys, texts.keysOf(number(language, keyCount), number(language, keyCapacity)))}
      ${cell(texts.keyStore, stores.length === 0 ? none : stores.map(({ CustomKeyStoreName }) => html`<span class="item">${CustomKeyStoreName}</span>`), true)}
      ${cell(texts.source, SourceBackupId ? html`<code>${SourceBackupId}</code>` : none)}
    </tr>`;
  };
  return table(texts.clustersCaption, headings, repeat(clusters, ({ ClusterId }) => ClusterId, row));
}
