import { html, nothing, type TemplateResult } from 'lit';

/** What the buttons and the line between them say. */
export interface PagerWords {
  readonly pages: string;
  readonly first: string;
  readonly previous: string;
  readonly next: string;
}

/**
 * Turns pages of which each only knows the next one: to the first, back, and on.
 * @param pages where each page after the first goes on, up to the one that is shown
 * @param next where the next page goes on, if there is one
 * @param said which page it is
 */
export function pager<Cursor>(words: PagerWords, pages: readonly Cursor[], next: Cursor | undefined, said: string, turn: (pages: readonly Cursor[]) => void): TemplateResult | typeof nothing {
  if (pages.length === 0 && next === undefined) return nothing;
  /** Stays where it is, and keeps the focus, also where there is no such page. */
  const button = (label: string, to: readonly Cursor[] | undefined): TemplateResult =>
    html`<button
      type="button"
      aria-disabled=${String(!to)}
      @click=${(): void => {
        if (to) turn(to);
      }}
    >
      ${label}
    </button>`;
  const isFirst = pages.length === 0;
  return html`<nav aria-label=${words.pages}>
    ${button(words.first, isFirst ? undefined : [])} ${button(words.previous, isFirst ? undefined : pages.slice(0, -1))}
    <span class="quiet small" role="status">${said}</span>
    ${button(words.next, next && [...pages, next])}
  </nav>`;
}
