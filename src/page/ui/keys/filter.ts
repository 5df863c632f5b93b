import { html, nothing, type TemplateResult } from 'lit';
import type { KeyFilter } from '../../../model/look.ts';
import type { KeyTableTexts } from '../../i18n/key-table.ts';

/** What a person filters by (facts 10), as the fields say it. */
export interface Filter {
  readonly by: keyof KeyTableTexts['filters'];
  readonly value: string;
  /** Of a tag. */
  readonly more: string;
}
export const noFilter: Filter = { by: 'aliases', value: '', more: '' };
const filterNames = ['aliases', 'keyId', 'keyType', 'regionality', 'tag'] as const satisfies readonly Filter['by'][];

/** @returns what to ask for; undefined where nothing is filtered yet */
export function askedFilter({ by, value, more }: Filter): KeyFilter | undefined {
  if (value === '') return undefined;
  switch (by) {
    case 'aliases':
      // All begin so; nobody need write it.
      return { AliasName: value.startsWith('alias/') ? value : `alias/${value}` };
    case 'keyId':
      return { KeyId: value.toLowerCase() };
    case 'keyType':
      return { KeySpec: value };
    case 'regionality':
      return { MultiRegion: value === 'multi' };
    case 'tag':
      return { TagKey: value, ...(more !== '' && { TagValue: more }) };
  }
}

/**
 * The fields; every change of them filters at once.
 * @param change is handed what to make of the filter as it then is: two events may come before one rendering
 */
export function filterFields(texts: KeyTableTexts, filter: Filter, change: (to: (now: Filter) => Filter) => void): TemplateResult {
  const { by, value, more } = filter;
  const text = (part: 'value' | 'more', label: string): TemplateResult =>
    html`<div class="field">
      <label for=${part}>${label}</label>
      <input
        id=${part}
        autocomplete="off"
        spellcheck="false"
        .value=${filter[part]}
        @input=${(event: InputEvent): void => {
          change((now) => ({ ...now, [part]: (event.target as HTMLInputElement).value }));
        }}
      />
    </div>`;
  const choice = (label: string, options: Readonly<Record<string, string>>): TemplateResult =>
    select('value', label, [['', texts.any], ...Object.entries(options)], value, (chosen) => {
      change((now) => ({ ...now, value: chosen }));
    });
  return html`<div class="filter" role="search" aria-label=${texts.filterBy}>
    ${select('by', texts.filterBy, filterNames.map((name) => [name, texts.filters[name]] as const), by, (chosen) => {
      change(() => ({ ...noFilter, by: chosen as Filter['by'] }));
    })}
    ${by === 'keyType'
      ? choice(texts.filters[by], { SYMMETRIC_DEFAULT: texts.keyTypes.symmetric, RSA_2048: texts.keyTypes.asymmetric })
      : by === 'regionality'
        ? choice(texts.filters[by], texts.regionalities)
        : by === 'tag'
          ? html`${text('value', texts.tagKey)} ${text('more', texts.tagValue)}`
          : text('value', texts.begins(texts.filters[by]))}
    ${value || more
      ? html`<button
          type="button"
          class="plain"
          @click=${(): void => {
            change(() => ({ ...noFilter, by }));
          }}
        >
          ${texts.clearFilter}
        </button>`
      : nothing}
  </div>`;
}

export const select = (
  id: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  choose: (value: string) => void,
): TemplateResult =>
  html`<div class="field ${id}">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      .value=${chosen}
      @change=${(event: Event): void => {
        choose((event.target as HTMLSelectElement).value);
      }}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;
