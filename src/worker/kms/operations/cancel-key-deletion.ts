import { periodKey } from '../../clock.ts';
import { theKey, type KmsHandler } from '../handler.ts';

/** The key is then Disabled (API Reference), and Unavailable until then while its key store is not connected. */
export const cancelKeyDeletion: KmsHandler<'CancelKeyDeletion'> = (call) =>
  call.commit([], (rows, keys) => {
    const { row, arn } = theKey(keys);
    const { DeletionDate = 0, ...rest } = row;
    rows.delete('due', periodKey({ kind: 'delete-key', target: row.KeyId }, DeletionDate));
    rows.put('keys', { ...rest, enabled: false });
    return { KeyId: arn };
  });
