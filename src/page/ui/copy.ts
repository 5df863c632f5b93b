import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { checkIcon, copyIcon } from './icons.ts';
import { controls, tokens } from './styles.ts';

export interface CopyWords {
  readonly copy: string;
  readonly copied: string;
  /** Where the browser or the host of a frame does not allow it: what to do instead. */
  readonly uncopied: string;
}

/**
 * `<glass-copy>`: a button that copies a text and says that it did.
 *
 * Attributes: `what` (what is copied, said to screen readers), `theme`. Properties: `text`, `words`.
 */
export class GlassCopy extends LitElement {
  static override properties = {
    what: { type: String },
    text: { attribute: false },
    words: { attribute: false },
    said: { state: true },
  };
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: inline-block;
        container-type: normal;
      }
      button {
        display: inline-flex;
        align-items: baseline;
        gap: 0.25rem;
        /* As high as a finger's least target (WCAG 2.5.8), and no higher than the line it stands in. */
        min-block-size: 1.5rem;
        margin-block: -0.125rem;
        padding: 0 0.375rem;
        font-size: 0.8125rem;
        line-height: 1.5rem;
      }
      svg {
        align-self: center;
      }
    `,
  ];

  declare what: string;
  declare text: string;
  declare words: CopyWords;
  /** What came of it. */
  declare said: 'copied' | 'uncopied' | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('text')) this.said = undefined;
  }

  protected override render(): TemplateResult {
    const { said, words, what } = this;
    return html`<button type="button" class="plain" @click=${this.copy} @blur=${this.forget}>
        ${said === 'copied' ? checkIcon : copyIcon}<span>${words[said ?? 'copy']} <span class="hidden">${what}</span></span>
      </button>
      <span class="hidden" role="status">${said ? words[said] : ''}</span>`;
  }

  private readonly copy = async (): Promise<void> => {
    this.said = await navigator.clipboard.writeText(this.text).then(
      () => 'copied' as const,
      () => 'uncopied' as const,
    );
  };

  private readonly forget = (): void => {
    this.said = undefined;
  };
}

if (!customElements.get('glass-copy')) customElements.define('glass-copy', GlassCopy);

declare global {
  interface HTMLElementTagNameMap {
    'glass-copy': GlassCopy;
  }
}
