import { css, html, nothing, type TemplateResult } from 'lit';
import { table } from '../table.ts';

/** A column: what its cells are about. */
export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => unknown;
}

/** Rows of facts. The first column names the row. */
export function factTable<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): TemplateResult {
  const headings = columns.map(({ heading }) => heading);
  const row = (of: Row): TemplateResult => html`<tr role="row">
    ${columns.map(({ heading, cell }, i) =>
      i === 0
        ? html`<th role="rowheader" scope="row">${cell(of)}</th>`
        : html`<td role="cell" data-heading=${heading || nothing}><div>${cell(of)}</div></td>`,
    )}
  </tr>`;
  return table(caption, headings, rows.map(row));
}

export const tableStyle = css`
  table,
  tbody,
  td,
  tbody th {
    display: block;
  }
  table {
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  thead {
    position: absolute;
    clip-path: inset(50%);
  }
  tbody {
    display: grid;
    gap: 0.5rem;
  }
  tbody tr {
    display: grid;
    gap: 0.125rem;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-radius: 0.625rem;
  }
  th {
    font-weight: 400;
    text-align: start;
  }
  td,
  th {
    overflow-wrap: anywhere;
  }
  td[data-heading] {
    display: grid;
    grid-template-columns: 7.5rem minmax(0, 1fr);
    gap: 0 0.75rem;
  }
  td[data-heading]::before {
    content: attr(data-heading) / '';
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  td .state {
    white-space: normal;
  }
  td button {
    min-block-size: 1.75rem;
    padding-block: 0;
    font-size: 0.8125rem;
  }
  @container (min-width: 44rem) {
    table {
      display: table;
      inline-size: 100%;
    }
    thead {
      display: table-header-group;
      position: static;
      clip-path: none;
    }
    tbody {
      display: table-row-group;
    }
    tr,
    tbody tr {
      display: table-row;
      border: 0;
    }
    td,
    th,
    tbody th,
    td[data-heading] {
      display: table-cell;
      padding: 0.4375rem 0.625rem;
      text-align: start;
      vertical-align: baseline;
      border-block-end: 1px solid var(--line);
    }
    tr > :first-child {
      min-inline-size: 5.5rem;
      padding-inline-start: 0;
    }
    td[data-heading]::before {
      content: none;
    }
    /* Names and lists make room: words stay whole. */
    td[data-heading],
    thead th {
      overflow-wrap: break-word;
    }
    td code:only-child {
      white-space: nowrap;
    }
    thead th {
      word-break: keep-all;
      color: var(--quiet);
      font-size: 0.8125rem;
      font-weight: 600;
    }
  }
`;
