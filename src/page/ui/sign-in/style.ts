import { css } from 'lit';

/** Two accounts, each with those who are in it as large buttons side by side. */
export const style = css`
  .card {
    display: grid;
    gap: 0.75rem;
  }
  .card > p {
    max-inline-size: 48rem;
  }
  h3 {
    margin-block-start: 0.5rem;
  }
  ul {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fill, minmax(min(25rem, 100%), 1fr));
  }
  button {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.875rem;
    align-items: center;
    inline-size: 100%;
    block-size: 100%;
    padding: 0.875rem 1rem;
    color: var(--ink);
    font-weight: 400;
    text-align: start;
  }
  button[aria-current] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .face {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.5rem;
    block-size: 2.5rem;
    color: var(--accent);
    font-weight: 700;
    border: 1px solid var(--glass-line);
    border-radius: 50%;
    background: var(--glass);
  }
  .face::before {
    content: attr(data-letter) / '';
  }
  .who {
    display: grid;
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .good {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
  }
  .now {
    margin-block-start: 0.5rem;
  }
  a {
    color: var(--accent);
  }
`;
