import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ScenarioName } from '../../../model/control.ts';
import type { Simulator } from '../../client/simulator.ts';
import { guideTexts, type GuideTexts } from '../../i18n/guide.ts';
import { mapTexts } from '../../i18n/map.ts';
import { code } from '../code.ts';
import { confirmed, dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { WorldReplacedEvent } from '../events.ts';
import { waitStyle } from '../map/wait-style.ts';
import { marked } from '../marked.ts';
import { refusalStyle } from '../refusal.ts';
import { style as stepStyle } from '../setup/style.ts';
import { addressOf } from '../frame/route.ts';
import { controls } from '../styles.ts';
import { guideCodes, type GuideCode } from './address.ts';
import { doAll, nameOf, type Deed } from './deeds.ts';
import { indexHead, indexWorlds, notesView } from './index-view.ts';
import { pageHead, pageView } from './page-view.ts';
import { pages } from './pages.ts';
import { causesNow, causeOf, currentOf, planOf } from './plan.ts';
import { provocations, type Provocation, type ProvocationName } from './provocations.ts';
import { Repairing } from './repairing.ts';
import type { Scene } from './scene.ts';
import { Seeing } from './seeing.ts';
import type { Draft, Step } from './steps/step.ts';
import { style } from './style.ts';
import { isBusy, type World } from './world.ts';

/** How often what is left of a wait is shown anew, milliseconds. */
const tick = 250;

/**
 * `<glass-guide>`: AWS's troubleshooting of custom key stores, live. Without `code` all codes, a search, scenarios and injected
 * faults; with one what it means, which of its causes holds in this world, and its repair, step by step or as a whole.
 *
 * Attributes and property: those of {@link GlassElement}; `code`, AWS's code in any case;
 * `opens-beside`, where the page opens `#/scenarios/<name>` beside its world.
 * Method: `focus()` goes to the title.
 *
 * @fires glass-world-replaced ({@link WorldReplacedEvent}) when a scenario was loaded
 */
export class GlassGuide extends GlassElement {
  static override properties: PropertyDeclarations = {
    code: { type: String },
    opensBeside: { type: Boolean, attribute: 'opens-beside' },
    draft: { state: true },
    way: { state: true },
    sought: { state: true },
    said: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, code, dialogStyles, refusalStyle, waitStyle, stepStyle, style];

  declare code: string | null;
  /** Passwords are here and nowhere else: in this element's memory, until it goes. */
  declare private draft: Draft;
  /** Whether the page opens `#/scenarios/<name>`, as the playground does. */
  declare opensBeside: boolean;
  declare private way: string;
  declare private sought: string;
  /** What a screen reader is told about what changed by itself. */
  declare private said: string;

  private readonly seeing = new Seeing(this);
  private readonly repairing = new Repairing(this, this.seeing);
  /** The simulated time less the page's own. */
  private ahead = 0;
  private timer: ReturnType<typeof setInterval> | undefined;
  private wantsFocus: string | undefined;

  constructor() {
    super();
    this.code = null;
    this.opensBeside = false;
    this.draft = { adminPassword: '', kmsPassword: '' };
    this.way = this.sought = this.said = '';
  }

  /** To the title, as soon as it is there. */
  override focus(): void {
    this.go('#title');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keepTime(false);
    // What was begun is brought to its end, so that nobody comes back to half of it.
    void this.repairing.rest.then(() => {
      if (!this.isConnected) this.seeing.ask(undefined);
    });
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.repairing.begin(undefined);
    this.seeing.ask(simulator);
    // Steps are there to be taken.
    simulator?.prepare();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('code')) {
      this.repairing.begin(undefined);
      this.seeing.choose(undefined);
      this.begin(this.seeing.world);
    }
  }

  /** Called with each world that was seen. */
  seen(world: World): void {
    this.ahead = world.map.now - performance.now();
    const before = this.current;
    this.begin(world);
    const { current } = this;
    if (before !== undefined && before !== current && current !== undefined) this.said = guideTexts[this.language].steps[current].title.replaceAll('`', '');
    this.keepTime(this.isConnected && isBusy(world));
  }

  /** What holds when the page is opened, or comes to hold, is what is repaired; until the end, though its cause may be gone before. */
  private begin(world: World | undefined): void {
    const { page, repairing } = this;
    // While an error is made to happen much holds for a moment that is not the cause.
    if (!world || !page || repairing.cause !== undefined || repairing.under === 'happen') return;
    const [cause] = causesNow(pages[page], world);
    if (cause === undefined) return;
    repairing.begin(cause);
    this.seeing.CustomKeyStoreId = world.store?.CustomKeyStoreId;
  }

  private get page(): GuideCode | undefined {
    const { code: asked } = this;
    return asked === null ? undefined : guideCodes.find((known) => known.toLowerCase() === asked.toLowerCase());
  }

  private get current(): Step['name'] | undefined {
    const { repairing, seeing } = this;
    if (!repairing.cause || !seeing.world) return undefined;
    return currentOf(planOf(causeOf(repairing.cause), seeing.world))?.step.name;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = guideTexts[this.language];
    const { page, seeing } = this;
    return html`<article class="guide">
      ${page ? pageHead(texts, page) : indexHead(texts, this.code ?? undefined, this.sought, (text) => {
            this.sought = text;
          })}
      ${seeing.failure === undefined ? nothingYet(texts, seeing.world, (world) => this.content(simulator, world)) : html`<p class="bad" role="alert" lang="en">${seeing.failure}</p>`}
      <p class="hidden" role="status">${this.said}</p>
    </article>`;
  }

  private content(simulator: Simulator, world: World): TemplateResult {
    const scene = this.scene(simulator, world);
    const { page } = this;
    return page ? html`${pageView(scene, page)} ${notesView(scene, world.notes)}` : indexWorlds(scene);
  }

  private scene(simulator: Simulator, world: World): Scene {
    const { language, repairing, seeing } = this;
    return {
      texts: guideTexts[language],
      mapTexts: mapTexts[language],
      ours: this.texts.frame.ourWording,
      language,
      theme: this.theme,
      now: performance.now() + this.ahead,
      world,
      repairing,
      draft: this.draft,
      way: this.way,
      chooseWay: (name) => {
        this.way = name;
      },
      change: (part) => {
        this.draft = { ...this.draft, ...part };
      },
      chooseStore: (CustomKeyStoreId) => {
        repairing.begin(undefined);
        seeing.choose(CustomKeyStoreId);
      },
      take: (step) => void this.take(simulator, step),
      takeAll: () => void this.follow(() => repairing.takeAll(simulator, this.draft)),
      prove: () => void this.follow(() => repairing.prove(simulator)),
      provoke: (name) => void this.provoke(simulator, name),
      load: (name) => void this.load(simulator, name),
      endFault: ({ fault, target }) => void this.endFault(simulator, { by: 'nature', fault, target, active: false }),
      beside: (name) => (this.opensBeside ? addressOf('scenarios', name) : undefined),
    };
  }

  /** Asks before something is lost. */
  private async take(simulator: Simulator, step: Step): Promise<void> {
    const texts = guideTexts[this.language];
    const { title, warning }: { readonly title: string; readonly warning?: string } = texts.steps[step.name];
    const question = { question: title.replaceAll('`', ''), detail: html`${marked(warning ?? '')}`, yes: texts.do, no: this.texts.frame.cancel };
    if (this.repairing.busy || (warning !== undefined && !(await confirmed(this.renderRoot, question)))) return;
    await this.follow(() => this.repairing.take(simulator, step, this.draft));
  }

  /** The focus goes where the repair has come to: what stopped it, the step that is next, or its end. */
  private async follow(work: () => Promise<void>): Promise<void> {
    const { repairing } = this;
    if (repairing.busy) return;
    await work();
    const texts = guideTexts[this.language];
    const { stop, proved } = repairing;
    if (stop?.kind === 'asks') {
      this.said = texts.stopped.asks;
      this.go(`[data-step="${stop.place}"] input`);
    } else if (stop) this.go('#stop');
    else if (proved) {
      this.said = texts.repaired;
      this.go('#repaired');
    } else this.go(this.current === undefined ? '#repaired, #title-prove' : `#title-${this.current}`);
  }

  private async provoke(simulator: Simulator, name: ProvocationName): Promise<void> {
    const { world } = this.seeing;
    const texts = guideTexts[this.language];
    const { repairing, draft } = this;
    const { asks = [], deeds }: Provocation = provocations[name];
    if (!world || repairing.busy) return;
    if (asks.some((ask) => draft[ask] === '')) {
      this.said = texts.stopped.asks;
      this.go(`[data-provocation="${name}"] input`);
      return;
    }
    const planned = deeds(world, draft);
    const detail = html`<p>${texts.provokeDetail}</p><ul>${planned.flatMap(nameOf).map((call) => html`<li><code>${call}</code></li>`)}</ul>`;
    if (!(await confirmed(this.renderRoot, { question: texts.provokeQuestion, detail, yes: texts.provokeYes, no: this.texts.frame.cancel }))) return;
    repairing.begin(undefined);
    this.seeing.CustomKeyStoreId = world.store?.CustomKeyStoreId;
    await repairing.provoke(() => doAll(simulator, planned, repairing.settled));
    this.begin(this.seeing.world);
    if (!repairing.stop) this.said = texts.provoked;
    this.go(repairing.stop ? '#stop' : '#here');
  }

  private async load(simulator: Simulator, name: ScenarioName): Promise<void> {
    const texts = guideTexts[this.language];
    const question = { question: texts.loadQuestion(name).replaceAll('`', ''), detail: texts.loadDetail, yes: texts.loadYes, no: this.texts.frame.cancel };
    if (this.repairing.busy || !(await confirmed(this.renderRoot, question))) return;
    this.repairing.begin(undefined);
    this.seeing.CustomKeyStoreId = undefined;
    this.draft = { adminPassword: '', kmsPassword: '' };
    await this.repairing.provoke(() => simulator.control.loadScenario(name));
    this.dispatchEvent(new WorldReplacedEvent());
    await this.seeing.until();
    if (!this.repairing.stop) this.said = texts.loaded(name);
    this.go(this.repairing.stop ? '#stop' : this.page ? '#here' : '#title');
  }

  private async endFault(simulator: Simulator, deed: Extract<Deed, { by: 'nature' }>): Promise<void> {
    await doAll(simulator, [deed]);
    this.said = guideTexts[this.language].ended(deed.fault);
    this.go('#faults');
  }

  private go(selector: string): void {
    this.wantsFocus = selector;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.wantsFocus === undefined) return;
    const place = this.renderRoot.querySelector<HTMLElement>(this.wantsFocus);
    if (place) this.wantsFocus = undefined;
    place?.focus();
  }

  private keepTime(waiting: boolean): void {
    if (waiting === (this.timer !== undefined)) return;
    clearInterval(this.timer);
    this.timer = waiting ? setInterval(() => { this.requestUpdate(); }, tick) : undefined;
  }
}

const nothingYet = (texts: GuideTexts, world: World | undefined, show: (world: World) => TemplateResult): TemplateResult =>
  world ? show(world) : html`<p class="waiting" role="status">${texts.loading}</p>`;

if (!customElements.get('glass-guide')) customElements.define('glass-guide', GlassGuide);

declare global {
  interface HTMLElementTagNameMap {
    'glass-guide': GlassGuide;
  }
}
