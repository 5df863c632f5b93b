import { theKey, type KmsHandler } from '../handler.ts';

export const updateKeyDescription: KmsHandler<'UpdateKeyDescription'> = async (call, { Description = '' }) => {
  await call.commit([], (rows, keys) => {
    rows.put('keys', { ...theKey(keys).row, Description });
  });
  return undefined;
};
