import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Notes } from '../../../model/control.ts';
import type { ClusterSessionView, MapView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { terminalTexts, type TerminalTexts } from '../../i18n/terminal.ts';
import '../copy.ts';
import { GlassElement } from '../element.ts';
import { addressOf } from '../frame/route.ts';
import { Looking } from '../looking.ts';
import { marked } from '../marked.ts';
import { controls } from '../styles.ts';
import { moment } from '../words.ts';
import { entryView, transcript } from './entry.ts';
import { exampleCluster, examplesOf } from './examples.ts';
import { pastedLine } from './pasted.ts';
import { sessionOf, type Session } from './session.ts';
import { style } from './style.ts';

/**
 * `<glass-terminal>`: the shell of {@link Simulator.shell}, as a person uses it: a line, its answers, what was typed before, and
 * examples that fit the world. Elements with one simulator show one session.
 *
 * Attributes and property: those of {@link GlassElement}; `cluster-id` (property `ClusterId`): whose examples it shows.
 */
export class GlassTerminal extends GlassElement {
  static override properties = { ...GlassElement.properties, ClusterId: { type: String, attribute: 'cluster-id' }, whole: { state: true }, said: { state: true }, notes: { state: true } };
  static override styles = [...GlassElement.styles, controls, style];

  /** The entries of which all was asked for. */
  declare private whole: ReadonlySet<number>;
  /** What a screen reader is told about what no log says. */
  declare private said: string;
  declare private notes: Notes | undefined;

  /** The cluster that the examples are for; by default the first that HSMs answer for. */
  declare ClusterId: string | null;

  private leave: (() => void) | undefined;
  /** Whether the end of the scroll-back is in sight, and so stays there. */
  private atEnd = true;
  private scrolledTo = 0;
  /** What was printed grows by more than a render: buttons in it, fonts, the width. */
  private readonly growth = new ResizeObserver(() => {
    this.toEnd();
  });
  private readonly map = new Looking(this, 'map', undefined, (now, before) => {
    const ids = (map: typeof before): string => (map?.clusters ?? []).map(({ ClusterId }) => ClusterId).join();
    if (!before || ids(now) !== ids(before)) void this.readNotes();
    this.lookInside();
  });
  private readonly key = new Looking(this, 'keyObjects', () => ({ ClusterId: this.cluster?.ClusterId ?? '', limit: 1 }));
  private readonly contents = new Looking(this, 'clusterContents', () => ({ ClusterId: this.cluster?.ClusterId ?? '' }));

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

  /** The cluster that the examples are for. */
  private get cluster(): MapView['clusters'][number] | undefined {
    return exampleCluster(this.map.answer?.clusters ?? [], this.ClusterId);
  }

  private lookInside(): void {
    this.key.look();
    this.contents.look();
  }

  private get session(): Session | undefined {
    return this.simulator && sessionOf(this.simulator);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leave?.();
    this.growth.disconnect();
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.leave?.();
    this.leave = this.session?.follow(() => {
      this.requestUpdate();
    });
    this.map.ask(simulator);
    this.key.ask(simulator);
    this.contents.ask(simulator);
    // Its first line waits for less.
    simulator?.prepare();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('ClusterId')) this.lookInside();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const log = this.renderRoot.querySelector('.log');
    if (log) this.growth.observe(log);
    // An observer sees nothing in a page that is not in front.
    this.toEnd();
  }

  private toEnd(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    if (scroll && this.atEnd) scroll.scrollTop = scroll.scrollHeight;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const texts = terminalTexts[this.language];
    const session = sessionOf(simulator);
    const { prompt, secret, busy } = session;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${texts.title}</h2>
      <p class="quiet">${marked(texts.intro)}</p>
      <div class="sides">
        <div @keydown=${this.pressed}>
          <div class="screen">
            <div class="scroll" tabindex="0" role="log" aria-label=${texts.log} aria-busy=${String(busy)} @scroll=${this.scrolled}>
              <div class="log">${repeat(session.entries, ({ number }) => number, (entry) => this.entry(texts, entry))}</div>
            </div>
            <form class="line" @submit=${this.submit}>
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
                @paste=${this.paste}
              />
              <button type="submit" class="primary" aria-disabled=${String(busy)}>${secret ? texts.answer : texts.run}</button>
            </form>
          </div>
          <p class="tools">
            ${secret ? html`<button type="button" class="plain" @click=${this.interrupt}>${texts.leave}</button>` : nothing}
            <button type="button" class="plain" @click=${this.clear}>${texts.clear}</button>
            <glass-copy .text=${transcript(session.entries)} .words=${{ ...texts.copy, copy: texts.copyAll }} theme=${this.theme ?? nothing}></glass-copy>
          </p>
          <p id="keys" class="keys quiet small">${marked(texts.keys)}</p>
          <p class="hidden" role="status">${secret ? texts.asked(prompt) : this.said}</p>
        </div>
        ${this.help(texts, session)}
      </div>
    </section>`;
  }

  private entry(texts: TerminalTexts, entry: Session['entries'][number]): TemplateResult {
    const { language, theme, whole } = this;
    const showWhole = (): void => {
      this.atEnd = false;
      this.whole = new Set([...whole, entry.number]);
    };
    return entryView(entry, { texts, language, theme, whole: whole.has(entry.number), showWhole });
  }

  private help(texts: TerminalTexts, { prompt, secret }: Session): TemplateResult {
    const { clusters } = this.map.answer ?? {};
    const label = this.key.answer?.[0]?.attributes['label'];
    const { cluster } = this;
    const { users = [], sessions = [] } = this.contents.answer ?? {};
    const world = cluster && {
      cluster,
      alone: clusters?.length === 1,
      label: label === undefined ? undefined : String(label),
      hasKmsUser: users.some(({ username }) => username === 'kmsuser'),
    };
    const examples = world ? examplesOf(texts.examples, world, prompt.startsWith('aws-cloudhsm')) : [];
    const active = clusters?.some(({ hsms }) => hsms.some(({ State }) => State === 'ACTIVE'));
    const passwords = Object.entries(this.notes?.passwords ?? {});
    return html`<section class="help" aria-labelledby="help">
      <h3 id="help">${texts.help}</h3>
      ${this.map.failure ? html`<p class="bad" role="alert" lang="en">${this.map.failure}</p>` : nothing}
      ${clusters?.length === 0 ? html`<p class="notice">${marked(texts.noCluster)}</p>` : clusters && !active ? html`<p class="notice">${marked(texts.noHsm)}</p>` : nothing}
      ${examples.length > 0
        ? html`<p class="quiet small">${texts.helpHint}</p>
            <ul>
              ${examples.map(
                ({ line, what }) => html`<li class="example">
                  <button
                    type="button"
                    aria-disabled=${String(secret)}
                    @click=${() => {
                      this.fill(line);
                    }}
                  >
                    <code>${line}</code>
                  </button>
                  <span class="quiet small">${marked(what)}</span>
                </li>`,
              )}
            </ul>`
        : nothing}
      ${cluster && sessions.length > 0 ? this.signedIn(texts, cluster, sessions) : nothing}
      ${passwords.length > 0
        ? html`<h3>${texts.passwords}</h3>
            <dl class="passwords small">${passwords.map(([name, password]) => html`<dt><code>${name}</code></dt><dd><code>${password}</code></dd>`)}</dl>
            <p class="quiet small">${marked(texts.rotated)}</p>`
        : nothing}
      <p class="quiet small">${marked(texts.forgetful)}</p>
    </section>`;
  }

  /** Who is signed in, wherever: sessions outlive a page that was closed, and are ended where one looks into an HSM. */
  private signedIn(texts: TerminalTexts, { ClusterId, hsms }: MapView['clusters'][number], sessions: readonly ClusterSessionView[]): TemplateResult {
    const HsmId = hsms.find(({ State }) => State === 'ACTIVE')?.HsmId;
    return html`<h3>${texts.signedIn}</h3>
      <ul class="small">
        ${sessions.map(({ username, client, startedAt }) => html`<li><code>${username}</code> · ${client} · <time datetime=${new Date(startedAt).toISOString()}>${texts.since(moment(this.language, startedAt))}</time></li>`)}
      </ul>
      ${HsmId === undefined ? nothing : html`<p class="small"><a href=${addressOf('clusters', ClusterId, HsmId)}>${texts.endForgotten}</a></p>`}`;
  }

  private get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#line');
  }

  /** An example, to be changed and run. A password is asked for: it would be taken for the answer. */
  private fill(line: string): void {
    const { field } = this;
    if (!field || this.session?.secret) return;
    field.value = line;
    field.focus();
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { field, session } = this;
    if (!field || !session || session.busy) return;
    const { value } = field;
    field.value = '';
    field.focus();
    this.atEnd = true;
    this.said = '';
    void session.run(value);
  };

  private readonly interrupt = (): void => {
    const { field, session } = this;
    if (!field || !session) return;
    this.atEnd = true;
    session.interrupt(field.value);
    field.value = '';
    field.focus();
  };

  private readonly clear = (): void => {
    this.session?.clear();
    this.whole = new Set();
    this.atEnd = true;
    this.said = terminalTexts[this.language].cleared;
    this.field?.focus();
  };

  /** The keys of a terminal. Tab is none of them: it leads on. */
  private readonly pressed = (event: KeyboardEvent): void => {
    const { field, session } = this;
    const { key, isComposing } = event;
    if (!field || !session || isComposing || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.ctrlKey && key === 'l') this.clear();
    else if (event.composedPath()[0] !== field) return;
    // What is selected is copied.
    else if (event.ctrlKey && key === 'c' && field.selectionStart === field.selectionEnd) this.interrupt();
    else if (!event.ctrlKey && (key === 'ArrowUp' || key === 'ArrowDown') && !session.secret) {
      const line = session.recall(key === 'ArrowUp' ? -1 : 1, field.value);
      if (line !== undefined) field.value = line;
      field.setSelectionRange(field.value.length, field.value.length);
    } else return;
    event.preventDefault();
  };

  private readonly paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const { field, session } = this;
    // A password is what it is.
    if (!field || !session || session.secret || !/[\r\n]|^\s*(\$|aws-cloudhsm >)\s/.test(text)) return;
    event.preventDefault();
    field.setRangeText(pastedLine(text), field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  };

  private readonly scrolled = (event: Event): void => {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget as HTMLElement;
    // The event comes late: more may have been printed since. Only who goes up leaves the end.
    if (scrollHeight - scrollTop - clientHeight < 4) this.atEnd = true;
    else if (scrollTop < this.scrolledTo) this.atEnd = false;
    this.scrolledTo = scrollTop;
  };

  /** What a person must know of the scenario; none of it is worth a failure. */
  private async readNotes(): Promise<void> {
    this.notes = await this.simulator?.control.notes().catch(() => undefined);
  }
}

if (!customElements.get('glass-terminal')) customElements.define('glass-terminal', GlassTerminal);

declare global {
  interface HTMLElementTagNameMap {
    'glass-terminal': GlassTerminal;
  }
}
