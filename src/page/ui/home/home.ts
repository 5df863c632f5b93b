import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import '../calls/calls.ts';
import '../create-key/create-key.ts';
import { GlassElement } from '../element.ts';
import type { BuildEvent, ChooseClusterEvent, ChooseHsmEvent, ChooseKeyEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import type { GlassMap } from '../map/map.ts';
import '../map/map.ts';
import { controls } from '../styles.ts';
import { style } from './style.ts';

/**
 * `<glass-home>`: the map, and below it what one does there: create keys, see the calls. Keys, key stores, clusters and HSMs, and
 * the way to build a cluster have views of their own; they are linked.
 *
 * Attributes and property: those of {@link GlassElement}.
 */
export class GlassHome extends GlassElement {
  static override properties: PropertyDeclarations = { KeyId: { state: true } };
  static override styles = [...GlassElement.styles, controls, style];

  /** The key that was created here last. */
  declare private KeyId: string | undefined;

  /** Another world has taken this one's place: what was created and what was called is not there. */
  anew(): void {
    this.renderRoot.querySelector('glass-calls')?.clear();
    this.KeyId = undefined;
  }

  protected override simulatorChanged(): void {
    this.KeyId = undefined;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme, KeyId } = this;
    return html`<div class="home">
      <glass-map
        builds
        clusters
        .link=${this.link}
        .simulator=${simulator}
        .theme=${theme}
        lang=${language}
        @glass-build=${this.build}
        @glass-choose-cluster=${this.openCluster}
        @glass-choose-hsm=${this.openHsm}
      ></glass-map>
      <div class="work">
        <glass-create-key .simulator=${simulator} .theme=${theme} lang=${language} @glass-choose-key=${this.created}
          >${KeyId === undefined ? nothing : html`<a href=${addressOf('keys', KeyId)}>${playgroundTexts[language].playground.openKey}</a>`}</glass-create-key
        >
        <glass-calls views .simulator=${simulator} .theme=${theme} lang=${language}></glass-calls>
      </div>
    </div>`;
  }

  /** Only a view's name does not say of what. */
  private readonly link: GlassMap['link'] = (view, id, shown) =>
    shown === undefined
      ? html`<a class="small" href=${addressOf(view, id)}>${playgroundTexts[this.language].playground.viewNames[view]}<span class="hidden"> ${id}</span></a>`
      : html`<a href=${addressOf(view, id)}>${shown}</a>`;

  private readonly created = ({ KeyId }: ChooseKeyEvent): void => {
    this.KeyId = KeyId;
  };

  private readonly build = ({ ClusterId }: BuildEvent): void => {
    location.hash = addressOf('clusters', 'create', ...(ClusterId === undefined ? [] : [ClusterId]));
  };

  private readonly openCluster = ({ ClusterId }: ChooseClusterEvent): void => {
    location.hash = addressOf('clusters', ClusterId);
  };

  private readonly openHsm = ({ ClusterId, HsmId }: ChooseHsmEvent): void => {
    location.hash = addressOf('clusters', ClusterId, HsmId);
  };
}

if (!customElements.get('glass-home')) customElements.define('glass-home', GlassHome);

declare global {
  interface HTMLElementTagNameMap {
    'glass-home': GlassHome;
  }
}
