/**
 * Who can call. One place, both threads: the page signs as them, the worker knows them by their access key.
 * The order is part of the access keys that people may have noted: append only.
 */
export interface Identity {
  readonly name: string;
  readonly type: 'IAMUser';
  /** IAM's unique id; the letters after `AIDA` are ours. */
  readonly principalId: string;
}

export const identities: readonly [Identity, ...Identity[]] = [
  { name: 'Alice', type: 'IAMUser', principalId: 'AIDAGLASSHSMALICE2222' },
];
