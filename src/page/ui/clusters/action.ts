import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import type { Planned } from '../calls/ways.ts';
import type { WrittenCall } from '../calls/written.ts';
import { confirmed, dialogStyles, type Question } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { eventLink, requestIdOf } from '../event-link.ts';
import { CalledEvent } from '../events.ts';
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
 * Attributes and property: those of {@link GlassElement}; `label`, `hint`; `press`, what stands on the button instead of the
 * operation's name; `flat`, where it is the page's one action: it stands open, without a summary.
 * Properties: `service`, `operation`, `input`; `code`, the input as the code shows it, where that is another (no passwords, files
 * by their names); `why`, the reason for which it cannot be called now; `question`, asked before; `told`, what to say of the answer.
 * `views`, where the page is the playground: a call then links its event in CloudTrail.
 * Events: {@link CalledEvent} when AWS has done it.
 */
export class GlassAction extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    label: { type: String },
    hint: { type: String },
    press: { type: String },
    flat: { type: Boolean },
    views: { type: Boolean },
    why: { attribute: false },
    code: { attribute: false },
    service: { attribute: false },
    operation: { attribute: false },
    input: { attribute: false },
    question: { attribute: false },
    told: { attribute: false },
    busy: { state: true },
    refusal: { state: true },
    answer: { state: true },
    requestId: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, dialogStyles, refusalStyle, sectionStyle];

  declare label: string;
  declare hint: string;
  declare press: string | null;
  declare flat: boolean;
  declare views: boolean;
  declare why: string | undefined;
  declare code: Pick<Planned, 'input' | 'files'> | undefined;
  declare service: 'kms' | 'cloudhsmv2';
  declare operation: string;
  declare input: WrittenCall['input'];
  declare question: Question | undefined;
  declare told: ((answer: object) => TemplateResult | string) | undefined;
  declare private busy: boolean;
  declare private refusal: Refusal | undefined;
  declare private answer: object | undefined;
  /** Of the last call. */
  declare private requestId: string | undefined;

  constructor() {
    super();
    this.busy = this.flat = this.views = false;
    this.press = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // What was refused is not what would be called now.
    if (changed.has('operation') && changed.get('operation') !== undefined) this.refusal = this.answer = this.requestId = undefined;
  }

  protected override view(simulator: Simulator): TemplateResult {
    if (this.flat) return this.body(simulator);
    return html`<details class="action">
      <summary><span>${this.label}</span> <code class="quiet">${this.operation}</code></summary>
      ${this.body(simulator)}
    </details>`;
  }

  private body(simulator: Simulator): TemplateResult {
    const texts = clustersTexts[this.language];
    const { operation, service, input, question, answer, refusal, why, code = { input }, press, flat } = this;
    const { meanings } = playgroundTexts[this.language].calls;
    return html`<div class="body sides ${flat ? 'flat' : ''}">
      <div class="form">
        <p class="quiet small">${marked(this.hint)}</p>
        <slot></slot>
        ${why === undefined ? nothing : html`<p class="why small" id="why">${marked(why)}</p>`}
        <p class="tools">
          <button
            type="button"
            class="call ${press === null ? 'mono' : ''} ${question ? 'danger' : flat ? 'primary' : ''}"
            aria-disabled=${String(this.busy || why !== undefined)}
            aria-describedby=${why === undefined ? nothing : 'why'}
            @click=${this.call}
          >
            ${this.busy ? texts.calling : (press ?? operation)}
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
        ${this.views && this.requestId ? html`<p>${eventLink(operation, this.requestId, texts.itsEvent)}</p>` : nothing}
      </div>
      <glass-call-code
        .call=${{ service, operation, region: simulator.region, input: code.input } satisfies WrittenCall}
        .files=${code.files}
        .theme=${this.theme}
        lang=${this.language}
      ></glass-call-code>
    </div>`;
  }

  /** One call at a time; what failed is where the focus goes. */
  private readonly call = async (): Promise<void> => {
    const { simulator, service, operation, input, question } = this;
    if (!simulator || this.busy || this.why !== undefined) return;
    if (question && !(await confirmed(this.renderRoot, question))) return;
    this.busy = true;
    this.refusal = this.answer = this.requestId = undefined;
    try {
      const client = simulator[service] as unknown as Readonly<Record<string, Call>>;
      const answer = await client[operation.charAt(0).toLowerCase() + operation.slice(1)]?.(input);
      this.answer = answer;
      this.requestId = requestIdOf(answer);
      if (answer) this.dispatchEvent(new CalledEvent(operation, answer));
    } catch (error) {
      this.refusal = refusalOf(error);
      this.requestId = requestIdOf(error);
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
