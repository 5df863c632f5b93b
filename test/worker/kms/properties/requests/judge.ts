import { services } from '../../../../../src/model/services.ts';
import type { Operation } from '../../../../../src/model/operation.ts';
import type { AnyMembers, Shape } from '../../../../../src/model/shapes.ts';
import type { WireResponse } from '../../../../../src/wire/messages.ts';
import modelled from './modelled-errors.json';

/** AWS's; that of the CLI of the HSMs has no model. */
export const awsServices = ['kms', 'cloudhsmv2', 'cloudtrail'] as const;
export type AwsService = (typeof awsServices)[number];

/** What every operation of every service may answer (API Reference, "Common Errors"; facts 8.3). */
const common: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'ThrottlingException',
  'UnknownOperationException',
  'ValidationException',
]);

/** Errors of the front end, which comes before the services. */
const frontEnd: ReadonlySet<string> = new Set([
  'IncompleteSignatureException',
  'InvalidSignatureException',
  'MissingAuthenticationTokenException',
  'SerializationException',
  'UnknownOperationException',
]);
/** Its answers to a content type that is not JSON 1.1: XML, or JSON of another time. */
const otherProtocols = /^<(AccessDeniedException|UnknownOperationException)\b|^\{"Output":\{"__type":"com\.amazon\.coral\.service#/;

/** What KMS answers though the operation's model does not list it, and why. */
const unlisted: readonly { readonly code: string; readonly text: RegExp }[] = [
  // What AWS does and GlassHSM does not (README).
  { code: 'UnsupportedOperationException', text: /^GlassHSM does not simulate / },
];

/** Failures that are AWS's and simulated on purpose: no other error of the model says them. */
const meant = /has no active HSM\.$|cannot hold more keys\.$/;

/**
 * @param target as the request had it; an answer to a request without a known one can be nothing but an error
 * @param spoken whether the request's content type was that of the services
 * @returns what no AWS answer can be
 */
export function malformations(target: string, { status, headers, body }: WireResponse, spoken = true): string[] {
  const [name = '', service = ''] = target.split('.').reverse();
  const serviceName = awsServices.find((known) => services[known].target === service);
  const operations: Readonly<Record<string, Operation>> = serviceName ? services[serviceName].operations : {};
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  const missing = headers['x-amzn-requestid'] ? [] : ['no request id'];
  if (!spoken && status !== 200 && otherProtocols.test(body)) return missing;
  if (status !== 200) return [...missing, ...errorMalformations(serviceName ?? 'kms', operation && name, status, body)];
  if (!operation) return [...missing, `${target} succeeded`];
  if (!operation.output) return body === '' ? missing : [...missing, `a body without an output shape: ${body}`];
  return [...missing, ...shapeMalformations({ type: 'structure', members: operation.output }, JSON.parse(body), name)];
}

function errorMalformations(service: AwsService, operation: string | undefined, status: number, body: string): string[] {
  const answer = JSON.parse(body) as Record<string, unknown>;
  const { __type: code } = answer;
  // What stands before the services spells its texts its own way, whichever service the request was for (facts 8.3).
  const spelt = 'Message' in answer ? 'Message' : 'message';
  const member = frontEnd.has(String(code)) ? spelt : services[service].messageMember;
  const { __type: _code, [member]: text, ...others } = answer;
  if (typeof code !== 'string' || !/^[A-Z][A-Za-z]+$/.test(code)) return [`an error without a code: ${body}`];
  const problems = Object.keys(others).map((name) => `${code} has a member ${name}`);
  if (text !== undefined && typeof text !== 'string') problems.push(`${code} has a message that is no text`);
  if (status !== 400 && !(status >= 500 && status < 600)) problems.push(`${code} has status ${String(status)}`);
  const words = String(text);
  if (code === services[service].internalError && !meant.test(words)) problems.push(`${code}: ${words}`);
  const errors: Readonly<Record<string, readonly string[]>> = modelled[service];
  const listed = operation === undefined ? [] : (errors[operation] ?? []);
  const allowed = listed.includes(code) || common.has(code) || unlisted.some((rule) => rule.code === code && rule.text.test(words));
  if (!allowed) problems.push(`${operation ?? 'no operation'} does not model ${code}: ${words}`);
  return problems;
}

/** Another type, a member too many or one that must be there. */
function shapeMalformations(shape: Shape, json: unknown, path: string): string[] {
  const wrong = [`${path} is ${JSON.stringify(json)}, not ${shape.type}`];
  switch (shape.type) {
    case 'string':
      return typeof json === 'string' ? [] : wrong;
    case 'blob':
      return typeof json === 'string' && /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(json) ? [] : wrong;
    case 'integer':
      return Number.isSafeInteger(json) ? [] : wrong;
    case 'timestamp':
      return typeof json === 'number' && Number.isFinite(json) ? [] : wrong;
    case 'boolean':
      return typeof json === 'boolean' ? [] : wrong;
    case 'list':
      return Array.isArray(json) ? json.flatMap((item, i) => shapeMalformations(shape.member, item, `${path}[${String(i)}]`)) : wrong;
    case 'map':
      return isObject(json) ? Object.entries(json).flatMap(([key, value]) => shapeMalformations(shape.value, value, `${path}.${key}`)) : wrong;
    case 'structure':
      return isObject(json) ? memberMalformations(shape.members, json, path) : wrong;
  }
}

const memberMalformations = (members: AnyMembers, json: Readonly<Record<string, unknown>>, path: string): string[] => [
  ...Object.keys(json)
    .filter((name) => !Object.hasOwn(members, name))
    .map((name) => `${path}.${name} is in no model`),
  ...Object.entries(members).flatMap(([name, shape]) =>
    json[name] === undefined ? (shape.required ? [`${path}.${name} is missing`] : []) : shapeMalformations(shape, json[name], `${path}.${name}`),
  ),
];

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
