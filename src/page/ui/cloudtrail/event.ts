import type { Event } from '@aws-sdk/client-cloudtrail';
import { html, nothing, type TemplateResult } from 'lit';
import type { CloudTrailTexts } from '../../i18n/cloudtrail.ts';
import type { Language } from '../../i18n/languages.ts';
import { highlighted } from '../calls/highlight.ts';
import { row } from '../clusters/scene.ts';
import '../copy.ts';
import { errorCode } from '../error-link.ts';
import { addressOf } from '../frame/route.ts';
import { marked } from '../marked.ts';
import { resourceLink, timeOf } from './list.ts';
import { errorCodeOf, recordOf } from './look-up.ts';

/** One event: what the console shows of it, and its record. */
export function eventDetails(language: Language, theme: string | null, texts: CloudTrailTexts, event: Event): TemplateResult {
  const { EventId = '', EventName = '', EventTime, Username, EventSource, ReadOnly, AccessKeyId, Resources = [] } = event;
  const record = recordOf(event);
  const { requestID, awsRegion, sourceIPAddress, errorMessage } = record;
  const code = errorCodeOf(event);
  const json = JSON.stringify(record, undefined, 2);
  const { attributes } = texts;
  const mono = (value: unknown): TemplateResult | string => (typeof value === 'string' ? html`<code>${value}</code>` : texts.nobody);
  return html`<dl>
      ${row(texts.time, timeOf(language, EventTime))}
      ${row(attributes.EventName, html`<code>${EventName}</code>`)}
      ${code === undefined
        ? nothing
        : row(texts.errorCode, html`<b class="bad">${errorCode(code)}</b>${typeof errorMessage === 'string' ? html`<br /><span lang="en">${errorMessage}</span>` : nothing}`)}
      ${row(attributes.Username, Username ?? texts.nobody)} ${row(attributes.AccessKeyId, mono(AccessKeyId))} ${row(attributes.EventSource, mono(EventSource))}
      ${row(attributes.ReadOnly, mono(ReadOnly))} ${row(texts.region, mono(awsRegion))}
      ${row(
        texts.resources,
        Resources.length === 0
          ? texts.nobody
          : Resources.map(
              (resource) => html`<span class="item"
                >${resourceLink(resource)} <code class="quiet small">${resource.ResourceType}</code>
                <a class="small" href=${addressOf('cloudtrail', 'ResourceName', resource.ResourceName ?? '')}>${texts.ofResource}</a></span
              >`,
            ),
      )}
      ${row(attributes.EventId, mono(EventId))} ${row(texts.requestId, mono(requestID))}
      ${row(texts.sourceIp, html`${mono(sourceIPAddress)}${sourceIPAddress === '192.0.2.0' ? html` <span class="quiet small">${texts.address}</span>` : nothing}`)}
    </dl>
    <p class="small"><a href=${addressOf('cloudtrail', 'EventName', EventName)}>${marked(texts.similar(EventName))}</a></p>
    <h3 id="record">${texts.record}</h3>
    <div class="text">
      <glass-copy what=${texts.record} .text=${json} .words=${texts.copy} theme=${theme ?? nothing} lang=${language}></glass-copy>
      <pre tabindex="0" role="group" aria-labelledby="record">${highlighted('json', json)}</pre>
    </div>`;
}
