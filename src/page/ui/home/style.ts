import { css } from 'lit';

/** The map and the elements below it; two columns where there is room. */
export const style = css`
  :host([hidden]) {
    display: none;
  }
  .home {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  /* The page itself says so. */
  glass-map::part(mark) {
    display: none;
  }
  .build {
    padding: 0.875rem 1.25rem;
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: 0.875rem;
  }
  .build summary {
    inline-size: fit-content;
    cursor: pointer;
    border-radius: 0.25rem;
  }
  .build summary h2 {
    display: inline;
    font-size: 1rem;
    color: var(--accent);
  }
  .build[open] summary h2 {
    font-size: 1.125rem;
    color: var(--ink);
  }
  .build > :not(summary) {
    margin-block-start: 0.75rem;
  }
  .work {
    display: grid;
    gap: 1.25rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @container (min-width: 68rem) {
    .work {
      grid-template-columns: minmax(20rem, 2fr) minmax(0, 3fr);
    }
  }
`;
