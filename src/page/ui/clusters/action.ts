import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import type { WrittenCall } from '../calls/written.ts';
import { confirmed, dialogStyles, type Question } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { marked } from '../marked.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import './call-code.ts';
import { sectionStyle } from './style.ts';

type Call = (input: object) => Promise<object>;

/**
 * `<glass-action>`: one AWS call that a person can make: what it does, its fields (slotted), a button with the operation's name,
 * AWS's answer or refusal in place, and the same call for AWS CLI, TypeScript and Python.
 *
 * Attributes and property: those of {@link GlassElement}; `label`, `hint`. Properties: `service`, `operation`, `input`; `question`,
 * asked before; `told`, what to say of the answer.
 */
export class GlassAction extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    label: { type: String },
    hint: { type: String },
    service: { attribute: false },
    operation: { attribute: false },
    input: { attribute: false },
    question: { attribute: false },
    told: { attribute: false },
    busy: { state: true },
    refusal: { state: true },
    answer: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, dialogStyles, refusalStyle, sectionStyle];

  declare label: string;
  declare hint: string;
  declare service: 'kms' | 'cloudhsmv2';
  declare operation: string;
  declare input: WrittenCall['input'];
  declare question: Question | undefined;
  declare told: ((answer: object) => TemplateResult | string) | undefined;
  declare private busy: boolean;
  declare private refusal: Refusal | undefined;
  declare private answer: object | undefined;

  constructor() {
    super();
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What was refused is not what would be called now.
    if (changed.has('operation') && changed.get('operation') !== undefined) this.refusal = this.answer = undefined;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = clustersTexts[this.language];
    const { operation, service, input, question, answer, refusal } = this;
    const { meanings } = playgroundTexts[this.language].calls;
    return html`<details class="action">
      <summary><span>${this.label}</span> <code class="quiet">${operation}</code></summary>
      <div class="body sides">
        <div class="form">
          <p class="quiet small">${marked(this.hint)}</p>
          <slot></slot>
          <p class="tools">
            <button type="button" class="call ${question ? 'danger' : ''}" aria-disabled=${String(this.busy)} @click=${this.call}>
              ${this.busy ? texts.calling : operation}
            </button>
          </p>
          <div role="status">${answer ? html`<p class="good">${marked(texts.answered(operation))}</p>${this.told ? html`<p>${this.told(answer)}</p>` : nothing}` : nothing}</div>
          ${refusal
            ? refusalBox('refusal', refusal, {
                title: texts.refused(operation).replaceAll('`', ''),
                silent: texts.silent,
                ours: this.texts.frame.ourWording,
                meaning: (meanings as Readonly<Record<string, string>>)[refusal.code],
              })
            : nothing}
        </div>
        <glass-call-code
          .call=${{ service, operation, region: simulator.region, input } satisfies WrittenCall}
          .theme=${this.theme}
          lang=${this.language}
        ></glass-call-code>
      </div>
    </details>`;
  }

  /** One call at a time; what failed is where the focus goes. */
  private readonly call = async (): Promise<void> => {
    const { simulator, service, operation, input, question } = this;
    if (!simulator || this.busy) return;
    if (question && !(await confirmed(this.renderRoot, question))) return;
    this.busy = true;
    this.refusal = this.answer = undefined;
    try {
      const client = simulator[service] as unknown as Readonly<Record<string, Call>>;
      this.answer = await client[operation.charAt(0).toLowerCase() + operation.slice(1)]?.(input);
    } catch (error) {
      this.refusal = refusalOf(error);
    }
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#refusal')?.focus();
  };
}

if (!customElements.get('glass-action')) customElements.define('glass-action', GlassAction);

declare global {
  interface HTMLElementTagNameMap {
    'glass-action': GlassAction;
  }
}
