import { html, nothing, type TemplateResult } from 'lit';
import { addressOf } from './frame/route.ts';

/** Of an answer or an AwsError; a call that did not get so far has none. */
export const requestIdOf = (outcome: unknown): string | undefined =>
  (outcome as { readonly $metadata?: { readonly requestId?: string } } | undefined)?.$metadata?.requestId;

/** Leads to what CloudTrail has recorded of a call, on a page that shows CloudTrail's events. */
export const eventLink = (operation: string, requestId: string | undefined, text: string): TemplateResult | typeof nothing =>
  requestId === undefined ? nothing : html`<a class="event small" href=${addressOf('cloudtrail', 'request', operation, requestId)}>${text}</a>`;
