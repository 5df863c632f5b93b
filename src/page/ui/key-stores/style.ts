import { css } from 'lit';

/** Beside the styles of lists and of details. */
export const keyStoresStyle = css`
  a {
    color: var(--accent);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.5rem 1rem;
  }
  .top h2 {
    font-size: 1.375rem;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1rem;
    letter-spacing: 0;
    color: var(--ink);
  }
  .top .primary {
    margin-inline-start: auto;
  }
  .under {
    inline-size: 100%;
  }
  .said {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  .said:empty {
    display: none;
  }
  .item {
    display: block;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  .links,
  dl a,
  td a {
    font-size: 0.875rem;
  }
  dl .wait {
    max-inline-size: 24rem;
  }
  tbody th a {
    font-weight: 600;
    overflow-wrap: anywhere;
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
  .cluster-choice,
  .others {
    display: grid;
    gap: 0.375rem;
  }
  .others {
    padding: 0.25rem 0.875rem 0.75rem;
  }
  .label {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  textarea {
    resize: vertical;
  }
  .create {
    max-inline-size: 72rem;
  }
  @container list (min-width: 50rem) {
    tbody th {
      min-inline-size: 12rem;
    }
  }
  @container list (min-width: 64rem) {
    thead th {
      white-space: nowrap;
    }
  }
`;
