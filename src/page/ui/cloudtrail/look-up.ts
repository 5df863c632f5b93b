import type { Event, LookupEventsCommandInput } from '@aws-sdk/client-cloudtrail';
import type { Simulator } from '../../client/simulator.ts';
import { parsed } from '../calls/call.ts';
import { isValues } from '../calls/written.ts';
import { unlisted } from '../unlisted.ts';

/** A page of the console's. */
export const pageSize = 25;
/** How far back the event of a request is looked for, in pages of 50 events of the operation. */
const mostPages = 10;

export interface Page {
  readonly events: readonly Event[];
  /** Where the next page goes on. */
  readonly NextToken: string | undefined;
}

/** A page of events, the newest first, of the simulated CloudTrail. @throws AwsError, in CloudTrail's words */
export async function lookUp({ cloudtrail }: Simulator, input: LookupEventsCommandInput): Promise<Page> {
  const { Events = [], NextToken } = await cloudtrail.lookupEvents({ MaxResults: pageSize, ...input }, { headers: unlisted });
  return { events: Events, NextToken };
}

/** The event of a call; LookupEvents knows no request ids, so those of its operation are gone through. Undefined where there is none. */
export async function eventOfRequest(simulator: Simulator, operation: string, requestId: string): Promise<string | undefined> {
  const LookupAttributes = [{ AttributeKey: 'EventName', AttributeValue: operation }] as const;
  let NextToken: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const found = await lookUp(simulator, { LookupAttributes: [...LookupAttributes], MaxResults: 50, ...(NextToken !== undefined && { NextToken }) });
    const event = found.events.find((each) => recordOf(each)['requestID'] === requestId);
    if (event) return event.EventId;
    NextToken = found.NextToken;
    if (NextToken === undefined) return undefined;
  }
  return undefined;
}

/** The record itself. */
export function recordOf({ CloudTrailEvent = '{}' }: Event): Readonly<Record<string, unknown>> {
  const record = parsed(CloudTrailEvent);
  return isValues(record) ? record : {};
}

export const errorCodeOf = (event: Event): string | undefined => {
  const { errorCode } = recordOf(event);
  return typeof errorCode === 'string' ? errorCode : undefined;
};
