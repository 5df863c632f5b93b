import type * as sdk from '@aws-sdk/client-cloudtrail';
import { operation } from '../operation.ts';
import * as s from '../shapes.ts';

/** The AWS CloudTrail operations. Target `CloudTrail_20131101`, with or without its package before it. */
export const cloudtrailOperations = {
  LookupEvents: operation<sdk.LookupEventsCommandInput, sdk.LookupEventsCommandOutput>({
    input: {
      LookupAttributes: s.list<sdk.LookupAttribute>(
        s.structure<sdk.LookupAttribute>({
          AttributeKey: s.required(
            s.oneOf(
              'EventId',
              'EventName',
              'ReadOnly',
              'Username',
              'ResourceType',
              'ResourceName',
              'EventSource',
              'AccessKeyId',
            ),
          ),
          AttributeValue: s.required(s.string(1, 2000)),
        }),
      ),
      StartTime: s.timestamp,
      EndTime: s.timestamp,
      EventCategory: s.oneOf('insight'),
      MaxResults: s.integer(1, 50),
      NextToken: s.string(),
    },
    output: {
      Events: s.list<sdk.Event>(
        s.structure<sdk.Event>({
          EventId: s.string(),
          EventName: s.string(),
          ReadOnly: s.string(),
          AccessKeyId: s.string(),
          EventTime: s.timestamp,
          EventSource: s.string(),
          Username: s.string(),
          Resources: s.list<sdk.Resource>(s.structure<sdk.Resource>({ ResourceType: s.string(), ResourceName: s.string() })),
          CloudTrailEvent: s.string(),
        }),
      ),
      NextToken: s.string(),
    },
    readOnly: true,
  }),
};
