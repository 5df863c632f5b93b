import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ClusterSessionView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { insideTexts, type InsideTexts } from '../../i18n/inside.ts';
import { confirmed, dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import { errorCode } from '../error-link.ts';
import { marked } from '../marked.ts';
import { refusalBox, refusalOf, refusalStyle, type Refusal } from '../refusal.ts';
import { controls } from '../styles.ts';
import { moment } from '../words.ts';
import { factTable, tableStyle } from './table.ts';

const style = css`
  #sessions ~ .small {
    margin-block-start: 0.5rem;
  }
`;

/**
 * `<glass-sessions>`: who is signed in at the HSMs of a cluster. A session of CloudHSM CLI that somebody forgot can be ended, which
 * is what repairs USER_LOGGED_IN (facts 1.8).
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`). Property: `sessions`.
 */
export class GlassSessions extends GlassElement {
  static override properties = {
    ...GlassElement.properties,
    ClusterId: { type: String, attribute: 'cluster-id' },
    sessions: { attribute: false },
    ending: { state: true },
    refusal: { state: true },
    said: { state: true },
  };
  static override styles = [...GlassElement.styles, controls, dialogStyles, refusalStyle, tableStyle, style];

  declare ClusterId: string;
  declare sessions: readonly ClusterSessionView[];
  /** The SessionId that is being ended. */
  declare private ending: string | undefined;
  declare private refusal: Refusal | undefined;
  declare private said: string;

  constructor() {
    super();
    this.sessions = [];
    this.said = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('ClusterId')) this.refusal = undefined;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, sessions } = this;
    const texts = insideTexts[language];
    const blocking = sessions.some(({ client, username }) => client === 'cloudhsm-cli' && username === 'kmsuser');
    return html`<div id="sessions" tabindex="-1">
        ${sessions.length === 0
          ? html`<p class="quiet">${texts.noSessions}</p>`
          : factTable(
              texts.sessions,
              [
                { heading: texts.who, cell: ({ username, role }) => html`<code>${username}</code> <code class="quiet">${role}</code>` },
                { heading: texts.from, cell: ({ client, CustomKeyStoreId }) => html`${client === 'AWS KMS' ? client : html`<code>${client}</code>`} ${CustomKeyStoreId ? html`<code class="quiet">${CustomKeyStoreId}</code>` : nothing}` },
                { heading: texts.since, cell: ({ startedAt }) => html`<time datetime=${new Date(startedAt).toISOString()}>${moment(language, startedAt)}</time>` },
                { heading: texts.end, cell: (session) => this.way(simulator, texts, session) },
              ],
              sessions,
            )}
      </div>
      ${blocking ? html`<p class="small">${marked(texts.blocks, errorCode)}</p>` : nothing}
      <p role="status" class=${this.said ? 'good' : 'hidden'}>${this.said}</p>
      ${this.refusal ? refusalBox('refusal', this.refusal, { title: texts.endFailed, silent: '', ours: this.texts.frame.ourWording, meaning: undefined }) : nothing}`;
  }

  private way(simulator: Simulator, texts: InsideTexts, session: ClusterSessionView): TemplateResult {
    const { client, SessionId, username, startedAt } = session;
    if (client === 'AWS KMS') return html`<span class="small quiet">${texts.ofKms}</span>`;
    const busy = this.ending !== undefined;
    return html`<button
      type="button"
      aria-disabled=${String(busy)}
      @click=${() => void this.end(simulator, texts, session)}
    >
      ${this.ending === SessionId ? texts.ending : texts.end}<span class="hidden"> ${texts.endOf(username, moment(this.language, startedAt))}</span>
    </button>`;
  }

  /** Asks first: somebody may be at work there. */
  private async end({ cloudhsmCli }: Simulator, texts: InsideTexts, { SessionId, username }: ClusterSessionView): Promise<void> {
    const { ClusterId } = this;
    if (this.ending !== undefined) return;
    const question = { question: texts.endQuestion(username), detail: html`${marked(texts.endDetail)}`, yes: texts.endYes, no: texts.cancel };
    if (!(await confirmed(this.renderRoot, question))) return;
    this.ending = SessionId;
    this.refusal = undefined;
    this.said = '';
    try {
      await cloudhsmCli.logout({ ClusterId, SessionId });
      this.said = texts.ended(username);
    } catch (error) {
      this.refusal = refusalOf(error);
    }
    this.ending = undefined;
    await this.updateComplete;
    // The button goes with the session.
    this.renderRoot.querySelector<HTMLElement>(this.refusal ? '#refusal' : '#sessions')?.focus();
  }
}

if (!customElements.get('glass-sessions')) customElements.define('glass-sessions', GlassSessions);

declare global {
  interface HTMLElementTagNameMap {
    'glass-sessions': GlassSessions;
  }
}
