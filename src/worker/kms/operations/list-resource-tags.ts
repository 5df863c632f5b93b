import { theKey, type KmsHandler } from '../handler.ts';
import { pageOfList } from '../paging.ts';

export const listResourceTags: KmsHandler<'ListResourceTags'> = (call, input) => {
  const { row } = theKey(call.keys);
  const { rows, end } = pageOfList(
    row.tags,
    { what: `tags of ${row.KeyId}`, idOf: ({ TagKey }) => TagKey ?? '' },
    input,
    { usual: 50, most: 50 },
  );
  return Promise.resolve({ Tags: rows, ...end });
};
