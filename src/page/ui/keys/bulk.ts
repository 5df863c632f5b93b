import type { ScheduleKeyDeletionCommandOutput } from '@aws-sdk/client-kms';
import { html, nothing, type TemplateResult } from 'lit';
import type { KeyView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import { clustersTexts } from '../../i18n/clusters.ts';
import type { KeyTableTexts } from '../../i18n/key-table.ts';
import { playgroundTexts } from '../../i18n/playground.ts';
import type { Values } from '../../../model/shapes.ts';
import { textField } from '../clusters/fields.ts';
import '../clusters/call-code.ts';
import type { Question } from '../confirm.ts';
import type { GlassElement } from '../element.ts';
import { errorCode } from '../error-link.ts';
import { eventLink, requestIdOf } from '../event-link.ts';
import { marked } from '../marked.ts';
import { refusalOf, type Refusal } from '../refusal.ts';
import { unpublishedMessages } from '../../../model/errors.ts';
import { moment, number } from '../words.ts';
import { keyName } from './columns.ts';

/** Actions on several keys: AWS KMS has none that takes more than one, so each is a call for each key. */

export type BulkAction = keyof KeyTableTexts['actions'];
export const bulkActions = ['EnableKey', 'DisableKey', 'TagResource', 'ScheduleKeyDeletion', 'CancelKeyDeletion'] as const satisfies readonly BulkAction[];

/** What the dialog's fields say. */
export interface BulkFields {
  PendingWindowInDays: string;
  TagKey: string;
  TagValue: string;
}
export const bulkFields = (): BulkFields => ({ PendingWindowInDays: '30', TagKey: '', TagValue: '' });

export function inputFor(action: BulkAction, KeyId: string, { PendingWindowInDays, TagKey, TagValue }: BulkFields): Values {
  if (action === 'TagResource') return { KeyId, Tags: [{ TagKey, TagValue }] };
  if (action === 'ScheduleKeyDeletion') return { KeyId, PendingWindowInDays: Number(PendingWindowInDays) };
  return { KeyId };
}

/** Keys that the dialog names; the table shows all. */
const keysNamed = 5;

/** Asks before it is done; and shows the same call as code. @param fields are changed by the dialog */
export function bulkQuestion(host: GlassElement, region: string, texts: KeyTableTexts, action: BulkAction, keys: readonly KeyView[], fields: BulkFields): Question {
  const { question, detail, name } = texts.actions[action];
  const { language } = host;
  const count = number(language, keys.length);
  const named = keys.slice(0, keysNamed);
  return {
    question: question(keys.length, count),
    yes: name,
    no: texts.cancel,
    harmless: action !== 'DisableKey' && action !== 'ScheduleKeyDeletion',
    detail: (redraw) => {
      const change = (part: Readonly<Record<string, string | undefined>>): void => {
        Object.assign(fields, part);
        redraw();
      };
      return html`<div class="bulk">
        <p>${marked(detail)}</p>
        <p class="small">${texts.keysMeant(keys.length, count)}</p>
        <ul class="small">
          ${named.map((key) => html`<li><code>${keyName(key)}</code></li>`)}
          ${keys.length > keysNamed ? html`<li class="quiet">${texts.more(number(language, keys.length - keysNamed))}</li>` : nothing}
        </ul>
        ${action === 'ScheduleKeyDeletion' ? textField('PendingWindowInDays', texts.waitingPeriod, fields.PendingWindowInDays, change, 'number') : nothing}
        ${action === 'TagResource'
          ? html`<div class="tag">
              ${textField('TagKey', texts.tagKey, fields.TagKey, change)} ${textField('TagValue', texts.tagValueAlone, fields.TagValue, change)}
            </div>`
          : nothing}
        <glass-call-code
          .call=${{ service: 'kms', operation: action, region, input: inputFor(action, keys[0]?.KeyId ?? '', fields) }}
          .theme=${host.theme}
          lang=${language}
        ></glass-call-code>
        ${keys.length > 1 ? html`<p class="quiet small">${texts.oncePerKey}</p>` : nothing}
      </div>`;
    },
  };
}

/** What AWS answered about one key. */
export interface KeyOutcome {
  readonly key: KeyView;
  readonly refusal?: Refusal;
  readonly requestId: string | undefined;
  /** When the key is to be deleted. */
  readonly DeletionDate?: Date;
}

/** Calls for each key, in their order. @param heard is called after each */
export async function callForEach(
  { kms }: Simulator,
  action: BulkAction,
  keys: readonly KeyView[],
  fields: BulkFields,
  heard: (outcomes: readonly KeyOutcome[]) => void,
): Promise<void> {
  const client = kms as unknown as Readonly<Record<string, (input: Values) => Promise<Partial<ScheduleKeyDeletionCommandOutput>>>>;
  const outcomes: KeyOutcome[] = [];
  for (const key of keys) {
    try {
      const answer = await client[action.charAt(0).toLowerCase() + action.slice(1)]?.(inputFor(action, key.KeyId, fields));
      outcomes.push({ key, requestId: requestIdOf(answer), ...(answer?.DeletionDate && { DeletionDate: answer.DeletionDate }) });
    } catch (error) {
      outcomes.push({ key, requestId: requestIdOf(error), refusal: refusalOf(error) });
    }
    heard([...outcomes]);
  }
}

/** What came of it, key by key. */
export function outcomeView(host: GlassElement, texts: KeyTableTexts, action: BulkAction, outcomes: readonly KeyOutcome[], close: () => void): TemplateResult {
  const { language } = host;
  const done = outcomes.filter(({ refusal }) => !refusal).length;
  const said = (value: number): string => number(language, value);
  return html`<section class="outcome ${done < outcomes.length ? 'refused' : ''}" tabindex="-1" id="outcome" aria-labelledby="outcome-title">
    <div class="head">
      <h3 id="outcome-title">${marked(texts.outcome(action, said(done), said(outcomes.length)))}</h3>
      <button type="button" class="plain" @click=${close}>${texts.close}</button>
    </div>
    <ul tabindex="0" aria-labelledby="outcome-title">
      ${outcomes.map(
        ({ key, refusal, requestId, DeletionDate }) => html`<li>
          <code>${keyName(key)}</code>
          ${refusal
            ? refused(host, texts, refusal)
            : html`<span class="good">✓ ${DeletionDate ? texts.doneUntil(moment(language, DeletionDate)) : texts.done}</span>`}
          ${eventLink(action, requestId, clustersTexts[language].itsEvent)}
        </li>`,
      )}
    </ul>
  </section>`;
}

function refused(host: GlassElement, texts: KeyTableTexts, { code, message }: Refusal): TemplateResult {
  const meaning = ({ ...playgroundTexts[host.language].calls.meanings, ...texts.meanings } as Readonly<Record<string, string>>)[code];
  return html`<b class="bad">${errorCode(code)}</b>
    ${message ? html`<span lang="en">${message}</span>` : html`<span class="quiet">${texts.silent}</span>`}
    ${unpublishedMessages.has(code) ? html`<span class="quiet small">${host.texts.frame.ourWording}</span>` : nothing}
    ${meaning ? html`<span class="small quiet">${marked(meaning)}</span>` : nothing}`;
}
