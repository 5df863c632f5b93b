import { html, nothing, type TemplateResult } from 'lit';
import type { KeyStoreView } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { ClustersTexts } from '../../i18n/clusters.ts';
import { insideTexts } from '../../i18n/inside.ts';
import type { Language } from '../../i18n/languages.ts';
import type { WrittenCall } from '../calls/written.ts';
import type { Question } from '../confirm.ts';
import { ChooseBackupEvent, ChooseClusterEvent, ChooseHsmEvent } from '../events.ts';
import { addressOf } from '../frame/route.ts';
import { moment, number } from '../words.ts';
import type { GlassAction } from './action.ts';
import './action.ts';
import { choice, chosenOf, textField, type Change, type Fields } from './fields.ts';

/** What the sections of a details view are drawn with. */
export interface Scene {
  readonly host: HTMLElement;
  readonly simulator: Simulator;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  readonly texts: ClustersTexts;
  readonly fields: Fields;
  readonly change: Change;
  /** The page is the playground: calls link their events, and key stores and the like their views. */
  readonly views?: boolean;
}

export const row = (term: TemplateResult | string, value: unknown): TemplateResult => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

export const time = ({ language }: Scene, at: number): TemplateResult =>
  html`<time datetime=${new Date(at).toISOString()}>${moment(language, at)}</time>`;

export const count = ({ language }: Scene, value: number): string => number(language, value);

export const section = (id: string, title: string, content: unknown): TemplateResult =>
  html`<section class="section" aria-labelledby=${id}><h4 id=${id}>${title}</h4>${content}</section>`;

/** Opens a cluster, or a backup. */
export const link = ({ host }: Scene, id: string, text: string = id): TemplateResult =>
  html`<button
    type="button"
    class="link"
    @click=${(): void => {
      host.dispatchEvent(id.startsWith('cluster-') ? new ChooseClusterEvent(id) : new ChooseBackupEvent(id));
    }}
  >
    ${text}
  </button>`;

/** A key store by its name; it leads to its page where the page has one. */
export const storeLink = ({ views }: Scene, { CustomKeyStoreId, CustomKeyStoreName }: KeyStoreView): TemplateResult =>
  views ? html`<a href=${addressOf('key-stores', CustomKeyStoreId)}>${CustomKeyStoreName}</a>` : html`${CustomKeyStoreName}`;

/** Opens an HSM. */
export const hsmLink = ({ host, language }: Scene, ClusterId: string, HsmId: string): TemplateResult =>
  html`<button
    type="button"
    class="link"
    data-hsm=${HsmId}
    @click=${(): void => {
      host.dispatchEvent(new ChooseHsmEvent(ClusterId, HsmId));
    }}
  >
    <b>${HsmId}</b><span class="hidden"> ${insideTexts[language].open}</span>
  </button>`;

export const tagList = (texts: ClustersTexts, tags: readonly { Key: string; Value: string }[]): unknown =>
  tags.length === 0
    ? html`<span class="quiet">${texts.none}</span>`
    : tags.map(({ Key, Value }) => html`<span class="item"><code>${Key}</code> = <code>${Value}</code></span>`);

interface Action extends Partial<Pick<GlassAction, 'press' | 'flat' | 'why' | 'code'>> {
  readonly label: string;
  readonly hint: string;
  readonly service?: 'kms' | 'cloudhsmv2';
  readonly operation: string;
  readonly input: WrittenCall['input'];
  /** Where something is lost. */
  readonly question?: Question | undefined;
  readonly fields?: unknown;
  readonly told?: (answer: object) => TemplateResult | string;
}

export const action = (
  { simulator, language, theme, views }: Pick<Scene, 'simulator' | 'language' | 'theme' | 'views'>,
  { label, hint, service = 'cloudhsmv2', operation, input, question, fields, told, press, flat, why, code }: Action,
): TemplateResult =>
  html`<glass-action
    data-operation=${operation}
    .simulator=${simulator}
    .theme=${theme}
    lang=${language}
    label=${label}
    hint=${hint}
    .press=${press ?? null}
    ?flat=${flat}
    ?views=${views}
    .service=${service}
    .operation=${operation}
    .input=${input}
    .code=${code}
    .why=${why}
    .question=${question}
    .told=${told}
    >${fields ?? nothing}</glass-action
  >`;

/** TagResource and UntagResource, which clusters and backups have. */
export function tagActions(scene: Scene, ResourceId: string, tags: readonly { Key: string }[]): unknown {
  const { texts, fields, change } = scene;
  const { tagKey = '', tagValue = '' } = fields;
  const keys = tags.map(({ Key }) => Key);
  const untag = chosenOf(keys, fields['untag']);
  return [
    action(scene, {
      ...texts.tagResource,
      operation: 'TagResource',
      input: { ResourceId, TagList: [{ Key: tagKey, Value: tagValue }] },
      fields: html`<div class="pair">
        ${textField('tagKey', texts.tagResource.key, tagKey, change)} ${textField('tagValue', texts.tagResource.value, tagValue, change)}
      </div>`,
    }),
    keys.length === 0
      ? nothing
      : action(scene, {
          ...texts.untagResource,
          operation: 'UntagResource',
          input: { ResourceId, TagKeyList: [untag] },
          fields: choice('untag', texts.untagResource.key, keys.map((key) => [key, key]), untag, change),
        }),
  ];
}
