import { operation } from '../operation.ts';
import * as s from '../shapes.ts';
import type * as io from './inputs.ts';
import * as m from './members.ts';
import type * as types from './types.ts';

const resourceId = s.required(m.resourceId);

/** Tags of clusters and backups; the policies that share backups. */
export const resourceOperations = {
  ListTags: operation<io.ListTagsInput, io.ListTagsOutput>({
    input: { ResourceId: resourceId, NextToken: m.nextToken, MaxResults: s.integer(1, 100) },
    output: {
      TagList: s.required(s.list<types.Tag>(s.structure<types.Tag>({ Key: s.required(s.string()), Value: s.required(s.string()) }))),
      NextToken: s.string(),
    },
    readOnly: true,
  }),

  TagResource: operation<io.TagResourceInput, object>({
    input: { ResourceId: resourceId, TagList: s.required(m.tagList) },
    output: {},
    readOnly: false,
  }),

  UntagResource: operation<io.UntagResourceInput, object>({
    input: { ResourceId: resourceId, TagKeyList: s.required(s.list<string>(m.tagKey, { min: 1, max: 50 })) },
    output: {},
    readOnly: false,
  }),

  DeleteResourcePolicy: operation<io.OfResource, io.ResourcePolicyOutput>({
    input: { ResourceArn: m.resourceArn },
    output: { ResourceArn: s.string(), Policy: s.string() },
    readOnly: false,
  }),

  GetResourcePolicy: operation<io.OfResource, io.GetResourcePolicyOutput>({
    input: { ResourceArn: m.resourceArn },
    output: { Policy: s.string() },
    readOnly: true,
  }),

  PutResourcePolicy: operation<io.PutResourcePolicyInput, io.ResourcePolicyOutput>({
    input: { ResourceArn: m.resourceArn, Policy: m.resourcePolicy },
    output: { ResourceArn: s.string(), Policy: s.string() },
    readOnly: false,
  }),
};
