import { AwsError } from '../errors.ts';

/** @throws AwsError CloudHsmInvalidRequestException; of AWS's texts only few are public (facts 6.1), these are ours */
export function invalidRequest(text: string): never {
  throw new AwsError('CloudHsmInvalidRequestException', text);
}

/** @throws AwsError CloudHsmResourceNotFoundException; AWS's text is not public */
export function notFound(what: string, id: string): never {
  throw new AwsError('CloudHsmResourceNotFoundException', `${what} '${id}' does not exist.`);
}

/** An HSM refused what CloudHSM CLI asked of it: no AWS error, and the words are ours. */
export class HsmRefusal extends Error {
  override readonly name = 'HsmRefusal';
}
