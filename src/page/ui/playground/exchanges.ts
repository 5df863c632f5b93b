import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ExchangeEvent } from '../../client/events.ts';
import type { App } from './app.ts';
import { highlighted } from './json.ts';
import { errorCode } from './parts.ts';

/** One call as HTTP carried it, ready to show. */
export interface Exchange {
  readonly number: number;
  readonly operation: string;
  readonly target: string;
  readonly host: string;
  readonly requestBody: string;
  readonly status: number;
  readonly requestId: string;
  readonly answerBody: string;
  /** AWS's error code, where it is an error. */
  readonly code: string | undefined;
}

let counter = 0;

export function exchangeOf({ request, response }: ExchangeEvent): Exchange {
  const target = request.headers['x-amz-target'] ?? '';
  const code = response.status < 300 ? undefined : /"__type":\s*"(?:[^"]*#)?([^"]+)"/.exec(response.body)?.[1];
  return {
    number: ++counter,
    operation: target.split('.').pop() ?? '',
    target,
    host: request.host,
    requestBody: pretty(request.body),
    status: response.status,
    requestId: response.headers['x-amzn-requestid'] ?? '',
    answerBody: pretty(response.body),
    code,
  };
}

const pretty = (body: string): string => (body ? JSON.stringify(JSON.parse(body), undefined, 2) : '');

export function exchangesSection({ texts, exchanges }: App): TemplateResult {
  return html`<section class="card exchanges" aria-labelledby="exchanges">
    <h2 id="exchanges">${texts.exchanges}</h2>
    ${exchanges.length === 0 ? html`<p class="quiet">${texts.noExchanges}</p>` : nothing}
    ${repeat(
      exchanges,
      ({ number }) => number,
      (exchange) => html`<details ?open=${exchange === exchanges[0]}>
        <summary>
          <code>${exchange.operation}</code>
          <span class="status ${exchange.status < 300 ? 'good' : 'bad'}">${exchange.status}</span>
          ${exchange.code === undefined ? nothing : errorCode(exchange.code)}
        </summary>
        <h3>${texts.request}</h3>
        ${block(
          texts.request,
          `POST https://${exchange.host}/`,
          `X-Amz-Target: ${exchange.target}`,
          exchange.requestBody,
        )}
        <h3>${texts.answer}</h3>
        ${block(
          texts.answer,
          `HTTP ${String(exchange.status)}`,
          `x-amzn-RequestId: ${exchange.requestId}`,
          exchange.answerBody || texts.emptyBody,
        )}
      </details>`,
    )}
  </section>`;
}

/** Scrolls where it is long, so the keyboard must reach it. */
const block = (label: string, first: string, header: string, body: string): TemplateResult =>
  html`<pre tabindex="0" role="region" aria-label=${label}><b>${first}</b>
<span class="quiet">${header}</span>

${highlighted(body)}</pre>`;
