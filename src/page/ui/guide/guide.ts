import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { guideTexts, type GuideTexts } from '../../i18n/guide.ts';
import { mapTexts } from '../../i18n/map.ts';
import { code } from '../code.ts';
import { dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { waitStyle } from '../map/wait-style.ts';
import { refusalStyle } from '../refusal.ts';
import { style as stepStyle } from '../setup/style.ts';
import { SimulatedTime } from '../simulated-time.ts';
import { controls } from '../styles.ts';
import { Acting } from './acting.ts';
import { guideCodes, type GuideCode } from './address.ts';
import { Focusing } from './focusing.ts';
import { indexHead, indexWorlds, notesView } from './index-view.ts';
import { pageHead, pageView } from './page-view.ts';
import { pages } from './pages.ts';
import { Repairing } from './repairing.ts';
import type { Scene } from './scene.ts';
import { Seeing } from './seeing.ts';
import type { Step } from './steps/step.ts';
import { listStyle } from './style/lists.ts';
import { pageStyle } from './style/page.ts';
import { repairStyle } from './style/repair.ts';
import { isBusy, type World } from './world.ts';

/**
 * `<glass-guide>`: AWS's troubleshooting of custom key stores, live. Without `code` all codes, a search, scenarios and injected
 * faults; with one what it means, which of its causes holds in this world, and its repair, step by step or as a whole.
 *
 * Attributes and property: those of {@link GlassElement}; `code`, AWS's code in any case;
 * `opens-beside`, where the page opens `#/scenarios/<name>` beside its world.
 * Method: `focus()` goes to the title.
 *
 * @fires glass-world-replaced (WorldReplacedEvent) when a scenario was loaded
 */
export class GlassGuide extends GlassElement {
  static override properties: PropertyDeclarations = {
    code: { type: String },
    opensBeside: { type: Boolean, attribute: 'opens-beside' },
    way: { state: true },
    sought: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, code, dialogStyles, refusalStyle, waitStyle, stepStyle, pageStyle, repairStyle, listStyle];

  declare code: string | null;
  /** Whether the page opens `#/scenarios/<name>`, as the playground does. */
  declare opensBeside: boolean;
  declare private way: string;
  declare private sought: string;

  private readonly seeing = new Seeing(this);
  private readonly repairing = new Repairing(this, this.seeing);
  private readonly focusing = new Focusing(this, () => (this.current === undefined ? (this.page ? '#here' : '#title') : `#title-${this.current}`));
  private readonly acting = new Acting(this, this.seeing, this.repairing, this.focusing);
  private readonly time = new SimulatedTime(this);

  constructor() {
    super();
    this.code = null;
    this.opensBeside = false;
    this.way = this.sought = '';
  }

  /** To the title, as soon as it is there. */
  override focus(): void {
    this.focusing.go('#title');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
      this.seeing.choose({});
      this.begin(this.seeing.world);
    }
  }

  /** Called with each world that was seen. */
  seen(world: World): void {
    this.time.set(world.map.now);
    const before = this.current;
    this.begin(world);
    const { current } = this;
    if (before !== undefined && before !== current && current !== undefined) this.acting.say(guideTexts[this.language].steps[current].title);
    this.time.run(this.isConnected && isBusy(world));
  }

  /** The repair of what holds begins. */
  begin(world: World | undefined): void {
    const { page, repairing } = this;
    if (!world) return;
    if (page) repairing.meet(pages[page], world);
    repairing.see(world);
  }

  /** The code that the page is about; undefined: it is the index. */
  get page(): GuideCode | undefined {
    const { code: asked } = this;
    return asked === null ? undefined : guideCodes.find((known) => known.toLowerCase() === asked.toLowerCase());
  }

  /** The step that the repair has come to. */
  get current(): Step['name'] | undefined {
    return this.repairing.currentIn(this.seeing.world)?.step.name;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = guideTexts[this.language];
    const { page, seeing, acting } = this;
    return html`<article class="guide">
      ${page
        ? pageHead(texts, page)
        : indexHead(texts, { unknown: this.code ?? undefined, loaded: acting.loaded, sought: this.sought }, (text) => {
            this.sought = text;
          })}
      ${seeing.failure === undefined ? this.content(texts, simulator) : html`<p class="bad" role="alert" lang="en">${seeing.failure}</p>`}
      <p class="hidden" role="status">${acting.said}</p>
    </article>`;
  }

  private content(texts: GuideTexts, simulator: Simulator): TemplateResult {
    const { page, seeing: { world } } = this;
    if (!world) return html`<p class="waiting" role="status">${texts.loading}</p>`;
    const scene = this.scene(simulator, world);
    return page ? html`${pageView(scene, page)} ${notesView(scene, world.notes)}` : indexWorlds(scene);
  }

  private scene(simulator: Simulator, world: World): Scene {
    const { language, repairing, seeing, acting, way } = this;
    return {
      texts: guideTexts[language],
      mapTexts: mapTexts[language],
      ours: this.texts.frame.ourWording,
      language,
      theme: this.theme,
      now: this.time.now,
      world,
      repairing,
      draft: acting.draft,
      way,
      chooseWay: (name) => {
        this.way = name;
      },
      change: (part) => {
        acting.change(part);
      },
      chooseStore: (CustomKeyStoreId) => {
        repairing.begin(undefined);
        seeing.choose({ CustomKeyStoreId });
      },
      take: (step) => void acting.take(simulator, step),
      takeAll: () => void acting.takeAll(simulator),
      prove: () => void acting.prove(simulator),
      provoke: (name) => void acting.provoke(simulator, name),
      load: (name) => void acting.load(simulator, name),
      endFault: (fault) => void acting.endFault(simulator, fault),
      beside: (name) => (this.opensBeside ? addressOf('scenarios', name) : undefined),
      terminal: this.opensBeside && world.cluster ? addressOf('terminal', world.cluster.ClusterId) : undefined,
    };
  }
}

if (!customElements.get('glass-guide')) customElements.define('glass-guide', GlassGuide);

declare global {
  interface HTMLElementTagNameMap {
    'glass-guide': GlassGuide;
  }
}
