import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import { SimulatorFault } from '../errors.ts';
import type { CloudHsmOperationName } from './handler.ts';

/** Runs a CloudHSM v2 operation on decoded and validated input. Most pages call none: they are loaded with the first call. */
export async function runCloudHsm(call: Call, name: string, input: Values): Promise<Values> {
  const { handlers } = await import('./handlers.ts').catch(() => {
    throw new SimulatorFault('The part of GlassHSM for CloudHSM did not load. Reload the page.');
  });
  const handler = handlers[name as CloudHsmOperationName] as unknown as (call: Call, input: Values) => Promise<Values>;
  return handler(call, input);
}
