import { css } from 'lit';

/** A small window below its button; the browser closes it on Escape and on a click elsewhere. */
export const popover = css`
  [popover] {
    inline-size: min(24rem, calc(100vw - 2rem));
    max-block-size: calc(100vh - 6rem);
    overflow: auto;
    gap: 0.75rem;
    padding: 1.25rem;
    color: var(--ink);
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.875rem;
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.25);
  }
  [popover]:popover-open {
    display: grid;
  }
  /* Elsewhere, and where there is no room beside, it stands in the middle of the page, as browsers place it. */
  @supports (position-area: block-end) {
    @media (min-width: 40rem) {
      [popover] {
        position-area: block-end span-inline-start;
        margin: 0.375rem 0 0;
        inset: auto;
      }
    }
  }
`;
