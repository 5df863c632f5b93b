import { periodKey } from '../../clock.ts';
import { theKey, type KmsHandler } from '../handler.ts';

/** What has been rotated stays so. */
export const disableKeyRotation: KmsHandler<'DisableKeyRotation'> = async (call) => {
  await call.commit([], (rows, keys) => {
    const { rotation, ...row } = theKey(keys).row;
    if (!rotation) return;
    rows.delete('due', periodKey({ kind: 'rotate-key-automatically', target: row.KeyId }, rotation.NextRotationDate));
    rows.put('keys', row);
  });
  return undefined;
};
