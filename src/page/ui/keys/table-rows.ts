import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { KeyView } from '../../../model/look.ts';
import type { KeyTableTexts } from '../../i18n/key-table.ts';
import type { Language } from '../../i18n/languages.ts';
import { heading, label, table } from '../table.ts';
import { cells, isSortColumn, keyName, sortColumns, usualSorting, type ColumnName, type Sorting } from './columns.ts';
import { select } from './filter.ts';

interface Rows {
  readonly language: Language;
  readonly texts: KeyTableTexts;
  readonly keys: readonly KeyView[];
  readonly columns: readonly ColumnName[];
  readonly wrap: boolean;
  readonly sorting: Sorting;
  sort(sorting: Sorting): void;
  /** Selected keys. */
  readonly chosen: ReadonlySet<string>;
  choose(KeyId: string, on: boolean): void;
}

export function tableRows({ language, texts, keys, columns, wrap, sorting, sort, chosen, choose }: Rows): TemplateResult {
  const words = { language, texts };
  const row = (key: KeyView): TemplateResult => html`<tr role="row">
    <td role="cell" class="box">
      <input
        type="checkbox"
        aria-label=${texts.select(keyName(key))}
        .checked=${chosen.has(key.KeyId)}
        @change=${(event: Event): void => {
          choose(key.KeyId, (event.target as HTMLInputElement).checked);
        }}
      />
    </td>
    ${columns.map((column) =>
      column === 'keyId'
        ? html`<th role="rowheader" scope="row" data-column=${column}>${label(texts.columns[column])}${cells[column](key, words)}</th>`
        : html`<td role="cell" data-column=${column}>${label(texts.columns[column])}${cells[column](key, words)}</td>`,
    )}
  </tr>`;
  const headings = [
    html`<th role="columnheader" scope="col" class="box"><span class="hidden">${texts.selectAll}</span></th>`,
    ...columns.map((column) => (isSortColumn(column) ? sortHeading(texts, column, sorting, sort) : texts.columns[column])),
  ];
  return html`<div class="scroll ${wrap ? 'wrap' : ''}">
    ${table(texts.caption, headings, repeat(keys, ({ KeyId }) => KeyId, row))}
  </div>`;
}

function sortHeading(texts: KeyTableTexts, column: Sorting['by'], sorting: Sorting, sort: (sorting: Sorting) => void): TemplateResult {
  const order = sorting.by === column ? (sorting.descending ? 'descending' : 'ascending') : 'none';
  /** Up, then down, then as it usually is. */
  const turn = (): void => {
    if (order === 'none') sort({ by: column, descending: false });
    else if (order === 'ascending') sort({ by: column, descending: true });
    else sort(column === usualSorting.by ? { by: column, descending: false } : usualSorting);
  };
  const arrow = { ascending: '▲', descending: '▼', none: '' }[order];
  return heading(
    html`<button type="button" class="plain sort" @click=${turn}>${texts.columns[column]}<span class="arrow" aria-hidden="true">${arrow}</span></button>`,
    order,
  );
}

/** The same where there are no headings. */
export function sortChoice(texts: KeyTableTexts, { by, descending }: Sorting, sort: (sorting: Sorting) => void): TemplateResult {
  const options = sortColumns.flatMap((column) =>
    (['ascending', 'descending'] as const).map((order) => [`${column} ${order}`, texts.sort(texts.columns[column], texts.sortOrders[order])] as const),
  );
  return html`<div class="sorting">
    ${select('sorting', texts.sortBy, options, `${by} ${descending ? 'descending' : 'ascending'}`, (value) => {
      const [column, order] = value.split(' ');
      sort({ by: sortColumns.find((each) => each === column) ?? by, descending: order === 'descending' });
    })}
  </div>`;
}

