import type { KeyMetadata, Tag } from '@aws-sdk/client-kms';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { KeyView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { keysTexts } from '../../i18n/keys.ts';
import '../carry/missing-material.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import { unlisted } from '../unlisted.ts';
import { moment } from '../words.ts';
import { detailsStyle } from './details-style.ts';
import { stateBadge, stateStyle } from './state.ts';
import './try-key.ts';

/** What AWS answered about a key when it was asked. */
interface Answer {
  readonly metadata: KeyMetadata;
  readonly tags: readonly Tag[];
}

/**
 * `<glass-key-details>`: what DescribeKey and ListResourceTags answer about a key, asked once and whenever a person asks
 * again; its state and aliases as they are now; and Encrypt and Decrypt to try.
 *
 * Attributes and property: those of {@link GlassElement}, and `key-id` (property `KeyId`). Property `listed`: whether a
 * person asks by choosing the key, so that the calls are theirs; else the view asks (after CreateKey, say), unlisted.
 */
export class GlassKeyDetails extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    KeyId: { type: String, attribute: 'key-id' },
    listed: { attribute: false },
    answer: { state: true },
    refusal: { state: true },
    busy: { state: true },
    gone: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, stateStyle, refusalStyle, detailsStyle];

  declare KeyId: string;
  declare listed: boolean;
  declare answer: Answer | undefined;
  declare refusal: Refusal | undefined;
  declare busy: boolean;
  /** There is no such key, or no more: the world was reset. */
  declare gone: boolean;

  private readonly live = new Looking(
    this,
    'key',
    () => ({ KeyId: this.KeyId }),
    (key) => {
      this.gone = key === undefined;
    },
  );
  /** A newer question overtakes an older one. */
  private question = 0;

  /** Into the key's name, where its details begin. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.live.ask(simulator);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('KeyId') && !changed.has('simulator')) return;
    this.answer = this.refusal = undefined;
    this.gone = false;
    this.live.look();
    void this.describe(this.listed);
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = keysTexts[this.language];
    const { KeyId, language, busy } = this;
    // The key before this one is still there until the look at this one is answered.
    const live = this.live.answer?.KeyId === KeyId ? this.live.answer : undefined;
    return html`<div class="details">
      <div class="head">
        <h3 id="title" tabindex="-1">${live?.aliases[0] ? html`<code>${live.aliases[0]}</code>` : texts.key}</h3>
        <span role="status">${live ? stateBadge(live.KeyState) : nothing}</span>
        <button type="button" class="plain" aria-disabled=${String(busy)} @click=${this.again}>
          ${busy ? texts.refreshing : texts.refresh}
        </button>
      </div>
      ${this.refusal
        ? refusalBox('refusal', this.refusal, {
            title: texts.undescribed,
            silent: texts.silent,
            ours: this.texts.frame.ourWording,
            meaning: (texts.meanings as Readonly<Record<string, string>>)[this.refusal.code],
          })
        : nothing}
      ${this.gone
        ? this.refusal
          ? nothing
          : html`<p role="status">${texts.gone}</p>`
        : html`<glass-missing-material .simulator=${simulator} .of=${{ KeyId }} theme=${this.theme ?? nothing} lang=${language}></glass-missing-material>
            ${this.answer ? this.list(this.answer, live) : nothing}
            <h4>${texts.tryIt}</h4>
            ${keyed(
              KeyId,
              html`<glass-try-key .simulator=${simulator} .KeyId=${KeyId} .theme=${this.theme} lang=${language}></glass-try-key>`,
            )}`}
    </div>`;
  }

  /** The answer in AWS's names and order, the state as it is now, then tags and aliases. */
  private list({ metadata, tags }: Answer, live: KeyView | undefined): TemplateResult {
    const texts = keysTexts[this.language];
    const row = (name: TemplateResult | string, value: unknown): TemplateResult =>
      html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
    const none = html`<span class="quiet">${texts.none}</span>`;
    return html`<dl>
      ${Object.entries(metadata).map(([name, value]) => row(html`<code>${name}</code>`, this.value(name, value, live)))}
      ${row(texts.aliases, live && (live.aliases.length > 0 ? live.aliases.map((alias) => html`<code class="item">${alias}</code>`) : none))}
      ${row(
        texts.tags,
        tags.length > 0
          ? tags.map(({ TagKey, TagValue }) => html`<span class="item"><code>${TagKey}</code> = <code>${TagValue}</code></span>`)
          : none,
      )}
    </dl>`;
  }

  private value(name: string, value: unknown, live: KeyView | undefined): unknown {
    const texts = keysTexts[this.language];
    if (name === 'KeyState' && live)
      return html`${stateBadge(live.KeyState)}
      ${live.KeyState === value ? nothing : html`<span class="item quiet small">${marked(texts.answered(String(value)))}</span>`}`;
    if (value instanceof Date) return html`<time datetime=${value.toISOString()}>${moment(this.language, value)}</time>`;
    if (name === 'Description') return value ? html`<span class="text">${value}</span>` : html`<span class="quiet">${texts.none}</span>`;
    const text = Array.isArray(value) ? value.join(', ') : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return html`<code>${text}</code>
      ${name === 'Arn' || name === 'KeyId'
        ? html`<glass-copy what=${name} .text=${text} .words=${texts.copy} theme=${this.theme ?? nothing}></glass-copy>`
        : nothing}`;
  }

  private readonly again = (): Promise<void> => this.describe(true);

  private async describe(listed: boolean): Promise<void> {
    const { simulator, KeyId } = this;
    if (!simulator) return;
    const options = listed ? {} : { headers: unlisted };
    const question = (this.question += 1);
    this.busy = true;
    let refusal: Refusal | undefined;
    let answer: Answer | undefined;
    try {
      const [{ Tags = [] }, { KeyMetadata }] = await Promise.all([
        simulator.kms.listResourceTags({ KeyId }, options),
        simulator.kms.describeKey({ KeyId }, options),
      ]);
      answer = KeyMetadata && { metadata: KeyMetadata, tags: Tags };
    } catch (error) {
      refusal = refusalOf(error);
    }
    if (question !== this.question) return;
    this.busy = false;
    this.refusal = refusal;
    this.answer = answer;
  }
}

if (!customElements.get('glass-key-details')) customElements.define('glass-key-details', GlassKeyDetails);

declare global {
  interface HTMLElementTagNameMap {
    'glass-key-details': GlassKeyDetails;
  }
}
