import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import type { Language } from '../../i18n/languages.ts';
import { playgroundTexts, type PlaygroundTexts } from '../../i18n/playground.ts';
import { confirmed, dialogStyles } from '../confirm.ts';
import { GlassElement } from '../element.ts';
import type { SignInEvent } from '../events.ts';
import '../home/home.ts';
import { Looking } from '../looking.ts';
import { remember } from '../remembered.ts';
import { controls } from '../styles.ts';
import { Beside } from './beside.ts';
import { besideBanner, problemNotice } from './beside-banner.ts';
import { header } from './header.ts';
import { popover } from './popover.ts';
import { preferredCaller, preferredLanguage, preferredTheme, putInAddress, rememberCaller, type Theme } from './preferences.ts';
import { Routing } from './routing.ts';
import { scenarioChoice } from './scenarios.ts';
import { style } from './style.ts';

/**
 * `<glass-playground>`: the whole page. One simulator for all views; time, Region, language, theme and reset.
 *
 * Attributes and properties as in {@link GlassElement}; it sets the document's title, language and theme, and `?lang=`, and
 * shows the view that the address names after its `#`.
 * What stands inside of the tag is shown until the script has loaded.
 */
export class GlassPlayground extends GlassElement {
  static override properties: PropertyDeclarations = { choice: { state: true }, said: { state: true } };
  static override styles = [...GlassElement.styles, controls, dialogStyles, popover, style];

  /** The theme that was chosen; `theme` is absent where the system's is. */
  declare private choice: Theme;
  declare private said: string;
  /** Asked after every change, so that a simulator that has stopped is noticed. */
  private readonly map = new Looking(this, 'map');
  private readonly beside = new Beside(this);
  private readonly routing = new Routing(this, () => this.renderRoot.querySelector<HTMLElement>('#main'));
  /** One question at a time. */
  private asking = false;

  constructor() {
    super();
    this.region = 'us-west-2';
    ({ account: this.account, identity: this.identity } = preferredCaller());
    this.lang = preferredLanguage();
    this.choice = preferredTheme();
    this.said = '';
  }

