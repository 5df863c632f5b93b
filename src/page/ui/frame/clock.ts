import { css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import { GlassElement } from '../element.ts';
import { clockIcon } from '../icons.ts';
import { Looking } from '../looking.ts';
import { controls } from '../styles.ts';
import { popover } from './popover.ts';
import { speeds, speedShort, speedWords } from './speeds.ts';

const hour = 3_600_000;
const jumps = [
  [1, 'hour', hour],
  [1, 'day', 24 * hour],
  [7, 'day', 7 * 24 * hour],
  [30, 'day', 30 * 24 * hour],
] as const;

/**
 * `<glass-clock>`: the simulated time, how fast AWS's waits pass, and jumps ahead.
 *
 * Attributes and properties as in {@link GlassElement}. It dispatches no events.
 */
export class GlassClock extends GlassElement {
  static override properties: PropertyDeclarations = { said: { state: true } };
  static override styles = [
    ...GlassElement.styles,
    controls,
    popover,
    css`
      :host {
        container-type: normal;
      }
      .button {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
        inline-size: 100%;
        font-weight: 400;
        white-space: nowrap;
        color: var(--ink);
        font-variant-numeric: tabular-nums;
      }
      @container (max-width: 60rem) {
        .button .small {
          position: absolute;
          inline-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      .button svg {
        flex: none;
        color: var(--quiet);
      }
      @container (max-width: 28rem) {
        .button {
          padding-inline: 0.5rem;
        }
        .button svg {
          display: none;
        }
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 0.625rem;
        align-items: center;
        padding-block: 0.25rem;
        color: var(--ink);
        font-size: 1rem;
      }
      label .quiet {
        grid-column: 2;
      }
      legend {
        padding: 0;
        margin-block-end: 0.25rem;
      }
      .now {
        font-size: 1.125rem;
        font-variant-numeric: tabular-nums;
      }
      .jumps {
        display: grid;
        grid-template-columns: repeat(4, auto);
        gap: 0.5rem;
      }
      .jumps button {
        padding-inline: 0.25rem;
        font-size: 0.875rem;
        white-space: nowrap;
      }
    `,
  ];

  declare private said: string;
  private readonly world = new Looking(this, 'map', undefined, ({ now }) => {
    this.ahead = now - Date.now();
  });
  /** How far simulated time is ahead of this machine's. */
  private ahead = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.said = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.tick();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }
  protected override simulatorChanged(simulator: Simulator | undefined): void {
    this.world.ask(simulator);
  }

  /** At each full second of the simulated time. */
  private tick(): void {
    this.requestUpdate();
    this.timer = setTimeout(() => {
      this.tick();
    }, 1000 - ((Date.now() + this.ahead) % 1000));
  }

  protected override waiting(): TemplateResult {
    return html``;
  }

  protected override view(simulator: Simulator): TemplateResult {
    const { language } = this;
    const { playground: texts } = playgroundTexts[language];
    const { answer } = this.world;
    if (!answer) return this.waiting();
    const { speed } = answer;
    const now = Date.now() + this.ahead;
    const format = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language, options).format(now);
    return html`<button type="button" class="button" popovertarget="clock">
        ${clockIcon}<span class="hidden">${texts.clock}: </span><span>${format({ timeStyle: 'medium' })}</span>
        <span class="quiet small">${speedShort(language, speed, texts)}</span>
      </button>
      <div id="clock" popover role="group" aria-labelledby="clock-title">
        <h2 id="clock-title">${texts.clock}</h2>
        <p class="now">${format({ dateStyle: 'long', timeStyle: 'medium' })}</p>
        <fieldset>
          <legend>${texts.speed}</legend>
          ${(speeds.includes(speed) ? speeds : [speed, ...speeds]).map((choice) => {
            const [words, example] = speedWords(language, choice, texts);
            return html`<label
              ><input
                type="radio"
                name="speed"
                .checked=${choice === speed}
                @change=${() => simulator.control.setSpeed(choice)}
              /><span>${words}</span> ${example ? html`<span class="quiet small">${example}</span>` : nothing}</label
            >`;
          })}
        </fieldset>
        <p class="quiet small">${texts.shortened}</p>
        <h3>${texts.jump}</h3>
        <p class="quiet small" id="jump-detail">${texts.jumpDetail}</p>
        <p class="jumps">
          ${jumps.map(
            ([value, unit, ms]) => html`<button type="button" aria-describedby="jump-detail" @click=${() => this.jump(simulator, ms)}>
              +${new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value)}
            </button>`,
          )}
        </p>
        <p class="hidden" role="status">${this.said}</p>
      </div>`;
  }

  private async jump({ control }: Simulator, ms: number): Promise<void> {
    await control.advance(ms);
    const format = new Intl.DateTimeFormat(this.language, { dateStyle: 'long', timeStyle: 'short' });
    this.said = playgroundTexts[this.language].playground.jumped(format.format(await control.now()));
  }
}

customElements.define('glass-clock', GlassClock);

declare global {
  interface HTMLElementTagNameMap {
    'glass-clock': GlassClock;
  }
}
