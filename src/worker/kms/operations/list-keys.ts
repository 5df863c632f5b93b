import type { KmsHandler } from '../handler.ts';
import { keyArn } from '../keys.ts';
import { pageOfRows } from '../paging.ts';

export const listKeys: KmsHandler<'ListKeys'> = async (call, input) => {
  const { rows, end } = await pageOfRows(
    call.storage,
    { store: 'keys', prefix: [call.account, call.region], what: 'keys', idOf: ({ KeyId }) => KeyId },
    input,
    { usual: 100, most: 1000 },
  );
  return { Keys: rows.map(({ KeyId }) => ({ KeyId, KeyArn: keyArn(call, KeyId) })), ...end };
};
