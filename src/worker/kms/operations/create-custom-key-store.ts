import type { CreateCustomKeyStoreCommandInput } from '@aws-sdk/client-kms';
import { clusterReads, findCluster } from '../../cloudhsm/for-kms.ts';
import { AwsError } from '../../errors.ts';
import { passwordDigest } from '../../hsm/password.ts';
import { newCustomKeyStoreId } from '../../ids.ts';
import type { KeyStoreRow } from '../../storage/schema.ts';
import { clusterNotFound, requireActiveCluster, requireTwoZones } from '../cluster-rules.ts';
import { sameCertificate, sharesHistory } from '../certificates.ts';
import { notSimulated, refuseExternalKeyStore, type KmsHandler } from '../handler.ts';
import { keyStoreQuota, nameInUse } from '../key-stores.ts';
import { faultsIn, faultsRead, requireSecurityGroup } from '../reach.ts';

/**
 * A key store for a cluster: DISCONNECTED at first. The password is believed; a wrong one shows when the store is
 * connected (facts 1.3).
 */
export const createCustomKeyStore: KmsHandler<'CreateCustomKeyStore'> = async (call, input) => {
  const given = requireCloudHsmMembers(input);
  const { account, region } = call;
  const row: KeyStoreRow = {
    account,
    region,
    CustomKeyStoreId: newCustomKeyStoreId(),
    CustomKeyStoreName: given.CustomKeyStoreName,
    CloudHsmClusterId: given.CloudHsmClusterId,
    TrustAnchorCertificate: given.TrustAnchorCertificate,
    ConnectionState: 'DISCONNECTED',
    CreationDate: call.now,
    passwordDigest: await passwordDigest(given.KeyStorePassword),
    clusterCertificate: '',
  };
  return call.commit(
    [
      faultsRead,
      { store: 'keyStores', prefix: [account, region] },
      ...clusterReads(call, row.CloudHsmClusterId),
    ],
    (rows) => {
      const stores = rows.range('keyStores', [account, region]);
      const same = stores.find((store) => store.CustomKeyStoreName === row.CustomKeyStoreName);
      if (same && isRepeated(same, row)) return { CustomKeyStoreId: same.CustomKeyStoreId };
      if (same) return nameInUse(row.CustomKeyStoreName);
      if (stores.length >= keyStoreQuota)
        throw new AwsError('LimitExceededException', `The account has ${String(keyStoreQuota)} custom key stores.`);
      const cluster = findCluster(rows, call, row.CloudHsmClusterId) ?? clusterNotFound(row.CloudHsmClusterId);
      requireActiveCluster(cluster);
      if (stores.some((store) => sharesHistory(store, cluster)))
        throw new AwsError(
          'CloudHsmClusterInUseException',
          `CloudHSM cluster ${cluster.ClusterId}, or one that shares its backup history, has a custom key store.`,
        );
      if (!sameCertificate(row.TrustAnchorCertificate, cluster.trustAnchor))
        throw new AwsError(
          'IncorrectTrustAnchorException',
          `The certificate is not the trust anchor of CloudHSM cluster ${cluster.ClusterId}.`,
        );
      requireTwoZones(cluster);
      requireSecurityGroup(faultsIn(rows, call), { CloudHsmClusterId: cluster.ClusterId });
      rows.put('keyStores', { ...row, clusterCertificate: cluster.Certificates.ClusterCertificate ?? '' });
      const { CustomKeyStoreName } = row;
      rows.put('keyStoreNames', { account, region, CustomKeyStoreName, CustomKeyStoreId: row.CustomKeyStoreId });
      return { CustomKeyStoreId: row.CustomKeyStoreId };
    },
  );
};

/** All four are needed, though the model requires the name only (facts 1.2). AWS's text is not public. */
function requireCloudHsmMembers(
  input: CreateCustomKeyStoreCommandInput,
): Record<'CustomKeyStoreName' | 'CloudHsmClusterId' | 'TrustAnchorCertificate' | 'KeyStorePassword', string> {
  if (input.CustomKeyStoreType === 'EXTERNAL_KEY_STORE') return notSimulated('CreateCustomKeyStore', 'CustomKeyStoreType', input.CustomKeyStoreType);
  refuseExternalKeyStore('CreateCustomKeyStore', { ...input });
  const { CustomKeyStoreName, CloudHsmClusterId, TrustAnchorCertificate, KeyStorePassword } = input;
  if (!CustomKeyStoreName || !CloudHsmClusterId || !TrustAnchorCertificate || !KeyStorePassword)
    throw new AwsError(
      'ValidationException',
      'CloudHsmClusterId, TrustAnchorCertificate and KeyStorePassword are required for a key store of type AWS_CLOUDHSM.',
    );
  return { CustomKeyStoreName, CloudHsmClusterId, TrustAnchorCertificate, KeyStorePassword };
}

/**
 * "If you create … with the same property values as an existing disconnected key store, it returns its ID" (facts 1.3).
 * Once it has been connected, the password that KMS knows is another one, so nothing is the same any more.
 */
const isRepeated = (store: KeyStoreRow, row: KeyStoreRow): boolean =>
  store.ConnectionState === 'DISCONNECTED' &&
  store.CloudHsmClusterId === row.CloudHsmClusterId &&
  store.passwordDigest === row.passwordDigest &&
  sameCertificate(store.TrustAnchorCertificate, row.TrustAnchorCertificate);
