import type { CloudHsmHandler } from '../handler.ts';
import { putTags, taggedRead, tagsOf } from '../resources.ts';

/** A key that the resource does not have is no error. */
export const untagResource: CloudHsmHandler<'UntagResource'> = (call, { ResourceId, TagKeyList }) =>
  call.commit([taggedRead(call, ResourceId)], (rows) => {
    const tags = tagsOf(rows, call, ResourceId);
    putTags(rows, call, ResourceId, tags.filter(({ Key }) => !TagKeyList.includes(Key)));
    return {};
  });
