import { html, type TemplateResult } from 'lit';
import type { KeyStoreView, MapView } from '../../../model/look.ts';
import type { CreateKeyTexts } from '../../i18n/create-key.ts';
import { checkIcon, crossIcon } from '../icons.ts';
import { marked } from '../marked.ts';
import type { Draft } from './draft.ts';

type Texts = CreateKeyTexts;

/** Something that CreateKey needs, and whether it holds now. */
export interface Condition {
  readonly met: boolean;
  readonly text: string;
}

/** The key store that the form means: the chosen one, or the account's first. */
export const chosenStore = ({ CustomKeyStoreId }: Draft, { keyStores }: MapView): KeyStoreView | undefined =>
  keyStores.find((store) => store.CustomKeyStoreId === CustomKeyStoreId) ?? keyStores[0];

/**
 * What the call needs as the form stands (Developer Guide, "Create a KMS key in an AWS CloudHSM key store"): a connected
 * store, active HSMs in two zones, a symmetric encryption key, one Region. Elsewhere only what GlassHSM simulates.
 */
export function conditionsOf(draft: Draft, map: MapView, texts: Texts): readonly Condition[] {
  const { KeySpec, MultiRegion, Origin } = draft;
  const symmetric = KeySpec === 'SYMMETRIC_DEFAULT';
  const kind = [
    { met: symmetric, text: symmetric ? texts.isSymmetric : texts.notSymmetric(KeySpec) },
    { met: !MultiRegion, text: MultiRegion ? texts.notSingleRegion : texts.isSingleRegion },
  ];
  if (Origin === 'AWS_KMS') return [{ met: true, text: texts.noStoreNeeded }, ...kind];
  if (Origin !== 'AWS_CLOUDHSM') return [{ met: false, text: texts.notSimulated(Origin) }];
  const store = chosenStore(draft, map);
  if (!store) return [{ met: false, text: texts.noKeyStore }, ...kind];
  const { ConnectionState } = store;
  const cluster = map.clusters.find(({ ClusterId }) => ClusterId === store.CloudHsmClusterId);
  const active = cluster?.hsms.filter(({ State }) => State === 'ACTIVE') ?? [];
  const zones = new Set(active.map((hsm) => hsm.AvailabilityZone)).size;
  return [
    { met: ConnectionState === 'CONNECTED', text: texts.storeIs(ConnectionState) },
    { met: zones >= 2, text: texts.hsms(active.length, zones) },
    ...kind,
  ];
}

/** The conditions with a mark and the word for it; a reader of the screen hears those that change. */
export const conditionList = (conditions: readonly Condition[], texts: Texts): TemplateResult =>
  html`<ul id="conditions" class="conditions" aria-label=${texts.conditions} aria-live="polite">
    ${conditions.map(
      ({ met, text }) => html`<li>
        <span class=${met ? 'good' : 'bad'}>${met ? checkIcon : crossIcon}</span>
        <span><span class="hidden">${met ? texts.met : texts.unmet}: </span>${marked(text)}</span>
      </li>`,
    )}
  </ul>`;
