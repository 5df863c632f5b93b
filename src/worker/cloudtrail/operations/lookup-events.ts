import type { Event, LookupEventsCommandInput, LookupEventsCommandOutput, Resource } from '@aws-sdk/client-cloudtrail';
import type { Call } from '../../call.ts';
import { AwsError } from '../../errors.ts';
import { eventsOf, type TrailEvent } from '../../storage/schema.ts';

/** "the last 90 days" (API Reference, LookupEvents). */
const retention = 90 * 24 * 60 * 60 * 1000;
/** How far events of calls under way at once may be out of order. */
const slack = 60 * 1000;
/** Rows read at a time while looking for matches. */
const step = 50;

/** Management events of the last 90 days, newest first. */
export async function lookupEvents(
  call: Call,
  input: LookupEventsCommandInput,
): Promise<Omit<LookupEventsCommandOutput, '$metadata'>> {
  const { LookupAttributes = [], StartTime, EndTime, MaxResults = 50, NextToken } = input;
  // "Currently the list can contain only one item." AWS's text is not public.
  if (LookupAttributes.length > 1)
    throw new AwsError('InvalidLookupAttributesException', 'Specify one lookup attribute at the most.');
  if (StartTime && EndTime && StartTime > EndTime)
    throw new AwsError('InvalidTimeRangeException', 'StartTime is after EndTime.');
  // Insights events are not simulated, so there are none.
  if (input.EventCategory) return { Events: [] };
  const from = Math.max(StartTime?.getTime() ?? 0, call.now - retention);
  const to = EndTime?.getTime() ?? Infinity;
  const matches = (event: TrailEvent): boolean =>
    event.eventTime >= from && event.eventTime <= to && LookupAttributes.every((attribute) => has(event, attribute));

  const found: { readonly event: TrailEvent; readonly at: Position }[] = [];
  let position = readToken(NextToken);
  // One more than asked for tells whether there is another page.
  while (found.length <= MaxResults) {
    const rows = await call.storage.page({
      store: 'events',
      prefix: [call.account, call.region],
      limit: step,
      reverse: true,
      ...(position && { after: position.index > 0 ? position.sequence + 1 : position.sequence }),
    });
    for (const row of rows) {
      const events = eventsOf(row);
      const end = position?.sequence === row.sequence ? position.index : events.length;
      for (let index = end - 1; index >= 0; index -= 1) {
        const event = events[index];
        if (event && matches(event)) found.push({ event, at: { sequence: row.sequence, index } });
      }
      position = { sequence: row.sequence, index: 0 };
    }
    // Rows are in the order of their commits, which is that of their events but for what was under way at once.
    const oldest = rows.at(-1);
    if (rows.length < step || (oldest && eventsOf(oldest).every(({ eventTime }) => eventTime < from - slack))) break;
  }
  const page = found.slice(0, MaxResults);
  const last = page.at(-1);
  return {
    Events: page.map(({ event }) => describeEvent(event)),
    ...(found.length > MaxResults && last && { NextToken: writeToken(last.at) }),
  };
}

/** The events before this one are still to come: the row, and the place in the row. */
interface Position {
  readonly sequence: number;
  readonly index: number;
}

const writeToken = ({ sequence, index }: Position): string =>
  new TextEncoder().encode(`${String(sequence)}.${String(index)}`).toBase64();

function readToken(token: string | undefined): Position | undefined {
  if (token === undefined) return undefined;
  let text = '';
  try {
    text = new TextDecoder().decode(Uint8Array.fromBase64(token));
  } catch {
    // Not one of ours, as below.
  }
  const [, sequence, index] = /^(\d+)\.(\d+)$/.exec(text) ?? [];
  if (sequence === undefined || index === undefined)
    throw new AwsError('InvalidNextTokenException', 'The token is not one that LookupEvents returned.');
  return { sequence: Number(sequence), index: Number(index) };
}

interface UserIdentity {
  readonly userName?: string;
  readonly principalId?: string;
  readonly accessKeyId?: string;
}

/** A user's name; of a role the session's, as AWS's event history has it. */
const usernameOf = ({ userName, principalId }: UserIdentity = {}): string | undefined => userName ?? principalId?.split(':')[1];

/** The members of a record that LookupEvents looks at. */
interface Record {
  readonly eventID?: string;
  readonly eventName?: string;
  readonly eventSource?: string;
  readonly readOnly?: boolean;
  readonly userIdentity?: UserIdentity;
  readonly resources?: readonly { readonly ARN?: string; readonly type?: string }[];
}

type Attribute = NonNullable<LookupEventsCommandInput['LookupAttributes']>[number];

function has({ record }: TrailEvent, { AttributeKey, AttributeValue }: Attribute): boolean {
  const { eventID, eventName, eventSource, readOnly, userIdentity, resources = [] } = record as Record;
  switch (AttributeKey) {
    case 'EventId':
      return eventID === AttributeValue;
    case 'EventName':
      return eventName === AttributeValue;
    case 'EventSource':
      return eventSource === AttributeValue;
    case 'ReadOnly':
      return String(readOnly) === AttributeValue;
    case 'Username':
      return usernameOf(userIdentity) === AttributeValue;
    case 'AccessKeyId':
      return userIdentity?.accessKeyId === AttributeValue;
    case 'ResourceName':
      return resources.some(({ ARN }) => ARN === AttributeValue);
    case 'ResourceType':
      return resources.some(({ type }) => type === AttributeValue);
    default:
      return false;
  }
}

function describeEvent({ record, eventTime }: TrailEvent): Event {
  const { eventID, eventName, eventSource, readOnly, userIdentity, resources = [] } = record as Record;
  const Username = usernameOf(userIdentity);
  return {
    EventId: eventID,
    EventName: eventName,
    ReadOnly: String(readOnly),
    ...(userIdentity?.accessKeyId !== undefined && { AccessKeyId: userIdentity.accessKeyId }),
    // Whole seconds, as the record has them.
    EventTime: new Date(Math.floor(eventTime / 1000) * 1000),
    EventSource: eventSource,
    ...(Username !== undefined && { Username }),
    Resources: resources.map(({ ARN, type }): Resource => ({ ResourceType: type, ResourceName: ARN })),
    CloudTrailEvent: JSON.stringify(record),
  };
}
