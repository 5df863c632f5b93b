import type { InputOf, Operations, OutputOf } from '../../model/operation.ts';
import type { ServiceModel } from '../../model/services.ts';
import type { Values } from '../../model/shapes.ts';
import { decode, encode } from '../../wire/json.ts';
import type { WireRequest, WireResponse } from '../../wire/messages.ts';
import { AwsError, type ResponseMetadata } from './errors.ts';

declare const __VERSION__: string;

/** Sends one request to the simulated AWS. */
export type Send = (request: WireRequest, signal?: AbortSignal) => Promise<WireResponse>;

export interface CallOptions {
  /** The Region to call; by default the simulator's. */
  readonly region?: string;
  /** More headers of the request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly abortSignal?: AbortSignal;
}

type Answer<Output> = Promise<Output & { readonly $metadata: ResponseMetadata }>;

/** `kms.createKey(input)` and so on: the names and shapes of the SDK's aggregated clients. Rejections are AwsError. */
export type ServiceClient<O extends Operations> = {
  readonly [Name in keyof O & string as Uncapitalize<Name>]: object extends InputOf<O[Name]>
    ? (input?: InputOf<O[Name]>, options?: CallOptions) => Answer<OutputOf<O[Name]>>
    : (input: InputOf<O[Name]>, options?: CallOptions) => Answer<OutputOf<O[Name]>>;
};

/** Who calls from where, unless a call says otherwise. */
export interface Caller {
  readonly account: string;
  readonly region: string;
  readonly accessKeyId: string;
}

/** @returns the typed client of a service, made from its table of operations */
export function createServiceClient<O extends Operations>(
  service: ServiceModel & { readonly operations: O },
  caller: Caller,
  send: Send,
): ServiceClient<O> {
  const methods = Object.entries(service.operations).map(([name, { input, output }]) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    async (values: Values = {}, { region = caller.region, headers: more, abortSignal }: CallOptions = {}): Promise<unknown> => {
      const { headers: own, ...request } = createRequest(service, name, encode(input, values), { ...caller, region });
      const { status, headers, body } = await send({ ...request, headers: { ...own, ...more } }, abortSignal);
      const $metadata = { httpStatusCode: status, requestId: headers['x-amzn-requestid'] ?? '' };
      const json: unknown = body ? JSON.parse(body) : {};
      if (status >= 300) throw errorOf(json, $metadata);
      return { ...decode(output ?? {}, json), $metadata };
    },
  ]);
  // Built from the table that the type is derived from.
  return Object.fromEntries(methods) as ServiceClient<O>;
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

function errorOf(json: unknown, $metadata: ResponseMetadata): AwsError {
  const { __type, message, Message } = json as { readonly __type?: string; readonly message?: string; readonly Message?: string };
  // `com.amazon.coral.service#ValidationException`: only what follows the `#` is the code.
  return new AwsError(__type?.split('#').pop() ?? 'UnknownError', message ?? Message ?? '', $metadata);
}
