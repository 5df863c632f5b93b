import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Simulator } from '../../client/simulator.ts';
import { terminalTexts, type TerminalTexts } from '../../i18n/terminal.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { EndInSight } from './end.ts';
import { entryView, transcript } from './entry.ts';
import { help } from './help.ts';
import { Line } from './line.ts';
import { sessionOf, type Session } from './session.ts';
import { style } from './style.ts';
import { Surroundings } from './surroundings.ts';

/**
 * `<glass-terminal>`: the shell of {@link Simulator.shell}, as a person uses it: a line, its answers, what was typed before, and
 * examples that fit the world. Elements with one simulator show one session.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`): whose examples it shows.
 */
export class GlassTerminal extends GlassElement {
  static override properties = { ...GlassElement.properties, ClusterId: { type: String, attribute: 'cluster-id' }, whole: { state: true }, said: { state: true } };
  static override styles = [...GlassElement.styles, controls, style];

  /** The cluster that the examples are for; by default the first that HSMs answer for. */
  declare ClusterId: string | null;
  /** The entries of which all was asked for. */
  declare private whole: ReadonlySet<number>;
  /** What a screen reader is told about what no log says. */
  declare private said: string;

  private leave: (() => void) | undefined;
  private readonly around = new Surroundings(this, () => this.ClusterId);
  private readonly end = new EndInSight(this);
  private readonly line = new Line(this);

  constructor() {
    super();
    this.ClusterId = null;
    this.whole = new Set();
    this.said = '';
  }

  /** To the line; where a touch would bring a keyboard up, to the title. */
  override focus(): void {
    const place = matchMedia('(pointer: coarse)').matches ? '#title' : '#line';
    // Called as soon as the view is opened, too.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(place)?.focus());
  }

  /** What a person does here; undefined without a simulator. */
  get session(): Session | undefined {
    return this.simulator && sessionOf(this.simulator);
  }

  get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#line');
  }

  /** Something was typed: its answer comes into sight. */
  answering(): void {
    this.end.follow();
    this.said = '';
  }

  /** Empties the scroll-back. */
  readonly clear = (): void => {
    this.session?.clear();
    this.whole = new Set();
    this.end.follow();
    this.said = terminalTexts[this.language].cleared;
    this.field?.focus();
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.leave?.();
    this.leave = this.session?.follow(() => {
      this.requestUpdate();
    });
    this.around.ask(simulator);
    // Its first line waits for less.
    simulator?.prepare();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('ClusterId')) this.around.look();
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, line, around } = this;
    const texts = terminalTexts[language];
    const session = sessionOf(simulator);
    const { prompt, secret, busy } = session;
    const fill = (example: string): void => {
      line.fill(example);
    };
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      <p class="quiet">${marked(texts.intro)}</p>
      <div class="sides">
        <div @keydown=${line.pressed}>
          <div class="screen">
            <div class="scroll" tabindex="0" role="log" aria-label=${texts.log} aria-busy=${String(busy)} @scroll=${this.end.scrolled}>
              <div class="log">${repeat(session.entries, ({ number }) => number, (entry) => this.entry(texts, entry))}</div>
            </div>
            <form class="line" @submit=${line.submit}>
              <code aria-hidden="true">${prompt.trimEnd()}</code>
              <input
                id="line"
                type=${secret ? 'password' : 'text'}
                aria-label=${secret ? prompt : texts.line}
                aria-describedby="keys"
                autocomplete="off"
                autocapitalize="off"
                autocorrect="off"
                spellcheck="false"
                enterkeyhint="send"
                @paste=${line.paste}
              />
              <button type="submit" class="primary" aria-disabled=${String(busy)}>${secret ? texts.answer : texts.run}</button>
            </form>
          </div>
          <p class="tools">
            ${secret ? html`<button type="button" class="plain" @click=${line.interrupt}>${texts.leave}</button>` : nothing}
            <button type="button" class="plain" @click=${this.clear}>${texts.clear}</button>
            <glass-copy .text=${transcript(session.entries)} .words=${{ ...texts.copy, copy: texts.copyAll }} theme=${this.theme ?? nothing}></glass-copy>
          </p>
          <p id="keys" class="keys quiet small">${marked(texts.keys)}</p>
          <p class="hidden" role="status">${secret ? texts.asked(prompt) : this.said}</p>
        </div>
        ${help({ language, texts, session, around, fill })}
      </div>
    </section>`;
  }

  private entry(texts: TerminalTexts, entry: Session['entries'][number]): TemplateResult {
    const { language, theme, whole } = this;
    const showWhole = (): void => {
      this.end.stay();
      this.whole = new Set([...whole, entry.number]);
    };
    return entryView(entry, { texts, language, theme, whole: whole.has(entry.number), showWhole });
  }
}

if (!customElements.get('glass-terminal')) customElements.define('glass-terminal', GlassTerminal);

declare global {
  interface HTMLElementTagNameMap {
    'glass-terminal': GlassTerminal;
  }
}
