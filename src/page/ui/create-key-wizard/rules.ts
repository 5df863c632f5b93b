import { accountFault, type AccountFault } from '../key-policy/accounts.ts';
import { policyOf, type Draft } from './draft.ts';
import { pagesOf, type PageName } from './page-names.ts';

/** Why a field cannot stay as it is; texts are `wrong` of the catalogue. */
export type Wrong =
  | 'storeMissing'
  | 'aliasMissing'
  | 'aliasForm'
  | 'aliasOfAws'
  | 'descriptionLong'
  | 'tagKeyMissing'
  | 'tagKeyTwice'
  | 'tagKeyOfAws'
  | 'tagLong'
  | 'tagsMany'
  | AccountFault
  | 'policyForm';

/** What is wrong on a page, by the id of the field, in the order of the page. */
export type Faults = readonly (readonly [field: string, wrong: Wrong])[];

/** What a rule needs to know beside the draft. */
export interface Around {
  readonly account: string;
  /** Ids of the key stores that there are. */
  readonly stores: readonly string[];
}

type Rule = (draft: Draft, around: Around) => Faults;

/**
 * What the console checks before it goes on (limits: API Reference, CreateAlias, CreateKey, Tag; accounts: 12 digits). What only
 * AWS can know (an alias that is taken, a key store's state) is AWS's to refuse.
 */
const rules: Readonly<Record<PageName, Rule>> = {
  key: () => [],
  store: ({ Origin, CustomKeyStoreId }, { stores }) =>
    Origin === 'AWS_CLOUDHSM' && !stores.includes(CustomKeyStoreId) ? [['store', 'storeMissing']] : [],
  labels: ({ alias, Description, tags }) => {
    const keys = tags.map(({ name }) => name);
    return [
      ...one('alias', aliasFault(alias)),
      ...one('description', Description.length > 8192 ? 'descriptionLong' : undefined),
      ...tags.flatMap((tag, i) => one(`tag-${String(i)}`, tagFault(tag, keys.slice(0, i)))),
      ...one('tags', tags.length > 50 ? 'tagsMany' : undefined),
    ];
  },
  administrators: () => [],
  users: ({ otherAccounts }, { account }) =>
    otherAccounts.flatMap((id, i) => one(`account-${String(i)}`, accountFault(id, account, otherAccounts.slice(0, i)))),
  review: (draft, { account }) => one('policy', isJson(policyOf(draft, account)) ? undefined : 'policyForm'),
};

const one = (field: string, wrong: Wrong | undefined): Faults => (wrong ? [[field, wrong]] : []);

export const faultsOf = (page: PageName, draft: Draft, around: Around): Faults => rules[page](draft, around);

function aliasFault(alias: string): Wrong | undefined {
  if (alias === '') return 'aliasMissing';
  if (!/^[a-zA-Z0-9/_-]{1,250}$/.test(alias)) return 'aliasForm';
  return alias.startsWith('aws/') ? 'aliasOfAws' : undefined;
}

function tagFault({ name, value }: { readonly name: string; readonly value: string }, before: readonly string[]): Wrong | undefined {
  if (name === '') return value === '' ? undefined : 'tagKeyMissing';
  if (before.includes(name)) return 'tagKeyTwice';
  if (/^aws:/i.test(name)) return 'tagKeyOfAws';
  return name.length > 128 || value.length > 256 ? 'tagLong' : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first page on which something is wrong: Finish goes there. */
export const firstFaulty = (draft: Draft, around: Around): PageName | undefined =>
  pagesOf(draft).find((page) => faultsOf(page, draft, around).length > 0);
