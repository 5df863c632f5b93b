import { html, nothing, type TemplateResult } from 'lit';
import type { KeyCursor, KeyList } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { keysTexts } from '../../i18n/keys.ts';
import { GlassElement } from '../element.ts';
import { ChooseKeyEvent } from '../events.ts';
import { Looking } from '../looking.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';
import './key-details.ts';
import { keyTable } from './list.ts';
import { stateStyle } from './state.ts';
import { style } from './style.ts';

const pageSize = 25;

/**
 * `<glass-keys>`: the KMS keys of the account and Region, the newest first, a page at a time, kept fresh; and the details
 * of the chosen one.
 *
 * Attributes and property: those of {@link GlassElement}, and `key-id` (property `KeyId`): the chosen key.
 * Events: {@link ChooseKeyEvent} when a person chooses a key here.
 */
export class GlassKeys extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    KeyId: { type: String, attribute: 'key-id' },
    pages: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, style];

  declare KeyId: string | null;
  /** Where each page after the first goes on, up to the one that is shown. */
  declare pages: readonly KeyCursor[];
  /** The key that a person chose here; its owner may have named another since. */
  private pressed: string | undefined;

  private readonly list = new Looking(this, 'keys', () => {
    const after = this.pages.at(-1);
    return { limit: pageSize, ...(after && { after }) };
  });

  constructor() {
    super();
    this.KeyId = null;
    this.pages = [];
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.pages = [];
    this.list.ask(simulator);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = keysTexts[this.language];
    const { KeyId, language, list } = this;
    const total = list.answer?.total ?? 0;
    return html`<section class="card ${KeyId ? 'open' : ''}" aria-labelledby="title">
      <div class="list">
        <div class="head">
          <h2 id="title">${texts.title}</h2>
          <p class="quiet small" role="status">${list.answer ? texts.total(total, number(language, total)) : texts.loading}</p>
        </div>
        ${list.failure ? html`<p class="bad" role="alert" lang="en">${list.failure}</p>` : nothing}
        ${list.answer ? this.rows(list.answer) : nothing}
      </div>
      ${KeyId
        ? html`<div class="chosen">
            <button type="button" class="plain back" @click=${this.close}><span aria-hidden="true">←</span> ${texts.back}</button>
            <glass-key-details
              .simulator=${simulator}
              .KeyId=${KeyId}
              .listed=${KeyId === this.pressed}
              .theme=${this.theme}
              lang=${language}
            ></glass-key-details>
          </div>`
        : nothing}
    </section>`;
  }

  private rows({ keys, total = 0, next }: KeyList): TemplateResult {
    const texts = keysTexts[this.language];
    const { language, KeyId, choose, pages } = this;
    if (total === 0) return html`<p class="empty">${texts.empty}</p>`;
    const last = !next;
    const count = Math.max(Math.ceil(total / pageSize), pages.length + (last ? 1 : 2));
    return html`${keyTable({ language, texts, keys, KeyId, choose })}
    ${count > 1
      ? html`<nav aria-label=${texts.pages}>
          ${this.pager(texts.newest, pages.length === 0, () => [])}
          ${this.pager(texts.previous, pages.length === 0, () => pages.slice(0, -1))}
          <span class="quiet small" role="status">${texts.page(number(language, pages.length + 1), number(language, count))}</span>
          ${this.pager(texts.next, last, () => [...pages, next ?? []])}
        </nav>`
      : nothing}`;
  }

  /** Stays where it is, and keeps the focus, also where there is no such page. */
  private pager(label: string, off: boolean, to: () => readonly KeyCursor[]): TemplateResult {
    const turn = (): void => {
      if (off) return;
      this.pages = to();
      this.list.look();
    };
    return html`<button type="button" aria-disabled=${String(off)} @click=${turn}>${label}</button>`;
  }

  private readonly choose = (KeyId: string): void => {
    this.KeyId = this.pressed = KeyId;
    this.dispatchEvent(new ChooseKeyEvent(KeyId));
    void this.enter();
  };

  private async enter(): Promise<void> {
    await this.updateComplete;
    const details = this.renderRoot.querySelector('glass-key-details');
    await details?.updateComplete;
    details?.focus();
  }

  private readonly close = async (): Promise<void> => {
    const { KeyId } = this;
    this.KeyId = null;
    this.pressed = undefined;
    await this.updateComplete;
    const row = this.renderRoot.querySelector<HTMLElement>(`[data-key="${KeyId ?? ''}"]`);
    (row ?? this.renderRoot.querySelector<HTMLElement>('tbody button'))?.focus();
  };
}

if (!customElements.get('glass-keys')) customElements.define('glass-keys', GlassKeys);

declare global {
  interface HTMLElementTagNameMap {
    'glass-keys': GlassKeys;
  }
}
