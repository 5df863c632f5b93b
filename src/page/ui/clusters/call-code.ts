import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { clustersTexts } from '../../i18n/clusters.ts';
import { chooseLanguage } from '../../i18n/languages.ts';
import { cliOf } from '../calls/generate-cli.ts';
import { pythonOf } from '../calls/generate-python.ts';
import { typescriptOf } from '../calls/generate-typescript.ts';
import { highlighted, type Grammar } from '../calls/highlight.ts';
import type { WrittenCall } from '../calls/written.ts';
import { code } from '../code.ts';
import '../copy.ts';
import { controls, tokens } from '../styles.ts';

const views = [
  ['AWS CLI', 'shell', cliOf],
  ['TypeScript', 'typescript', typescriptOf],
  ['Python', 'python', pythonOf],
] as const satisfies readonly (readonly [string, Grammar, (call: WrittenCall) => string])[];

/** `<glass-call-code>`: an AWS call for AWS CLI, TypeScript and Python. Attributes: `lang`, `theme`. Property: `call`. */
export class GlassCallCode extends LitElement {
  static override properties = { call: { attribute: false }, theme: { type: String, reflect: true }, lang: { type: String }, at: { state: true } };
  static override styles = [
    tokens,
    controls,
    code,
    css`
      [role='tablist'] {
        margin-block-end: 0.5rem;
      }
      pre {
        max-block-size: 20rem;
      }
    `,
  ];

  declare call: WrittenCall;
  declare theme: 'light' | 'dark' | null;
  /** Which of the views is open. */
  declare private at: number;

  constructor() {
    super();
    this.at = 0;
  }

  protected override render(): TemplateResult {
    const texts = clustersTexts[chooseLanguage(this.lang, navigator.languages)];
    const [name, grammar, write] = views[this.at] ?? views[0];
    const text = write(this.call);
    return html`<div role="tablist" aria-label=${texts.code(this.call.operation)} @keydown=${this.turn}>
        ${views.map(
          ([label], i) => html`<button
            type="button"
            role="tab"
            id="tab-${i}"
            aria-controls="panel"
            aria-selected=${i === this.at}
            tabindex=${i === this.at ? 0 : -1}
            @click=${() => {
              this.at = i;
            }}
          >
            ${label}
          </button>`,
        )}
      </div>
      <div role="tabpanel" id="panel" class="text" aria-labelledby="tab-${this.at}">
        <glass-copy what=${name} .text=${text} .words=${texts.copy} theme=${this.theme ?? nothing} lang=${this.lang}></glass-copy>
        <pre tabindex="0" role="group" aria-label=${name}>${highlighted(grammar, text)}</pre>
      </div>`;
  }

  /** The keys of the WAI-ARIA tabs pattern: the tab that has the focus is the open one. */
  private readonly turn = ({ key }: KeyboardEvent): void => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    this.at = (this.at + step + views.length) % views.length;
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`#tab-${String(this.at)}`)?.focus();
    });
  };
}

if (!customElements.get('glass-call-code')) customElements.define('glass-call-code', GlassCallCode);

declare global {
  interface HTMLElementTagNameMap {
    'glass-call-code': GlassCallCode;
  }
}
