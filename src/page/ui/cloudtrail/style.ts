import { css } from 'lit';

/** Beside the styles of lists, details and code. */
export const cloudtrailStyle = css`
  a {
    color: var(--accent);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .top h2 {
    font-size: 1.375rem;
    overflow-wrap: anywhere;
  }
  .top button {
    margin-inline-start: auto;
  }
  .under {
    inline-size: 100%;
  }
  .filter {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: 0.75rem;
    align-items: end;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  .filter :is(input, select) {
    block-size: 2.5rem;
  }
  .filter > p {
    grid-column: 1 / -1;
  }
  .results {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .results h3 {
    font-size: 1rem;
    color: var(--ink);
  }
  .item {
    display: block;
  }
  .code {
    display: block;
    overflow-wrap: anywhere;
  }
  tbody th a {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  td a,
  dl a {
    font-size: 0.875rem;
  }
  td a {
    position: relative;
    z-index: 1;
  }
  .whole::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .event {
    display: grid;
    gap: 1rem;
    min-inline-size: 0;
  }
  .event h3 {
    font-size: 1rem;
    color: var(--ink);
  }
  .event pre {
    max-block-size: none;
  }
  @container list (min-width: 50rem) {
    td:last-child {
      min-inline-size: 14rem;
    }
  }
`;
