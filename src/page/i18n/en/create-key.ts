const counted = (count: number, one: string, more: string): string => `${String(count)} ${count === 1 ? one : more}`;

/**
 * Texts of src/page/ui/create-key; labels as in AWS's console. AWS's own words (states, codes, operations) are not among
 * them: they are never translated, and stand between backticks where a text names them.
 */
export const en = {
  title: 'Create a KMS key',
  alias: 'Alias (optional)',
  description: 'Description (optional)',
  keyStore: 'Custom key store',
  tags: {
    title: 'Tags (optional)',
    name: 'Tag key',
    value: 'Tag value',
    add: 'Add tag',
    remove: (row: string) => `Remove tag ${row}`,
  },
  public:
    'Put nothing confidential into the alias, description or tags: they appear in plain text in CloudTrail logs and other output.',

  advanced: 'Advanced options',
  keyType: 'Key type',
  keyTypes: { symmetric: 'Symmetric', asymmetric: 'Asymmetric' },
  keyUsage: 'Key usage',
  keyUsages: {
    ENCRYPT_DECRYPT: 'Encrypt and decrypt',
    GENERATE_VERIFY_MAC: 'Generate and verify MAC',
    SIGN_VERIFY: 'Sign and verify',
    KEY_AGREEMENT: 'Key agreement',
  },
  keySpec: 'Key spec',
  origin: 'Key material origin',
  origins: {
    AWS_CLOUDHSM: 'AWS CloudHSM key store',
    AWS_KMS: 'KMS',
    EXTERNAL: 'External (Import key material)',
    EXTERNAL_KEY_STORE: 'External key store',
  },
  regionality: 'Regionality',
  singleRegion: 'Single-Region key',
  multiRegion: 'Multi-Region key',
  refused: (choice: string) => `${choice} (refused)`,
  unsimulated: (choice: string) => `${choice} (not simulated)`,

  conditions: 'What CreateKey needs',
  met: 'holds',
  unmet: 'does not hold',
  storeIs: (state: string) => (state === 'CONNECTED' ? 'Key store is `CONNECTED`' : `Key store is \`${state}\`, not \`CONNECTED\``),
  hsms: (count: number, zones: number) =>
    `${counted(count, 'active HSM', 'active HSMs')} in ${counted(zones, 'Availability Zone', 'Availability Zones')}` +
    (zones < 2 ? '; HSMs in 2 are needed' : ''),
  isSymmetric: 'Symmetric encryption key',
  notSymmetric: (spec: string) => `\`${spec}\` is not a symmetric encryption key`,
  isSingleRegion: 'Single-Region key',
  notSingleRegion: 'Multi-Region, not a single-Region key',
  noKeyStore: 'No key store in this account and Region',
  noStoreNeeded: 'No key store needed: AWS KMS makes the key material in its own HSMs',
  notSimulated: (origin: string) => `AWS KMS has keys of origin \`${origin}\`, outside AWS CloudHSM key stores; GlassHSM does not simulate them`,

  create: 'Create key',
  creating: 'Creating…',
  created: (id: string, state: string, origin: string) => `Created KMS key \`${id}\`: \`${state}\`, origin \`${origin}\`.`,
  named: (alias: string) => `Its alias is \`${alias}\`.`,
  refusedTitle: 'No key was created',
  unnamedTitle: 'The key was created, its alias was not',
  anotherAlias: 'Another alias for this key',
  createAlias: 'Create alias',
  silent: 'AWS sends no message with this error.',

  meanings: {
    CustomKeyStoreInvalidStateException:
      'The key store is not connected to its cluster, so AWS KMS cannot make key material there. Connect it (on the line ' +
      'in the map, or with `ConnectCustomKeyStore`; disconnect it first if it is `FAILED`) and create the key again when it is `CONNECTED`.',
    CloudHsmClusterInvalidConfigurationException:
      'To make a key, the cluster needs active HSMs in at least two Availability Zones; keys that exist already need only ' +
      'one. Add an HSM in another zone (in the map, or with `CreateHsm`) and create the key again when it is `ACTIVE`.',
    CustomKeyStoreNotFoundException: 'There is no key store of this id. Choose another one.',
    UnsupportedOperationException:
      'An AWS CloudHSM key store takes only symmetric encryption keys, for one Region, with key material that AWS KMS ' +
      'generates. Under Advanced options, choose what is not marked.',
    ValidationException: 'AWS checks every value before it does anything. Correct the field that the message names.',
    TagException: 'Tag keys must differ and not begin with `aws:`; a key has at most 50 tags.',
    LimitExceededException: 'A quota of the account is used up.',
    KMSInternalException: 'AWS KMS could not do it. A cluster that is full cannot hold more keys.',
  },
  aliasMeanings: {
    AlreadyExistsException: 'An alias exists only once in an account and Region, and a key has this one already. Try another for the new key.',
    NotAuthorizedException: 'Aliases that begin with `alias/aws/` belong to AWS. Try another.',
    ValidationException: 'An alias has letters, digits and `:/_-`, at most 256 with `alias/`. Try another.',
    NotFoundException: 'This key does not exist any more.',
  },
};
