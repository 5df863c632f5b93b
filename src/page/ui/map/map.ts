import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { HsmView, MapView } from '../../../model/look.ts';
import type { ExchangeEvent } from '../../client/events.ts';
import type { Simulator } from '../../client/simulator.ts';
import { mapTexts } from '../../i18n/map.ts';
import { confirmed, dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { BuildEvent, ChooseClusterEvent, ChooseHsmEvent, ChooseKeyEvent } from '../events.ts';
import { Looking } from '../looking.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { SimulatedTime } from '../simulated-time.ts';
import { controls } from '../styles.ts';
import { isUnlisted } from '../unlisted.ts';
import { shortKeyId } from '../words.ts';
import { marked } from '../marked.ts';
import { bannerStyle } from './banner-style.ts';
import { cards } from './cards.ts';
import { details } from './details.ts';
import { skeleton } from './empty.ts';
import { faultsOf, lossOf, takeStep, type Step } from './faults.ts';
import { layout } from './layout.ts';
import { motion } from './motion.ts';
import { newsBetween, noNews, together, type News } from './news.ts';
import { OpenKey } from './open-key.ts';
import { picture } from './picture.ts';
import { rowsOf, waitsIn, type Row } from './rows.ts';
import type { LastCall, Scene } from './scene.ts';
import { waitStyle } from './wait-style.ts';

/** What came is forgotten by the next answer after so long, milliseconds: its motion has ended. */
const motionLasts = 5000;

/**
 * `<glass-map>`: the caller, AWS KMS with its key stores, the switchable connections, and the AWS CloudHSM clusters with
 * their HSMs and keys, live. Attributes and the property `simulator` as every {@link GlassElement}; and `builds`: the page has
 * a place where clusters are built, and listens to `glass-build`. Without it the map offers no way there.
 *
 * @fires glass-choose-cluster ({@link ChooseClusterEvent}) when a person chooses a cluster, where the attribute `clusters` is set
 * @fires glass-choose-hsm ({@link ChooseHsmEvent}) likewise, when a person chooses an HSM
 * @fires glass-choose-key ({@link ChooseKeyEvent}) when a person chooses a key inside an HSM
 * @fires glass-build ({@link BuildEvent}) when a person wants to build a cluster, or to go on with one
 */
export class GlassMap extends GlassElement {
  static override properties: PropertyDeclarations = {
    builds: { type: Boolean },
    clusters: { type: Boolean },
    link: { attribute: false },
    lastCall: { state: true },
    said: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, dialogStyles, layout, cards, waitStyle, bannerStyle, details, motion];

  declare builds: boolean;
  /** Attribute `clusters`: the page shows clusters and HSMs when {@link ChooseClusterEvent} and {@link ChooseHsmEvent} ask for it, so their ids can be pressed. */
  declare clusters: boolean;
  /** Property: leads to another view, where the page has some: key stores and keys to theirs, clusters to the terminal. */
  declare link: Scene['link'];
  declare private lastCall: LastCall | undefined;
  /** What a screen reader is told about what changed by itself. */
  declare private said: string;

  private readonly map = new Looking(this, 'map', undefined, (now, before) => {
    this.answered(now, before);
  });
  private readonly openKey = new OpenKey(this);
  /** Loaded when something is wrong: most who look at a map see none of it. */
  private banner: Scene['banner'];
  private news: News = noNews;
  private readonly refusals = new Map<string, Refusal>();
  /** What has been asked for and not been answered: a second press does not ask again. */
  private readonly underWay = new Set<string>();
  private newsAt = 0;
  private readonly time = new SimulatedTime(this);
  private listening = new AbortController();

  constructor() {
    super();
    this.builds = false;
    this.clusters = false;
    this.said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.listening.abort();
    this.listening = new AbortController();
    this.lastCall = undefined;
    this.news = noNews;
    this.refusals.clear();
    this.openKey.close();
    this.map.ask(simulator);
    simulator?.exchanges.addEventListener('exchange', this.exchanged, { signal: this.listening.signal });
  }

  private readonly exchanged = ({ request, response }: ExchangeEvent): void => {
    if (isUnlisted(request)) return;
    const operation = request.headers['x-amz-target']?.split('.').pop() ?? '';
    this.lastCall = { operation, status: response.status };
  };

  private async loadBanner(): Promise<void> {
    this.banner = await import('./banner.ts').then(
      ({ banner }) => banner,
      () => undefined, // Tried again with the next answer.
    );
    this.requestUpdate();
  }

  private answered(now: MapView, before: MapView | undefined): void {
    if (!this.banner && rowsOf(now).some((row) => faultsOf(row).length > 0)) void this.loadBanner();
    this.time.set(now.now);
    const news = newsBetween(before, now);
    this.news = performance.now() - this.newsAt < motionLasts ? together(this.news, news) : news;
    const { created, removed } = mapTexts[this.language];
    const keys = now.clusters.flatMap(({ ClusterId, newestKeys }) =>
      newestKeys.filter((key) => news.keys.get(ClusterId)?.has(key['key-reference'])),
    );
    const said = [
      ...news.states.map(([what, state]) => `${what}: ${state ?? removed}`),
      ...keys.map(({ AliasName, KeyId }) => created(AliasName ?? shortKeyId(KeyId))),
    ];
    if (said.length === 0) return;
    this.said = said.join('. ');
    this.newsAt = performance.now();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { answer } = this.map;
    this.time.run(answer !== undefined && waitsIn(answer));
  }

  protected override waiting(): TemplateResult {
    return skeleton(this.texts.frame.starting);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { map } = this;
    const texts = mapTexts[this.language];
    if (map.failure !== undefined)
      return html`<div class="failure" role="alert">
        <strong>${texts.lookFailed}</strong>
        <p lang="en">${map.failure}</p>
        <button type="button" @click=${map.look}>${this.texts.frame.tryAgain}</button>
      </div>`;
    if (!map.answer) return skeleton(texts.loading);
    return html`${picture(this.scene(simulator), rowsOf(map.answer), simulator.storage)}
      <p class="hidden" role="status">${this.said}</p>`;
  }

  private scene(simulator: Simulator): Scene {
    return {
      simulator,
      texts: mapTexts[this.language],
      language: this.language,
      theme: this.theme,
      account: simulator.account,
      identity: simulator.identity,
      region: simulator.region,
      now: this.time.now,
      news: this.news,
      lastCall: this.lastCall,
      openKey: this.openKey,
      banner: this.banner,
      refusals: this.refusals,
      take: (step) => {
        this.take(simulator, step);
      },
      removeHsm: (row, hsm) => void this.removeHsm(simulator, row, hsm),
      chooseKey: (HsmId, key) => void this.chooseKey(simulator, { HsmId, ...key }),
      tryExport: () => {
        this.openKey.tryExport(simulator);
      },
      lookAgain: () => {
        this.openKey.lookAgain(simulator);
      },
      closeKey: this.closeKey,
      build: this.builds ? (ClusterId) => this.dispatchEvent(new BuildEvent(ClusterId)) : undefined,
      openCluster: this.clusters ? this.openCluster : undefined,
      openHsm: this.clusters ? (ClusterId, HsmId) => this.dispatchEvent(new ChooseHsmEvent(ClusterId, HsmId)) : undefined,
      link: this.link,
    };
  }

  private take(simulator: Simulator, step: Step): void {
    void this.call(step.do === 'addHsm' ? step.ClusterId : step.CustomKeyStoreId, () => takeStep(simulator, step));
  }

  /** Asks first where something stops working. */
  private async removeHsm({ cloudhsmv2 }: Simulator, row: Row, { HsmId }: HsmView): Promise<void> {
    const { remove, removeHsm, cancel, loss } = mapTexts[this.language];
    const lost = lossOf(row, HsmId);
    const question = { question: remove(HsmId), detail: html`${lost && marked(loss[lost])}`, yes: removeHsm, no: cancel };
    if (lost && !(await confirmed(this.renderRoot, question))) return;
    const { ClusterId } = row.cluster ?? {};
    if (ClusterId !== undefined) await this.call(ClusterId, () => cloudhsmv2.deleteHsm({ ClusterId, HsmId }));
  }

  /** @param place the key store or cluster beside which a refusal is told */
  private async call(place: string, call: () => Promise<unknown>): Promise<void> {
    if (this.underWay.has(place)) return;
    this.underWay.add(place);
    this.refusals.delete(place);
    try {
      await call();
    } catch (error) {
      this.refusals.set(place, refusalOf(error));
    }
    this.underWay.delete(place);
    this.requestUpdate();
  }

  private async chooseKey(simulator: Simulator, chosen: NonNullable<OpenKey['chosen']>): Promise<void> {
    const { HsmId, KeyId } = this.openKey.chosen ?? {};
    if (HsmId === chosen.HsmId && KeyId === chosen.KeyId) {
      this.openKey.close();
      return;
    }
    this.dispatchEvent(new ChooseKeyEvent(chosen.KeyId));
    await this.openKey.open(simulator, chosen);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#key-title')?.focus();
  }

  private readonly openCluster = (ClusterId: string): void => {
    this.dispatchEvent(new ChooseClusterEvent(ClusterId));
  };

  /** The focus goes back to where the key was chosen. */
  private readonly closeKey = (): void => {
    const origin = this.renderRoot.querySelector<HTMLElement>('[aria-expanded="true"]');
    this.openKey.close();
    origin?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'glass-map': GlassMap;
  }
}

if (!customElements.get('glass-map')) customElements.define('glass-map', GlassMap);
