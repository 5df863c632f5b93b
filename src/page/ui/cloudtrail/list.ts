import type { Event, Resource } from '@aws-sdk/client-cloudtrail';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CloudTrailTexts } from '../../i18n/cloudtrail.ts';
import type { Language } from '../../i18n/languages.ts';
import { errorCode } from '../error-link.ts';
import { addressOf } from '../frame/route.ts';
import { breakable } from '../marked.ts';
import { cell, rowName, table } from '../table.ts';
import { errorCodeOf } from './look-up.ts';

/** Resources that a row shows; the event shows all. */
const resourcesShown = 2;

/** To the second: events of one minute are many. */
export const timeOf = (language: Language, time: Date | undefined): TemplateResult | typeof nothing =>
  time ? html`<time datetime=${time.toISOString()}>${new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(time)}</time>` : nothing;

/** A KMS key by its page; what else there is, by its name. */
export function resourceLink({ ResourceName = '', ResourceType }: Resource): TemplateResult {
  const KeyId = ResourceType === 'AWS::KMS::Key' ? /:key\/([^/]+)$/.exec(ResourceName)?.[1] : undefined;
  return KeyId === undefined ? html`<code>${ResourceName}</code>` : html`<a class="mono" href=${addressOf('keys', KeyId)}>${KeyId}</a>`;
}

/** With the columns of the console; a table where there is room, cards where there is not. */
export function eventTable(language: Language, texts: CloudTrailTexts, events: readonly Event[]): TemplateResult {
  const { attributes } = texts;
  const headings = [attributes.EventName, texts.time, attributes.Username, attributes.EventSource, texts.resources];
  const row = (event: Event): TemplateResult => {
    const { EventId = '', EventName = '', EventTime, Username, EventSource = '', Resources = [] } = event;
    const code = errorCodeOf(event);
    return html`<tr role="row">
      ${rowName(
        attributes.EventName,
        html`<a class="whole mono" href=${addressOf('cloudtrail', EventId)}>${breakable(EventName)}</a>
          ${code === undefined ? nothing : html`<b class="bad small code"><span aria-hidden="true">✕ </span>${errorCode(code)}</b>`}`,
      )}
      ${cell(texts.time, timeOf(language, EventTime))} ${cell(attributes.Username, Username ?? texts.nobody)}
      ${cell(attributes.EventSource, html`<code>${EventSource}</code>`, true)}
      ${cell(
        texts.resources,
        html`${Resources.slice(0, resourcesShown).map((resource) => html`<span class="item">${resourceLink(resource)}</span>`)}
          ${Resources.length > resourcesShown ? html`<span class="quiet small">+${Resources.length - resourcesShown}</span>` : nothing}
          ${Resources.length === 0 ? html`<span class="quiet">–</span>` : nothing}`,
        true,
      )}
    </tr>`;
  };
  return table(texts.caption, headings, repeat(events, ({ EventId }) => EventId, row));
}