  private get ownTexts(): PlaygroundTexts {
    return playgroundTexts[this.language];
  }

  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.map.ask(simulator);
    if (simulator) this.beside.arrived();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.theme = this.choice === 'system' ? null : this.choice;
    const { documentElement: page } = document;
    page.lang = this.language;
    page.dataset['theme'] = this.choice;
    document.title = this.routing.title(this.ownTexts.playground);
  }

  protected override render(): TemplateResult {
    const { language, simulator, choice } = this;
    const { playground: texts } = this.ownTexts;
    return html`<a class="skip" href="#main" @click=${this.skip}>${texts.skip}</a>
      ${header({
        language,
        texts: this.ownTexts,
        view: this.routing.route.view,
        theme: choice,
        region: this.region ?? '',
        caller: { account: this.account ?? '', identity: this.identity ?? '' },
        simulator: this.map.failure === undefined ? simulator : undefined,
        speak: this.speak,
        dress: this.dress,
        move: (region) => {
          this.region = region;
        },
        takeAlong: () => void this.takeAlong(),
        reset: () => void this.reset(),
      })}
      <main id="main" tabindex="-1" @glass-world-replaced=${this.anew} @glass-sign-in=${this.signIn}>
        ${this.besideView(texts)}
        <p class="mark">${simulator?.storage.storage === 'memory' ? texts.simulatedInMemory : texts.simulated}</p>
        ${this.content(texts)}
      </main>
      <footer>${texts.notAffiliated}</footer>
      <glass-take-along .simulator=${simulator} .theme=${this.theme} lang=${language} @glass-world-replaced=${this.anew}></glass-take-along>
      <p class="hidden" role="status">${this.said}</p>`;
  }

  private content(texts: PlaygroundTexts['playground']): TemplateResult {
    // The library's messages are English; the one that a classroom meets most is told in the page's language.
    if (this.failure !== undefined && !isSecureContext)
      return html`<div class="failure" role="alert"><strong>${this.texts.frame.failed}</strong><p>${texts.insecure}</p></div>`;
    if (this.beside.opening) return html`<p class="waiting" role="status">${texts.openingLink}</p>`;
    if (this.map.failure === undefined) return super.render();
    return html`<div class="failure" role="alert">
      <strong>${texts.stopped}</strong>
      <p lang="en">${this.map.failure}</p>
      <button type="button" class="primary" @click=${() => {
        location.reload();
      }}>${texts.reload}</button>
    </div>`;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language, theme } = this;
    const { reason, storage } = simulator.storage;
    return html`${storage === 'memory'
        ? html`<p class="notice"><b>${this.ownTexts.playground.memory}</b> <span lang="en">${reason}</span></p>`
        : nothing}
      <glass-home ?hidden=${this.routing.route.view !== 'map'} .simulator=${simulator} .theme=${theme} lang=${language}></glass-home>
      ${this.routing.show({ simulator, theme, language }, this.ownTexts.playground)}`;
  }

  private readonly speak = (language: Language): void => {
    this.lang = language;
    remember('lang', language);
    putInAddress(language);
  };

  private readonly dress = (theme: Theme): void => {
    this.choice = theme;
    remember('theme', theme);
  };

  private readonly signIn = ({ account, identity }: SignInEvent): void => {
    Object.assign(this, { account, identity });
    rememberCaller({ account, identity });
  };

  /** A link's jump does not reach into a shadow tree. */
  private readonly skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  };

  /** The world is another one. */
  private readonly anew = (): void => {
    this.map.look();
    this.renderRoot.querySelector('glass-home')?.anew();
  };

  /** Which world it is where it is not one's own; why a link was not opened. */
  private besideView(texts: PlaygroundTexts['playground']): TemplateResult {
    const { beside, simulator } = this;
    return html`${beside.problem ? problemNotice(texts, beside) : nothing}
    ${beside.world ? besideBanner(texts, beside.world, simulator && (() => void this.keep(simulator)), this.back) : nothing}`;
  }

  private readonly back = (): void => {
    this.beside.leave();
    this.said = this.ownTexts.playground.backAgain;
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
  };

  private async keep(simulator: Simulator): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      const [{ keepQuestion }, replaced] = await Promise.all([import('../carry/summary.ts'), this.beside.replaced()]);
      if (!(await confirmed(this.renderRoot, keepQuestion(this.language, replaced, this.texts.frame.cancel)))) return;
      await this.beside.keep(simulator);
      if (this.beside.world) return;
      this.said = this.ownTexts.playground.kept;
      this.renderRoot.querySelector<HTMLElement>('#main')?.focus();
    } finally {
      this.asking = false;
    }
  }

  private async takeAlong(): Promise<void> {
    await import('../carry/take-along.ts');
    await this.renderRoot.querySelector('glass-take-along')?.show();
  }

  private async reset(): Promise<void> {
    const { playground: texts } = this.ownTexts;
    const { simulator } = this;
    if (!simulator || this.asking) return;
    this.asking = true;
    try {
      await this.beginAnew(simulator, texts);
    } finally {
      this.asking = false;
    }
  }

  private async beginAnew(simulator: Simulator, texts: PlaygroundTexts['playground']): Promise<void> {
    let { scenario } = await simulator.control.notes();
    const choice = scenarioChoice(texts, scenario, (name) => {
      scenario = name;
    });
    const detail = html`<p>${texts.resetDetail}</p>${choice}`;
    if (!(await confirmed(this.renderRoot, { question: texts.resetQuestion, detail, yes: texts.resetYes, no: this.texts.frame.cancel }))) return;
    await simulator.control.loadScenario(scenario);
    this.anew();
    this.said = texts.resetDone;
  }
}

customElements.define('glass-playground', GlassPlayground);

declare global {
  interface HTMLElementTagNameMap {
    'glass-playground': GlassPlayground;
  }
}
