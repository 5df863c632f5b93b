import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { detailsStyle as keyStyle } from '../keys/details-style.ts';
import { stateStyle } from '../keys/state.ts';
import { Looking } from '../looking.ts';
import { controls } from '../styles.ts';
import './backup-list.ts';
import { clusterActions } from './cluster-actions.ts';
import { certificates, general, hsmSection, network } from './cluster-sections.ts';
import type { Fields } from './fields.ts';
import { section, type Scene } from './scene.ts';
import { stateMark } from './state.ts';
import { detailsStyle } from './style.ts';

/**
 * `<glass-cluster-details>`: one AWS CloudHSM cluster, live: what it is, its HSMs, network, certificates and backups, and what
 * can be done with it.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`).
 * Events: ChooseBackupEvent and ChooseClusterEvent, of what is linked.
 */
export class GlassClusterDetails extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    fields: { state: true },
    views: { type: Boolean },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, keyStyle, detailsStyle];

  declare ClusterId: string;
  declare private fields: Fields;
  /** Attribute `views`, as `<glass-clusters>` has it. */
  declare views: boolean;
  /** The HSM that a person comes back from. */
  private returning: string | undefined;

  private readonly clusters = new Looking(this, 'clusters');
  private readonly keyStores = new Looking(this, 'keyStores');
  private readonly networks = new Looking(this, 'network');

  constructor() {
    super();
    this.views = false;
    this.fields = {};
  }

  /** Into the cluster's id, where its details begin. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** To where this HSM is opened, as soon as that is there; to the cluster's id until then. */
  focusHsm(HsmId: string): void {
    this.focus();
    this.returning = HsmId;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const place = this.returning === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`[data-hsm="${this.returning}"]`);
    if (!place) return;
    this.returning = undefined;
    // Unless the person went on meanwhile.
    if (this.shadowRoot?.activeElement?.id === 'title') place.focus();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.clusters.ask(simulator);
    this.keyStores.ask(simulator);
    this.networks.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('ClusterId')) this.fields = {};
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { ClusterId, language, theme, fields } = this;
    const texts = clustersTexts[language];
    const failure = this.clusters.failure ?? this.keyStores.failure ?? this.networks.failure;
    if (failure !== undefined) return html`<p class="bad" role="alert" lang="en">${failure}</p>`;
    const { answer: clusters } = this.clusters;
    const { answer: stores } = this.keyStores;
    const { answer: vpcs } = this.networks;
    // All or nothing: half an answer would be a wrong one.
    const known = clusters && stores && vpcs;
    const cluster = known && clusters.find((each) => each.ClusterId === ClusterId);
    const vpc = vpcs?.find(({ VpcId }) => VpcId === cluster?.VpcId);
    const scene: Scene = {
      host: this,
      simulator,
      language,
      theme,
      texts,
      fields,
      views: this.views,
      change: (part) => {
        this.fields = { ...this.fields, ...part };
      },
    };
    const backups = section(
      'backups',
      texts.backups,
      html`<glass-backups .simulator=${simulator} .ClusterId=${ClusterId} .theme=${theme} lang=${language}></glass-backups>`,
    );
    return html`<div class="details">
      <div class="head">
        <h3 id="title" tabindex="-1"><code>${ClusterId}</code></h3>
        <glass-copy what=${ClusterId} .text=${ClusterId} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>
        <span role="status">${cluster ? stateMark(language, texts, cluster.State, cluster.wait) : nothing}</span>
      </div>
      ${cluster?.StateMessage ? html`<p lang="en">${cluster.StateMessage}</p>` : nothing}
      ${known && !cluster ? html`<p class="notice" role="status">${texts.clusterGone}</p>` : nothing}
      ${keyed(
        ClusterId,
        !known
          ? html`<p class="quiet" role="status">${texts.loading}</p>`
          : cluster
          ? html`${general(scene, cluster, stores, vpc)} ${hsmSection(scene, cluster)} ${clusterActions(scene, cluster, stores)}
            ${backups} ${network(scene, cluster, stores, vpc)} ${certificates(scene, cluster)}`
          : backups,
      )}
    </div>`;
  }
}

if (!customElements.get('glass-cluster-details')) customElements.define('glass-cluster-details', GlassClusterDetails);

declare global {
  interface HTMLElementTagNameMap {
    'glass-cluster-details': GlassClusterDetails;
  }
}
