import { html, type PropertyValues, type TemplateResult } from 'lit';
import { whenIdle } from '../../client/idle.ts';
import type { Simulator } from '../../client/simulator.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import '../calls/calls.ts';
import '../create-key/create-key.ts';
import { GlassElement } from '../element.ts';
import type { BuildEvent, ChooseClusterEvent, ChooseHsmEvent, ChooseKeyEvent } from '../events.ts';
import '../keys/keys.ts';
import { Looking } from '../looking.ts';
import '../map/map.ts';
import { controls } from '../styles.ts';
import { Building } from './building.ts';
import { style } from './style.ts';

const loadClusters = (): Promise<unknown> => import('../clusters/clusters.ts');

/**
 * `<glass-home>`: the map, and below it what one does there: build a cluster, create keys, see the calls, the keys, the
 * clusters. What is chosen in one of them is shown in the others.
 *
 * Attributes and property: those of {@link GlassElement}.
 */
export class GlassHome extends GlassElement {
  static override styles = [...GlassElement.styles, controls, style];

  private readonly building = new Building(this);
  private readonly map = new Looking(this, 'map', undefined, (map) => {
    this.building.answered(map);
  });

  /** Another world has taken this one's place: what was chosen and what was called is not there. */
  anew(): void {
    this.building.anew();
    this.map.look();
    this.renderRoot.querySelector('glass-calls')?.clear();
    this.forget();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.building.anew();
    this.map.ask(simulator);
    this.forget();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    // Below all else: it need not be there first.
    // What fails, as when the page is left meanwhile, is tried again when it is wanted.
    whenIdle(() => void loadClusters().catch(() => undefined));
  }

  private forget(): void {
    const keys = this.renderRoot.querySelector('glass-keys');
    if (keys) keys.KeyId = null;
    const clusters = this.renderRoot.querySelector('glass-clusters');
    if (clusters) clusters.ClusterId = clusters.BackupId = null;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme } = this;
    return html`<div class="home" @glass-choose-key=${this.show} @glass-build=${this.build}>
      <glass-map builds clusters terminal .simulator=${simulator} .theme=${theme} lang=${language} @glass-choose-cluster=${this.openCluster} @glass-choose-hsm=${this.openHsm}></glass-map>
      ${this.building.view(simulator, playgroundTexts[language].playground)}
      <div class="work">
        <glass-create-key .simulator=${simulator} .theme=${theme} lang=${language}></glass-create-key>
        <glass-calls events .simulator=${simulator} .theme=${theme} lang=${language}></glass-calls>
      </div>
      <glass-keys .simulator=${simulator} .theme=${theme} lang=${language}></glass-keys>
      <glass-clusters .simulator=${simulator} .theme=${theme} lang=${language}></glass-clusters>
    </div>`;
  }

  /** The key's details, where keys are listed. The page stays where it is: whoever chose a key is at work there. */
  private readonly show = ({ KeyId }: ChooseKeyEvent): void => {
    const keys = this.renderRoot.querySelector('glass-keys');
    if (keys) keys.KeyId = KeyId;
  };

  private readonly build = ({ ClusterId }: BuildEvent): void => void this.building.begin(ClusterId);

  private readonly openCluster = async ({ ClusterId }: ChooseClusterEvent): Promise<void> => {
    await loadClusters();
    await this.renderRoot.querySelector('glass-clusters')?.open(ClusterId);
  };

  private readonly openHsm = async ({ ClusterId, HsmId }: ChooseHsmEvent): Promise<void> => {
    await loadClusters();
    await this.renderRoot.querySelector('glass-clusters')?.open(ClusterId, HsmId);
  };
}

if (!customElements.get('glass-home')) customElements.define('glass-home', GlassHome);

declare global {
  interface HTMLElementTagNameMap {
    'glass-home': GlassHome;
  }
}
