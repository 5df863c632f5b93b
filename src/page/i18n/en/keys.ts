/**
 * Texts of src/page/ui/keys; labels as in AWS's console. AWS's own words (states, codes, operations) are not among them:
 * they are never translated, and stand between backticks where a text names them.
 */
export const en = {
  title: 'KMS keys',
  caption: 'KMS keys of this account and Region, the newest first',
  loading: 'Loading…',
  total: (count: number, text: string) => `${text} ${count === 1 ? 'key' : 'keys'}`,
  empty: 'There are no KMS keys in this account and Region yet. What you create appears here.',
  aliases: 'Aliases',
  noAlias: 'no alias',
  more: (count: string) => `and ${count} more`,
  keyId: 'Key ID',
  state: 'Key state',
  origin: 'Origin',
  created: 'Creation date',
  pages: 'Pages',
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  newest: 'Newest',
  previous: 'Previous',
  next: 'Next',
  back: 'All keys',

  gone: 'This key does not exist any more.',
  key: 'KMS key',
  refresh: 'Call DescribeKey again',
  refreshing: 'Calling…',
  answered: (state: string) => `\`DescribeKey\` answered \`${state}\`; it has changed since.`,
  undescribed: 'The key could not be described',
  tags: 'Tags',
  none: 'none',

  tryIt: 'Try it',
  plaintext: 'Text to encrypt',
  sample: 'Hello from the glass',
  bytes: (count: string, most: string) => `${count} of ${most} bytes`,
  tooLong: (count: string, most: string) => `${count} bytes; one call encrypts at most ${most}`,
  context: {
    title: 'Encryption context (optional)',
    name: 'Context key',
    value: 'Context value',
    add: 'Add pair',
    remove: (row: string) => `Remove pair ${row}`,
  },
  contextHint: 'Not secret: it appears in plain text in CloudTrail. Decrypt needs exactly the same.',
  busy: 'Calling…',
  ciphertext: 'Ciphertext (Base64)',
  encrypted: (bytes: string) => `${bytes} bytes of ciphertext.`,
  decrypted: 'Decrypted text',
  decryptedBytes: (bytes: string) => `${bytes} bytes of plaintext.`,
  notText: 'This plaintext is not UTF-8 text; it is shown in Base64.',
  notBase64: 'This is not Base64. Paste a whole ciphertext.',
  dataKeyHint: 'A new 256-bit key, and the same key encrypted under this KMS key: data is encrypted outside of AWS KMS, and the encrypted data key is kept beside it.',
  encryptedDataKey: 'Encrypted data key (Base64)',
  plainDataKey: 'Data key (Base64)',
  plainDataKeyHint: 'To be used and forgotten at once. Decrypt, above, makes it again from the encrypted one.',
  dataKeyGenerated: (bytes: string) => `A data key of ${bytes} bytes.`,
  ungenerated: 'No data key was generated',
  unencrypted: 'Nothing was encrypted',
  undecrypted: 'Nothing was decrypted',
  silent: 'AWS sends no message with this error.',

  copy: { copy: 'Copy', copied: 'Copied', uncopied: 'Not allowed here: select and copy' },

  meanings: {
    KMSInvalidStateException:
      'The key cannot be used now. A key of a custom key store is `Unavailable` until the store is `CONNECTED`; and while ' +
      'the cluster has no active HSM, or lacks the key, using it fails even though the store is connected.',
    DisabledException: 'The key is disabled. Enable it first.',
    InvalidCiphertextException:
      'Either the ciphertext was changed, or the encryption context is not exactly what it was encrypted with: every key ' +
      'and value counts, upper and lower case too. AWS does not say which.',
    IncorrectKeyException: 'This ciphertext was encrypted under another key. Choose that key and decrypt there.',
    ValidationException: 'AWS checks every value before it does anything. Correct what the message names.',
    NotFoundException: 'There is no such key in this account and Region.',
  },
};
