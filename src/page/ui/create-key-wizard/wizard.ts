import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { KeyView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { createKeyWizardTexts } from '../../i18n/create-key-wizard.ts';
import { code } from '../code.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { Looking } from '../looking.ts';
import { waitsIn } from '../map/rows.ts';
import { waitStyle } from '../map/wait-style.ts';
import { pairsStyle } from '../pairs.ts';
import { refusalStyle } from '../refusal.ts';
import { SimulatedTime } from '../simulated-time.ts';
import { controls } from '../styles.ts';
import { around } from './around.ts';
import { besideStyle } from './beside-style.ts';
import { Checking } from './checking.ts';
import type { Desk } from './desk.ts';
import { changed, emptyDraft, keep, keptDraft, type Draft } from './draft.ts';
import { fieldsStyle } from './fields-style.ts';
import { Finishing } from './finishing.ts';
import { isPage, pagesOf, type PageName } from './page-names.ts';
import { donePage } from './pages/done.ts';
import { reviewStyle } from './review-style.ts';
import { style } from './style.ts';

/**
 * `<glass-create-key-wizard>`: AWS's "Create key", page by page, as the source document has it. What was typed lasts while
 * other views are shown and over a reload; pages are addresses, `#/keys/create/<page>`.
 *
 * Attributes and property: those of {@link GlassElement}. Property: `path`, the page and what it shows.
 */
export class GlassCreateKeyWizard extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    path: { attribute: false },
    draft: { state: true },
    way: { state: true },
    besideOpen: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, code, pairsStyle, refusalStyle, waitStyle, style, fieldsStyle, reviewStyle, besideStyle];

  declare path: readonly string[];
  declare private draft: Draft;
  declare private way: string;
  declare private besideOpen: boolean;

  private readonly finishing = new Finishing(this);
  private readonly checking = new Checking(this, () => ({ page: this.page, draft: this.draft, simulator: this.simulator, map: this.map.answer }));
  private readonly time = new SimulatedTime(this);
  private readonly map = new Looking(this, 'map', undefined, ({ now }) => {
    this.time.set(now);
  });
  /** The key that was created last, to show. */
  private created: KeyView | undefined;

  constructor() {
    super();
    this.path = [];
    this.draft = keptDraft();
    this.way = '';
    this.besideOpen = false;
  }

  /** Goes to the page's title, or to what is wrong on it where Finish led there. */
  override focus(): void {
    void this.updateComplete.then(() => {
      if (!this.checking.focus()) this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.finishing.forget();
    this.map.ask(simulator);
    // A form is there to be sent.
    simulator?.prepare();
    void this.lookForKey();
  }

  protected override willUpdate(changedProperties: PropertyValues): void {
    super.willUpdate(changedProperties);
    if (!changedProperties.has('path')) return;
    this.checking.arrive();
    void this.lookForKey();
  }

  protected override updated(changedProperties: PropertyValues): void {
    super.updated(changedProperties);
    this.time.run(this.map.answer !== undefined && waitsIn(this.map.answer));
  }

  /** The key that is shown, or that is still without its alias: another world may have taken this one's place. */
  private async lookForKey(): Promise<void> {
    const { simulator } = this;
    const KeyId = this.doneId ?? this.draft.KeyId;
    if (!simulator || KeyId === undefined) return;
    const key = await simulator.look('key', { KeyId }).catch(() => undefined);
    if (this.doneId === KeyId) this.created = key;
    else if (!key) this.set(({ KeyId: _gone, ...rest }) => rest);
    this.requestUpdate();
  }

  private get doneId(): string | undefined {
    return this.path[0] === 'done' ? this.path[1] : undefined;
  }

  /** Once the key stands there is only the review, and what it still lacks. */
  private get page(): PageName {
    const [name] = this.path;
    return this.draft.KeyId !== undefined ? 'review' : isPage(name) && pagesOf(this.draft).includes(name) ? name : 'key';
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = createKeyWizardTexts[this.language];
    const { page, doneId } = this;
    if (this.map.failure !== undefined) return html`<p class="bad" role="alert" lang="en">${this.map.failure}</p>`;
    if (doneId !== undefined) return donePage(texts, doneId, this.created);
    const desk = this.desk(simulator);
    const { count } = this.checking;
    return around(desk, page, count > 0 ? texts.faulty(count) : '', this);
  }

  private desk(simulator: Simulator): Desk {
    const { language, theme, draft, finishing, way, besideOpen } = this;
    const { underWay, refused, unrepaired, repaired, requestIds } = finishing;
    return {
      host: this,
      texts: createKeyWizardTexts[language],
      ...{ language, theme, simulator, draft, underWay, refused, unrepaired, repaired, requestIds, way, besideOpen },
      map: this.map.answer,
      now: this.time.now,
      faults: this.checking.faults,
      ours: this.texts.frame.ourWording,
      change: (part) => {
        this.set((now) => changed(now, part));
      },
      set: this.set,
      repair: (step) => void finishing.repair(simulator, step),
      chooseWay: (name) => {
        this.way = name;
      },
      openBeside: () => {
        this.besideOpen = !besideOpen;
      },
    };
  }

  private readonly set = (to: (draft: Draft) => Draft): void => {
    this.draft = to(this.draft);
    keep(this.draft);
  };

  /** A click is also what Enter in a field makes. */
  readonly next = (event: Event): void => {
    event.preventDefault();
    void this.leave();
  };

  private async leave(): Promise<void> {
    const { page } = this;
    if (!(await this.checking.passes())) return;
    const pages = pagesOf(this.draft);
    location.hash = addressOf('keys', 'create', pages[pages.indexOf(page) + 1] ?? page);
  }

  readonly cancel = (): void => {
    this.set(() => emptyDraft);
    this.finishing.forget();
  };

  readonly finish = (event: Event): void => {
    event.preventDefault();
    const { simulator } = this;
    if (simulator && !this.finishing.underWay) void this.finishNow(simulator);
  };

  private async finishNow(simulator: Simulator): Promise<void> {
    this.finishing.begin();
    const faulty = await this.checking.firstFaulty();
    // The alias of a key that stands is typed in the review itself.
    if (faulty !== undefined && this.draft.KeyId === undefined) {
      this.finishing.stop();
      this.checking.lead(faulty);
      return;
    }
    const KeyId = await this.finishing.finish(simulator, this.draft, (key) => {
      this.set((now) => ({ ...now, KeyId: key }));
    });
    if (KeyId === undefined) return;
    this.set(() => emptyDraft);
    // Not back into the review of a key that stands.
    location.replace(addressOf('keys', 'create', 'done', KeyId));
  }
}

if (!customElements.get('glass-create-key-wizard')) customElements.define('glass-create-key-wizard', GlassCreateKeyWizard);

declare global {
  interface HTMLElementTagNameMap {
    'glass-create-key-wizard': GlassCreateKeyWizard;
  }
}
