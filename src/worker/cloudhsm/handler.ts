import type { cloudhsmv2Operations } from '../../model/cloudhsmv2/operations.ts';
import type { InputOf, OutputOf } from '../../model/operation.ts';
import type { Call } from '../call.ts';

export type CloudHsmOperationName = keyof typeof cloudhsmv2Operations;

export type CloudHsmHandler<Name extends CloudHsmOperationName> = (
  call: Call,
  input: InputOf<(typeof cloudhsmv2Operations)[Name]>,
) => Promise<OutputOf<(typeof cloudhsmv2Operations)[Name]>>;
