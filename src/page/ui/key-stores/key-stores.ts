import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { keyStoresTexts, type KeyStoresTexts } from '../../i18n/key-stores.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import type { Fields } from '../clusters/fields.ts';
import { detailsStyle, sectionStyle } from '../clusters/style.ts';
import { GlassElement } from '../element.ts';
import type { CalledEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import { stateStyle } from '../keys/state.ts';
import { style } from '../keys/style.ts';
import { Looking } from '../looking.ts';
import { bannerStyle } from '../map/banner-style.ts';
import { takeStep, type Step } from '../map/faults.ts';
import { waitStyle } from '../map/wait-style.ts';
import { marked } from '../marked.ts';
import { primaryLink } from '../primary-link.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { SimulatedTime } from '../simulated-time.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import { createForm } from './create.ts';
import { keyStoreDetails } from './details.ts';
import { keyStoreList } from './list.ts';
import type { Scene } from './scene.ts';
import { keyStoresStyle } from './style.ts';

/** What the address names, that is no key store's id: the form; and that it came from the wizard that creates a key. */
const create = 'create';
const forKey = 'for-key';
/** Where that wizard has its key stores. */
const wizard = addressOf('keys', 'create', 'store');
const operationOf = { connect: 'ConnectCustomKeyStore', disconnect: 'DisconnectCustomKeyStore', addHsm: 'CreateHsm' } as const;

/**
 * `<glass-key-stores>`: AWS CloudHSM key stores: the list, the form that creates one, the details of one with what can be done
 * with it. Kept fresh.
 *
 * Attributes and property: those of {@link GlassElement}. Property: `path`, what is shown: `[]` the list, `['create']` the form
 * (`['create', 'for-key']`: it leads back to the wizard that creates a key), or the key store's id. It goes to another of them by the page's address (`#/key-stores/…`). Method: `focus()` goes to its title.
 */
export class GlassKeyStores extends GlassElement {
  static override properties = { ...GlassElement.properties, path: { attribute: false }, fields: { state: true }, said: { state: true }, refused: { state: true } };
  static override styles = [...GlassElement.styles, controls, stateStyle, style, sectionStyle, detailsStyle, refusalStyle, waitStyle, bannerStyle, primaryLink, keyStoresStyle];

  declare path: readonly string[];
  declare private fields: Fields;
  /** What a call has done, and at which path it is told. */
  declare private said: { readonly at: string; readonly text: string } | undefined;
  /** A step of a way out that was refused. */
  declare private refused: (Refusal & { readonly operation: string }) | undefined;

  private readonly map = new Looking(this, 'map', undefined, ({ now }) => {
    this.time.set(now);
  });
  private readonly clusters = new Looking(this, 'clusters');
  private readonly time = new SimulatedTime(this);

  constructor() {
    super();
    this.path = [];
    this.fields = {};
  }

  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.map.ask(simulator);
    this.clusters.ask(simulator);
    this.fields = {};
    simulator?.prepare();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('path');
    if (!before || before.join('/') === this.path.join('/')) return;
    this.fields = {};
    this.refused = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.time.run(this.map.answer?.keyStores.some(({ wait }) => wait) ?? false);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme, fields } = this;
    const texts = keyStoresTexts[language];
    const [id] = this.path;
    const { fromWizard } = this;
    const failure = this.map.failure ?? this.clusters.failure;
    const { answer: map } = this.map;
    const { answer: clusters } = this.clusters;
    const scene = map &&
      clusters && {
        simulator,
        language,
        theme,
        texts,
        map,
        clusters,
        now: this.time.now,
        views: true as const,
        fields,
        change: (part: Fields) => {
          this.fields = { ...this.fields, ...part };
        },
        take: (step: Step) => void this.take(simulator, step),
      };
    return html`<section class="card" aria-labelledby="title" @glass-called=${this.called}>
      ${id === undefined
        ? nothing
        : html`<p class="small">
            <a href=${fromWizard ? wizard : addressOf('key-stores')}><span aria-hidden="true">←</span> ${fromWizard ? texts.backToKey : texts.back}</a>
          </p>`}
      ${this.top(texts, scene)}
      <div class="said" role="status">${this.said?.at === this.path.join('/') ? marked(this.said.text) : nothing}</div>
      ${failure !== undefined
        ? html`<p class="bad" role="alert" lang="en">${failure}</p>`
        : scene === undefined
          ? html`<p class="quiet" role="status">${texts.loading}</p>`
          : this.content(scene, id)}
    </section>`;
  }

  private get fromWizard(): boolean {
    return this.path[1] === forKey;
  }

  private top(texts: KeyStoresTexts, scene: Scene | undefined): TemplateResult {
    const [id] = this.path;
    const store = scene?.map.keyStores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === id);
    const count = scene?.map.keyStores.length ?? 0;
    return html`<div class="top">
      <p class="quiet small under">${texts.under}</p>
      <h2 id="title" tabindex="-1">${id === undefined ? texts.title : id === create ? texts.createTitle : (store?.CustomKeyStoreName ?? id)}</h2>
      ${id === undefined
        ? html`<p class="quiet small">${scene ? texts.count(count, number(this.language, count)) : nothing}</p>
            <a class="primary" href=${addressOf('key-stores', create)}>${texts.create}</a>`
        : nothing}
    </div>`;
  }

  private content(scene: Scene, id: string | undefined): TemplateResult {
    const { texts, map } = scene;
    if (id === undefined) return html`<div class="list">${keyStoreList(scene)}</div>`;
    if (id === create) return html`<div class="create">${createForm(scene)}</div>`;
    const store = map.keyStores.find(({ CustomKeyStoreId }) => CustomKeyStoreId === id);
    if (!store) return html`<p class="notice" role="status">${marked(texts.gone(id))}</p>`;
    return html`${this.refusal()}${keyStoreDetails(scene, store)}`;
  }

  private refusal(): TemplateResult | typeof nothing {
    const { refused, language } = this;
    if (!refused) return nothing;
    const { refused: title, silent } = clustersTexts[language];
    const meanings: Readonly<Record<string, string>> = playgroundTexts[language].calls.meanings;
    return refusalBox('refusal', refused, { title: title(refused.operation).replaceAll('`', ''), silent, ours: this.texts.frame.ourWording, meaning: meanings[refused.code] });
  }

  private async take(simulator: Simulator, step: Step): Promise<void> {
    this.refused = undefined;
    try {
      await takeStep(simulator, step);
    } catch (error) {
      this.refused = { ...refusalOf(error), operation: operationOf[step.do] };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('#refusal')?.focus();
    }
  }

  /** A person goes on where the call has led. */
  private readonly called = ({ operation, answer }: CalledEvent): void => {
    const texts = keyStoresTexts[this.language];
    const [id = ''] = this.path;
    if (operation === 'CreateCustomKeyStore') {
      const { CustomKeyStoreId = '' } = answer as { readonly CustomKeyStoreId?: string };
      this.said = { at: CustomKeyStoreId, text: texts.created(this.fields['name'] ?? '') };
      location.hash = this.fromWizard ? wizard : addressOf('key-stores', CustomKeyStoreId);
    } else if (operation === 'DeleteCustomKeyStore') {
      this.said = { at: '', text: texts.deleted(id) };
      location.hash = addressOf('key-stores');
    }
    // Passwords are not kept.
    this.fields = {};
  };
}

if (!customElements.get('glass-key-stores')) customElements.define('glass-key-stores', GlassKeyStores);

declare global {
  interface HTMLElementTagNameMap {
    'glass-key-stores': GlassKeyStores;
  }
}
