import type { InputOf, Operations, OutputOf } from '../../model/operation.ts';
import type { ServiceName, services } from '../../model/services.ts';
import type { Values } from '../../model/shapes.ts';
import { lazy, notLoaded } from '../../wire/lazy.ts';
import type { WireRequest, WireResponse } from '../../wire/messages.ts';
import { SimulatorError, type ResponseMetadata } from './errors.ts';
import type { TypedCall } from './typed-calls.ts';

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

/** What makes the calls, with the tables of all operations: one for the page, loaded when the first call is made. */
const typedCalls = lazy(() =>
  import('./typed-calls.ts').catch((error: unknown) => {
    throw new SimulatorError(notLoaded('What makes AWS calls', error));
  }),
);

/** Loads it ahead. What goes wrong is told by the call that needs it. */
export function prepareClients(): void {
  typedCalls.load().catch(() => undefined);
}

/** Names of one lower-case word that the language or a tool asks any object for; no operation is called so. */
const notMethods = new Set(['then', 'catch', 'finally', 'toJSON', 'inspect', 'nodeType']);

/**
 * Which operations there are is known once they are loaded, so any name is a method until it is called.
 * @param first called when a call has to wait for them: whatever else it needs can be loaded meanwhile
 * @returns the typed client of a service
 */
export function createServiceClient<Name extends ServiceName>(
  service: Name,
  caller: Caller,
  send: Send,
  first: () => void,
): ServiceClient<(typeof services)[Name]['operations']> {
  const methodNamed =
    (method: string) =>
    async (input: Values = {}, options: CallOptions = {}): Promise<unknown> => {
      let made: TypedCall = { service, method, input, options };
      if (!typedCalls.ready) {
        made = { ...made, input: copyOf(input) as Values };
        first();
      }
      return typedCalls.use(({ call }) => call(made, caller, send));
    };
  const methods: Record<string, unknown> = {};
  return new Proxy(methods, {
    get: (_target, name) => {
      // A symbol, what every object has, or a method that has been asked for before.
      if (typeof name !== 'string' || name in methods) return Reflect.get(methods, name) as unknown;
      return /^[a-z]\w*$/.test(name) && !notMethods.has(name) ? (methods[name] = methodNamed(name)) : undefined;
    },
    // Which names are methods is for the type to say, made from the table that `call` looks them up in.
  }) as ServiceClient<(typeof services)[Name]['operations']>;
}

/** The caller's own object may be another by the time that it is sent: what counts is what it was when the call was made. */
function copyOf(value: unknown): unknown {
  if (value instanceof Date) return new Date(value);
  if (value instanceof Uint8Array) return new Uint8Array(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}
