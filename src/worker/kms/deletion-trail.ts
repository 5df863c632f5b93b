import type { KeyStoreRow } from '../storage/schema.ts';
import type { MaterialName } from './material.ts';

/** What CloudTrail calls a key in the HSM: its handle there, and what KMS calls it (facts 7). */
export const backingKeys = (materials: readonly MaterialName[]): { readonly keyHandle: string; readonly backingKeyId: string }[] =>
  materials.map(({ handle, backingKeyId }) => ({ keyHandle: String(handle), backingKeyId }));

/** What ScheduleKeyDeletion and DeleteKey tell of a key in a key store beside the key itself (facts 7). */
export const deletionData = (store: KeyStoreRow, materials: readonly MaterialName[]): Readonly<Record<string, string>> => ({
  customKeyStoreId: store.CustomKeyStoreId,
  clusterId: store.CloudHsmClusterId,
  backingKeys: JSON.stringify(backingKeys(materials)),
});
