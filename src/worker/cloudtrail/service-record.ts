import type { Place } from '../../model/look.ts';
import type { ServiceEvent } from '../call.ts';
import { newUuid } from '../ids.ts';
import type { TrailEvent } from '../storage/schema.ts';
import { timeOf } from './record.ts';

/** The record of what AWS KMS does by itself, in the shape of facts 7 (DeleteKey): no caller, no request. */
export function serviceRecordOf({ account, region, now }: Place & { readonly now: number }, event: ServiceEvent): TrailEvent {
  const { eventName, key, additionalEventData, serviceEventDetails } = event;
  const record = {
    eventVersion: '1.11',
    userIdentity: { accountId: account, invokedBy: 'AWS Internal' },
    eventTime: timeOf(now),
    eventSource: 'kms.amazonaws.com',
    eventName,
    awsRegion: region,
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
    requestParameters: null,
    responseElements: null,
    ...(additionalEventData && { additionalEventData }),
    eventID: newUuid(),
    readOnly: false,
    resources: [{ accountId: account, type: 'AWS::KMS::Key', ARN: key }],
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: account,
    ...(serviceEventDetails && { serviceEventDetails }),
    eventCategory: 'Management',
  };
  return { account, region, eventTime: now, record };
}
