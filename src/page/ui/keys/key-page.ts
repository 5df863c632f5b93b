import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { KeyDetails } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { keyPageTexts } from '../../i18n/key-page.ts';
import { keyTableTexts } from '../../i18n/key-table.ts';
import type { Fields } from '../clusters/fields.ts';
import { detailsStyle, sectionStyle } from '../clusters/style.ts';
import { code } from '../code.ts';
import { GlassElement } from '../element.ts';
import type { CalledEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { aliasesTab } from './aliases-tab.ts';
import { cryptographyTab } from './cryptography-tab.ts';
import { general, notice } from './general.ts';
import { keyActions } from './page-actions.ts';
import { tabsOf, type Scene, type Tab } from './page-scene.ts';
import { pageStyle } from './page-style.ts';
import { policyTab } from './policy-tab.ts';
import { rotationTab } from './rotation-tab.ts';
import { stateBadge, stateStyle } from './state.ts';
import { tagsTab } from './tags-tab.ts';
import './try-key.ts';

/**
 * `<glass-key-page>`: one KMS key, kept fresh: what it is, what can be done with it, and its parts in tabs, each at an address of its own.
 *
 * Attributes and property: those of {@link GlassElement}. Property: `path`, the key's id and the tab's name, if any
 * (`#/keys/<KeyId>/<tab>`). Method: `focus()` goes to the tab's title where the address names one, else to the page's.
 */
export class GlassKeyPage extends GlassElement {
  static override properties = { ...GlassElement.properties, path: { attribute: false }, fields: { state: true }, seen: { state: true } };
  static override styles = [...GlassElement.styles, controls, stateStyle, code, sectionStyle, detailsStyle, pageStyle];

  declare path: readonly string[];
  declare private fields: Fields;
  /** The key as it was seen last, and whether it is still there; undefined until there is an answer. */
  declare private seen: { readonly key: KeyDetails | undefined; readonly there: boolean } | undefined;

  private askedId = '';
  /** The focus is to come here, as soon as there is an answer to show. */
  private entering = false;
  private readonly live = new Looking(
    this,
    'key',
    () => {
      this.askedId = this.KeyId;
      return { KeyId: this.KeyId };
    },
    (key) => {
      // The address may have moved on to another key meanwhile.
      if (this.askedId === this.KeyId) this.seen = { key: key ?? this.seen?.key, there: key !== undefined };
    },
  );

  constructor() {
    super();
    this.path = [];
    this.fields = {};
  }

  private get KeyId(): string {
    return this.path[0] ?? '';
  }

  override focus(): void {
    this.entering = true;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.entering || !this.seen) return;
    this.entering = false;
    const tab = this.path[1] === undefined ? null : this.renderRoot.querySelector<HTMLElement>('#tab-title');
    (tab ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.live.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = changed.get('path');
    if (!changed.has('simulator') && (!before || before[0] === this.KeyId)) return;
    this.seen = undefined;
    this.fields = {};
    this.live.look();
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, KeyId, seen } = this;
    const texts = keyPageTexts[language];
    return html`<section class="card" aria-labelledby="title" @glass-called=${this.called}>
      <p class="small">
        <a href=${addressOf('keys')}><span aria-hidden="true">←</span> ${texts.all}</a>
      </p>
      <div class="top">
        <h2 id="title" tabindex="-1"><code>${KeyId}</code></h2>
        <span role="status">${seen?.there && seen.key ? stateBadge(seen.key.KeyState) : nothing}</span>
      </div>
      ${this.live.failure === undefined ? nothing : html`<p class="bad" role="alert" lang="en">${this.live.failure}</p>`}
      ${this.content(simulator)}
    </section>`;
  }

  private content(simulator: Simulator): TemplateResult {
    const { language, theme, KeyId, seen, fields } = this;
    const texts = keyPageTexts[language];
    if (!seen) return html`<p class="quiet" role="status">${texts.loading}</p>`;
    if (!seen.there || !seen.key) return html`<p class="notice" role="status"><span>${marked((seen.key ? texts.gone : texts.unknown)(KeyId))}</span></p>`;
    const scene: Scene = {
      simulator,
      language,
      theme,
      texts,
      shared: keyTableTexts[language],
      key: seen.key,
      fields,
      change: (part) => {
        this.fields = { ...this.fields, ...part };
      },
      views: true,
    };
    // What was answered about one key is not about another.
    return html`${keyed(
      KeyId,
      html`<div class="page">${notice(scene)} ${general(scene)} ${keyActions(scene)} ${this.tabs(scene)}</div>`,
    )}`;
  }

  private tabs(scene: Scene): TemplateResult {
    const { texts, key } = scene;
    const tabs = tabsOf(key);
    const open = tabs.find((tab) => tab === this.path[1]) ?? 'key-policy';
    return html`<nav class="tabs" aria-label=${texts.tabsTitle}>
        ${tabs.map((tab) => html`<a href=${addressOf('keys', key.KeyId, tab)} aria-current=${tab === open ? 'page' : nothing}>${texts.tabs[tab]}</a>`)}
      </nav>
      <section class="section" aria-labelledby="tab-title">
        <h3 id="tab-title" tabindex="-1">${texts.tabs[open]}</h3>
        ${keyed(open, this.tab(scene, open))}
      </section>`;
  }

  private tab(scene: Scene, tab: Tab): TemplateResult {
    const { simulator, theme, language, key } = scene;
    switch (tab) {
      case 'key-policy':
        return policyTab(scene);
      case 'cryptographic-configuration':
        return cryptographyTab(scene);
      case 'tags':
        return tagsTab(scene);
      case 'key-rotation':
        return key.rotation ? rotationTab(scene, key.rotation) : html``;
      case 'aliases':
        return aliasesTab(scene);
      case 'try-it':
        return html`<glass-try-key views .simulator=${simulator} .KeyId=${key.KeyId} .theme=${theme} lang=${language}></glass-try-key>`;
    }
  }

  /** What was typed for this call, in its action, is done with. */
  private readonly called = ({ target }: CalledEvent): void => {
    const done = new Set([...(target as Element).querySelectorAll('[id]')].map(({ id }) => id));
    this.fields = Object.fromEntries(Object.entries(this.fields).filter(([id]) => !done.has(id)));
  };
}

if (!customElements.get('glass-key-page')) customElements.define('glass-key-page', GlassKeyPage);

declare global {
  interface HTMLElementTagNameMap {
    'glass-key-page': GlassKeyPage;
  }
}
