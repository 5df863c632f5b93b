import type { Draft } from './draft.ts';

/** The wizard's pages, as AWS's console has them. */
export const pageNames = ['key', 'store', 'labels', 'administrators', 'users', 'review'] as const;
export type PageName = (typeof pageNames)[number];

export const isPage = (name: string | undefined): name is PageName => (pageNames as readonly (string | undefined)[]).includes(name);

/** The pages of this key: one chooses a key store only for a key that goes into one. */
export const pagesOf = ({ Origin }: Draft): readonly PageName[] =>
  pageNames.filter((page) => page !== 'store' || Origin === 'AWS_CLOUDHSM');
