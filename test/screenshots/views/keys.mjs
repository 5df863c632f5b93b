/** Customer managed keys: the table, and a key's page with each of its tabs. */

/** A key in the key store that has everything a page can show. @param {any} simulator */
async function payments({ kms }) {
  const root = 'arn:aws:iam::111122223333:';
  const allow = (/** @type {string} */ Sid, /** @type {unknown} */ AWS, /** @type {string | string[]} */ Action) => ({ Sid, Effect: 'Allow', Principal: { AWS }, Action, Resource: '*' });
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [
    allow('Enable IAM User Permissions', `${root}root`, 'kms:*'),
    allow('Allow access for Key Administrators', `${root}role/KeyAdminRole`, ['kms:Put*', 'kms:ScheduleKeyDeletion', 'kms:CancelKeyDeletion']),
    allow('Allow use of the key', [`${root}role/AppRole`, 'arn:aws:iam::444455556666:root'], ['kms:Encrypt', 'kms:Decrypt']),
  ] }, undefined, 2);
  const Tags = [{ TagKey: 'team', TagValue: 'payments' }, { TagKey: 'stage', TagValue: 'production' }];
  const { KeyMetadata: { KeyId } } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0', Description: 'Encrypts card numbers', Policy, Tags });
  await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyId });
  await kms.createAlias({ AliasName: 'alias/cards', TargetKeyId: KeyId });
  return { KeyId };
}

/** Keys in each state, with and without a key store. @param {any} simulator */
async function several({ kms }) {
  const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' };
  const ids = [];
  for (const [i, alias] of ['payments', 'archive', 'a-rather-long-alias-of-the-department-of-payments', undefined, 'backup'].entries()) {
    const { KeyMetadata: { KeyId } } = await kms.createKey(i % 2 === 0 ? inStore : {});
    if (alias) await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyId });
    ids.push(KeyId);
  }
  await kms.scheduleKeyDeletion({ KeyId: ids[3], PendingWindowInDays: 7 });
  await kms.disableKey({ KeyId: ids[1] });
}

const row = 'glass-key-table >>> tbody tr';
const columns = { 'glass-hsm-key-table': JSON.stringify({ columns: ['aliases', 'keyId', 'state', 'origin', 'store'], pageSize: 25, wrap: false }) };
const tab = 'glass-key-page >>> #tab-title';

/** @type {import('./all.mjs').View[]} */
export const keys = [
  { name: 'keys-empty', at: '#/keys', sign: 'glass-key-table >>> .empty' },
  { name: 'keys', at: '#/keys', sign: row, world: several },
  {
    name: 'keys-selected',
    at: '#/keys',
    sign: 'glass-key-table >>> tbody input:checked',
    world: several,
    local: columns,
    steps: [['wait', row], ['press', 'glass-key-table >>> tbody tr:nth-child(1) input'], ['press', 'glass-key-table >>> tbody tr:nth-child(2) input']],
  },
  { name: 'keys-gear', window: true, at: '#/keys', sign: 'glass-key-table >>> dialog[open]', world: several, steps: [['wait', row], ['press', 'glass-key-table >>> .gear']] },
  {
    name: 'key',
    at: '#/keys/{KeyId}',
    sign: 'glass-action[data-operation=ScheduleKeyDeletion] >>> glass-call-code',
    world: payments,
    steps: [['open', 'glass-action[data-operation=ScheduleKeyDeletion] >>> details']],
  },
  {
    name: 'key-policy-by-person',
    at: '#/keys/{KeyId}/key-policy',
    sign: 'glass-action[data-operation=PutKeyPolicy] >>> glass-call-code',
    world: payments,
    steps: [['open', 'glass-action[data-operation=PutKeyPolicy] >>> details']],
  },
  {
    name: 'key-policy-edited',
    at: '#/keys/{KeyId}/key-policy',
    sign: 'glass-action[data-operation=PutKeyPolicy] >>> glass-call-code',
    async world({ kms }) {
      const { KeyMetadata: { KeyId } } = await kms.createKey({});
      await kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
      return { KeyId };
    },
    steps: [['open', 'glass-action[data-operation=PutKeyPolicy] >>> details']],
  },
  { name: 'key-cryptography', at: '#/keys/{KeyId}/cryptographic-configuration', sign: tab, world: payments },
  {
    name: 'key-unavailable',
    at: '#/keys/{KeyId}/cryptographic-configuration',
    sign: tab,
    async world({ kms }) {
      const { KeyMetadata: { KeyId } } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
      return { KeyId };
    },
  },
  { name: 'key-tags', at: '#/keys/{KeyId}/tags', sign: tab, world: payments },
  {
    name: 'key-aliases',
    at: '#/keys/{KeyId}/aliases',
    sign: 'glass-action[data-operation=UpdateAlias] >>> glass-call-code',
    world: payments,
    steps: [['open', 'glass-action[data-operation=UpdateAlias] >>> details']],
  },
  {
    name: 'key-rotation',
    at: '#/keys/{KeyId}/key-rotation',
    sign: tab,
    async world({ kms, control }) {
      const { KeyMetadata: { KeyId } } = await kms.createKey({});
      await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: 90 });
      await kms.rotateKeyOnDemand({ KeyId });
      await control.advance(60 * 60_000);
      return { KeyId };
    },
  },
  { name: 'key-try-it', at: '#/keys/{KeyId}/try-it', sign: 'glass-try-key >>> form.encrypt', world: payments },
  {
    name: 'key-tried',
    at: '#/keys/{KeyId}/try-it',
    sign: 'glass-try-key >>> #decrypted',
    world: payments,
    steps: [
      ['type', 'glass-try-key >>> #text', '4111 1111 1111 1111'],
      ['send', 'glass-try-key >>> form.encrypt'],
      ['wait', 'glass-try-key >>> form.encrypt textarea[readonly]'],
      ['send', 'glass-try-key >>> form.decrypt'],
    ],
  },
  { name: 'key-unknown', at: '#/keys/1234abcd-12ab-34cd-56ef-1234567890ab', sign: 'glass-key-page >>> .notice' },
];
