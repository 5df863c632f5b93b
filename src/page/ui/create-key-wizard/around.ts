import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from '../frame/route.ts';
import { number } from '../words.ts';
import { callsBeside } from './beside.ts';
import type { Desk } from './desk.ts';
import { pagesOf, type PageName } from './page-names.ts';
import { keyPage } from './pages/key.ts';
import { labelsPage } from './pages/labels.ts';
import { administratorsPage, usersPage } from './pages/permissions.ts';
import { reviewPage } from './pages/review.ts';
import { storePage } from './pages/store.ts';

const contents: Readonly<Record<PageName, (desk: Desk) => TemplateResult>> = {
  key: keyPage,
  store: storePage,
  labels: labelsPage,
  administrators: administratorsPage,
  users: usersPage,
  review: reviewPage,
};

/** What the buttons at the end of a page do. */
export interface Presses {
  readonly cancel: (event: Event) => void;
  readonly next: (event: Event) => void;
  readonly finish: (event: Event) => void;
}

/**
 * A page, and what stands around each: the steps, its title, the buttons, the code.
 * @param said announced: how much is wrong
 */
export function around(desk: Desk, page: PageName, said: string, presses: Presses): TemplateResult {
  const { texts, language, draft } = desk;
  const pages = pagesOf(draft);
  const at = pages.indexOf(page);
  return html`<div class="wizard">
    <nav aria-label=${texts.steps}>${steps(desk, pages, at)}</nav>
    <section class="card" aria-labelledby="title">
      <p class="quiet small at">${texts.step(number(language, at + 1), number(language, pages.length))}</p>
      <h2 id="title" tabindex="-1">${texts.pages[page]}</h2>
      <form aria-labelledby="title" novalidate>
        ${contents[page](desk)}
        <p class="hidden" role="status">${said}</p>
        ${buttons(desk, pages, at, presses)}
      </form>
    </section>
    ${callsBeside(desk, page)}
  </div>`;
}

/** The way so far leads back. */
const steps = ({ texts, draft }: Desk, pages: readonly PageName[], at: number): TemplateResult =>
  html`<ol class="steps">
    ${pages.map(
      (page, i) => html`<li aria-current=${i === at ? 'step' : nothing}>
        <span class="number" aria-hidden="true">${i + 1}</span>
        ${i < at && draft.KeyId === undefined
          ? html`<a href=${addressOf('keys', 'create', page)}>${texts.pages[page]}</a>`
          : html`<span>${texts.pages[page]}</span>`}
      </li>`,
    )}
  </ol>`;

function buttons({ texts, draft, underWay }: Desk, pages: readonly PageName[], at: number, { cancel, next, finish }: Presses): TemplateResult {
  const last = at === pages.length - 1;
  return html`<p class="buttons">
    <a class="button plain" href=${addressOf('keys')} @click=${cancel}>${texts.cancel}</a>
    ${at > 0 && draft.KeyId === undefined
      ? html`<a class="button" href=${addressOf('keys', 'create', pages[at - 1] ?? 'key')}>${texts.previous}</a>`
      : nothing}
    <button class="primary" aria-disabled=${String(underWay !== undefined)} @click=${last ? finish : next}>
      ${last ? (underWay ? texts.finishing : texts.finish) : texts.next}
    </button>
  </p>`;
}
