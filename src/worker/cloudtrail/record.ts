import { arnOf } from '../../model/identities.ts';
import type { Operation } from '../../model/operation.ts';
import type { ServiceModel } from '../../model/services.ts';
import type { AnyMembers, Values } from '../../model/shapes.ts';
import type { Call, TrailNote } from '../call.ts';
import { newUuid } from '../ids.ts';
import type { AwsError } from '../errors.ts';
import type { TrailEvent } from '../storage/schema.ts';
import { logged } from './names.ts';

/** What the door knows of a call beside its outcome. */
export interface Caller {
  readonly service: ServiceModel;
  readonly operationName: string;
  readonly operation: Operation;
  /** Undefined where the request could not be read. */
  readonly input: Values | undefined;
  readonly userAgent: string;
  readonly host: string;
}
export type CallOutcome = { readonly output: Values | undefined } | { readonly error: AwsError };

/** The simulator has no network; RFC 5737's documentation address stands for the caller's. */
const sourceIPAddress = '192.0.2.0';

/** The record of a call, in the shape of facts 7; none where it is no call of AWS. */
export function recordOf(call: Call, caller: Caller, note: TrailNote, outcome: CallOutcome): TrailEvent | undefined {
  const { service, operation } = caller;
  if (service.eventSource === undefined) return undefined;
  const failed = 'error' in outcome;
  const record = {
    eventVersion: '1.11',
    userIdentity: userIdentityOf(call),
    eventTime: timeOf(call.now),
    eventSource: service.eventSource,
    eventName: caller.operationName,
    awsRegion: call.region,
    sourceIPAddress,
    userAgent: caller.userAgent,
    ...(failed && { errorCode: outcome.error.name, ...errorMessageOf(outcome.error) }),
    requestParameters: parameters(
      operation.input,
      operation.trailWithoutParameters ? undefined : caller.input && { ...operation.trailDefaults, ...caller.input },
      operation.trailNames,
    ),
    responseElements:
      failed || operation.readOnly ? null : (note.responseElements ?? parameters(operation.output, outcome.output)),
    ...(!failed && note.additionalEventData && { additionalEventData: note.additionalEventData }),
    requestID: call.requestId,
    eventID: newUuid(),
    readOnly: operation.readOnly,
    ...(note.keys && {
      resources: note.keys.map((ARN) => ({ accountId: call.principal.account, type: 'AWS::KMS::Key', ARN })),
    }),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.account,
    eventCategory: 'Management',
    tlsDetails: { clientProvidedHostHeader: caller.host },
  };
  return { account: call.account, region: call.region, eventTime: call.now, record };
}

/** CloudTrail User Guide, "CloudTrail userIdentity element": a user as itself, a role by its session and who issued that. */
function userIdentityOf({ principal: { identity, arn, account: accountId, accessKeyId }, now }: Call): Readonly<Record<string, unknown>> {
  const { name: userName, principalId } = identity;
  const caller = { arn, accountId, accessKeyId };
  if (identity.type === 'IAMUser') return { type: 'IAMUser', principalId, ...caller, userName };
  return {
    type: 'AssumedRole',
    principalId: `${principalId}:${identity.session}`,
    ...caller,
    sessionContext: {
      sessionIssuer: { type: 'Role', principalId, arn: arnOf(accountId, identity), accountId, userName },
      attributes: { creationDate: timeOf(now - (now % session)), mfaAuthenticated: 'false' },
    },
  };
}

/** Milliseconds. AWS STS is not simulated; ours: a role's session is an hour, AWS's default, and begins with the full hour. */
const session = 3_600_000;

/** `YYYY-MM-DDThh:mm:ssZ`: events have no fraction of a second. */
export const timeOf = (now: number): string => `${new Date(now).toISOString().slice(0, 19)}Z`;

/** Null where there is nothing to show, as AWS prints it. */
function parameters(members: AnyMembers | undefined, values: Values | undefined, names?: Readonly<Record<string, string>>): unknown {
  if (!members || !values) return null;
  const shown = logged({ type: 'structure', members }, values, names) as Values;
  return Object.keys(shown).length > 0 ? shown : null;
}

/** What could not be read is repeated to the caller, and may be a plaintext: it is no event's to keep (facts 7). */
const errorMessageOf = ({ name, text }: AwsError): { readonly errorMessage?: string } =>
  text === undefined || name === 'SerializationException' ? {} : { errorMessage: text };
