import type { Ran } from '../../cli/cloudhsm-cli.ts';
import type { CommandEvent, ExchangeEvent } from '../../client/events.ts';
import type { Operations } from '../../../model/operation.ts';
import { services, type ServiceModel, type AwsServiceName } from '../../../model/services.ts';
import { fits, inputOf, isValues, type WrittenCall } from './written.ts';

/** One call that was answered, ready to show. */
export interface Call {
  /** Counts up, for the list. */
  readonly number: number;
  /** AWS's name of it, or what the request called it. */
  readonly operation: string;
  readonly service: AwsServiceName | undefined;
  readonly region: string;
  readonly status: number;
  /** AWS's error code, where it is an error. */
  readonly code: string | undefined;
  readonly requestId: string;
  /** Undefined where no SDK could have sent it: an unknown operation, or a body that does not fit. */
  readonly written: WrittenCall | undefined;
  readonly request: ExchangeEvent['request'];
  readonly response: ExchangeEvent['response'];
  /** Simulated milliseconds since the epoch; undefined until asked. */
  time?: number;
}

/** A command of CloudHSM CLI that was run between the calls, and that the HSMs answered well. */
export interface Typed extends Ran {
  /** Counts up with the calls. */
  readonly number: number;
}

/** What a person did here, in order: the most of it is calls. */
export type Deed = Call | Typed;
export const isTyped = (deed: Deed): deed is Typed => 'command' in deed;

let counter = 0;

export const typedOf = ({ ran }: CommandEvent): Typed => ({ ...ran, number: ++counter });

export function callOf({ request, response }: ExchangeEvent): Call {
  const [operation = '', target] = (request.headers['x-amz-target'] ?? '').split('.').reverse();
  const service = serviceOf(target, operation);
  const region = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
  const input = parsed(request.body || '{}');
  const known = service && region && isValues(input) && fits({ type: 'structure', members: inputOf({ service, operation }) }, input);
  const { status } = response;
  return {
    number: ++counter,
    operation,
    service,
    region,
    status,
    code: status < 300 ? undefined : errorOf(response.body).code,
    requestId: response.headers['x-amzn-requestid'] ?? '',
    written: known ? { service, operation, region, input } : undefined,
    request,
    response,
  };
}

function serviceOf(target: string | undefined, operation: string): AwsServiceName | undefined {
  const found = Object.entries<ServiceModel>(services).find(
    // CloudHSM CLI's is no service of AWS: no SDK could have sent it.
    ([name, model]) => name !== 'cloudhsmCli' && model.target === target && Object.hasOwn(model.operations, operation),
  );
  return found?.[0] as AwsServiceName | undefined;
}

/** @returns undefined where a text is no JSON */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** AWS's error, as an answer's body says it: `com.amazon.coral.service#ValidationException` without what stands before. */
export function errorOf(body: string): { readonly code: string | undefined; readonly message: string } {
  const json = parsed(body);
  const { __type, message, Message } = isValues(json) ? json : {};
  const text = [message, Message].find((value) => typeof value === 'string');
  return { code: typeof __type === 'string' ? __type.split('#').pop() : undefined, message: typeof text === 'string' ? text : '' };
}

/** The shapes of the call's answer, where the operation is known. */
export function outputOf({ service, operation }: Call): Operations[string]['output'] {
  const operations: Operations | undefined = service && services[service].operations;
  return operations?.[operation]?.output;
}
