import type { CloudHsmHandler } from '../handler.ts';
import { putTags, taggedRead, tagsOf } from '../resources.ts';
import { withTags } from '../tags.ts';

/** "Adds or overwrites one or more tags" (API Reference). */
export const tagResource: CloudHsmHandler<'TagResource'> = (call, { ResourceId, TagList }) =>
  call.commit([taggedRead(call, ResourceId)], (rows) => {
    putTags(rows, call, ResourceId, withTags(tagsOf(rows, call, ResourceId), TagList));
    return {};
  });
