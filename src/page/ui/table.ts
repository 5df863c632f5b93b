import { css, html, nothing, type TemplateResult } from 'lit';

/** @param order where the column can be sorted by */
export const heading = (content: unknown, order?: 'ascending' | 'descending' | 'none'): TemplateResult =>
  html`<th role="columnheader" scope="col" aria-sort=${order ?? nothing}>${content}</th>`;

/** What the heading says, in a cell: shown where there are no headings. */
export const label = (heading: string): TemplateResult => html`<span class="label">${heading}</span>`;

/** @param across as wide as the card, for what is long */
export const cell = (heading: string, content: unknown, across = false): TemplateResult =>
  html`<td role="cell" class=${across ? 'across' : nothing}>${label(heading)} ${content}</td>`;

/** The cell that names its row: as wide as the card. */
export const rowName = (heading: string, content: unknown): TemplateResult =>
  html`<th role="rowheader" scope="row" class="across">${label(heading)} ${content}</th>`;

/**
 * A table where there is room, cards where there is not; by its roles it stays a table, whatever it looks like.
 * @param caption is heard, and seen where it is `seen`
 * @param headings texts, or cells that {@link heading} has made
 * @param rows `<tr role="row">` with what {@link rowName} and {@link cell} have made
 */
export const table = (caption: string, headings: readonly (string | TemplateResult)[], rows: unknown, seen = false): TemplateResult =>
  html`<table role="table">
    <caption class=${seen ? nothing : 'hidden'}>
      ${caption}
    </caption>
    <thead>
      <tr role="row">
        ${headings.map((each) => (typeof each === 'string' ? heading(each) : each))}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;

/** A card for each row: two facts beside each other, each below its label; what is short moves up beside what is short. */
export const asCards = css`
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
    grid-template-columns: repeat(2, minmax(0, 1fr));
    grid-auto-flow: dense;
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
  .across {
    grid-column: 1 / -1;
  }
  :is(td, th) > .label {
    display: block;
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 400;
  }
`;

/** For a container query that tells that there is room: what are {@link asCards} elsewhere is a table. How wide its cells are set is the list's own. */
export const asTable = css`
  table {
    display: table;
    inline-size: 100%;
  }
  thead {
    display: table-header-group;
  }
  :is(td, th) > .label {
    display: none;
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
    text-align: start;
    vertical-align: baseline;
    border-block-end: 1px solid var(--line);
  }
  thead th {
    color: var(--quiet);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  tbody tr:hover {
    background: var(--well);
  }
`;
