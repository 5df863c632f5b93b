import { css } from 'lit';

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
  a.button {
    display: inline-block;
    padding: 0.375rem 0.875rem;
    min-block-size: 2.25rem;
    font-weight: 600;
    font-size: 0.9375rem;
    text-decoration: none;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
  }
  a.primary {
    color: var(--on-accent);
    background: var(--accent);
    border-color: var(--accent);
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

  .outcome {
    display: grid;
    gap: 0.5rem;
    padding: 0.75rem 1rem;
    border: 1px solid var(--good);
    border-radius: 0.625rem;
  }
  .outcome.refused {
    border-color: var(--bad);
  }
  .outcome .head button {
    margin-inline-start: auto;
  }
  .outcome h3 {
    font-size: 0.9375rem;
    color: var(--ink);
  }
  .outcome ul {
    display: grid;
    gap: 0.375rem;
    max-block-size: 16rem;
    overflow: auto;
  }
  .outcome li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    overflow-wrap: anywhere;
  }
  .bulk,
  .preferences,
  .preferences fieldset {
    display: grid;
    gap: 0.5rem;
  }
  .bulk {
    gap: 0.75rem;
  }
  .bulk .tag {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
  }
  .bulk li {
    overflow-wrap: anywhere;
  }
  .preferences {
    gap: 1.25rem;
  }
  .preferences legend {
    padding: 0;
    margin-block-end: 0.375rem;
  }

  /* Cards, and a table where there is room. */
  table,
  tbody,
  td,
  tbody th {
    display: block;
  }
  thead {
    display: none;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  tbody {
    display: grid;
    gap: 0.5rem;
  }
  tr {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0.375rem 1rem;
    padding: 0.75rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  td,
  tbody th {
    padding: 0;
    font-weight: inherit;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .label {
    display: block;
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }
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
    .sorting,
    .label {
      display: none;
    }
    .scroll {
      overflow-x: auto;
      padding: 0.1875rem;
      margin: -0.1875rem;
    }
    table {
      display: table;
    }
    thead {
      display: table-header-group;
    }
    tbody {
      display: table-row-group;
    }
    tr {
      display: table-row;
      border: 0;
    }
    :is(td, th, tbody th) {
      display: table-cell;
      padding: 0.5rem 0.75rem 0.5rem 0;
      text-align: start;
      vertical-align: baseline;
      white-space: nowrap;
      overflow-wrap: normal;
      border-block-end: 1px solid var(--line);
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
    thead th {
      color: var(--quiet);
      font-size: 0.8125rem;
      font-weight: 600;
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
    .date {
      display: block;
    }
    tbody tr:hover {
      background: var(--well);
    }
  }
  @media (forced-colors: active) {
    tr:has(:checked) {
      outline: 2px solid Highlight;
    }
    button[aria-disabled='true'] {
      color: GrayText;
    }
  }
`;
