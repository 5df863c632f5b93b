import { AwsError } from '../../errors.ts';
import type { KmsHandler } from '../handler.ts';
import { describeKeyStore, keyStoreKey, keyStoreNameKey, keyStoreNotFound } from '../key-stores.ts';
import { pageOfRows } from '../paging.ts';

export const describeCustomKeyStores: KmsHandler<'DescribeCustomKeyStores'> = async (call, input) => {
  const { CustomKeyStoreId, CustomKeyStoreName } = input;
  // API Reference: "you can use either the CustomKeyStoreId or CustomKeyStoreName parameter, but not both". Our text.
  if (CustomKeyStoreId !== undefined && CustomKeyStoreName !== undefined)
    throw new AwsError('ValidationException', 'Specify CustomKeyStoreId or CustomKeyStoreName, but not both.');
  if (CustomKeyStoreId === undefined && CustomKeyStoreName === undefined) {
    const { rows, end } = await pageOfRows(
      call.storage,
      {
        store: 'keyStores',
        prefix: [call.account, call.region],
        what: 'key stores',
        idOf: (store) => store.CustomKeyStoreId,
      },
      input,
      { usual: 1000, most: 1000 },
    );
    return { CustomKeyStores: rows.map(describeKeyStore), ...end };
  }
  const named =
    CustomKeyStoreName === undefined
      ? undefined
      : await call.storage.get('keyStoreNames', keyStoreNameKey(call, CustomKeyStoreName));
  const id = CustomKeyStoreId ?? named?.CustomKeyStoreId;
  const store = id === undefined ? undefined : await call.storage.get('keyStores', keyStoreKey(call, id));
  if (!store) return keyStoreNotFound(CustomKeyStoreId ?? CustomKeyStoreName ?? '');
  return { CustomKeyStores: [describeKeyStore(store)], Truncated: false };
};
