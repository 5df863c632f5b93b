import type { Values } from '../../model/shapes.ts';
import type { Call } from '../call.ts';
import type { CloudHsmHandler, CloudHsmOperationName } from './handler.ts';
import { createHsm } from './operations/create-hsm.ts';
import { deleteHsm } from './operations/delete-hsm.ts';
import { describeClusters } from './operations/describe-clusters.ts';

/** One handler for each operation of the table: a missing or superfluous one does not compile. */
const handlers: { readonly [Name in CloudHsmOperationName]: CloudHsmHandler<Name> } = {
  CreateHsm: createHsm,
  DeleteHsm: deleteHsm,
  DescribeClusters: describeClusters,
};

/** Runs a CloudHSM v2 operation on decoded and validated input. */
export function runCloudHsm(call: Call, name: string, input: Values): Promise<Values> {
  const handler = handlers[name as CloudHsmOperationName] as unknown as (call: Call, input: Values) => Promise<Values>;
  return handler(call, input);
}
