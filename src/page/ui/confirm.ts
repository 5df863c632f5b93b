import { css, html, render, type TemplateResult } from 'lit';

export interface Question {
  readonly question: string;
  /** What a yes does; drawn again by `redraw`, where it has fields whose values show elsewhere in it. */
  readonly detail: string | TemplateResult | ((redraw: () => void) => TemplateResult);
  readonly yes: string;
  /** Nothing stops working by it. */
  readonly harmless?: boolean;
  readonly no: string;
}

/** For the static styles of an element that asks, beside `tokens` and `controls`. */
export const dialogStyles = css`
  dialog {
    max-inline-size: min(32rem, calc(100vw - 2rem));
    padding: 1.5rem;
    color: var(--ink);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  }
  dialog::backdrop {
    background: rgb(10 16 22 / 0.45);
  }
  dialog > div {
    margin-block: 0.75rem 1.25rem;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    justify-content: end;
  }
`;

/**
 * Asks before something stops working. Escape and the first button say no; it has the focus, unless `detail` has something
 * to choose.
 * @param root where the dialog stands, so that it looks like the element that asks
 * @returns whether the person said yes
 */
export function confirmed(root: ParentNode, { question, detail, yes, no, harmless }: Question): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.setAttribute('aria-describedby', 'question-detail');
  return new Promise((resolve) => {
    const answer = (said: boolean) => (): void => {
      dialog.close();
      dialog.remove();
      resolve(said);
    };
    // Escape; `close` would come with the next frame only.
    dialog.addEventListener('cancel', answer(false));
    const draw = (): void => {
      render(
        html`<h2 id="question">${question}</h2>
          <div id="question-detail">${typeof detail === 'function' ? detail(draw) : detail}</div>
          <p class="answers">
            <button type="button" @click=${answer(false)}>${no}</button>
            <button type="button" class=${harmless ? 'primary' : 'danger'} @click=${answer(true)}>${yes}</button>
          </p>`,
        dialog,
      );
    };
    draw();
    root.append(dialog);
    dialog.showModal();
  });
}
