import type { Operations } from '../../model/operation.ts';
import { services, type ServiceModel, type ServiceName } from '../../model/services.ts';
import type { Values } from '../../model/shapes.ts';
import { decode, encode } from '../../wire/json.ts';
import type { WireRequest } from '../../wire/messages.ts';
import { AwsError, SimulatorError, type ResponseMetadata } from './errors.ts';
import type { Caller, CallOptions, Send } from './services.ts';

declare const __VERSION__: string;

/** A call of a typed client, as its method was called. */
export interface TypedCall {
  readonly service: ServiceName;
  /** `createKey` */
  readonly method: string;
  readonly input: Values;
  readonly options: CallOptions;
}

/**
 * Makes the call by the operation's table. Loaded when the first such call is made, as the tables are big.
 * @throws AwsError where AWS refuses, SimulatorError where there is no such operation
 */
export async function call({ service, method, input: values, options }: TypedCall, caller: Caller, send: Send): Promise<unknown> {
  const model: ServiceModel = services[service];
  const name = method.charAt(0).toUpperCase() + method.slice(1);
  const { input, output } = operationOf(model.operations, name, service);
  const { region = caller.region, headers: more, abortSignal } = options;
  const { headers: own, ...request } = createRequest(model, name, encode(input, values), { ...caller, region });
  const { status, headers, body } = await send({ ...request, headers: { ...own, ...more } }, abortSignal);
  const $metadata = { httpStatusCode: status, requestId: headers['x-amzn-requestid'] ?? '' };
  if (status >= 300) throw errorOf(body, $metadata);
  return { ...decode(output ?? {}, body ? JSON.parse(body) : {}), $metadata };
}

function operationOf(operations: Operations, name: string, service: ServiceName): Operations[string] {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation)
    throw new SimulatorError(`${service} has no operation ${name} here. It has ${Object.keys(operations).join(', ')}.`);
  return operation;
}

/** The request as an SDK would put it on the wire. */
function createRequest(
  { endpoint, signingName, target }: ServiceModel,
  operation: string,
  body: string,
  { account, region, accessKeyId }: Caller,
): WireRequest {
  const host = `${endpoint}.${region}.amazonaws.com`;
  // The page's own clock, like any caller's: 20261123T173814Z.
  const date = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  return {
    account,
    host,
    body,
    headers: {
      host,
      'content-type': 'application/x-amz-json-1.1',
      'user-agent': `glass-hsm/${__VERSION__}`,
      'x-amz-date': date,
      'x-amz-target': `${target}.${operation}`,
      // Shaped as SigV4. Nothing checks the signature, so nothing computes one: it is zeros.
      authorization:
        `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${date.slice(0, 8)}/${region}/${signingName}/aws4_request, ` +
        `SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=${'0'.repeat(64)}`,
    },
  };
}

function errorOf(body: string, $metadata: ResponseMetadata): AwsError {
  // The front end's refusals of what is no JSON, which only `headers` of the caller's own can be.
  const [, code, text = ''] = /^<(\w+)\/?>(?:\s*<Message>(.*)<)?/.exec(body) ?? [];
  if (code !== undefined) return new AwsError(code, text, $metadata);
  const json: unknown = body ? JSON.parse(body) : {};
  const { __type, message, Message } = json as { readonly __type?: string; readonly message?: string; readonly Message?: string };
  // `com.amazon.coral.service#ValidationException`: only what follows the `#` is the code.
  return new AwsError(__type?.split('#').pop() ?? 'UnknownError', message ?? Message ?? '', $metadata);
}
