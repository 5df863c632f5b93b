import { html, nothing, type TemplateResult } from 'lit';

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
