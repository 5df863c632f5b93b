import { theKey, type KmsHandler } from '../handler.ts';
import { indexTags } from '../tags.ts';

/** Tags that the key does not have are no error: none is modelled. */
export const untagResource: KmsHandler<'UntagResource'> = async (call, { TagKeys = [] }) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    const key = { ...row, tags: row.tags.filter(({ TagKey = '' }) => !TagKeys.includes(TagKey)) };
    rows.put('keys', key);
    indexTags(rows, key, row.tags);
  });
  return undefined;
};
