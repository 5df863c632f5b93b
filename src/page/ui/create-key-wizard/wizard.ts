import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { KeyView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { createKeyWizardTexts, type CreateKeyWizardTexts } from '../../i18n/create-key-wizard.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { Looking } from '../looking.ts';
import { takeStep, type Step } from '../map/faults.ts';
import { waitsIn } from '../map/rows.ts';
import { waitStyle } from '../map/wait-style.ts';
import { pairsStyle } from '../pairs.ts';
import { refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { SimulatedTime } from '../simulated-time.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import type { CallName, Desk } from './desk.ts';
import { changed, emptyDraft, keep, keptDraft, type Draft } from './draft.ts';
import { finish } from './finish.ts';
import { donePage } from './pages/done.ts';
import { keyPage } from './pages/key.ts';
import { labelsPage } from './pages/labels.ts';
import { administratorsPage, usersPage } from './pages/permissions.ts';
import { reviewPage } from './pages/review.ts';
import { storePage } from './pages/store.ts';
import { faultsOf, firstFaulty, isPage, pagesOf, type Around, type PageName } from './rules.ts';
import { style } from './style.ts';

const contents: Readonly<Record<PageName, (desk: Desk) => TemplateResult>> = {
  key: keyPage,
  store: storePage,
  labels: labelsPage,
  administrators: administratorsPage,
  users: usersPage,
  review: reviewPage,
};

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
    checked: { state: true },
    underWay: { state: true },
    refused: { state: true },
    unrepaired: { state: true },
    said: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, pairsStyle, refusalStyle, waitStyle, style];

  declare path: readonly string[];
  declare private draft: Draft;
  /** The page that the person wanted to leave: what is wrong on it is told. */
  declare private checked: PageName | undefined;
  declare private underWay: CallName | undefined;
  declare private refused: Desk['refused'];
  declare private unrepaired: Refusal | undefined;
  declare private said: string;

  private readonly time = new SimulatedTime(this);
  private readonly map = new Looking(this, 'map', undefined, ({ now }) => {
    this.time.set(now);
  });
  /** Where Finish found something wrong. */
  private sentTo: PageName | undefined;
  /** The key that was created last, to show. */
  private created: KeyView | undefined;

  constructor() {
    super();
    this.path = [];
    this.draft = keptDraft();
    this.said = '';
  }

  /** Goes to the page's title, or to what is wrong on it where Finish led there. */
  override focus(): void {
    void this.updateComplete.then(() => {
      if (this.simulator && this.checked === this.page) this.focusFault(this.simulator);
      else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.refused = this.unrepaired = undefined;
    this.map.ask(simulator);
    // A form is there to be sent.
    simulator?.prepare();
    void this.lookForKey();
  }

  protected override willUpdate(changedProperties: PropertyValues): void {
    super.willUpdate(changedProperties);
    if (!changedProperties.has('path')) return;
    this.said = '';
    this.checked = undefined;
    if (this.simulator && this.sentTo === this.page) void this.tell(this.simulator, this.page);
    this.sentTo = undefined;
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

  private around({ account }: Simulator, map = this.map.answer): Around {
    return { account, stores: map?.keyStores.map((store) => store.CustomKeyStoreId) ?? [] };
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = createKeyWizardTexts[this.language];
    const { page, doneId } = this;
    if (this.map.failure !== undefined) return html`<p class="bad" role="alert" lang="en">${this.map.failure}</p>`;
    if (doneId !== undefined)
      return html`<section class="card" aria-labelledby="title">
        <h2 id="title" tabindex="-1">${texts.pages.done}</h2>
        ${donePage(texts, doneId, this.created?.aliases ?? [])}
      </section>`;
    const pages = pagesOf(this.draft);
    const at = pages.indexOf(page);
    return html`<div class="wizard">
      <nav aria-label=${texts.steps}>${this.steps(texts, pages, at)}</nav>
      <section class="card" aria-labelledby="title">
        <p class="quiet small at">${texts.step(number(this.language, at + 1), number(this.language, pages.length))}</p>
        <h2 id="title" tabindex="-1">${texts.pages[page]}</h2>
        <form aria-labelledby="title" novalidate>
          ${contents[page](this.desk(simulator, texts))}
          <p class="hidden" role="status">${this.said}</p>
          <p class="buttons">
            <a class="button plain" href=${addressOf('keys')} @click=${this.cancel}>${texts.cancel}</a>
            ${at > 0 && this.draft.KeyId === undefined
              ? html`<a class="button" href=${addressOf('keys', 'create', pages[at - 1] ?? 'key')}>${texts.previous}</a>`
              : nothing}
            <button class="primary" aria-disabled=${String(this.underWay !== undefined)} @click=${page === 'review' ? this.finish : this.next}>
              ${page !== 'review' ? texts.next : this.underWay ? texts.finishing : texts.finish}
            </button>
          </p>
        </form>
      </section>
    </div>`;
  }

  /** The way so far leads back. */
  private steps(texts: CreateKeyWizardTexts, pages: readonly PageName[], at: number): TemplateResult {
    return html`<ol class="steps">
      ${pages.map(
        (page, i) => html`<li aria-current=${i === at ? 'step' : nothing}>
          <span class="number" aria-hidden="true">${i + 1}</span>
          ${i < at && this.draft.KeyId === undefined
            ? html`<a href=${addressOf('keys', 'create', page)}>${texts.pages[page]}</a>`
            : html`<span>${texts.pages[page]}</span>`}
        </li>`,
      )}
    </ol>`;
  }

  private desk(simulator: Simulator, texts: CreateKeyWizardTexts): Desk {
    const { language, theme, draft, page, underWay, refused, unrepaired } = this;
    return {
      host: this,
      texts,
      language,
      theme,
      simulator,
      map: this.map.answer,
      now: this.time.now,
      draft,
      faults: this.checked === page ? faultsOf(page, draft, this.around(simulator)) : [],
      underWay,
      refused,
      ours: this.texts.frame.ourWording,
      unrepaired,
      change: (part) => {
        this.set((now) => changed(now, part));
      },
      set: this.set,
      repair: (step) => void this.repair(simulator, step),
    };
  }

  private readonly set = (to: (draft: Draft) => Draft): void => {
    this.draft = to(this.draft);
    keep(this.draft);
  };

  /** A click is also what Enter in a field makes. */
  private readonly next = (event: Event): void => {
    event.preventDefault();
    const { simulator, page } = this;
    if (simulator) void this.leave(simulator, page);
  };

  private async leave(simulator: Simulator, page: PageName): Promise<void> {
    if (faultsOf(page, this.draft, await this.knowing(simulator)).length > 0) return this.tell(simulator, page);
    const pages = pagesOf(this.draft);
    location.hash = addressOf('keys', 'create', pages[pages.indexOf(page) + 1] ?? page);
  }

  /** A quick hand presses before the wizard knows the key stores. */
  private async knowing(simulator: Simulator): Promise<Around> {
    return this.around(simulator, this.map.answer ?? (await simulator.look('map')));
  }

  /** What is wrong on the page, and the focus into the first field of it. */
  private async tell(simulator: Simulator, page: PageName): Promise<void> {
    this.checked = page;
    const faults = faultsOf(page, this.draft, await this.knowing(simulator));
    this.said = createKeyWizardTexts[this.language].faulty(faults.length);
    await this.updateComplete;
    this.focusFault(simulator);
  }

  private focusFault(simulator: Simulator): void {
    const field = faultsOf(this.page, this.draft, this.around(simulator))[0]?.[0] ?? '';
    const found = this.renderRoot.querySelector<HTMLElement>(`[id="${field}"], [aria-describedby~="${field.replace('tag-', 'tags-')}-wrong"]`);
    (found?.matches('fieldset') ? (found.querySelector<HTMLElement>('input, .add') ?? found) : found)?.focus();
  }

  private readonly cancel = (): void => {
    this.set(() => emptyDraft);
    this.refused = undefined;
  };

  private readonly finish = (event: Event): void => {
    event.preventDefault();
    const { simulator } = this;
    if (simulator && !this.underWay) void this.finishNow(simulator);
  };

  private async finishNow(simulator: Simulator): Promise<void> {
    // From now on another press does nothing.
    this.underWay = 'CreateKey';
    const faulty = firstFaulty(this.draft, await this.knowing(simulator));
    // The alias of a key that stands is typed in the review itself.
    if (faulty !== undefined && this.draft.KeyId === undefined) {
      this.underWay = undefined;
      if (faulty === this.page) return this.tell(simulator, faulty);
      this.sentTo = faulty;
      location.hash = addressOf('keys', 'create', faulty);
      return;
    }
    this.refused = this.unrepaired = undefined;
    const { KeyId, refused } = await finish(simulator, this.draft, (call, key) => {
      this.underWay = call;
      if (key !== undefined) this.set((now) => ({ ...now, KeyId: key }));
    });
    this.underWay = undefined;
    this.refused = refused;
    if (refused) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#refusal')?.focus();
      return;
    }
    this.set(() => emptyDraft);
    // Not back into the review of a key that stands.
    location.replace(addressOf('keys', 'create', 'done', KeyId));
  }

  /** Does the next thing that a key store needs; how it goes is seen in the world. */
  private async repair(simulator: Simulator, step: Step): Promise<void> {
    this.unrepaired = undefined;
    try {
      await takeStep(simulator, step);
    } catch (error) {
      this.unrepaired = refusalOf(error);
    }
  }
}

if (!customElements.get('glass-create-key-wizard')) customElements.define('glass-create-key-wizard', GlassCreateKeyWizard);

declare global {
  interface HTMLElementTagNameMap {
    'glass-create-key-wizard': GlassCreateKeyWizard;
  }
}
