import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { connect } from '../client/connect.ts';
import type { Simulator } from '../client/simulator.ts';
import type { Catalogue } from '../i18n/en.ts';
import { chooseLanguage, languages, type Language } from '../i18n/languages.ts';
import { tokens } from './styles.ts';

/**
 * What every GlassHSM element is: it has a simulator (given, or its own), a language and a theme, and shows why where it
 * has none. An element extends this and renders `view()`.
 *
 * Attributes: `database` (the world to join; default `glass-hsm`, or `glass-hsm-<scenario>` where a scenario is named),
 * `scenario` (what a new database begins with), `region`, `account` and `identity` (who calls from where), `lang` (`en`, `ja`; default the page's, then the browser's),
 * `theme` (`light`, `dark`; default the system's). Property: `simulator`, instead of a database of its own.
 */
export abstract class GlassElement extends LitElement {
  static override properties: PropertyDeclarations = {
    database: { type: String },
    scenario: { type: String },
    region: { type: String },
    account: { type: String },
    identity: { type: String },
    lang: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    simulator: { attribute: false },
    failure: { state: true },
  };
  static override styles = [tokens];

  declare database: string | null;
  declare scenario: string | null;
  declare region: string | null;
  declare account: string | null;
  declare identity: string | null;
  declare lang: string;
  declare theme: 'light' | 'dark' | null;
  /** The simulator that the element shows: given by its owner, or connected by itself. */
  declare simulator: Simulator | undefined;
  /** Why there is no simulator. */
  declare failure: string | undefined;

  /** Connected by this element, so closed by it. */
  private own: Simulator | undefined;
  /** A newer attempt, or the element's removal, overtakes an older one. */
  private attempt = 0;
  /** Which world, Region and caller the newest attempt was for. */
  private asked: string | undefined;

  /** The texts of the element's language. */
  get texts(): Catalogue {
    return languages[this.language].texts;
  }
  get language(): Language {
    const inherited = this.lang || this.closest('[lang]')?.getAttribute('lang') || null;
    return chooseLanguage(inherited, navigator.languages);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    // Moved on the page: a simulator that was given is still there, one of its own was closed.
    if (this.simulator) this.simulatorChanged(this.simulator);
    else this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.attempt += 1;
    this.release();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.start();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.asked !== undefined && this.asked !== this.place()) this.start();
    if (changed.has('simulator')) {
      // Given by the owner: what this element had connected by itself is no longer needed.
      if (this.own && this.simulator !== this.own) {
        this.own.close();
        this.own = undefined;
      }
      this.simulatorChanged(this.simulator);
    }
  }

  /** The simulator came, went, or is another one. */
  protected simulatorChanged(_simulator: Simulator | undefined): void {
    // For elements that listen to it.
  }

  /** What the element shows when it has a simulator. */
  protected abstract view(simulator: Simulator): TemplateResult;

  /** What it shows until then. */
  protected waiting(): TemplateResult {
    return html`<p class="waiting" role="status">${this.texts.frame.starting}</p>`;
  }

  protected override render(): TemplateResult {
    if (this.failure !== undefined)
      return html`<div class="failure" role="alert">
        <strong>${this.texts.frame.failed}</strong>
        <p lang="en">${this.failure}</p>
        <button type="button" @click=${this.retry}>${this.texts.frame.tryAgain}</button>
      </div>`;
    return this.simulator ? this.view(this.simulator) : this.waiting();
  }

  private readonly retry = (): void => {
    this.release();
    this.start();
  };

  private start(): void {
    if (this.simulator && this.simulator !== this.own) return;
    this.failure = undefined;
    this.attempt += 1;
    this.asked = this.place();
    const { attempt, scenario, region, account, identity } = this;
    const database = this.database ?? (scenario ? `glass-hsm-${scenario}` : undefined);
    connect({
      // An element that only shows the world makes no calls; one that will make some says so to the simulator.
      prepare: false,
      ...(database && { database }),
      ...(scenario && { scenario }),
      ...(region && { region }),
      ...(account && { account }),
      ...(identity && { identity }),
    }).then(
      (simulator) => {
        if (attempt !== this.attempt) return simulator.close();
        // Only now: with the last simulator ends the worker, and with that a world that is kept in memory.
        this.own?.close();
        this.simulator = this.own = simulator;
      },
      (error: unknown) => {
        if (attempt !== this.attempt) return;
        this.release();
        this.failure = error instanceof Error ? error.message : String(error);
      },
    );
  }

  private place(): string {
    return [this.database, this.scenario, this.region, this.account, this.identity].join(' ');
  }

  private release(): void {
    if (!this.own) return;
    this.own.close();
    this.own = undefined;
    this.simulator = undefined;
  }
}
