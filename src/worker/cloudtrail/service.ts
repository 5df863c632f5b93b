import type { cloudtrailOperations } from '../../model/cloudtrail/operations.ts';
import type { InputOf } from '../../model/operation.ts';
import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import { lookupEvents } from './operations/lookup-events.ts';

/** Runs a CloudTrail operation. A tab sees its own calls at once: what is pending is written first. */
export async function runCloudTrail(call: Call, _name: string, input: Values): Promise<Values> {
  await call.settled();
  return lookupEvents(call, input as InputOf<(typeof cloudtrailOperations)['LookupEvents']>);
}
