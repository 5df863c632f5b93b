import { theKey, type KmsHandler } from '../handler.ts';

/** Tags that the key does not have are no error: none is modelled. */
export const untagResource: KmsHandler<'UntagResource'> = async (call, { TagKeys = [] }) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    rows.put('keys', { ...row, tags: row.tags.filter(({ TagKey = '' }) => !TagKeys.includes(TagKey)) });
  });
  return undefined;
};
