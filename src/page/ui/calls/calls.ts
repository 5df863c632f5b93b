import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CommandEvent, ExchangeEvent } from '../../client/events.ts';
import type { Simulator } from '../../client/simulator.ts';
import { playgroundTexts, type PlaygroundTexts } from '../../i18n/playground.ts';
import { code } from '../code.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { controls } from '../styles.ts';
import { isUnlisted } from '../unlisted.ts';
import { callOf, isTyped, typedOf, type Call, type Deed } from './call.ts';
import { highlighted } from './highlight.ts';
import { callList } from './list.ts';
import { TakingHome } from './taking-home.ts';
import { style } from './style.ts';
import { Trails } from './trail.ts';
import { tabName, viewNames, viewOf, type ViewName } from './views.ts';

/** Calls that the list has. */
const listed = 20;
/** Calls, and commands at a terminal, that are kept for a runbook. */
const kept = 500;

/**
 * `<glass-calls>`: the last calls that its simulator sent to AWS, and the chosen one as answer, HTTP, AWS CLI,
 * TypeScript, Python and CloudTrail record. It follows the newest call until a person chooses an older one.
 *
 * Attributes and properties as in {@link GlassElement}; `views`, where the page is the playground: each call links its event.
 * It dispatches no events.
 */
export class GlassCalls extends GlassElement {
  static override properties: PropertyDeclarations = {
    session: { state: true },
    chosen: { state: true },
    tab: { state: true },
    said: { state: true },
    views: { type: Boolean },
  };
  static override styles = [...GlassElement.styles, controls, code, style];

  /** The whole session, the newest first; the list has the first of its calls. */
  declare private session: readonly Deed[];
  /** The call that a person chose; undefined: the newest. */
  declare private chosen: Call | undefined;
  declare private tab: ViewName;
  /** What a screen reader is told. */
  declare private said: string;
  declare views: boolean;
  private readonly home = new TakingHome(this);
  private heard: Simulator | undefined;
  private readonly trails = new Trails(this);

  constructor() {
    super();
    this.session = [];
    this.tab = 'answer';
    this.said = '';
    this.views = false;
  }

  /** Forgets all calls: the world that they were made in is gone. */
  clear(): void {
    this.session = [];
    this.chosen = undefined;
    this.said = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hear(undefined);
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.hear(simulator);
  }

  private hear(simulator: Simulator | undefined): void {
    this.heard?.exchanges.removeEventListener('exchange', this.exchanged);
    this.heard?.exchanges.removeEventListener('command', this.typed);
    this.heard = simulator;
    simulator?.exchanges.addEventListener('exchange', this.exchanged);
    simulator?.exchanges.addEventListener('command', this.typed);
  }

  private readonly exchanged = (event: ExchangeEvent): void => {
    if (isUnlisted(event.request)) return;
    const call = callOf(event);
    this.keep(call);
    if (this.chosen && !this.calls.includes(this.chosen)) this.chosen = undefined;
    this.said = this.ownTexts.answered(call.operation, [String(call.status), call.code].filter(Boolean).join(' '));
    this.simulator?.control.now().then(
      (now) => {
        call.time = now.getTime();
        this.requestUpdate();
      },
      () => undefined, // It goes without its time.
    );
  };

  private readonly typed = (event: CommandEvent): void => {
    this.keep(typedOf(event));
  };

  private keep(deed: Deed): void {
    this.session = [deed, ...this.session].slice(0, kept);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const call = this.shown;
    // CloudTrail is asked when somebody looks, not before.
    if (call && this.tab === 'record') this.trails.ask(call);
  }

  private get ownTexts(): PlaygroundTexts['calls'] {
    return playgroundTexts[this.language].calls;
  }

  private get calls(): readonly Call[] {
    return this.session.filter((deed): deed is Call => !isTyped(deed)).slice(0, listed);
  }

  private get shown(): Call | undefined {
    return this.chosen ?? this.calls[0];
  }

  protected override view(): TemplateResult {
    const texts = this.ownTexts;
    const call = this.shown;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${texts.title}</h2>
      ${call
        ? html`<div class="split">${callList({ texts, language: this.language, calls: this.calls, shown: call, choose: this.choose })} ${this.detail(call)}</div>`
        : html`<p class="quiet">${texts.hint}</p>`}
      ${this.session.length > 0 ? this.home.view(texts, this.session) : nothing}
      <p class="hidden" role="status">${this.said}</p>
    </section>`;
  }

  private readonly choose = (call: Call): void => {
    this.chosen = call === this.calls[0] ? undefined : call;
  };

  private detail(call: Call): TemplateResult {
    const texts = this.ownTexts;
    const { grammar, text, note = nothing } = viewOf(this.tab, call, texts, this.trails.get(call));
    return html`<div class="detail">
      <div role="tablist" aria-label=${texts.views(call.operation)} @keydown=${this.turn}>
          ${viewNames.map(
            (name) => html`<button
              type="button"
              role="tab"
              id="tab-${name}"
              aria-controls="panel"
              aria-selected=${name === this.tab}
              tabindex=${name === this.tab ? 0 : -1}
              @click=${() => {
                this.tab = name;
              }}
            >
              ${tabName(name, texts)}
            </button>`,
          )}
        </div>
      ${this.views && call.service && call.region === this.simulator?.region
        ? html`<p class="small"><a href=${addressOf('cloudtrail', 'request', call.operation, call.requestId)}>${texts.itsEvent}</a></p>`
        : nothing}
      <div role="tabpanel" id="panel" aria-labelledby="tab-${this.tab}">
        ${note}
        ${text === undefined
          ? nothing
          : html`<div class="text">
              <glass-copy what=${tabName(this.tab, texts)} .text=${text} .words=${texts} theme=${this.theme ?? nothing} lang=${this.language}></glass-copy>
              <pre tabindex="0" role="group" aria-label=${tabName(this.tab, texts)}>${highlighted(grammar, text)}</pre>
            </div>`}
      </div>
    </div>`;
  }

  /** The keys of the WAI-ARIA tabs pattern: the tab that has the focus is the open one. */
  private readonly turn = (event: KeyboardEvent): void => {
    const at = viewNames.indexOf(this.tab);
    const last = viewNames.length - 1;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const name = viewNames.at(step > last ? 0 : step);
    if (!name) return;
    this.tab = name;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
    });
  };
}

customElements.define('glass-calls', GlassCalls);

declare global {
  interface HTMLElementTagNameMap {
    'glass-calls': GlassCalls;
  }
}
