import { css } from 'lit';
import { asCards, asTable } from '../table.ts';

/** The rows of the table of keys: cards, and a table where there is room. */
export const rowsStyle = css`
  ${asCards}
  :is([data-column='aliases'], [data-column='keyId'], [data-column='store']) {
    grid-column: 1 / -1;
  }
  .box {
    position: absolute;
    inset: 0.625rem 0.875rem auto auto;
  }
  .box input {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    vertical-align: middle;
  }
  .alias {
    display: block;
  }
  .alias a {
    font-weight: 600;
  }
  [data-column='aliases'] {
    padding-inline-end: 2rem;
  }
  tr:has(:checked) {
    background: var(--glass);
    border-color: var(--accent);
  }
  .sorting {
    max-inline-size: 20rem;
  }

  @container (min-width: 52rem) {
    .sorting {
      display: none;
    }
    .scroll {
      overflow-x: auto;
      padding: 0.1875rem;
      margin: -0.1875rem;
    }
    ${asTable}
    :is(td, th, tbody th) {
      padding: 0.5rem 0.75rem 0.5rem 0;
      white-space: nowrap;
      overflow-wrap: normal;
    }
    :not(.wrap) > table .alias a {
      display: block;
      inline-size: fit-content;
      max-inline-size: 20rem;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .wrap :is(td, th, tbody th) {
      white-space: normal;
      overflow-wrap: anywhere;
      min-inline-size: 6rem;
    }
    .box {
      position: static;
      inline-size: 2.25rem;
      padding-inline-start: 0.5rem;
    }
    .wrap .box {
      min-inline-size: 0;
    }
    .sort {
      display: inline-flex;
      gap: 0.25rem;
      align-items: baseline;
      min-block-size: 1.75rem;
      padding: 0;
      font-size: inherit;
      color: inherit;
      white-space: nowrap;
    }
    .sort:hover,
    [aria-sort='ascending'] .sort,
    [aria-sort='descending'] .sort {
      color: var(--ink);
    }
    .sort .arrow {
      min-inline-size: 1em;
      font-size: 0.75em;
    }
    [aria-sort='none'] .arrow::before {
      content: '↕' / '';
    }
    .date {
      display: block;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    tr:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
