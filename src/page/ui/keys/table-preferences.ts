import { html, type TemplateResult } from 'lit';
import type { KeyTableTexts } from '../../i18n/key-table.ts';
import type { Language } from '../../i18n/languages.ts';
import { confirmed } from '../confirm.ts';
import { remember, remembered } from '../remembered.ts';
import { number } from '../words.ts';
import { columnNames, fixedColumns, usualColumns, type ColumnName } from './columns.ts';

/** What the gear opens; it lasts on this device. */
export interface TablePreferences {
  /** In the order of all columns. */
  readonly columns: readonly ColumnName[];
  readonly pageSize: number;
  readonly wrap: boolean;
}

const pageSizes: readonly number[] = [10, 25, 50, 100];
const usual: TablePreferences = { columns: usualColumns, pageSize: 25, wrap: false };
const name = 'key-table';

/** What was chosen last time, as far as there still is such a thing. */
export function tablePreferences(): TablePreferences {
  try {
    const { columns, pageSize, wrap } = JSON.parse(remembered(name) ?? '{}') as Partial<Record<keyof TablePreferences, unknown>>;
    return {
      columns: Array.isArray(columns) ? columnNames.filter((column) => fixedColumns.includes(column) || columns.includes(column)) : usual.columns,
      pageSize: pageSizes.find((size) => size === pageSize) ?? usual.pageSize,
      wrap: typeof wrap === 'boolean' ? wrap : usual.wrap,
    };
  } catch {
    return usual;
  }
}

/** Asks for others, and keeps them. @returns undefined where the person has changed nothing */
export async function askPreferences(root: ParentNode, language: Language, texts: KeyTableTexts, now: TablePreferences): Promise<TablePreferences | undefined> {
  let preferences = now;
  const detail = (redraw: () => void): TemplateResult =>
    preferenceFields(language, texts, preferences, (part) => {
      preferences = { ...preferences, ...part };
      redraw();
    });
  if (!(await confirmed(root, { question: texts.preferences, detail, yes: texts.confirm, no: texts.cancel, harmless: true }))) return undefined;
  remember(name, JSON.stringify(preferences));
  return preferences;
}

/** The fields of the dialog. @param change is handed what the preferences then are */
function preferenceFields(
  language: Language,
  texts: KeyTableTexts,
  { columns, pageSize, wrap }: TablePreferences,
  change: (part: Partial<TablePreferences>) => void,
): TemplateResult {
  const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
  return html`<div class="preferences">
    <fieldset>
      <legend>${texts.visibleColumns}</legend>
      ${columnNames.map((column) => {
        const fixed = fixedColumns.includes(column);
        return html`<label class="check">
          <input
            type="checkbox"
            .checked=${columns.includes(column)}
            ?disabled=${fixed}
            @change=${(event: Event): void => {
              const shown = checked(event);
              change({ columns: columnNames.filter((each) => (each === column ? shown : columns.includes(each))) });
            }}
          />
          <span>${texts.columns[column]} ${fixed ? html`<span class="quiet small">(${texts.always})</span>` : ''}</span>
        </label>`;
      })}
    </fieldset>
    <fieldset>
      <legend>${texts.pageSize}</legend>
      ${pageSizes.map(
        (size) => html`<label class="check">
          <input
            type="radio"
            name="page-size"
            .checked=${size === pageSize}
            @change=${(): void => {
              change({ pageSize: size });
            }}
          />
          <span>${texts.pageSizes(number(language, size))}</span>
        </label>`,
      )}
    </fieldset>
    <fieldset>
      <label class="check">
        <input
          type="checkbox"
          .checked=${wrap}
          aria-describedby="wrap-hint"
          @change=${(event: Event): void => {
            change({ wrap: checked(event) });
          }}
        />
        <span>${texts.wrap}</span>
      </label>
      <p class="quiet small" id="wrap-hint">${texts.wrapHint}</p>
    </fieldset>
  </div>`;
}
