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
  .list button[aria-current] {
    background: var(--well);
    border-inline-start-color: var(--accent);
  }
  .list code {
    font-size: 0.8125rem;
  }
  .list .operation {
    font-weight: 600;
  }
  .list .code,
  .list time {
    grid-column: 1 / -1;
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
  .detail {
    display: grid;
    gap: 0.75rem;
    align-content: start;
  }
  [role='tablist'] {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--line);
  }
  [role='tab'] {
    border: 0;
    border-block-end: 0.125rem solid transparent;
    border-radius: 0;
    margin-block-end: -1px;
    padding-inline: 0.5rem;
    font-size: 0.875rem;
    color: var(--quiet);
    background: none;
    white-space: nowrap;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ink);
    border-block-end-color: var(--accent);
  }
  [role='tab']:focus-visible {
    outline-offset: -0.125rem;
  }
  [role='tabpanel'] {
    display: grid;
    gap: 0.75rem;
  }
  /* The button stands on the text's own ground. */
  .text {
    display: grid;
    background: var(--well);
    border-radius: 0.625rem;
  }
  .text glass-copy {
    justify-self: end;
    margin: 0.375rem 0.375rem 0;
  }
  pre {
    max-block-size: min(32rem, 70vh);
    overflow: auto;
    padding: 0 1rem 0.875rem;
    font-size: 0.8125rem;
    line-height: 1.6;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    word-break: normal;
    tab-size: 2;
    border-radius: 0.625rem;
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
  pre .name {
    color: var(--accent);
  }
  pre .string {
    color: var(--good);
  }
  pre .value,
  pre .keyword {
    color: var(--moving);
  }
  pre .strong {
    font-weight: 700;
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
    .list button[aria-current],
    [role='tab'][aria-selected='true'] {
      border-color: Highlight;
    }
  }
`;
