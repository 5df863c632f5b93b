import type { LookupAttributeKey, LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';

/** What LookupEvents can look for; a call takes one at the most. In the order of the console's menu. */
export const attributeKeys = ['EventName', 'Username', 'ResourceName', 'ResourceType', 'EventSource', 'ReadOnly', 'AccessKeyId', 'EventId'] as const satisfies readonly LookupAttributeKey[];
export type AttributeKey = (typeof attributeKeys)[number];

/** What is looked up: one attribute or none, from when, to when. */
export interface Filter {
  readonly attribute?: readonly [key: AttributeKey, value: string];
  readonly from?: Date;
  readonly to?: Date;
}

/** What the event history shows: a list, one event, or the event of a call that one was made aware of by its request's id. */
export type Place =
  | { readonly show: 'list'; readonly filter: Filter }
  | { readonly show: 'event'; readonly EventId: string }
  | { readonly show: 'request'; readonly operation: string; readonly requestId: string };

const isKey = (text: string): text is AttributeKey => (attributeKeys as readonly string[]).includes(text);

/** The console begins so (CloudTrail User Guide, "Viewing events with event history"): what only reads is left out. */
export const usual: Filter = { attribute: ['ReadOnly', 'false'] };
/** In an address: no attribute. */
const all = 'all';

/**
 * @param path `[]`, `[EventId]`, `['request', operation, requestId]`, `['all', …]`, or names and values in turn:
 * `[EventName, CreateKey, StartTime, <ISO 8601>, EndTime, <ISO 8601>]`
 */
export function placeOf(path: readonly string[]): Place {
  const [first, second = '', third = ''] = path;
  if (first === undefined) return { show: 'list', filter: usual };
  if (first === 'request') return { show: 'request', operation: second, requestId: third };
  if (path.length === 1 && first !== all) return { show: 'event', EventId: first };
  const filter: { -readonly [Name in keyof Filter]: Filter[Name] } = {};
  const pairs = first === all ? path.slice(1) : path;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [name = '', value = ''] = pairs.slice(i, i + 2);
    const time = new Date(value);
    if (isKey(name)) filter.attribute = [name, value];
    else if (!Number.isNaN(time.getTime()) && (name === 'StartTime' || name === 'EndTime')) filter[name === 'StartTime' ? 'from' : 'to'] = time;
  }
  return { show: 'list', filter };
}

/** The other way round: where a list with this filter is. */
export const pathOf = ({ attribute, from, to }: Filter): string[] => [
  ...(attribute ?? [all]),
  ...(from ? ['StartTime', from.toISOString()] : []),
  ...(to ? ['EndTime', to.toISOString()] : []),
];

/** What LookupEvents is asked. */
export const inputOf = ({ attribute, from, to }: Filter): LookupEventsCommandInput => ({
  ...(attribute && { LookupAttributes: [{ AttributeKey: attribute[0], AttributeValue: attribute[1] }] }),
  ...(from && { StartTime: from }),
  ...(to && { EndTime: to }),
});
