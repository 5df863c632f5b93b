import type { Simulator } from '../../client/simulator.ts';
import { services } from '../../../model/services.ts';
import type { GlassElement } from '../element.ts';
import { unlisted } from '../unlisted.ts';
import { errorOf, parsed, type Call } from './call.ts';
import { isValues } from './written.ts';

/** How far CloudTrail's answer is. */
export type Trail = { readonly record?: string; readonly failure?: string } | undefined;

/** What CloudTrail answered, by call: each is asked about once. */
export class Trails {
  private readonly known = new WeakMap<Call, Trail>();

  constructor(private readonly host: GlassElement) {}

  /** @returns undefined until CloudTrail has answered */
  get(call: Call): Trail {
    return this.known.get(call);
  }

  ask(call: Call): void {
    const { simulator } = this.host;
    if (!simulator || this.known.has(call)) return;
    const know = (trail: Trail): void => {
      this.known.set(call, trail);
      this.host.requestUpdate();
    };
    this.known.set(call, undefined);
    recordOf(simulator, call).then(
      (record) => {
        know(record === undefined ? {} : { record });
      },
      (error: unknown) => {
        know({ failure: error instanceof Error ? error.message : String(error) });
      },
    );
  }
}

/** How far back it looks, in pages of 50 events of the operation. */
const mostPages = 10;

/**
 * The record that CloudTrail keeps of a call: asked of the simulated CloudTrail by the call's own caller, in its Region,
 * and known by the request's id.
 * @returns JSON text, or undefined where there is no record
 * @throws Error with CloudTrail's words, or the simulator's
 */
async function recordOf(simulator: Simulator, call: Call): Promise<string | undefined> {
  const { target, signingName, endpoint } = services.cloudtrail;
  // Nobody's call is in nobody's trail.
  if (!call.region) return undefined;
  const authorization = call.request.headers['authorization'] ?? '';
  let NextToken: unknown;
  for (let page = 0; page < mostPages; page += 1) {
    const response = await simulator.fetch(`https://${endpoint}.${call.region}.amazonaws.com/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${target}.LookupEvents`,
        'x-amz-date': call.request.headers['x-amz-date'] ?? '',
        authorization: authorization.replace(/[^/]+(?=\/aws4_request)/, signingName),
        ...unlisted,
      },
      body: JSON.stringify({
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: call.operation }],
        MaxResults: 50,
        NextToken,
      }),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(Object.values(errorOf(body)).join(': '));
    const answer = parsed(body);
    if (!isValues(answer) || !Array.isArray(answer['Events'])) return undefined;
    for (const event of answer['Events'] as readonly unknown[]) {
      const record = isValues(event) ? parsed(String(event['CloudTrailEvent'])) : undefined;
      if (isValues(record) && record['requestID'] === call.requestId) return JSON.stringify(record, undefined, 2);
    }
    NextToken = answer['NextToken'];
    if (typeof NextToken !== 'string') return undefined;
  }
  return undefined;
}
