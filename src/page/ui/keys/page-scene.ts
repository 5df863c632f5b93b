import { html, type TemplateResult } from 'lit';
import type { KeyDetails } from '../../../model/look.ts';
import type { Simulator } from '../../client/simulator.ts';
import type { KeyPageTexts } from '../../i18n/key-page.ts';
import type { KeyTableTexts } from '../../i18n/key-table.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Change, Fields } from '../clusters/fields.ts';
import { moment } from '../words.ts';

/** What the parts of a key's page are drawn with. */
export interface Scene {
  readonly simulator: Simulator;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  readonly texts: KeyPageTexts;
  /** What the page shares with the table of keys. */
  readonly shared: KeyTableTexts;
  readonly key: KeyDetails;
  /** By the id of the field: what was typed for a call that AWS has done is forgotten. */
  readonly fields: Fields;
  readonly change: Change;
  readonly views: true;
}

export type Tab = keyof KeyPageTexts['tabs'];

/** In AWS's order, then ours. A key of a key store cannot be rotated. */
export const tabsOf = ({ rotation }: KeyDetails): readonly Tab[] => [
  'key-policy',
  'cryptographic-configuration',
  'tags',
  ...(rotation ? (['key-rotation'] as const) : []),
  'aliases',
  'try-it',
];

export const section = (id: string, title: string, content: unknown): TemplateResult =>
  html`<section class="section" aria-labelledby=${id}><h3 id=${id}>${title}</h3>${content}</section>`;

export const time = (language: Language, at: number): TemplateResult => html`<time datetime=${new Date(at).toISOString()}>${moment(language, at)}</time>`;

/** Why a key that is PendingDeletion takes no change (facts 3.1). */
export const whilePending = ({ texts, key: { KeyState } }: Scene): string | undefined => (KeyState === 'PendingDeletion' ? texts.whilePending : undefined);
