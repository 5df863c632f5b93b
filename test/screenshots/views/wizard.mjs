/** Create key, page by page. */

/** @param {object} draft as the wizard keeps it */
const draft = (draft) => ({ 'glass-hsm-create-key': JSON.stringify(draft) });
const page = 'glass-create-key-wizard >>> form';
const next = 'glass-create-key-wizard >>> button.primary';
const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' };
const all = {
  ...inStore, alias: 'payments', Description: 'Encrypts card numbers', tags: [{ name: 'team', value: 'payments' }],
  administrators: ['KeyAdminRole'], users: ['AppRole'], otherAccounts: ['444455556666'],
};

/** @param {any} simulator */
async function disconnected({ kms, control }) {
  await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
  await control.advance(60_000);
}

/** @type {import('./all.mjs').View[]} */
export const wizard = [
  { name: 'wizard', at: '#/keys/create', sign: page },
  { name: 'wizard-advanced', at: '#/keys/create/key', sign: page, session: draft({ Origin: 'AWS_CLOUDHSM', advanced: true }) },
  { name: 'wizard-store', at: '#/keys/create/store', sign: page, session: draft(inStore) },
  { name: 'wizard-store-disconnected', at: '#/keys/create/store', sign: page, session: draft(inStore), world: disconnected },
  { name: 'wizard-labels', at: '#/keys/create/labels', sign: page, session: draft(all) },
  {
    name: 'wizard-labels-wrong',
    at: '#/keys/create/labels',
    sign: 'glass-create-key-wizard >>> [aria-invalid=true]',
    session: draft({ alias: 'aws/mine', tags: [{ name: 'team', value: 'payments' }, { name: '', value: 'x' }] }),
    steps: [['press', next]],
  },
  { name: 'wizard-administrators', at: '#/keys/create/administrators', sign: page, session: draft(all) },
  {
    name: 'wizard-users-wrong',
    at: '#/keys/create/users',
    sign: 'glass-create-key-wizard >>> [aria-invalid=true]',
    session: draft({ users: ['AppRole', 'Carol'], otherAccounts: ['444455556666', '1234'] }),
    steps: [['press', next]],
  },
  { name: 'wizard-review', at: '#/keys/create/review', sign: page, session: draft(all) },
  { name: 'wizard-refused', at: '#/keys/create/review', sign: 'glass-create-key-wizard >>> #refusal', session: draft(all), world: disconnected, steps: [['press', next]] },
  {
    name: 'wizard-without-alias',
    at: '#/keys/create/review',
    sign: 'glass-create-key-wizard >>> #refusal',
    session: draft(all),
    async world({ kms }) {
      const { KeyMetadata: { KeyId } } = await kms.createKey({});
      await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyId });
    },
    steps: [['press', next]],
  },
  { name: 'wizard-done', at: '#/keys/create/review', sign: 'glass-create-key-wizard >>> section.card > h2 ~ *', session: draft(all), steps: [['press', next], ['wait', 'glass-create-key-wizard >>> [href$=cryptographic-configuration]']] },
];
