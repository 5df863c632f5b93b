import { theKey, type KmsHandler } from '../handler.ts';
import { indexTags, withTags } from '../tags.ts';

export const tagResource: KmsHandler<'TagResource'> = async (call, { Tags = [] }) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    const key = { ...row, tags: withTags(row.tags, Tags) };
    rows.put('keys', key);
    indexTags(rows, key, row.tags);
  });
  return undefined;
};
