import { html } from 'lit';
import type { Bench, Step } from '../bench.ts';
import { textField } from '../fields.ts';
import { waysOf, type Planned } from '../../calls/ways.ts';

const inputOf = ({ build }: Bench): { readonly Origin: 'AWS_CLOUDHSM'; readonly CustomKeyStoreId: string } => ({
  Origin: 'AWS_CLOUDHSM',
  CustomKeyStoreId: build.store?.CustomKeyStoreId ?? '',
});

/** CreateKey, and CreateAlias where there is one. */
export const key: Step = {
  name: 'key',
  fields: ({ texts, draft, change }) =>
    textField('alias', texts.alias, draft.alias, (alias) => {
      change({ alias: alias.replace(/^alias\//, '') });
    }, 'alias/'),
  ways: (bench) => {
    const { alias } = bench.draft;
    const create: Planned = { service: 'kms', operation: 'CreateKey', input: inputOf(bench) };
    const name: Planned = { service: 'kms', operation: 'CreateAlias', input: { AliasName: `alias/${alias}`, TargetKeyId: '<KeyId>' } };
    return waysOf(bench.region, alias ? [create, name] : [create]);
  },
  act: async (bench, { kms }) => {
    const { alias } = bench.draft;
    const { KeyMetadata } = await kms.createKey(inputOf(bench));
    const KeyId = KeyMetadata?.KeyId ?? '';
    bench.created(KeyId);
    if (alias) await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyId });
  },
  result: ({ build }) => {
    const chip = build.cluster?.newestKeys[0];
    return html`${chip?.AliasName ? html`<code>${chip.AliasName}</code> ` : ''}<code>${chip?.KeyId}</code>`;
  },
};
