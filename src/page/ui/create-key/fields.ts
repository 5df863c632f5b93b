import { html, nothing, type TemplateResult } from 'lit';
import type { MapView } from '../../../model/look.ts';
import type { CreateKeyTexts } from '../../i18n/create-key.ts';
import { chosenStore } from './conditions.ts';
import { choices, keyOf, origins, specsOf, type Draft } from './draft.ts';

type Texts = CreateKeyTexts;
type Change = (part: Partial<Draft>) => void;

/** A text field; it has no limits of its own, so that AWS's can be met. */
export const textField = (id: string, label: string, value: string, input: (value: string) => void, prefix?: string): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <div class="prefixed">
      ${prefix ? html`<code id="${id}-prefix">${prefix}</code>` : nothing}
      <input
        id=${id}
        aria-describedby=${prefix ? `${id}-prefix` : nothing}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${value}
        @input=${(event: InputEvent): void => {
          input((event.target as HTMLInputElement).value);
        }}
      />
    </div>
  </div>`;

/** An alias without its prefix; one that was pasted with it is not given two. */
export const aliasField = (id: string, label: string, value: string, input: (value: string) => void): TemplateResult =>
  textField(id, label, value, (text) => {
    input(text.replace(/^alias\//, ''));
  }, 'alias/');

type Option = readonly [value: string, label: string];

const choice = (id: string, label: string, options: readonly Option[], chosen: string, choose: (value: string) => void): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      @change=${(event: Event): void => {
        choose((event.target as HTMLSelectElement).value);
      }}
    >
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;

/** The account's key stores with their states. */
export const storeField = (draft: Draft, map: MapView | undefined, texts: Texts, change: Change): TemplateResult => {
  const options = map?.keyStores.map(
    ({ CustomKeyStoreId, CustomKeyStoreName, ConnectionState }): Option => [CustomKeyStoreId, `${CustomKeyStoreName} · ${ConnectionState}`],
  );
  return choice(
    'store',
    texts.keyStore,
    options?.length ? options : [['', map ? texts.noKeyStore : '…']],
    (map && chosenStore(draft, map)?.CustomKeyStoreId) ?? '',
    (CustomKeyStoreId) => {
      change({ CustomKeyStoreId });
    },
  );
};

/** What AWS refuses in a CloudHSM key store can be chosen too, and is marked, so that one can see it refused. */
export function advanced(draft: Draft, texts: Texts, change: Change): TemplateResult {
  const { keyType, KeyUsage, KeySpec, Origin, MultiRegion } = draft;
  const mark = Origin === 'AWS_CLOUDHSM' ? texts.refused : texts.unsimulated;
  const { symmetric, asymmetric } = texts.keyTypes;
  const usages = choices[keyType].map(([usage]): Option => {
    const text = texts.keyUsages[usage];
    return [usage, keyType === 'symmetric' && usage === 'ENCRYPT_DECRYPT' ? text : mark(text)];
  });
  const simulated = (origin: string): boolean => origin === 'AWS_CLOUDHSM' || origin === 'AWS_KMS';
  return html`<details>
    <summary>${texts.advanced}</summary>
    <div class="fields">
      ${choice('type', texts.keyType, [['symmetric', symmetric], ['asymmetric', mark(asymmetric)]], keyType, (type) => {
        change(keyOf(type as Draft['keyType']));
      })}
      ${choice('usage', texts.keyUsage, usages, KeyUsage, (usage) => {
        change(keyOf(keyType, usage as Draft['KeyUsage']));
      })}
      ${choice('spec', texts.keySpec, specsOf(draft).map((spec) => [spec, spec]), KeySpec, (spec) => {
        change({ KeySpec: spec as Draft['KeySpec'] });
      })}
      ${choice(
        'origin',
        texts.origin,
        origins.map((origin) => [origin, (simulated(origin) ? String : texts.unsimulated)(texts.origins[origin])]),
        Origin,
        (origin) => {
          change({ Origin: origin as Draft['Origin'] });
        },
      )}
      ${choice('region', texts.regionality, [['', texts.singleRegion], ['multi', mark(texts.multiRegion)]], MultiRegion ? 'multi' : '', (value) => {
        change({ MultiRegion: value === 'multi' });
      })}
    </div>
  </details>`;
}
