import { css } from 'lit';

/** The steps at the side where there is room, the page beside them with its buttons at the end, then the code. */
export const style = css`
  .wizard {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .card,
  form,
  .fields {
    display: grid;
    gap: 0.75rem;
    min-inline-size: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  form {
    gap: 1.25rem;
  }
  .card {
    overflow-wrap: anywhere;
  }
  h2 {
    justify-self: start;
  }
  h3,
  legend {
    font-size: 1rem;
    font-weight: 600;
    letter-spacing: 0;
    color: var(--ink);
  }
  nav {
    display: none;
  }
  .steps {
    display: grid;
    gap: 0.125rem;
  }
  .steps li {
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.375rem 0;
    color: var(--quiet);
    font-size: 0.9375rem;
  }
  .steps [aria-current] {
    color: var(--ink);
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  [aria-current] .number {
    color: var(--accent);
  }
  a {
    color: var(--accent);
  }
  .button {
    display: inline-block;
    padding: 0.375rem 0.875rem;
    font-weight: 600;
    font-size: 0.9375rem;
    color: var(--accent);
    text-decoration: none;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--card);
  }
  .button:hover {
    border-color: var(--accent);
  }
  .button.plain {
    border-color: transparent;
    background: none;
  }
  .buttons,
  .onward {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .buttons {
    justify-content: end;
    padding-block-start: 1rem;
    border-block-start: 1px solid var(--line);
  }
  button[aria-disabled='true'] {
    opacity: 0.7;
    cursor: progress;
  }
  @container (min-width: 60rem) {
    .wizard {
      grid-template-columns: 13rem minmax(0, 1fr);
    }
    nav {
      display: block;
    }
    .at {
      display: none;
    }
  }
`;
