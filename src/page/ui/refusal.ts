import { unpublishedMessages } from '../../model/errors.ts';
import { css, html, type TemplateResult } from 'lit';
import { errorCode } from './error-link.ts';
import { warningIcon } from './icons.ts';
import { marked } from './marked.ts';

/** Why a call was refused: in AWS's words, or in the simulator's own where it could not answer at all. */
export interface Refusal {
  /** AWS's error code, or `SimulatorError`. */
  readonly code: string;
  readonly message: string;
}

export const refusalOf = (error: unknown): Refusal =>
  error instanceof Error ? { code: error.name, message: error.message } : { code: 'Error', message: String(error) };

/**
 * A refusal where it happened: AWS's code and message, what it means and what to do. It can be focused by its id.
 * @param words `title` says what did not happen, `silent` that AWS sends no message, `ours` that the message is not AWS's
 * own, `meaning` what to do next
 */
export const refusalBox = (
  id: string,
  { code, message }: Refusal,
  words: { readonly title: string; readonly silent: string; readonly ours: string; readonly meaning: string | undefined },
  more?: TemplateResult,
): TemplateResult => html`<section class="refusal" id=${id} tabindex="-1" aria-labelledby="${id}-title">
  <h3 id="${id}-title">${warningIcon}${words.title}</h3>
  <p class="bad">${errorCode(code)}</p>
  ${message ? html`<p lang="en">${message}</p>` : html`<p class="quiet">${words.silent}</p>`}
  ${unpublishedMessages.has(code) ? html`<p class="quiet small">${words.ours}</p>` : ''}
  ${words.meaning ? html`<p>${marked(words.meaning)}</p>` : ''} ${more}
</section>`;

export const refusalStyle = css`
  .refusal {
    display: grid;
    gap: 0.375rem;
    padding: 0.875rem 1rem;
    border: 1px solid var(--bad);
    border-radius: 0.625rem;
    overflow-wrap: anywhere;
  }
  .refusal:focus-visible {
    outline-offset: -1px;
  }
  .refusal h3 {
    display: flex;
    gap: 0.5rem;
    font-size: 0.9375rem;
    color: var(--ink);
  }
  .refusal h3 svg {
    flex: none;
    color: var(--bad);
  }
  .refusal .bad code {
    font-weight: 600;
  }
`;
