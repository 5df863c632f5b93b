import type * as sdk from '@aws-sdk/client-kms';
import { operation } from '../../operation.ts';
import * as s from '../../shapes.ts';
import * as m from '../members.ts';

/** Tags. */
export const tagOperations = {
  ListResourceTags: operation<sdk.ListResourceTagsCommandInput, sdk.ListResourceTagsCommandOutput>({
    input: { KeyId: s.required(m.keyId), Limit: m.limit, Marker: m.marker },
    output: { Tags: m.tags, ...m.page },
    readOnly: true,
    keys: [{ member: 'KeyId', by: 'key', states: 'always' }],
  }),

  TagResource: operation<sdk.TagResourceCommandInput, sdk.TagResourceCommandOutput>({
    input: { KeyId: s.required(m.keyId), Tags: s.required(m.tags) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),

  UntagResource: operation<sdk.UntagResourceCommandInput, sdk.UntagResourceCommandOutput>({
    input: { KeyId: s.required(m.keyId), TagKeys: s.required(s.list<string>(s.string(1, 128))) },
    readOnly: false,
    keys: [{ member: 'KeyId', by: 'key', states: 'manage' }],
  }),
};
