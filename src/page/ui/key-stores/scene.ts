import { html, type TemplateResult } from 'lit';
import type { Simulator } from '../../client/simulator.ts';
import type { ClusterDetails, MapView } from '../../../model/look.ts';
import type { KeyStoresTexts } from '../../i18n/key-stores.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Change, Fields } from '../clusters/fields.ts';
import type { Step } from '../map/faults.ts';
import { addressOf } from '../frame/route.ts';
import { number } from '../words.ts';

/** What the views of key stores are drawn with. */
export interface Scene {
  readonly simulator: Simulator;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | null;
  readonly texts: KeyStoresTexts;
  readonly map: MapView;
  readonly clusters: readonly ClusterDetails[];
  /** Simulated milliseconds since the epoch. */
  readonly now: number;
  readonly fields: Fields;
  readonly change: Change;
  readonly views: true;
  /** Does the next step of a way out. */
  take(step: Step): void;
}

export const count = ({ language }: Pick<Scene, 'language'>, value: number): string => number(language, value);

export const clusterLink = (ClusterId: string): TemplateResult => html`<a class="mono" href=${addressOf('clusters', ClusterId)}>${ClusterId}</a>`;
