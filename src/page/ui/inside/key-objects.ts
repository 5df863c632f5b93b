import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KeyObjectView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { insideTexts, type InsideTexts } from '../../i18n/inside.ts';
import '../carry/missing-material.ts';
import { sectionStyle } from '../clusters/style.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { errorCode } from '../error-link.ts';
import { ChooseKeyEvent } from '../events.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { number } from '../words.ts';

const pageSize = 10;

/**
 * `<glass-key-objects>`: the keys in the HSMs of a cluster, the newest first, a page at a time, to be searched; each with the
 * attributes that `key list --verbose` prints. What no KMS key has any more is marked, and what there is no material of, for which new
 * can be made.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`). Property `total`: how many there are.
 * Events: ChooseKeyEvent, of a key whose KMS key is asked for.
 */
export class GlassKeyObjects extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    total: { attribute: false },
    search: { state: true },
    pages: { state: true },
  };
  static override styles = [
    ...GlassElement.styles,
    controls,
    sectionStyle,
    css`
      .keys,
      .list {
        display: grid;
        gap: 0.5rem;
      }
      .list {
        gap: 0.75rem;
      }
      .label {
        flex: 1 1 100%;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      nav [aria-disabled='true'] {
        color: var(--quiet);
        border-style: dashed;
        opacity: 1;
        cursor: not-allowed;
      }
      .attributes > div:not(.long) {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 0 0.75rem;
        align-items: baseline;
      }
      @container (min-width: 44rem) {
        .attributes {
          columns: 2;
          column-gap: 2rem;
          display: block;
        }
        .attributes > div {
          break-inside: avoid;
          padding-block: 0.125rem;
        }
        .attributes .long {
          column-span: all;
        }
      }
    `,
  ];

  declare ClusterId: string;
  declare total: number;
  declare private search: string;
  /** Where each page after the first goes on, up to the one that is shown. */
  declare private pages: readonly string[];

  /** The keys that have no material, or had none: that it was made is told where it was. */
  private readonly lacking = new Set<string>();
  private readonly list = new Looking(
    this,
    'keyObjects',
    () => {
      const before = this.pages.at(-1);
      // One more than is shown tells whether there is a next page.
      return { ClusterId: this.ClusterId, limit: pageSize + 1, search: this.search, ...(before !== undefined && { before }) };
    },
    (keys) => {
      for (const key of keys) if (key.withoutMaterial) this.lacking.add(key['key-reference']);
    },
  );

  constructor() {
    super();
    this.total = 0;
    this.search = '';
    this.pages = [];
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.list.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('ClusterId')) return;
    this.search = '';
    this.pages = [];
    this.lacking.clear();
    this.list.look();
  }

  protected override view(): TemplateResult {
    const { language, list, search, pages, total } = this;
    const texts = insideTexts[language];
    if (list.failure) return html`<p class="bad" role="alert" lang="en">${list.failure}</p>`;
    if (total === 0) return html`<p class="quiet">${texts.noKeys}</p>`;
    const shown = list.answer?.slice(0, pageSize);
    const last = (list.answer?.length ?? 0) <= pageSize;
    return html`<div class="list">
      <div class="field">
        <label for="search">${texts.search}</label>
        <input id="search" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${search} @input=${this.find} />
      </div>
      <p class="small quiet" role="status">
        ${shown === undefined ? texts.loading : shown.length === 0 && search.trim() ? texts.noMatch(search.trim()) : texts.keysHere(total, number(language, total))}
      </p>
      <ul class="keys">
        ${repeat(shown ?? [], (key) => key['key-reference'], (key) => html`<li>${this.key(texts, key)}</li>`)}
      </ul>
      ${pages.length > 0 || !last
        ? html`<nav aria-label=${texts.keyPages}>
            ${this.pager(texts.newest, pages.length === 0, () => [])} ${this.pager(texts.previous, pages.length === 0, () => pages.slice(0, -1))}
            <span class="quiet small" role="status">${texts.page(number(language, pages.length + 1))}</span>
            ${this.pager(texts.next, last, () => [...pages, shown?.at(-1)?.['key-reference'] ?? ''])}
          </nav>`
        : nothing}
    </div>`;
  }

  private key(texts: InsideTexts, key: KeyObjectView): TemplateResult {
    const { 'key-reference': reference, owner, attributes, orphaned, withoutMaterial } = key;
    const label = String(attributes['label'] ?? '');
    const row = (name: string, value: unknown, long = false): TemplateResult =>
      html`<div class=${long ? 'long' : nothing}><dt><code>${name}</code></dt><dd><code>${value}</code></dd></div>`;
    return html`<details>
      <summary>
        <code>${reference}</code>
        ${orphaned ? html`<span class="small bad"><span aria-hidden="true">▲</span> ${texts.orphaned}</span>` : nothing}
        ${withoutMaterial ? html`<span class="small bad"><span aria-hidden="true">✕</span> ${texts.withoutMaterial}</span>` : nothing}
        <code class="label quiet">${label}</code>
      </summary>
      <div class="body">
        ${orphaned ? html`<p class="small">${marked(texts.orphanedHint, errorCode)}</p>` : nothing}
        ${this.lacking.has(reference)
          ? html`<glass-missing-material
              .simulator=${this.simulator}
              .of=${{ ClusterId: this.ClusterId, 'key-reference': reference }}
              .theme=${this.theme}
              lang=${this.language}
            ></glass-missing-material>`
          : nothing}
        <p class="tools">
          <glass-copy what=${texts.attributes(reference)} .text=${JSON.stringify({ 'key-reference': reference, owner, attributes }, null, 2)} .words=${texts.copy} theme=${this.theme ?? nothing}></glass-copy>
          ${orphaned
            ? nothing
            : html`<button
                type="button"
                class="plain small"
                @click=${() => {
                  this.dispatchEvent(new ChooseKeyEvent(label.slice(label.lastIndexOf('/') + 1)));
                }}
              >
                ${texts.toKmsKey}
              </button>`}
        </p>
        <dl class="attributes" aria-label=${texts.attributes(reference)}>
          ${row('label', label, true)} ${row('id', attributes['id'], true)} ${row('owner', owner)}
          ${Object.entries(attributes).map(([name, value]) =>
            name === 'label' || name === 'id' ? nothing : row(name, value === '' ? '–' : String(value)),
          )}
        </dl>
      </div>
    </details>`;
  }

  private readonly find = (event: InputEvent): void => {
    this.search = (event.target as HTMLInputElement).value;
    this.pages = [];
    this.list.look();
  };

  /** Stays where it is, and keeps the focus, also where there is no such page. */
  private pager(label: string, off: boolean, to: () => readonly string[]): TemplateResult {
    const turn = (): void => {
      if (off) return;
      this.pages = to();
      this.list.look();
    };
    return html`<button type="button" aria-disabled=${String(off)} @click=${turn}>${label}</button>`;
  }
}

if (!customElements.get('glass-key-objects')) customElements.define('glass-key-objects', GlassKeyObjects);

declare global {
  interface HTMLElementTagNameMap {
    'glass-key-objects': GlassKeyObjects;
  }
}
