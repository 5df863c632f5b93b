import type { OriginType } from '@aws-sdk/client-kms';
import { html, nothing, type TemplateResult } from 'lit';
import { choices as offered, specsOf, type KeyType, type KeyUsage } from '../../create-key/draft.ts';
import { marked } from '../../marked.ts';
import type { Desk } from '../desk.ts';
import { inKeyStore, isSimulated, ofKind, takesKeyStore } from '../draft.ts';
import { choices, note } from '../parts.ts';

/** Steps 5 to 8 of the source document: what kind of key, and where its material comes from. */
export function keyPage(desk: Desk): TemplateResult {
  const { texts, draft, change, set } = desk;
  const { keyType, KeyUsage, KeySpec } = draft;
  return html`${choices('key-type', texts.keyType, kinds.map((value) => ({ value, label: texts.keyTypes[value], hint: texts.keyTypeHints[value] })), keyType, (type) => {
      set((now) => ofKind(now, type as KeyType));
    })}
    ${choices('key-usage', texts.keyUsage, offered[keyType].map(([value]) => ({ value, label: texts.keyUsages[value], hint: texts.keyUsageHints[value] })), KeyUsage, (usage) => {
      set((now) => ofKind(now, keyType, usage as KeyUsage));
    })}
    ${specsOf(draft).length > 1
      ? html`<div class="field narrow">
          <label for="key-spec">${texts.keySpec}</label>
          <select id="key-spec" @change=${(event: Event): void => {
            change({ KeySpec: (event.target as HTMLSelectElement).value as typeof KeySpec });
          }}>
            ${specsOf(draft).map((spec) => html`<option value=${spec} .selected=${spec === KeySpec}>${spec}</option>`)}
          </select>
        </div>`
      : nothing}
    <details .open=${draft.advanced} @toggle=${(event: Event): void => {
      const { open } = event.target as HTMLDetailsElement;
      if (open !== draft.advanced) change({ advanced: open });
    }}>
      <summary>${texts.advanced}</summary>
      ${advanced(desk)}
    </details>
    <div role="status">${isSimulated(draft) ? nothing : note(desk, texts.notSimulated)}</div>`;
}

const kinds = ['symmetric', 'asymmetric'] as const;
const listed = ['AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'] as const satisfies OriginType[];

function advanced(desk: Desk): TemplateResult {
  const { texts, draft, change } = desk;
  const stores = takesKeyStore(draft);
  const single = inKeyStore(draft);
  return html`<div class="advanced">
    ${choices(
      'origin',
      texts.origin,
      listed.map((value) => {
        const disabled = inKeyStore({ Origin: value }) && !stores;
        return { value, label: texts.origins[value], hint: disabled ? texts.symmetricOnly : texts.originHints[value], disabled };
      }),
      draft.Origin,
      (Origin) => {
        change({ Origin: Origin as OriginType });
      },
    )}
    ${draft.Origin === 'AWS_CLOUDHSM' ? note(desk, texts.keysOfStores) : nothing}
    <p class="quiet small">${marked(texts.originStays)}</p>
    ${choices(
      'regionality',
      texts.regionality,
      [
        { value: 'single', label: texts.singleRegion, hint: texts.singleRegionHint },
        { value: 'multi', label: texts.multiRegion, hint: single ? texts.noMultiRegion(texts.origins[draft.Origin]) : texts.multiRegionHint, disabled: single },
      ],
      draft.MultiRegion ? 'multi' : 'single',
      (value) => {
        change({ MultiRegion: value === 'multi' });
      },
    )}
  </div>`;
}
