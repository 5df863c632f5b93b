import { requestRates } from '../../model/kms/request-rates.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import type { KmsOperationName } from './handler.ts';
import { keyStoreKey } from './key-stores.ts';
import type { Keys } from './subjects.ts';

/**
 * Cryptography in a CloudHSM key store counts against the store's own rate besides the account's (facts 8.7).
 * @throws AwsError ThrottlingException
 */
export async function countAgainstKeyStores(
  call: Call,
  operation: KmsOperationName,
  keys: Keys,
  { CustomKeyStoreId }: Values,
): Promise<void> {
  const { throttle } = call;
  if (!throttle || requestRates[operation] !== 'symmetric cryptography') return;
  const named = typeof CustomKeyStoreId === 'string' ? await call.storage.get('keyStores', keyStoreKey(call, CustomKeyStoreId)) : undefined;
  const stores = [...Object.values(keys).map(({ store }) => store), named].filter((store) => store !== undefined);
  for (const store of new Map(stores.map((one) => [one.CustomKeyStoreId, one])).values()) throttle.keyStore(store);
}
