const keys = (count: number, text: string): string => `${text} ${count === 1 ? 'key' : 'keys'}`;

/**
 * Texts of `<glass-key-table>`; labels as in AWS's console (facts 10). AWS's own words (states, codes, operations) are not among
 * them: they are never translated, and stand between backticks where a text names them.
 */
export const en = {
  title: 'Customer managed keys',
  create: 'Create key',
  loading: 'Loading…',
  total: keys,
  fitting: (count: number, text: string) => `${keys(count, text)} ${count === 1 ? 'fits' : 'fit'} the filter`,
  fittingMany: 'More than 200 keys fit the filter; they stand in its own order.',
  empty: 'There are no KMS keys in this account and Region yet.',
  emptyFiltered: 'No key fits the filter.',
  caption: 'Customer managed keys of this account and Region',

  columns: {
    aliases: 'Aliases',
    keyId: 'Key ID',
    state: 'Status',
    keyType: 'Key type',
    keySpec: 'Key spec',
    keyUsage: 'Key usage',
    created: 'Creation date',
    origin: 'Origin',
    regionality: 'Regionality',
    store: 'Custom key store ID',
  },
  keyTypes: { symmetric: 'Symmetric', asymmetric: 'Asymmetric' },
  keyUsages: { ENCRYPT_DECRYPT: 'Encrypt and decrypt' },
  regionalities: { single: 'Single-Region', multi: 'Multi-Region' },
  origins: { AWS_KMS: 'AWS KMS', AWS_CLOUDHSM: 'AWS CloudHSM' },
  noAlias: 'no alias',
  more: (count: string) => `and ${count} more`,
  none: 'none',
  deletedAt: (time: string) => `deleted on ${time}`,

  sortBy: 'Sort by',
  sort: (column: string, order: string) => `${column}, ${order}`,
  sortOrders: { ascending: 'ascending', descending: 'descending' },
  /** Said to a screen reader when the order has changed. */
  sorted: (column: string, order: string) => `Sorted by ${column}, ${order}.`,

  filterBy: 'Filter by',
  filters: { aliases: 'Alias', keyId: 'Key ID', keyType: 'Key type', regionality: 'Regionality', tag: 'Tag' },
  begins: (property: string) => `${property} begins with`,
  any: 'Any',
  tagKey: 'Tag key',
  tagValue: 'Tag value (any, if empty)',
  tagValueAlone: 'Tag value',
  clearFilter: 'Clear filter',

  pages: 'Pages',
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  pageAlone: (page: string) => `Page ${page}`,
  first: 'First',
  previous: 'Previous',
  next: 'Next',

  preferences: 'Preferences',
  pageSize: 'Page size',
  pageSizes: (count: string) => `${count} keys`,
  wrap: 'Wrap lines',
  wrapHint: 'Long values go on in a new line. Otherwise the table scrolls sideways.',
  visibleColumns: 'Columns',
  always: 'always shown',
  confirm: 'Confirm',

  selectAll: 'Select all on this page',
  select: (key: string) => `Select ${key}`,
  selected: (count: string) => `${count} selected`,
  keyActions: 'Key actions',
  cancel: 'Cancel',
  close: 'Close',
  oncePerKey: 'AWS KMS takes one key per call: the same for each key.',
  keysMeant: (count: number, text: string) => `${keys(count, text)}:`,
  actions: {
    EnableKey: {
      name: 'Enable',
      question: (count: number, text: string) => `Enable ${keys(count, text)}?`,
      detail: 'They can encrypt and decrypt again. While a key store is not `CONNECTED`, its keys stay `Unavailable` until it is.',
    },
    DisableKey: {
      name: 'Disable',
      question: (count: number, text: string) => `Disable ${keys(count, text)}?`,
      detail: 'Nothing can be encrypted or decrypted with them until they are enabled again.',
    },
    TagResource: {
      name: 'Add a tag',
      question: (count: number, text: string) => `Add a tag to ${keys(count, text)}`,
      detail: 'A tag of the same key gets the new value. Tags are no secret: they appear in plain text in CloudTrail.',
    },
    ScheduleKeyDeletion: {
      name: 'Schedule key deletion',
      question: (count: number, text: string) => `Schedule the deletion of ${keys(count, text)}?`,
      detail:
        'From now on nothing can be encrypted or decrypted with them. When the waiting period has ended, they are deleted for good: what they encrypted can never be decrypted again. Until then the deletion can be canceled.',
    },
    CancelKeyDeletion: {
      name: 'Cancel key deletion',
      question: (count: number, text: string) => `Cancel the deletion of ${keys(count, text)}?`,
      detail: 'They are `Disabled` then: enable those that are to be used.',
    },
  },
  waitingPeriod: 'Waiting period (7 to 30 days)',
  calling: (done: string, all: string) => `Calling: ${done} of ${all}…`,
  outcome: (operation: string, done: string, all: string) => `\`${operation}\`: done for ${done} of ${all}`,
  done: 'done',
  doneUntil: (time: string) => `to be deleted on ${time}`,
  silent: 'AWS sends no message with this error.',
  /** Of errors that mean something of their own here. */
  meanings: {
    KMSInvalidStateException:
      'The key’s state does not allow this. A key that is `PendingDeletion` takes no change until its deletion is canceled; and only such a key has a deletion to cancel.',
  },
};
