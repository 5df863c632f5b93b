import { css } from 'lit';

/** Beside the styles of details and of code. */
export const pageStyle = css`
  .card,
  .page {
    display: grid;
    gap: 1.25rem;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .top h2 {
    font-size: 1.25rem;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1rem;
    letter-spacing: 0;
    color: var(--ink);
  }
  .section {
    gap: 0.75rem;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
  }
  dl a,
  td a {
    font-size: 0.9375rem;
  }
  dl a.mono {
    font-size: 0.875rem;
  }
  .item {
    display: block;
  }
  .description {
    white-space: pre-wrap;
  }
  textarea {
    display: block;
    resize: vertical;
  }
  .text pre {
    max-block-size: none;
    padding-block-start: 0;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    border-block-end: 1px solid var(--line);
  }
  .tabs a {
    padding: 0.5rem 0.75rem;
    font-size: 0.9375rem;
    text-decoration: none;
    color: var(--quiet);
    border-block-end: 0.125rem solid transparent;
    border-start-start-radius: 0.25rem;
    border-start-end-radius: 0.25rem;
  }
  .tabs a:hover,
  .tabs a[aria-current] {
    color: var(--ink);
  }
  .tabs a[aria-current] {
    font-weight: 600;
    border-block-end-color: var(--accent);
  }
  .tabs a:focus-visible {
    outline-offset: -0.1875rem;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  caption {
    padding-block-end: 0.25rem;
    font-size: 0.875rem;
    text-align: start;
    color: var(--quiet);
  }
  th,
  td {
    padding: 0.375rem 0.75rem 0.375rem 0;
    text-align: start;
    vertical-align: baseline;
    font-weight: inherit;
    overflow-wrap: anywhere;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .empty {
    color: var(--quiet);
  }
  @media (forced-colors: active) {
    .tabs a[aria-current] {
      border-color: Highlight;
    }
  }
`;
