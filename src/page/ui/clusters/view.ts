import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import { GlassElement } from '../element.ts';
import type { ChooseKeyEvent, ShownEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import '../setup/setup.ts';
import { controls } from '../styles.ts';
import './clusters.ts';

/** The view that builds a cluster from nothing: `#/clusters/create`. */
const create = 'create';

/**
 * `<glass-clusters-view>`: CloudHSM clusters and backups at `#/clusters`, one of them at `#/clusters/<ClusterId or BackupId>`, one of
 * its HSMs behind that; a new cluster at `#/clusters/create`, step by step to its first key, or one that was begun at
 * `#/clusters/create/<ClusterId>`.
 *
 * Attributes and property: those of {@link GlassElement}; `path`: the address behind the view's name.
 */
export class GlassClustersView extends GlassElement {
  static override properties = { ...GlassElement.properties, path: { attribute: false }, KeyId: { state: true } };
  static override styles = [
    ...GlassElement.styles,
    controls,
    css`
      .card {
        display: grid;
        gap: 1rem;
      }
      h2 {
        font-size: 1.375rem;
        justify-self: start;
      }
    `,
  ];

  declare path: readonly string[];
  /** The first key, once it was created here. */
  declare private KeyId: string | undefined;

  constructor() {
    super();
    this.path = [];
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('#title, glass-clusters')?.focus();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const [place, ClusterId] = this.path;
    if (changed.has('path') && place === create && ClusterId !== undefined) this.renderRoot.querySelector('glass-setup')?.begin(ClusterId);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = clustersTexts[this.language];
    const { language, theme } = this;
    const [id, HsmId] = this.path;
    if (id === create)
      return html`<section class="card" aria-labelledby="title">
        <p><a href=${addressOf('clusters')}><span aria-hidden="true">←</span> ${texts.back}</a></p>
        <h2 id="title" tabindex="-1">${texts.build}</h2>
        <glass-setup .simulator=${simulator} .theme=${theme} lang=${language} @glass-choose-key=${this.created}></glass-setup>
        <p role="status">${this.KeyId === undefined ? nothing : html`<a href=${addressOf('keys', this.KeyId)}>${playgroundTexts[language].playground.openKey}</a>`}</p>
      </section>`;
    const isBackup = id?.startsWith('backup-') ?? false;
    return html`<glass-clusters
        views
        .simulator=${simulator}
        .ClusterId=${isBackup ? null : (id ?? null)}
        .HsmId=${isBackup ? null : (HsmId ?? null)}
        .BackupId=${isBackup ? id : null}
        .theme=${theme}
        lang=${language}
        @glass-shown=${this.follow}
      ></glass-clusters>`;
  }

  private readonly created = ({ KeyId }: ChooseKeyEvent): void => {
    this.KeyId = KeyId;
  };

  /** What a person opens there has an address, too. */
  private readonly follow = ({ path }: ShownEvent): void => {
    location.hash = addressOf('clusters', ...path);
  };
}

if (!customElements.get('glass-clusters-view')) customElements.define('glass-clusters-view', GlassClustersView);

declare global {
  interface HTMLElementTagNameMap {
    'glass-clusters-view': GlassClustersView;
  }
}
