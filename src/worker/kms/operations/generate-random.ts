import { activeHsms, clusterKey } from '../../cloudhsm/for-kms.ts';
import { AwsError } from '../../errors.ts';
import { notSimulated, type KmsCall, type KmsHandler } from '../handler.ts';
import { requireReachable } from '../reach.ts';
import { invalidKeyStoreState, keyStoreKey, keyStoreNotFound } from '../key-stores.ts';

/** Random bytes from KMS, or from the cluster of a key store. */
export const generateRandom: KmsHandler<'GenerateRandom'> = async (call, { NumberOfBytes, CustomKeyStoreId, Recipient }) => {
  // AWS's sample event has an empty list of resources (facts 7).
  call.note({ keys: [] });
  if (Recipient) return notSimulated('GenerateRandom', 'Recipient');
  if (NumberOfBytes === undefined) throw new AwsError('ValidationException', 'NumberOfBytes is required.');
  if (CustomKeyStoreId !== undefined) await requireUsableKeyStore(call, CustomKeyStoreId);
  return { Plaintext: call.hsm.random(NumberOfBytes) };
};

/** Facts 1.5: only while the store is CONNECTED. That a cluster without HSMs cannot answer has no code of its own. */
async function requireUsableKeyStore(call: KmsCall, id: string): Promise<void> {
  const store = (await call.storage.get('keyStores', keyStoreKey(call, id))) ?? keyStoreNotFound(id);
  if (store.ConnectionState !== 'CONNECTED') invalidKeyStoreState(store, 'Connect it to generate random bytes in its cluster.');
  const cluster = await call.storage.get('clusters', clusterKey(call, store.CloudHsmClusterId));
  if (!cluster || activeHsms(cluster).count === 0)
    throw new AwsError('KMSInternalException', `CloudHSM cluster ${store.CloudHsmClusterId} has no active HSM.`);
  await requireReachable(call, store);
}
