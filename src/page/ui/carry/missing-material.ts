import { css, html, nothing, type TemplateResult } from 'lit';
import type { KeyObjectName } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { missingMaterialTexts } from '../../i18n/missing-material.ts';
import { GlassElement } from '../element.ts';
import { MaterialMadeEvent } from '../events.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';

/**
 * `<glass-missing-material>`: says where a key has no material, and makes new; nothing where it has some, or none can be looked at.
 *
 * Attributes and property: those of {@link GlassElement}. Property `of`: the key, by the KMS key or its place in a cluster.
 *
 * @fires glass-material-made ({@link MaterialMadeEvent})
 */
export class GlassMissingMaterial extends GlassElement {
  static override properties = { of: { attribute: false }, busy: { state: true }, said: { state: true }, problem: { state: true } };
  static override styles = [
    ...GlassElement.styles,
    controls,
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
    const before = changed.get('of');
    if (before === undefined || JSON.stringify(before) === JSON.stringify(this.of)) return;
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
            <p><b>${texts.ofKey}</b></p>
            <p class="small">${marked(texts.missingHint)}</p>
            <button type="button" aria-disabled=${String(this.busy)} @click=${() => void this.make(simulator)}>${texts.makeOne}</button>
          </div>`
        : nothing}
      <p role="status" tabindex="-1" class=${this.said ? 'good small' : 'hidden'}>${this.said}</p>
      ${this.problem === undefined ? nothing : html`<p class="bad" role="alert" lang="en">${this.problem}</p>`}`;
  }

  private async make({ control }: Simulator): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      this.said = missingMaterialTexts[this.language].made(await control.makeMaterial(this.of));
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
