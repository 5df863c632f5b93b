import { css } from 'lit';
import { asCards, asTable } from '../table.ts';

export const style = css`
  .card,
  .list,
  .chosen {
    display: grid;
    gap: 1rem;
    align-content: start;
  }
  .list {
    container: list / inline-size;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25rem 1rem;
  }
  .back {
    text-align: start;
    justify-self: start;
    margin-inline-start: -0.875rem;
  }
  .empty {
    text-wrap: balance;
    padding: 1.5rem 1rem;
    text-align: center;
    color: var(--quiet);
    border: 1px dashed var(--line);
    border-radius: 0.625rem;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  nav span {
    padding-inline: 0.25rem;
  }
  button[aria-disabled='true'] {
    color: var(--quiet);
    border-style: dashed;
    cursor: not-allowed;
  }

  /* Cards, and a table where there is room. */
  ${asCards}
  .alias {
    display: block;
    font-weight: 600;
    font-size: 0.9375rem;
  }
  tbody button {
    padding: 0;
    min-block-size: 0;
    font-weight: 400;
    font-family: var(--mono);
    font-size: 0.8125rem;
    text-align: start;
    overflow-wrap: anywhere;
    background: none;
    border: 0;
    border-radius: 0.25rem;
  }
  /* The whole row can be pressed. */
  tbody button::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  tbody button:hover {
    text-decoration: underline;
  }
  tbody tr:hover {
    border-color: var(--accent);
  }
  tr:has([aria-current]) {
    background: var(--glass);
    border-color: var(--accent);
    box-shadow: inset 0.1875rem 0 var(--accent);
  }
  .card.open .list {
    display: none;
  }

  @container list (min-width: 50rem) {
    ${asTable}
    :is(td, th, tbody th) {
      padding: 0.5rem 0.625rem;
    }
    td code,
    tbody button {
      white-space: nowrap;
    }
  }
  @container (min-width: 58rem) {
    .card.open {
      grid-template-columns: minmax(18rem, 5fr) minmax(0, 9fr);
      gap: 2rem;
    }
    /* As high as the details beside it, and scrolled in itself. */
    .card.open .list {
      display: grid;
      block-size: 0;
      min-block-size: max(100%, 24rem);
      overflow: auto;
      padding: 0.25rem;
      margin: -0.25rem;
    }
  }
  @media (forced-colors: active) {
    tr:has([aria-current]) {
      border: 2px solid Highlight;
    }
    button[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
