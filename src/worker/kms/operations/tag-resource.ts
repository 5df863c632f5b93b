import { theKey, type KmsHandler } from '../handler.ts';
import { withTags } from '../tags.ts';

export const tagResource: KmsHandler<'TagResource'> = async (call, { Tags = [] }) => {
  await call.commit([], (rows, keys) => {
    const { row } = theKey(keys);
    rows.put('keys', { ...row, tags: withTags(row.tags, Tags) });
  });
  return undefined;
};
