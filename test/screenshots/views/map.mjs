/** The map, which is the home, and what stands below it. */

const chip = 'glass-map >>> .hsm .chip button';
const call = 'glass-calls >>> .list button';

/** @param {any} simulator */
async function threeKeys({ kms }) {
  const inStore = { Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' };
  for (const alias of ['archive', 'payments']) {
    const { KeyMetadata } = await kms.createKey({ ...inStore, Description: `For ${alias}` });
    await kms.createAlias({ AliasName: `alias/${alias}`, TargetKeyId: KeyMetadata.KeyId });
  }
  await kms.createKey(inStore);
}

/** @type {import('./all.mjs').View[]} */
export const map = [
  { name: 'map', sign: 'glass-map >>> .hsm' },
  { name: 'map-keys', sign: chip, world: threeKeys, steps: [['wait', call]], readme: { file: 'connected.png', theme: 'light', height: 1000 } },
  {
    name: 'map-key',
    sign: 'glass-map >>> #key-title',
    world: threeKeys,
    steps: [['wait', call], ['press', chip], ['press', 'glass-map >>> .export button'], ['wait', 'glass-map >>> .attempt']],
  },
  {
    name: 'map-connecting',
    sign: 'glass-map >>> progress',
    async world({ kms, control }) {
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
      await kms.disconnectCustomKeyStore(store);
      await control.advance(60_000);
      await control.setSpeed(1);
      await kms.connectCustomKeyStore(store);
      await control.advance(7 * 60_000);
    },
  },
  {
    name: 'map-failed',
    sign: 'glass-map >>> .banner',
    async world({ kms, control }) {
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
      await kms.disconnectCustomKeyStore(store);
      await control.advance(60_000);
      await kms.updateCustomKeyStore({ ...store, KeyStorePassword: 'not-the-one' });
      await kms.connectCustomKeyStore(store);
      await control.advance(60 * 60_000);
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
    },
  },
  {
    name: 'map-one-hsm',
    sign: 'glass-map >>> .banner',
    async world({ kms, cloudhsmv2, control }) {
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
      await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId: 'hsm-abcdefghijk' });
      await control.advance(60 * 60_000);
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
    },
  },
  {
    name: 'map-no-hsm',
    sign: 'glass-map >>> .banner',
    async world({ kms, cloudhsmv2, control }) {
      const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      for (const HsmId of ['hsm-abcdefghijk', 'hsm-zyxwvutsrqp']) await cloudhsmv2.deleteHsm({ ClusterId: 'cluster-1a23b4cdefg', HsmId });
      await control.advance(60 * 60_000);
      await kms.encrypt({ KeyId: KeyMetadata.KeyId, Plaintext: new Uint8Array([1]) }).catch(() => {});
    },
  },
  { name: 'map-classroom', scenario: 'classroom', sign: 'glass-map >>> .hsm' },
  { name: 'map-without-store', scenario: 'cluster', sign: 'glass-map >>> .hsm' },
  { name: 'map-empty', scenario: 'empty', sign: 'glass-map >>> button' },
  {
    name: 'map-runbook',
    sign: 'glass-runbook >>> .book .text',
    async world({ kms, control }) {
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      await kms.describeCustomKeyStores();
      const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
      await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata.KeyId });
      await kms.disconnectCustomKeyStore(store);
      await control.advance(60_000);
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
      await control.setSpeed(Infinity);
      await kms.connectCustomKeyStore(store);
    },
    steps: [['wait', call], ['open', 'glass-calls >>> details.home']],
  },
];
