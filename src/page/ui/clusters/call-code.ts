import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { clustersTexts } from '../../i18n/clusters.ts';
import { chooseLanguage } from '../../i18n/languages.ts';
import { highlighted } from '../calls/highlight.ts';
import { waysOf, type Planned } from '../calls/ways.ts';
import type { WrittenCall } from '../calls/written.ts';
import { code } from '../code.ts';
import '../copy.ts';
import { controls, tokens } from '../styles.ts';

/**
 * `<glass-call-code>`: an AWS call for AWS CLI, TypeScript and Python. Attributes: `lang`, `theme`. Properties: `call`; `files`,
 * the names of files to read members from.
 */
export class GlassCallCode extends LitElement {
  static override properties = { call: { attribute: false }, files: { attribute: false }, theme: { type: String, reflect: true }, lang: { type: String }, at: { state: true } };
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
  declare files: Planned['files'];
  declare theme: 'light' | 'dark' | null;
  /** Which of the views is open. */
  declare private at: number;

  constructor() {
    super();
    this.at = 0;
  }

  protected override render(): TemplateResult {
    const texts = clustersTexts[chooseLanguage(this.lang, navigator.languages)];
    const { files } = this;
    const ways = waysOf(this.call.region, [{ ...this.call, ...(files && { files }) }]);
    const { name = '', grammar = 'shell', texts: [text = ''] = [] } = ways[this.at] ?? {};
    return html`<div role="tablist" aria-label=${texts.code(this.call.operation)} @keydown=${this.turn}>
        ${ways.map(
          ({ name: label }, i) => html`<button
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
    const tabs = this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]');
    this.at = (this.at + step + tabs.length) % tabs.length;
    void this.updateComplete.then(() => {
      tabs[this.at]?.focus();
    });
  };
}

if (!customElements.get('glass-call-code')) customElements.define('glass-call-code', GlassCallCode);

declare global {
  interface HTMLElementTagNameMap {
    'glass-call-code': GlassCallCode;
  }
}
