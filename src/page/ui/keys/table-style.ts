import { css } from 'lit';

/** The table of keys without its rows: what stands above and below them. */
export const tableStyle = css`
  .card {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  .head h2 {
    border-radius: 0.25rem;
  }
  .head .tools {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  a {
    color: var(--accent);
    border-radius: 0.25rem;
  }
  .gear {
    display: grid;
    place-items: center;
    padding: 0.375rem;
    inline-size: 2.25rem;
  }
  .filter,
  .selection,
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.75rem;
  }
  .filter {
    align-items: end;
  }
  .filter :is(input, select) {
    block-size: 2.25rem;
  }
  .filter .field {
    flex: 1 1 11rem;
    max-inline-size: 20rem;
  }
  .selection,
  nav {
    align-items: center;
  }
  .selection button {
    font-size: 0.875rem;
  }
  .selection [role='status'] {
    min-inline-size: 6em;
  }
  .check {
    display: inline-flex;
    gap: 0.5rem;
    align-items: baseline;
    color: var(--ink);
  }
  .check input {
    flex: none;
  }
  nav span {
    padding-inline: 0.25rem;
  }
  button[aria-disabled='true'] {
    color: var(--quiet);
    border-style: dashed;
    cursor: not-allowed;
  }
  .empty {
    padding: 1.5rem 1rem;
    text-align: center;
    text-wrap: balance;
    color: var(--quiet);
    border: 1px dashed var(--line);
    border-radius: 0.625rem;
  }
  @media (forced-colors: active) {
    button[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
