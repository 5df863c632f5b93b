import { html, nothing, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { insideTexts } from '../../i18n/inside.ts';
import { GlassElement } from '../element.ts';
import { ShownEvent, type ChooseBackupEvent, type ChooseClusterEvent, type ChooseHsmEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import '../inside/hsm-details.ts';
import { stateStyle } from '../keys/state.ts';
import { style } from '../keys/style.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { primaryLink } from '../primary-link.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import './backup-details.ts';
import './backup-list.ts';
import './cluster-details.ts';
import { clusterTable } from './cluster-table.ts';
import { listStyle } from './style.ts';

/**
 * `<glass-clusters>`: the AWS CloudHSM clusters and backups of the account and Region, kept fresh; the details of the chosen
 * one, and what can be done with it; and its HSMs from inside.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`), with `hsm-id` (property `HsmId`) for
 * one of its HSMs, or `backup-id` (property `BackupId`): the chosen one.
 * Method: `focus()` goes to the chosen one, else to the title. Events: {@link ShownEvent} when a person chooses another one.
 */
export class GlassClusters extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    HsmId: { type: String, attribute: 'hsm-id' },
    BackupId: { type: String, attribute: 'backup-id' },
    views: { type: Boolean },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, style, listStyle, primaryLink];

  declare ClusterId: string | null;
  declare HsmId: string | null;
  declare BackupId: string | null;
  /** Attribute `views`: the page is the playground, so each action links the event of its call, key stores are linked, and so is the way to a new cluster. */
  declare views: boolean;

  private readonly clusters = new Looking(this, 'clusters');
  private readonly keyStores = new Looking(this, 'keyStores');

  constructor() {
    super();
    this.ClusterId = this.HsmId = this.BackupId = null;
    this.views = false;
  }

  /** Shows a cluster, or one of its HSMs, and takes the focus to it. */
  async open(ClusterId: string, HsmId: string | null = null): Promise<void> {
    this.ClusterId = ClusterId;
    this.HsmId = HsmId;
    this.BackupId = null;
    this.tell();
    await this.enter();
  }

  /** Into what is chosen, else to the title. */
  override focus(): void {
    void this.updateComplete.then(() => {
      if (this.ClusterId ?? this.BackupId) void this.enter();
      else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  /** Shows the lists. */
  clear(): void {
    this.ClusterId = this.HsmId = this.BackupId = null;
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
    return html`<section
      class="card ${ClusterId || BackupId ? 'open' : ''}"
      aria-labelledby="title"
      @glass-choose-cluster=${this.chooseCluster}
      @glass-choose-hsm=${this.chooseHsm}
      @glass-choose-backup=${this.chooseBackup}
    >
      <div class="list">
        <div class="head">
          <h2 id="title" tabindex="-1">${texts.title}</h2>
          <p class="quiet small" role="status">${clusters.answer ? texts.clustersHere(count, number(language, count)) : texts.loading}</p>
          ${this.views ? html`<a class="primary" href=${addressOf('clusters', 'create')}>${texts.build}</a>` : nothing}
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
        ? html`<div class="chosen">${this.chosen(simulator)}</div>`
        : nothing}
    </section>`;
  }

  private chosen(simulator: Simulator): TemplateResult {
    const { ClusterId, HsmId, BackupId, language, theme } = this;
    const texts = clustersTexts[language];
    const back = (text: string, to: () => void): TemplateResult =>
      html`<button type="button" class="plain back" @click=${to}><span aria-hidden="true">←</span> ${text}</button>`;
    if (ClusterId && HsmId)
      return html`${back(insideTexts[language].back(ClusterId), () => void this.leaveHsm(ClusterId, HsmId))}
        <glass-hsm-details .simulator=${simulator} .ClusterId=${ClusterId} .HsmId=${HsmId} .theme=${theme} lang=${language}></glass-hsm-details>`;
    return html`${back(texts.back, () => void this.close())}
    ${ClusterId
      ? html`<glass-cluster-details ?views=${this.views} .simulator=${simulator} .ClusterId=${ClusterId} .theme=${theme} lang=${language}></glass-cluster-details>`
      : html`<glass-backup-details ?views=${this.views} .simulator=${simulator} .BackupId=${BackupId ?? ''} .theme=${theme} lang=${language}></glass-backup-details>`}`;
  }

  /** Back to the cluster, where the HSM was opened. */
  private async leaveHsm(ClusterId: string, HsmId: string): Promise<void> {
    await this.open(ClusterId);
    this.renderRoot.querySelector('glass-cluster-details')?.focusHsm(HsmId);
  }

  private readonly chooseHsm = (event: ChooseHsmEvent): void => {
    event.stopPropagation();
    void this.open(event.ClusterId, event.HsmId);
  };

  private readonly chooseCluster = (event: ChooseClusterEvent): void => {
    // It is shown here: nobody else need show it.
    event.stopPropagation();
    void this.open(event.ClusterId);
  };

  private readonly chooseBackup = (event: ChooseBackupEvent): void => {
    event.stopPropagation();
    this.BackupId = event.BackupId;
    this.ClusterId = this.HsmId = null;
    this.tell();
    void this.enter();
  };

  private tell(): void {
    this.dispatchEvent(new ShownEvent([this.ClusterId ?? this.BackupId, this.HsmId].filter((id) => id !== null)));
  }

  private async enter(): Promise<void> {
    await this.updateComplete;
    const details = this.renderRoot.querySelector<GlassElement>('glass-cluster-details, glass-hsm-details, glass-backup-details');
    await details?.updateComplete;
    details?.focus();
  }

  private async close(): Promise<void> {
    const { ClusterId, BackupId } = this;
    this.clear();
    this.tell();
    await this.updateComplete;
    if (BackupId) this.renderRoot.querySelector('glass-backups')?.focusRow(BackupId);
    else this.renderRoot.querySelector<HTMLElement>(`[data-id="${ClusterId ?? ''}"]`)?.focus();
  }
}

if (!customElements.get('glass-clusters')) customElements.define('glass-clusters', GlassClusters);

declare global {
  interface HTMLElementTagNameMap {
    'glass-clusters': GlassClusters;
  }
}
