import { css } from 'lit';

/** What the panel of calls adds to the shared look. */
export const style = css`
  .card {
    display: grid;
    gap: 1rem;
  }
  .split {
    display: grid;
    gap: 1rem 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  /* One level of borders: the list is marked by its chosen row alone. */
  .list {
    display: grid;
    align-content: start;
    gap: 0.125rem;
    max-block-size: 9.75rem;
    overflow: auto;
    margin: -0.25rem;
    padding: 0.25rem;
  }
  .list button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.375rem 0.75rem;
    text-align: start;
    font-weight: 400;
    font-size: 0.875rem;
    color: var(--ink);
    background: none;
    border-color: transparent;
    border-inline-start: 0.1875rem solid transparent;
    border-radius: 0.375rem;
  }
  .list .shown {
    background: var(--well);
    border-radius: 0.375rem;
  }
  .list button[aria-current] {
    border-inline-start-color: var(--accent);
  }
  .list code {
    font-size: 0.8125rem;
  }
  .list .operation {
    font-weight: 600;
  }
  .list time {
    grid-column: 1 / -1;
  }
  .list .code {
    display: flex;
    align-items: center;
    min-block-size: 1.75rem;
    padding-inline: 0.9375rem 0.75rem;
  }
  .list .status {
    font-variant-numeric: tabular-nums;
  }
  .list time {
    font-size: 0.75rem;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }
  .status::before {
    content: '✓ ' / '';
  }
  .status.bad::before {
    content: '✕ ' / '';
  }
  .detail > p a {
    color: var(--accent);
  }
  .home summary {
    inline-size: fit-content;
    cursor: pointer;
    color: var(--accent);
    font-weight: 600;
    font-size: 0.9375rem;
    border-radius: 0.25rem;
  }
  .home[open] summary {
    margin-block-end: 0.75rem;
    color: var(--ink);
  }
  .detail {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  [role='tabpanel'] {
    display: grid;
    gap: 0.75rem;
  }
  pre {
    max-block-size: min(32rem, 70vh);
  }
  .error {
    display: grid;
    gap: 0.375rem;
    padding-inline-start: 0.875rem;
    border-inline-start: 0.1875rem solid var(--bad);
    overflow-wrap: anywhere;
  }
  .error strong code {
    font-size: 0.9375rem;
  }
  .error h3 {
    margin-block-start: 0.25rem;
  }
  .decoded {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  @container (min-width: 44rem) {
    .split {
      grid-template-columns: minmax(12.5rem, 3fr) minmax(0, 8fr);
    }
    .list {
      max-block-size: 36rem;
    }
  }
  @media (forced-colors: active) {
    .list button[aria-current] {
      border-color: Highlight;
    }
  }
`;
