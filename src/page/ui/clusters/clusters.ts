import { html, nothing, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { GlassElement } from '../element.ts';
import type { ChooseBackupEvent, ChooseClusterEvent } from '../events.ts';
import { stateStyle } from '../keys/state.ts';
import { style } from '../keys/style.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import './backup-details.ts';
import './backup-list.ts';
import './cluster-details.ts';
import { clusterTable } from './cluster-table.ts';
import { listStyle } from './style.ts';

/**
 * `<glass-clusters>`: the AWS CloudHSM clusters and backups of the account and Region, kept fresh; the details of the chosen
 * one, and what can be done with it.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`) or `backup-id` (property
 * `BackupId`): the chosen one.
 */
export class GlassClusters extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    BackupId: { type: String, attribute: 'backup-id' },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, style, listStyle];

  declare ClusterId: string | null;
  declare BackupId: string | null;

  private readonly clusters = new Looking(this, 'clusters');
  private readonly keyStores = new Looking(this, 'keyStores');

  constructor() {
    super();
    this.ClusterId = this.BackupId = null;
  }

  /** Shows a cluster and takes the focus to it. */
  async open(ClusterId: string): Promise<void> {
    this.ClusterId = ClusterId;
    this.BackupId = null;
    await this.enter();
  }

  /** Shows the lists. */
  clear(): void {
    this.ClusterId = this.BackupId = null;
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.clusters.ask(simulator);
    this.keyStores.ask(simulator);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = clustersTexts[this.language];
    const { ClusterId, BackupId, language, clusters } = this;
    const count = clusters.answer?.length ?? 0;
    const { answer: keyStores } = this.keyStores;
    const common = { simulator, language, theme: this.theme };
    return html`<section
      class="card ${ClusterId || BackupId ? 'open' : ''}"
      aria-labelledby="title"
      @glass-choose-cluster=${this.chooseCluster}
      @glass-choose-backup=${this.chooseBackup}
    >
      <div class="list">
        <div class="head">
          <h2 id="title">${texts.title}</h2>
          <p class="quiet small" role="status">${clusters.answer ? texts.clustersHere(count, number(language, count)) : texts.loading}</p>
        </div>
        ${clusters.failure ? html`<p class="bad" role="alert" lang="en">${clusters.failure}</p>` : nothing}
        <h3>${texts.clusters}</h3>
        ${clusters.answer && keyStores
          ? count === 0
            ? html`<p class="empty">${marked(texts.noClusters)}</p>`
            : clusterTable({
                language,
                texts,
                clusters: clusters.answer,
                keyStores,
                ClusterId,
                choose: (id) => void this.open(id),
              })
          : nothing}
        <h3>${texts.backups}</h3>
        <glass-backups
          .simulator=${simulator}
          .BackupId=${BackupId}
          .clusterIds=${clusters.answer?.map((cluster) => cluster.ClusterId)}
          .theme=${this.theme}
          lang=${language}
        ></glass-backups>
      </div>
      ${ClusterId || BackupId
        ? html`<div class="chosen">
            <button type="button" class="plain back" @click=${this.close}><span aria-hidden="true">←</span> ${texts.back}</button>
            ${ClusterId
              ? html`<glass-cluster-details .simulator=${common.simulator} .ClusterId=${ClusterId} .theme=${common.theme} lang=${language}></glass-cluster-details>`
              : html`<glass-backup-details .simulator=${common.simulator} .BackupId=${BackupId} .theme=${common.theme} lang=${language}></glass-backup-details>`}
          </div>`
        : nothing}
    </section>`;
  }

  private readonly chooseCluster = (event: ChooseClusterEvent): void => {
    // It is shown here: nobody else need show it.
    event.stopPropagation();
    void this.open(event.ClusterId);
  };

  private readonly chooseBackup = (event: ChooseBackupEvent): void => {
    event.stopPropagation();
    this.BackupId = event.BackupId;
    this.ClusterId = null;
    void this.enter();
  };

  private async enter(): Promise<void> {
    await this.updateComplete;
    const details = this.renderRoot.querySelector<GlassElement>('glass-cluster-details, glass-backup-details');
    await details?.updateComplete;
    details?.focus();
  }

  private readonly close = async (): Promise<void> => {
    const { ClusterId, BackupId } = this;
    this.clear();
    await this.updateComplete;
    if (BackupId) this.renderRoot.querySelector('glass-backups')?.focusRow(BackupId);
    else this.renderRoot.querySelector<HTMLElement>(`[data-id="${ClusterId ?? ''}"]`)?.focus();
  };
}

if (!customElements.get('glass-clusters')) customElements.define('glass-clusters', GlassClusters);

declare global {
  interface HTMLElementTagNameMap {
    'glass-clusters': GlassClusters;
  }
}
