import type { ClusterSessionRow, KeyStoreRow } from '../storage/schema.ts';

/** The crypto user that AWS KMS signs in as; the name is fixed (Developer Guide, "kmsuser"). */
export const kmsUser = 'kmsuser';

/** The session of a connected key store. */
export const kmsSession = (
  { account, region, CustomKeyStoreId, CloudHsmClusterId: ClusterId }: KeyStoreRow,
  startedAt: number,
): ClusterSessionRow => ({
  account,
  region,
  ClusterId,
  SessionId: CustomKeyStoreId,
  username: kmsUser,
  role: 'crypto-user',
  startedAt,
  client: 'AWS KMS',
  CustomKeyStoreId,
});
