import { html, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import '../calls/calls.ts';
import '../create-key/create-key.ts';
import { GlassElement } from '../element.ts';
import type { BuildEvent, ChooseClusterEvent, ChooseHsmEvent, ChooseKeyEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import '../keys/keys.ts';
import '../map/map.ts';
import { controls } from '../styles.ts';
import { style } from './style.ts';

/**
 * `<glass-home>`: the map, and below it what one does there: create keys, see the calls and the keys. A key that is chosen is
 * shown there; a cluster, an HSM and the way to build one have views of their own.
 *
 * Attributes and property: those of {@link GlassElement}.
 */
export class GlassHome extends GlassElement {
  static override styles = [...GlassElement.styles, controls, style];

  /** Another world has taken this one's place: what was chosen and what was called is not there. */
  anew(): void {
    this.renderRoot.querySelector('glass-calls')?.clear();
    this.forget();
  }

  protected override simulatorChanged(): void {
    this.forget();
  }

  private forget(): void {
    const keys = this.renderRoot.querySelector('glass-keys');
    if (keys) keys.KeyId = null;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme } = this;
    return html`<div class="home" @glass-choose-key=${this.show}>
      <glass-map
        builds
        clusters
        terminal
        .simulator=${simulator}
        .theme=${theme}
        lang=${language}
        @glass-build=${this.build}
        @glass-choose-cluster=${this.openCluster}
        @glass-choose-hsm=${this.openHsm}
      ></glass-map>
      <div class="work">
        <glass-create-key .simulator=${simulator} .theme=${theme} lang=${language}></glass-create-key>
        <glass-calls events .simulator=${simulator} .theme=${theme} lang=${language}></glass-calls>
      </div>
      <glass-keys .simulator=${simulator} .theme=${theme} lang=${language}></glass-keys>
    </div>`;
  }

  /** The key's details, where keys are listed. The page stays where it is: whoever chose a key is at work there. */
  private readonly show = ({ KeyId }: ChooseKeyEvent): void => {
    const keys = this.renderRoot.querySelector('glass-keys');
    if (keys) keys.KeyId = KeyId;
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
