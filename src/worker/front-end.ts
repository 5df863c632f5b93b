import type { Operation } from '../model/operation.ts';
import { isRegion } from '../model/regions.ts';
import { services, type ServiceModel, type ServiceName } from '../model/services.ts';
import { credentialOf, parseAuthorization, type CredentialScope } from '../wire/credentials.ts';
import type { ShapeMismatch } from '../wire/json.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';
import { AwsError } from './errors.ts';

/**
 * What stands before every operation: method, content type, body, target, then who signs; in this order. KMS's own answers
 * are not public. These are those of Kinesis, the same protocol behind the same kind of front end, as mhart/kinesalite took
 * them from live AWS (facts 8.3; the table of test/worker/front-end.test.ts says of each row where it is from).
 */
export const contentType = 'application/x-amz-json-1.1';

export interface Target {
  readonly serviceName: ServiceName;
  readonly service: ServiceModel;
  readonly operationName: string;
  readonly operation: Operation;
}

/** A request that gets as far as an operation; its members are still to be read. */
export interface Admitted {
  readonly target: Target;
  readonly scope: CredentialScope;
  readonly json: unknown;
}

/** An answer but for its request id. */
export type Refusal = WireResponse;

/** @returns the request's operation, caller and body, or the answer that ends it */
export function admit(request: WireRequest): Admitted | Refusal {
  const { method = 'POST', headers, body } = request;
  if (method !== 'POST') return notAuthorized;
  const target = findTarget(headers['x-amz-target']);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  const given = type.trim().toLowerCase();
  if (given !== contentType && given !== 'application/json')
    return /^[^.]+\../.test(headers['x-amz-target'] ?? '') ? unknownXml : notAuthorized;
  if (body === '' && given === contentType) return bare(target ? 'SerializationException' : 'UnknownOperationException');
  const json = parsed(body);
  const readable = typeof json === 'object' && json !== null && !Array.isArray(json);
  // JSON of no version is the protocol of another time, in which no operation is known.
  if (given !== contentType)
    return readable ? enveloped(404, 'UnknownOperationException') : enveloped(400, 'SerializationException');
  if (!readable) return bare('SerializationException');
  if (!target) return bare('UnknownOperationException');
  const scope = scopeOf(request, target.service);
  return scope instanceof AwsError ? bare(scope.name, scope.text) : { target, scope, json };
}

const notAuthorized: Refusal = {
  status: 403,
  headers: {},
  body: '<AccessDeniedException>\n  <Message>Unable to determine service/operation name to be authorized</Message>\n</AccessDeniedException>\n',
};
const unknownXml: Refusal = { status: 404, headers: {}, body: '<UnknownOperationException/>\n' };

/** The front end's own texts are in `message`, whatever the service calls its own. */
const bare = (__type: string, message?: string): Refusal => ({
  status: 400,
  headers: { 'content-type': contentType },
  body: JSON.stringify({ __type, message }),
});

const enveloped = (status: number, code: string): Refusal => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ Output: { __type: `com.amazon.coral.service#${code}` }, Version: '1.0' }),
});

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** By X-Amz-Target alone: `TrentService.CreateKey`, with or without a package before it. */
function findTarget(header = ''): Target | undefined {
  const [operationName = '', target] = header.split('.').reverse();
  for (const [serviceName, service] of Object.entries(services) as [ServiceName, ServiceModel][]) {
    const operation = Object.hasOwn(service.operations, operationName) ? service.operations[operationName] : undefined;
    if (service.target === target && operation) return { serviceName, service, operationName, operation };
  }
  return undefined;
}

/** Whose request for which Region it says to be. The signature itself is not checked. */
function scopeOf({ headers }: WireRequest, { signingName }: ServiceModel): CredentialScope | AwsError {
  const { authorization } = headers;
  if (authorization === undefined || authorization === '')
    return new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const incomplete = whatIsMissing(authorization);
  if (incomplete !== '') return new AwsError('IncompleteSignatureException', `${incomplete}Authorization=${authorization}`);
  const scope = parseAuthorization(authorization);
  if (!scope)
    return new AwsError(
      'IncompleteSignatureException',
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credentialOf(authorization)}'`,
    );
  const wrong = [
    ...(isRegion(scope.region) ? [] : ['Credential should be scoped to a valid region.']),
    ...(scope.service === signingName ? [] : [`Credential should be scoped to correct service: '${signingName}'.`]),
  ];
  return wrong.length > 0 ? new AwsError('InvalidSignatureException', wrong.join(' ')) : scope;
}

/** AWS also wants a date header. No time of the caller's is read here, so a request written by hand needs none. */
function whatIsMissing(authorization: string): string {
  const parameters = authorization.split(/[, ]/).slice(1);
  return ['Credential', 'Signature', 'SignedHeaders']
    .filter((name) => !parameters.some((parameter) => parameter.startsWith(`${name}=`) && parameter.length > name.length + 1))
    .map((name) => `Authorization header requires '${name}' parameter. `)
    .join('');
}

/** Java's names for what JSON holds. */
const found: Readonly<Record<string, string>> = {
  number: 'class com.amazon.coral.value.json.numbers.TruncatingBigNumber',
  boolean: 'class java.lang.Boolean',
  string: 'class java.lang.String',
};

/** @returns the front end's sentence about a member of a wrong type, where it is known */
export function mismatchText({ shape, json }: ShapeMismatch): string | undefined {
  if (json === null) return undefined;
  if (Array.isArray(json)) return 'Start of list found where not expected';
  if (typeof json === 'object') return 'Start of structure or map found where not expected.';
  const what = found[typeof json] ?? '';
  switch (shape) {
    case 'list':
      return 'Expected list or null';
    case 'map':
      return 'Expected map or null';
    case 'structure':
      return 'Expected null';
    case 'string':
      return `${what} can not be converted to an String`;
    case 'integer':
      return typeof json === 'number' ? undefined : `${what} can not be converted to an Integer`;
    case 'boolean':
      return `${typeof json === 'string' ? `'${json.toUpperCase()}'` : what} can not be converted to an Boolean`;
    case 'blob':
      return typeof json === 'string' ? base64Text(json) : `${what} can not be converted to a Blob`;
    case 'timestamp':
      return undefined;
  }
}

function base64Text(json: string): string {
  const what = `'${json}' can not be converted to a Blob: `;
  if (json.length % 4 > 0) return `${what}Base64 encoded length is expected a multiple of 4 bytes but found: ${String(json.length)}`;
  const [odd] = /[^a-zA-Z0-9+/=]|=(?=[^=])/.exec(json) ?? [];
  return odd === undefined ? `${what}Invalid last non-pad Base64 character dectected` : `${what}Invalid Base64 character: '${odd}'`;
}
