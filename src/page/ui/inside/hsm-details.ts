import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ClusterContents, ClusterDetails, HsmView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { insideTexts } from '../../i18n/inside.ts';
import type { Fields } from '../clusters/fields.ts';
import { row, section } from '../clusters/scene.ts';
import { stateMark } from '../clusters/state.ts';
import { detailsStyle } from '../clusters/style.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { detailsStyle as keyStyle } from '../keys/details-style.ts';
import { stateStyle } from '../keys/state.ts';
import { Looking } from '../looking.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { comparison } from './compare.ts';
import './key-objects.ts';
import './sessions.ts';
import { tableStyle } from './table.ts';
import { hsmUsers } from './users.ts';

/**
 * `<glass-hsm-details>`: one HSM of an AWS CloudHSM cluster from inside, live: how full it is, its users, who is signed in, its
 * keys with their attributes; and beside another HSM of the cluster.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` and `hsm-id` (properties `ClusterId`, `HsmId`).
 * Events: ChooseKeyEvent, of a key whose KMS key is asked for.
 */
export class GlassHsmDetails extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    HsmId: { type: String, attribute: 'hsm-id' },
    fields: { state: true },
    allUsers: { state: true },
  };
  static override styles = [
    ...GlassElement.styles,
    controls,
    stateStyle,
    keyStyle,
    detailsStyle,
    tableStyle,
    css`
      .capacity {
        display: grid;
        gap: 0.75rem 1.5rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
      }
      .capacity p {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 0.5rem;
      }
      meter {
        inline-size: 100%;
        block-size: 0.75rem;
      }
    `,
  ];

  declare ClusterId: string;
  declare HsmId: string;
  declare private fields: Fields;
  declare private allUsers: boolean;
  /** Which cluster the newest answer is of. */
  private answered: string | undefined;
  private questioned: string | undefined;

  private readonly clusters = new Looking(this, 'clusters');
  private readonly contents = new Looking(
    this,
    'clusterContents',
    () => ({ ClusterId: (this.questioned = this.ClusterId) }),
    () => {
      this.answered = this.questioned;
    },
  );

  constructor() {
    super();
    this.fields = {};
    this.allUsers = false;
  }

  /** Into the HSM's id, where its details begin. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.clusters.ask(simulator);
    this.contents.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('HsmId')) {
      this.fields = {};
      this.allUsers = false;
    }
    if (changed.has('ClusterId')) this.contents.look();
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { HsmId, ClusterId, language, theme } = this;
    const texts = insideTexts[language];
    const failure = this.clusters.failure ?? this.contents.failure;
    if (failure !== undefined) return html`<p class="bad" role="alert" lang="en">${failure}</p>`;
    const { answer: clusters } = this.clusters;
    // The cluster before this one is still there until the look at this one is answered.
    const known = clusters !== undefined && this.answered === ClusterId;
    const cluster = clusters?.find((each) => each.ClusterId === ClusterId);
    const hsm = cluster?.hsms.find((each) => each.HsmId === HsmId);
    const contents = known ? this.contents.answer : undefined;
    return html`<div class="details">
      <div class="head">
        <h3 id="title" tabindex="-1"><code>${HsmId}</code></h3>
        <glass-copy what=${HsmId} .text=${HsmId} .words=${texts.copy} theme=${theme ?? nothing}></glass-copy>
        <span role="status">${hsm ? stateMark(language, clustersTexts[language], hsm.State, hsm.wait) : nothing}</span>
      </div>
      ${!known
        ? html`<p class="quiet" role="status">${texts.loading}</p>`
        : cluster && hsm && contents
          ? keyed(HsmId, this.inside(simulator, cluster, hsm, contents))
          : html`<p class="notice" role="status">${cluster ? texts.hsmGone : texts.clusterGone}</p>`}
    </div>`;
  }

  private inside(simulator: Simulator, cluster: ClusterDetails, hsm: HsmView, contents: ClusterContents): TemplateResult {
    const { language, theme, ClusterId, HsmId, fields } = this;
    const texts = insideTexts[language];
    const names = clustersTexts[language];
    const { users, sessions, capacity } = contents;
    const active = hsm.State === 'ACTIVE';
    const compare = section(
      'compare',
      texts.compare,
      comparison({
        language,
        texts,
        cluster,
        contents,
        HsmId,
        fields,
        change: (part) => {
          this.fields = { ...this.fields, ...part };
        },
      }),
    );
    const general = html`<dl>
      ${row(names.cluster, html`<code>${ClusterId}</code>`)} ${row(names.hsmType, html`<code>${cluster.HsmType}</code>`)}
      ${row(texts.zone, html`<code>${hsm.AvailabilityZone}</code>`)} ${row(texts.address, html`<code>${hsm.EniIp}</code> <code class="quiet">${hsm.EniId}</code>`)}
    </dl>`;
    if (!active)
      return html`<p class="notice" role="status">${texts.states[hsm.State] ?? ''}</p>
        ${general} ${compare}`;
    const showWhole = (): void => {
      this.allUsers = true;
    };
    return html`<p class="quiet">${texts.same}</p>
      ${general} ${section('capacity', texts.capacity, this.capacity(capacity))}
      ${section('users', texts.users, hsmUsers({ language, texts, users, total: capacity.users.used, whole: this.allUsers, showWhole }, HsmId))}
      ${section(
        'sessions',
        texts.sessions,
        html`<glass-sessions .simulator=${simulator} .ClusterId=${ClusterId} .sessions=${sessions} .theme=${theme} lang=${language}></glass-sessions>`,
      )}
      ${section(
        'keys',
        texts.keys,
        html`<glass-key-objects .simulator=${simulator} .ClusterId=${ClusterId} .total=${capacity.keys.used} .theme=${theme} lang=${language}></glass-key-objects>`,
      )}
      ${compare}`;
  }

  private capacity(capacity: ClusterContents['capacity']): TemplateResult {
    const { language } = this;
    const texts = insideTexts[language];
    return html`<ul class="capacity">
      ${(['keys', 'users', 'sessions'] as const).map((name) => {
        const { used, most } = capacity[name];
        return html`<li>
          <p><span>${texts[name]}</span> <span class="quiet">${texts.usedOf(number(language, used), number(language, most))}</span></p>
          <meter aria-label=${texts[name]} min="0" max=${most} high=${most * 0.9} value=${used}></meter>
        </li>`;
      })}
    </ul>`;
  }
}

if (!customElements.get('glass-hsm-details')) customElements.define('glass-hsm-details', GlassHsmDetails);

declare global {
  interface HTMLElementTagNameMap {
    'glass-hsm-details': GlassHsmDetails;
  }
}
