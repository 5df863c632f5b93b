import { css } from 'lit';
import { asCards, asTable } from '../table.ts';

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
  ${asCards}
  caption {
    display: block;
    padding-block-end: 0.25rem;
    font-size: 0.875rem;
    text-align: start;
    color: var(--quiet);
  }
  .empty {
    color: var(--quiet);
  }
  @container (min-width: 38rem) {
    ${asTable}
    caption {
      display: table-caption;
    }
    :is(td, th, tbody th) {
      padding: 0.375rem 0.75rem 0.375rem 0;
    }
  }
  @media (forced-colors: active) {
    .tabs a[aria-current] {
      border-color: Highlight;
    }
  }
`;
