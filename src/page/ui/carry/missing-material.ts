import { css, html, nothing, type TemplateResult } from 'lit';
import type { KeyObjectName } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { missingMaterialTexts } from '../../i18n/missing-material.ts';
import { confirmed, dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { errorCode } from '../error-link.ts';
import { MaterialMadeEvent } from '../events.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';

/** A name is made anew with every render. */
const differ = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/**
 * `<glass-missing-material>`: says where a key has no material, and makes new after asking; nothing where it has some, or none can be looked at.
 *
 * Attributes and property: those of {@link GlassElement}. Property `of`: the key, by the KMS key or its place in a cluster.
 *
 * @fires glass-material-made ({@link MaterialMadeEvent})
 */
export class GlassMissingMaterial extends GlassElement {
  static override properties = { of: { attribute: false, hasChanged: differ }, busy: { state: true }, said: { state: true }, problem: { state: true } };
  static override styles = [
    ...GlassElement.styles,
    controls,
    dialogStyles,
    css`
      .missing {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
        padding: 0.75rem 1rem;
        border: 1px solid var(--moving);
        border-radius: 0.625rem;
      }
      b {
        color: var(--moving);
      }
    `,
  ];

  declare of: KeyObjectName;
  declare private busy: boolean;
  declare private said: string;
  declare private problem: string | undefined;

  private readonly object = new Looking(this, 'keyObject', () => this.of);

  constructor() {
    super();
    this.busy = false;
    this.said = '';
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.object.ask(simulator);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!changed.has('of')) return;
    this.said = '';
    this.problem = undefined;
    this.object.look();
  }

  protected override waiting(): TemplateResult {
    return html``;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = missingMaterialTexts[this.language];
    const missing = this.object.failure === undefined && this.object.answer?.withoutMaterial;
    return html`${missing
        ? html`<div class="missing">
            <p class="small"><b>${texts.ofKey}</b></p>
            <p class="small">${marked(texts.missingHint, errorCode)}</p>
            <button type="button" aria-disabled=${String(this.busy)} @click=${() => void this.make(simulator)}>${texts.makeOne}</button>
          </div>`
        : nothing}
      <p role="status" tabindex="-1" class="good small">${this.said}</p>
      <p class="bad" role="alert" lang="en">${this.problem}</p>`;
  }

  private async make({ control }: Simulator): Promise<void> {
    const texts = missingMaterialTexts[this.language];
    if (this.busy) return;
    if (!(await confirmed(this.renderRoot, { question: texts.makeOne, detail: html`${marked(texts.missingHint)}`, yes: texts.makeOne, no: this.texts.frame.cancel }))) return;
    this.busy = true;
    this.problem = undefined;
    try {
      this.said = texts.made(await control.makeMaterial(this.of));
      this.dispatchEvent(new MaterialMadeEvent());
      await this.updateComplete;
      // The button goes.
      this.renderRoot.querySelector<HTMLElement>('[role=status]')?.focus();
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.busy = false;
  }
}

if (!customElements.get('glass-missing-material')) customElements.define('glass-missing-material', GlassMissingMaterial);

declare global {
  interface HTMLElementTagNameMap {
    'glass-missing-material': GlassMissingMaterial;
  }
}
