import { html, nothing, type TemplateResult } from 'lit';
import type { CloudTrailTexts } from '../../i18n/cloudtrail.ts';
import { choice, type Change, type Fields } from '../clusters/fields.ts';
import { attributeKeys, type Filter } from './place.ts';

/** What the fields say of a filter. */
export const fieldsOf = ({ attribute: [key, value] = ['EventName', ''], attribute, from, to }: Filter): Fields => ({
  key: attribute ? key : '',
  value,
  from: from ? localTime(from) : '',
  to: to ? localTime(to) : '',
});

/** The filter that the fields say: an attribute without a value is none. */
export function filterOf({ key = '', value = '', from, to }: Fields): Filter {
  const attribute = attributeKeys.find((each) => each === key);
  return {
    ...(attribute && value && { attribute: [attribute, value] as const }),
    ...(from && { from: new Date(from) }),
    ...(to && { to: new Date(to) }),
  };
}

/** As `<input type=datetime-local>` has it: in the reader's time zone. */
function localTime(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export function filterForm(texts: CloudTrailTexts, fields: Fields, change: Change, apply: (event: Event) => void): TemplateResult {
  const { key = '', value = '' } = fields;
  const at = attributeKeys.find((each) => each === key);
  const set = (name: string) => (event: Event) => {
    change({ [name]: (event.target as HTMLInputElement).value });
  };
  const keys = [['', texts.noAttribute], ...attributeKeys.map((each) => [each, texts.attributes[each]] as const)] as const;
  const toKey: Change = (part) => {
    change({ ...part, value: part['key'] === 'ReadOnly' ? 'false' : '' });
  };
  const moment = (name: 'from' | 'to'): TemplateResult => html`<div class="field">
    <label for=${name}>${texts[name]}</label>
    <input id=${name} type="datetime-local" step="1" .value=${fields[name] ?? ''} @input=${set(name)} />
  </div>`;
  return html`<form class="filter" aria-label=${texts.filter} @submit=${apply}>
    ${choice('key', texts.attribute, keys, key, toKey)}
    ${at === undefined
      ? nothing
      : at === 'ReadOnly'
        ? choice('value', texts.attributes.ReadOnly, [['false', texts.no], ['true', texts.yes]], value, change)
        : html`<div class="field">
            <label for="value">${texts.attributes[at]}</label>
            <input id="value" class="mono" autocomplete="off" spellcheck="false" placeholder=${texts.hints[at]} .value=${value} @input=${set('value')} />
          </div>`}
    ${moment('from')} ${moment('to')}
    <button class="primary">${texts.apply}</button>
    <p class="quiet small">${texts.oneOnly}</p>
  </form>`;
}
