import type { WireRequest } from '../../wire/messages.ts';
import type { Send } from './services.ts';

/** What an AWS SDK hands to its request handler, as far as it matters here. */
export interface SdkRequest {
  readonly method: string;
  readonly hostname: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A string or bytes. */
  readonly body?: unknown;
}

/** What it gets back. */
export interface SdkResponse {
  readonly response: {
    readonly statusCode: number;
    /** Lower-case names. */
    readonly headers: Record<string, string>;
    readonly body: Uint8Array;
  };
}

/**
 * A request handler for any client of the AWS SDK for JavaScript v3: `new KMSClient({ requestHandler })`. It has the
 * shape that the SDK asks for and imports nothing of it.
 */
export interface SdkRequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: SdkRequest, options?: { readonly abortSignal?: unknown }): Promise<SdkResponse>;
  /** Part of the shape; there is nothing to configure. */
  updateHttpClientConfig(key: never, value: never): void;
  httpHandlerConfigs(): object;
  /** Part of the shape; the simulator is ended by its own `close()`. */
  destroy(): void;
}

/** POST goes without saying. */
const methodOf = (method: string): { method?: string } => (method === 'POST' ? {} : { method });

const lowerCase = (headers: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries(Array.from(headers, ([name, value]) => [name.toLowerCase(), value]));

/** @returns the simulator's `fetch`: answers as the network would, and never goes there */
export const createFetch =
  (account: string, send: Send) =>
  async (input: Request | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const { method, headers, url, signal } = request;
    const wire: WireRequest = {
      ...methodOf(method),
      account,
      host: new URL(url).host,
      // A `Request` may not hold this header in every browser; over the network the browser would send its own.
      headers: { 'user-agent': navigator.userAgent, ...lowerCase(headers) },
      body: await request.text(),
    };
    const answer = await send(wire, signal);
    // A Response gives text a content type of its own, bytes none: AWS's XML refusals have none.
    return new Response('content-type' in answer.headers ? answer.body : new TextEncoder().encode(answer.body), answer);
  };

/** @returns the simulator's `requestHandler` */
export const createRequestHandler = (account: string, send: Send): SdkRequestHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async ({ method, hostname, headers, body }, { abortSignal } = {}) => {
    const wire: WireRequest = {
      ...methodOf(method),
      account,
      host: hostname,
      headers: lowerCase(Object.entries(headers)),
      body: body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? ''),
    };
    const answer = await send(wire, abortSignal instanceof AbortSignal ? abortSignal : undefined);
    return {
      response: { statusCode: answer.status, headers: { ...answer.headers }, body: new TextEncoder().encode(answer.body) },
    };
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  destroy: () => undefined,
});
