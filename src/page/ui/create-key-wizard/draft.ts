import type { CreateKeyCommandInput, KeySpec, OriginType } from '@aws-sdk/client-kms';
import { arnOf, identitiesIn } from '../../../model/identities.ts';
import { keyOf, type KeyType, type KeyUsage } from '../create-key/draft.ts';
import { consolePolicy } from '../key-policy/console-policy.ts';
import { filled, type Pair } from '../pairs.ts';
import { pagesOf, type PageName } from './page-names.ts';

/** What the pages say. Nothing in it is secret. */
export interface Draft {
  readonly keyType: KeyType;
  readonly KeyUsage: KeyUsage;
  readonly KeySpec: KeySpec;
  /** "Advanced options" is open. */
  readonly advanced: boolean;
  readonly Origin: OriginType;
  readonly MultiRegion: boolean;
  readonly CustomKeyStoreId: string;
  /** Without `alias/`. */
  readonly alias: string;
  readonly Description: string;
  readonly tags: readonly Pair[];
  /** Names of users and roles. */
  readonly administrators: readonly string[];
  readonly mayDelete: boolean;
  readonly users: readonly string[];
  readonly otherAccounts: readonly string[];
  /** The policy as the person has edited it; absent while it follows from the pages. */
  readonly policy?: string;
  /** Finish was pressed, and this key stands: what is missing is its alias. */
  readonly KeyId?: string;
}

/** As AWS's console begins. */
export const emptyDraft: Draft = {
  keyType: 'symmetric',
  KeyUsage: 'ENCRYPT_DECRYPT',
  KeySpec: 'SYMMETRIC_DEFAULT',
  advanced: false,
  Origin: 'AWS_KMS',
  MultiRegion: false,
  CustomKeyStoreId: '',
  alias: '',
  Description: '',
  tags: [],
  administrators: [],
  mayDelete: true,
  users: [],
  otherAccounts: [],
};

/** Key stores hold symmetric encryption keys alone (the source document, first paragraph; API Reference, CreateKey). */
export const takesKeyStore = ({ KeySpec }: Draft): boolean => KeySpec === 'SYMMETRIC_DEFAULT';
export const inKeyStore = ({ Origin }: Pick<Draft, 'Origin'>): boolean => Origin === 'AWS_CLOUDHSM' || Origin === 'EXTERNAL_KEY_STORE';

/** The draft with a change, and with what follows from it: no other key in a key store, and none there for several Regions. */
export function changed(draft: Draft, part: Partial<Draft>): Draft {
  const next = { ...draft, ...part };
  const Origin = inKeyStore(next) && !takesKeyStore(next) ? emptyDraft.Origin : next.Origin;
  return { ...next, Origin, MultiRegion: next.MultiRegion && !inKeyStore({ Origin }) };
}

export const ofKind = (draft: Draft, keyType: KeyType, KeyUsage?: KeyUsage): Draft => changed(draft, keyOf(keyType, KeyUsage));

/** What GlassHSM has of what AWS's console offers. */
export const isSimulated = ({ KeySpec, Origin, MultiRegion }: Draft): boolean =>
  KeySpec === 'SYMMETRIC_DEFAULT' && (Origin === 'AWS_KMS' || Origin === 'AWS_CLOUDHSM') && !MultiRegion;

const arnsOf = (account: string, names: readonly string[]): string[] =>
  identitiesIn(account).flatMap((identity) => (names.includes(identity.name) ? arnOf(account, identity) : []));

/** The policy that the key gets: edited, or as the pages say. */
export const policyOf = (draft: Draft, account: string): string =>
  draft.policy ??
  consolePolicy(account, {
    ...draft,
    administrators: arnsOf(account, draft.administrators),
    users: arnsOf(account, draft.users),
  });

/** What each page gives to CreateKey; defaults of AWS are left out. */
const givenBy: Readonly<Record<PageName, (draft: Draft, account: string) => CreateKeyCommandInput>> = {
  key: ({ KeyUsage, KeySpec, Origin, MultiRegion }) => ({
    ...(KeySpec !== 'SYMMETRIC_DEFAULT' && { KeyUsage, KeySpec }),
    ...(Origin !== 'AWS_KMS' && { Origin }),
    ...(MultiRegion && { MultiRegion }),
  }),
  store: ({ CustomKeyStoreId }) => (CustomKeyStoreId ? { CustomKeyStoreId } : {}),
  labels: ({ Description, tags }) => {
    const Tags = filled(tags).map(({ name, value }) => ({ TagKey: name, TagValue: value }));
    return { ...(Description && { Description }), ...(Tags.length > 0 && { Tags }) };
  },
  administrators: (draft, account) => ({ Policy: policyOf(draft, account) }),
  users: () => ({}),
  review: () => ({}),
};

/** CreateKey's input, which says what the pages say, up to one of them. */
export function inputOf(draft: Draft, account: string, last: PageName = 'review'): CreateKeyCommandInput {
  const pages = pagesOf(draft);
  return pages.slice(0, pages.indexOf(last) + 1).reduce((input, page) => ({ ...input, ...givenBy[page](draft, account) }), {});
}

const place = 'glass-hsm-create-key';
/** Of the page, where storage may not be used. */
let kept: Draft | undefined;

/** What was typed last in this tab; it lasts over reloads, and while other views are shown. */
export function keptDraft(): Draft {
  try {
    kept ??= { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<Draft>) };
  } catch {
    // Storage is forbidden, or holds what an older version wrote.
  }
  return kept ?? emptyDraft;
}

export function keep(draft: Draft): void {
  kept = draft;
  try {
    sessionStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // Until the page is left.
  }
}
