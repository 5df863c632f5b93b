import { css, html, nothing, type TemplateResult } from 'lit';

/** @param order where the column can be sorted by */
export const heading = (content: unknown, order?: 'ascending' | 'descending' | 'none'): TemplateResult =>
  html`<th role="columnheader" scope="col" aria-sort=${order ?? nothing}>${content}</th>`;

/**
 * A table where there is room, cards where there is not; by its roles it stays a table, whatever it looks like.
 * @param headings texts, or cells that {@link heading} has made
 * @param rows `<tr role="row">` with cells of the roles `rowheader` and `cell`
 */
export const table = (caption: string, headings: readonly (string | TemplateResult)[], rows: unknown): TemplateResult =>
  html`<table role="table">
    <caption class="hidden">
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

/** For a container query that tells that there is room: what is cards elsewhere is a table. How wide its cells are set is the list's own. */
export const asTable = css`
  table {
    display: table;
    inline-size: 100%;
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
