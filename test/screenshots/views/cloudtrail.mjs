/** CloudTrail's event history. */

/** @type {import('./all.mjs').View[]} */
export const cloudtrail = [
  {
    name: 'event-history',
    at: '#/cloudtrail',
    sign: 'glass-cloudtrail >>> .list *',
    async world({ kms }) {
      const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0' });
      await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata.KeyId });
      await kms.createAlias({ AliasName: 'alias/payments', TargetKeyId: KeyMetadata.KeyId }).catch(() => {});
      for (let i = 0; i < 3; i += 1) await kms.tagResource({ KeyId: KeyMetadata.KeyId, Tags: [{ TagKey: 'i', TagValue: String(i) }] });
      await kms.disableKey({ KeyId: KeyMetadata.KeyId });
      await kms.disconnectCustomKeyStore({ CustomKeyStoreId: 'cks-1234567890abcdef0' });
    },
  },
  { name: 'event-history-empty', at: '#/cloudtrail/EventName/DeleteCustomKeyStore', sign: 'glass-cloudtrail >>> .empty' },
  {
    name: 'event',
    at: '#/cloudtrail/{EventId}',
    sign: 'glass-cloudtrail >>> #record',
    async world({ kms, cloudtrail }) {
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', CustomKeyStoreId: 'cks-1234567890abcdef0', Description: 'For payments' });
      const { Events } = await cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
      return { EventId: Events[0].EventId };
    },
  },
  {
    name: 'event-of-failure',
    at: '#/cloudtrail/{EventId}',
    sign: 'glass-cloudtrail >>> #record',
    async world({ kms, cloudtrail, control }) {
      const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
      await kms.disconnectCustomKeyStore(store);
      await control.advance(60_000);
      await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store }).catch(() => {});
      const { Events } = await cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'CreateKey' }] });
      return { EventId: Events[0].EventId };
    },
  },
];
