/** AWS CloudHSM key stores. */

/** @param {any} simulator */
async function failed({ kms, control }) {
  const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
  await kms.disconnectCustomKeyStore(store);
  await control.advance(60_000);
  await kms.updateCustomKeyStore({ ...store, KeyStorePassword: 'not-the-one' });
  await kms.connectCustomKeyStore(store);
  await control.advance(60 * 60_000);
}

const form = 'glass-action >>> button.call';
/** @param {string} operation */
const actionOf = (operation) => `glass-key-stores >>> glass-action[data-operation=${operation}]`;

/** @type {import('./all.mjs').View[]} */
export const keyStores = [
  { name: 'key-stores', at: '#/key-stores', sign: 'glass-key-stores >>> .list *' },
  { name: 'key-stores-failed', at: '#/key-stores', sign: 'glass-key-stores >>> .list .bad', world: failed },
  { name: 'key-stores-classroom', at: '#/key-stores', scenario: 'classroom', sign: 'glass-key-stores >>> .list *' },
  { name: 'key-stores-empty', at: '#/key-stores', scenario: 'cluster', sign: 'glass-key-stores >>> .list *' },
  {
    name: 'key-store',
    at: '#/key-stores/cks-1234567890abcdef0',
    sign: 'glass-key-stores >>> #general',
    async world({ kms }) {
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
    },
    steps: ['DisconnectCustomKeyStore', 'UpdateCustomKeyStore', 'DeleteCustomKeyStore'].map((operation) => /** @type {const} */ (['open', `${actionOf(operation)} >>> details`])),
  },
  {
    name: 'key-store-connecting',
    at: '#/key-stores/cks-1234567890abcdef0',
    sign: 'glass-key-stores >>> #general',
    async world({ kms, control }) {
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      await kms.disconnectCustomKeyStore(store);
      await control.advance(60_000);
      await control.setSpeed(1);
      await kms.connectCustomKeyStore(store);
      await control.advance(7 * 60_000);
    },
  },
  { name: 'key-store-failed', at: '#/key-stores/cks-1234567890abcdef0', sign: 'glass-key-stores >>> #general', world: failed },
  {
    name: 'key-store-to-delete',
    window: true,
    at: '#/key-stores/cks-1234567890abcdef0',
    sign: 'glass-action >>> dialog[open]',
    async world({ kms, control }) {
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
      await control.advance(60_000);
    },
    steps: [['open', `${actionOf('DeleteCustomKeyStore')} >>> details`], ['press', `${actionOf('DeleteCustomKeyStore')} >>> button.call`]],
  },
  { name: 'key-store-unknown', at: '#/key-stores/cks-00000000000000000', sign: 'glass-key-stores >>> .notice' },
  { name: 'create-key-store', at: '#/key-stores/create', scenario: 'cluster', sign: form },
  { name: 'create-key-store-none-fits', at: '#/key-stores/create', sign: form },
  {
    name: 'create-key-store-refused',
    at: '#/key-stores/create',
    scenario: 'cluster',
    sign: 'glass-action >>> #refusal',
    steps: [['type', 'glass-key-stores >>> #name', 'ExampleKeyStore'], ['type', 'glass-key-stores >>> #password', 'short'], ['press', form]],
  },
];
