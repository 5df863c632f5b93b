import { theKey, type KmsHandler } from '../handler.ts';

/** While the key is Unavailable this shows only when its key store is connected again (footnote 12). */
export const disableKey: KmsHandler<'DisableKey'> = async (call) => {
  await call.commit([], (rows, keys) => {
    rows.put('keys', { ...theKey(keys).row, enabled: false });
  });
  return undefined;
};
