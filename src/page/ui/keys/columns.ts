import { html, nothing, type TemplateResult } from 'lit';
import type { KeyListInput, KeyView } from '../../../model/look.ts';
import type { KeyTableTexts } from '../../i18n/key-table.ts';
import type { Language } from '../../i18n/languages.ts';
import { addressOf } from '../frame/route.ts';
import { moment, number } from '../words.ts';
import { stateBadge } from './state.ts';

export type ColumnName = keyof KeyTableTexts['columns'];

/** All columns in their order; the first two are always shown, and which others usually are is the console's (facts 10). */
export const columnNames = ['aliases', 'keyId', 'state', 'keyType', 'keySpec', 'keyUsage', 'created', 'origin', 'regionality', 'store'] as const satisfies readonly ColumnName[];
export const fixedColumns: readonly ColumnName[] = ['aliases', 'keyId'];
export const usualColumns: readonly ColumnName[] = ['aliases', 'keyId', 'state', 'keyType', 'keySpec', 'keyUsage'];

/** Columns that keys are sorted by: AWS's console has the first three (facts 10), and the order of creation is what the list usually has. */
export const sortColumns = ['aliases', 'keyId', 'keyType', 'created'] as const satisfies readonly ColumnName[];
export interface Sorting {
  readonly by: (typeof sortColumns)[number];
  readonly descending: boolean;
}
export const usualSorting: Sorting = { by: 'created', descending: true };
export const isSortColumn = (name: ColumnName): name is Sorting['by'] => sortColumns.some((column) => column === name);

const orders = { aliases: 'name', keyId: 'KeyId', created: 'creation' } as const;

/** What to ask for; all keys are of one type, and stand in the usual order. */
export const askedOrder = ({ by, descending }: Sorting): Pick<KeyListInput, 'order' | 'descending'> =>
  by === 'keyType' ? {} : { order: orders[by], descending };

/** Aliases a row shows; the key's page shows all. */
const aliasesShown = 3;

interface Words {
  readonly language: Language;
  readonly texts: KeyTableTexts;
}

/** What a key is called in a sentence: its first alias, or its id. */
export const keyName = ({ KeyId, aliases: [alias] }: Pick<KeyView, 'KeyId' | 'aliases'>): string => alias ?? KeyId;

const link = (KeyId: string, content: string): TemplateResult => html`<a class="mono" href=${addressOf('keys', KeyId)}>${content}</a>`;

/** What stands in a row, by column. */
export const cells: Readonly<Record<ColumnName, (key: KeyView, words: Words) => TemplateResult>> = {
  aliases: ({ KeyId, aliases }, { language, texts }) =>
    html`${aliases.slice(0, aliasesShown).map((alias) => html`<span class="alias">${link(KeyId, alias)}</span>`)}
    ${aliases.length === 0 ? html`<span class="quiet">${texts.noAlias}</span>` : nothing}
    ${aliases.length > aliasesShown ? html`<span class="quiet small">${texts.more(number(language, aliases.length - aliasesShown))}</span>` : nothing}`,
  keyId: ({ KeyId }) => link(KeyId, KeyId),
  state: ({ KeyState, DeletionDate }, { language, texts }) =>
    html`${stateBadge(KeyState)}${DeletionDate === undefined ? nothing : html` <span class="quiet small date">${texts.deletedAt(moment(language, DeletionDate))}</span>`}`,
  keyType: (_, { texts }) => html`${texts.keyTypes.symmetric}`,
  keySpec: ({ KeySpec }) => html`<code>${KeySpec}</code>`,
  keyUsage: ({ KeyUsage }, { texts }) => html`${texts.keyUsages[KeyUsage]}`,
  created: ({ CreationDate }, { language }) => html`<time datetime=${new Date(CreationDate).toISOString()}>${moment(language, CreationDate)}</time>`,
  origin: ({ Origin }, { texts }) => html`${texts.origins[Origin]}`,
  regionality: ({ MultiRegion }, { texts }) => html`${texts.regionalities[MultiRegion ? 'multi' : 'single']}`,
  store: ({ CustomKeyStoreId: id }, { texts }) =>
    id === undefined ? html`<span class="quiet" aria-label=${texts.none}>–</span>` : html`<a class="mono" href=${addressOf('key-stores', id)}>${id}</a>`,
};
