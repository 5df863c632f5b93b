import { requestRates } from '../../model/kms/request-rates.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import type { KmsOperationName } from './handler.ts';
import type { Keys } from './subjects.ts';

/**
 * Cryptography in a CloudHSM key store counts against the store's own rate besides the account's (facts 8.7).
 * @throws AwsError ThrottlingException
 */
export function countAgainstKeyStores({ throttle }: Call, operation: KmsOperationName, keys: Keys, { CustomKeyStoreId }: Values): void {
  if (!throttle || requestRates[operation] !== 'symmetric cryptography') return;
  const ids = new Set(Object.values(keys).flatMap(({ store }) => store?.CustomKeyStoreId ?? []));
  if (typeof CustomKeyStoreId === 'string') ids.add(CustomKeyStoreId);
  for (const id of ids) throttle.keyStore(id);
}
